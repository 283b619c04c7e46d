import { useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import type { Action } from '../../actions/action.ts';
import { useActions } from '../../actions/store.ts';
import { Confirm } from '../../shell/confirm.tsx';
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
      <Confirm
        open={leaving}
        title="End the loop here?"
        yes="End it and see the packet"
        no="Stay in"
        onYes={() => {
          setLeaving(false);
          session.leaveForGood();
        }}
        onClose={() => setLeaving(false)}
      >
        {turn === 0
          ? 'No question was answered to its end, so the packet will have nothing to go by.'
          : 'The panel decides on what you answered. What is left cannot be sat afterwards.'}
        {current !== null && ' The question you are in does not count.'}
      </Confirm>
    </>
  );
}
