import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
import { Trouble } from './fallbacks.tsx';

interface Props {
  readonly open: boolean;
  /** A question: "Delete this interview?" */
  readonly title: string;
  /** What goes for good, and what stays. */
  readonly children: ReactNode;
  /** What is done on yes, and the words for no. */
  readonly yes?: string;
  readonly no?: string;
  readonly busy?: boolean;
  readonly error?: Error | null;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Asks once before something that cannot be undone. */
export function Confirm({
  open,
  title,
  children,
  yes = 'Delete it',
  no = 'Keep it',
  busy = false,
  error = null,
  onYes,
  onClose,
}: Props) {
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title>{title}</AlertDialog.Title>
          <AlertDialog.Description>{children}</AlertDialog.Description>
          {error && <Trouble error={error} />}
          <div className="row">
            <button type="button" className="button primary" disabled={busy} onClick={onYes}>
              {yes}
            </button>
            <AlertDialog.Close className="button">{no}</AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
