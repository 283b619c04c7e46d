import { strokeOf } from './action.ts';
import type { Action } from './action.ts';
import { currentActions } from './store.ts';

const OFF = 'legible.single-keys-off';

/** Single-letter keys can be turned off, for those whose dictation software types letters at the page. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(OFF) === null;
}
export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, '1');
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select');
}

/** Runs the action whose key was pressed. Returns a function that stops listening. */
export function listenForShortcuts(): () => void {
  let first = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.repeat) return;
    const stroke = strokeOf(event);
    const bare = !stroke.includes('+') && stroke !== 'Escape';
    // A control may take a bare key for itself; it has no business with ours that carry a modifier.
    if (event.defaultPrevented && (bare || stroke === 'Escape')) return;
    // An editor in a shadow root shows up as its host; the path has the element itself.
    if (bare && (isTyping(event.composedPath()[0] ?? event.target) || !singleKeysOn())) return;
    // An open dialog owns the keyboard, save for keys with a modifier.
    if (bare && document.querySelector('[role=dialog], [role=alertdialog]')) return;

    const usable = currentActions().filter((action) => action.key && action.enabled !== false);
    const find = (key: string): Action | undefined => usable.find((action) => action.key === key);
    const action = (first && find(`${first} ${stroke}`)) || find(stroke);
    clearTimeout(timer);
    if (action) {
      first = '';
      event.preventDefault();
      action.handler();
    } else if (bare && usable.some(({ key }) => key?.startsWith(`${stroke} `))) {
      first = stroke;
      timer = setTimeout(() => {
        first = '';
      }, 1500);
    } else {
      first = '';
    }
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
