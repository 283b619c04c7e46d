import { Dialog } from '@base-ui/react/dialog';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { keyLabel } from './action.ts';
import { useAllActions } from './store.ts';

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Type a few letters, press Enter: every action that can be done now. */
export function Palette({ open, onOpenChange }: Props) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog palette" aria-label="Commands">
          <PaletteBody close={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody({ close }: { readonly close: () => void }) {
  const list = useId();
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = useAllActions().filter(
    ({ id, label, group, enabled }) =>
      enabled !== false &&
      id !== 'frame.palette' &&
      words.every((word) => `${group} ${label}`.toLowerCase().includes(word)),
  );
  const at = Math.min(index, found.length - 1);

  const run = (position: number) => {
    const action = found[position];
    if (!action) return;
    close();
    // After the dialog has given the focus back, so that the action may move it.
    setTimeout(action.handler, 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setIndex(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setIndex(Math.max(at - 1, 0));
    else if (event.key === 'Enter') run(at);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        role="combobox"
        aria-label="Find a command"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={at >= 0 ? `${list}-${at}` : undefined}
        placeholder="What do you want to do?"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setIndex(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={list} className="palette-list" role="listbox" aria-label="Commands">
        {found.map((action, position) => (
          <li
            key={action.id}
            id={`${list}-${position}`}
            role="option"
            aria-selected={position === at}
            className="palette-item"
            ref={position === at ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
            onMouseMove={() => setIndex(position)}
            onClick={() => run(position)}
          >
            {action.label}
            {action.key && <kbd>{keyLabel(action.key)}</kbd>}
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className="palette-none" role="status">
          No command has these words.
        </p>
      )}
    </>
  );
}
