import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { keyLabel } from './action.ts';
import type { Action } from './action.ts';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick'> {
  readonly action: Action;
  readonly look?: string;
  readonly children?: ReactNode;
}

/** A button for an action: its label, its key, its handler. */
export function ActionButton({ action, look = '', children, ...rest }: Props) {
  return (
    <button
      type="button"
      className={`button ${look}`}
      disabled={action.enabled === false}
      aria-keyshortcuts={action.key?.replace('Mod', 'Control')}
      {...rest}
      onClick={action.handler}
    >
      {children ?? action.label}
      {action.key && <kbd aria-hidden="true">{keyLabel(action.key)}</kbd>}
    </button>
  );
}
