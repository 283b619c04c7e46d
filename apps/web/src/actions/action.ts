/**
 * A thing the user can do. Buttons, the command palette, the shortcuts and the list behind "?" all read this one
 * record, so a label or a key is written once.
 */
export interface Action {
  readonly id: string;
  readonly label: string;
  /**
   * "s", "?", "Escape", "Mod+Enter" (Ctrl, or Command on a Mac), "Alt+h", or two keys in a row: "g h".
   * A key without a modifier is silent while the user types.
   */
  readonly key?: string;
  /** Heading under which "?" lists it. */
  readonly group: string;
  readonly handler: () => void;
  /** False greys the button and silences the key. */
  readonly enabled?: boolean;
}

export const isMac = /Mac|iP(hone|ad)/.test(navigator.userAgent);

/** "Mod+Enter" as the user's keyboard prints it. */
export function keyLabel(key: string): string {
  return key
    .split(' ')
    .map((stroke) =>
      stroke
        .split('+')
        .map((part) => {
          if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
          if (part === 'Alt') return isMac ? '⌥' : 'Alt';
          if (part === 'Enter') return '↵';
          if (part === 'Escape') return 'Esc';
          return part.length === 1 ? part.toUpperCase() : part;
        })
        .join(isMac ? '' : '+'),
    )
    .join(' ');
}

/** The stroke that an event is, in the spelling of `Action.key`. */
export function strokeOf(event: KeyboardEvent): string {
  const letter = event.altKey && /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key;
  const parts = [];
  if (isMac ? event.metaKey : event.ctrlKey) parts.push('Mod');
  if (event.altKey) parts.push('Alt');
  parts.push(letter.length === 1 ? letter.toLowerCase() : letter);
  return parts.join('+');
}
