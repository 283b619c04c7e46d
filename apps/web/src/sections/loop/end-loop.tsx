import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import type { Action } from '../../actions/action.ts';
import { useActions } from '../../actions/store.ts';
import type { LoopSession } from './loop-session.ts';
import type { Sitting } from './sitting.ts';

interface Props {
  readonly session: LoopSession;
  readonly state: Sitting;
}

/** The way out for good, once that is confirmed: the panel decides on what there is. */
export function EndLoop({ session, state }: Props) {
  const [leaving, setLeaving] = useState(false);
  const end: Action = {
    id: 'loop.end',
    label: 'End the loop here…',
    group: 'Loop',
    handler: () => setLeaving(true),
  };
  useActions([end]);
  const { turn, current } = state;
  return (
    <>
      <ActionButton action={end} look="quiet large" />
      <AlertDialog.Root open={leaving} onOpenChange={setLeaving}>
        <AlertDialog.Portal>
          <AlertDialog.Backdrop className="backdrop" />
          <AlertDialog.Popup className="dialog">
            <AlertDialog.Title>End the loop here?</AlertDialog.Title>
            <AlertDialog.Description>
              {turn === 0
                ? 'No question was answered to its end, so the packet will have nothing to go by.'
                : 'The panel decides on what you answered. What is left cannot be sat afterwards.'}
              {current !== null && ' The question you are in does not count.'}
            </AlertDialog.Description>
            <div className="row">
              <button
                type="button"
                className="button primary"
                onClick={() => {
                  setLeaving(false);
                  session.leaveForGood();
                }}
              >
                End it and see the packet
              </button>
              <AlertDialog.Close className="button">Stay in</AlertDialog.Close>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Portal>
      </AlertDialog.Root>
    </>
  );
}
