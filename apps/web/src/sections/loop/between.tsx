import { useNavigate } from '@tanstack/react-router';
import { ActionButton } from '../../actions/action-button.tsx';
import type { Action } from '../../actions/action.ts';
import { useActions } from '../../actions/store.ts';
import type { ViewOf } from '../../interview/conversation.ts';
import { clock } from '../../paper/names.ts';
import { Delivered } from '../answer/exchange.tsx';
import { EndLoop } from './end-loop.tsx';
import type { LoopSession } from './loop-session.ts';
import { minutes, ROUND_ABOUT, roundTitle } from './names.ts';
import type { RoundSight, Sitting } from './sitting.ts';

interface Props {
  readonly session: LoopSession;
  readonly view: ViewOf<Sitting>;
  readonly state: Sitting;
  readonly pace: 'sitting' | 'days';
}

/** Between two rounds: who is next, what for, and the way out. Nobody tells how it went. */
export function Between({ session, view, state, pace }: Props) {
  const navigate = useNavigate();
  const next = state.rounds[state.round];
  const first = state.round === 0;
  const open: Action = {
    id: 'loop.open-round',
    label: first ? 'Begin' : 'Open the next round',
    key: 'Mod+Enter',
    group: 'Between rounds',
    handler: session.openRound,
  };
  const later: Action = {
    id: 'loop.later',
    label: 'Go on later',
    key: 'Alt+l',
    group: 'Between rounds',
    handler: () => void navigate({ to: '/loop' }),
  };
  useActions([open, later]);
  if (next === undefined) return null;
  return (
    <div className="loop-between">
      <div className="row spread">
        <span className="label">
          {first ? 'Before the first round' : `After round ${state.round} of ${state.rounds.length}`}
        </span>
        <Delivered delivery={view.delivery} />
      </div>
      <h1>
        {first ? '' : 'Next: '}
        {roundTitle(next.kind)}
      </h1>
      <p className="loop-next">
        {next.interviewer.name}, {next.interviewer.role}. {minutes(next.seconds)}. {ROUND_ABOUT[next.kind]}
      </p>
      <p className="soft">
        {first
          ? 'The clock starts when you begin, and it is theirs. Say it as you would across a table; you may hold the floor once in each answer.'
          : pace === 'days'
            ? 'Nobody tells you how that went; nobody would. Come back today or another day: they will remember what you said.'
            : 'Nobody tells you how that went; nobody would. Drink some water. They compare notes, so keep your numbers straight.'}
      </p>
      {view.trouble && (
        <p className="notice" role="alert">
          {view.trouble}
        </p>
      )}
      {view.refusal && <p className="notice">{view.refusal}</p>}
      <div className="row">
        <ActionButton action={open} look="primary large" />
        <ActionButton action={later} look="large" />
        <EndLoop session={session} state={state} />
      </div>
      {state.rounds.length > 1 && <Rounds rounds={state.rounds} />}
    </div>
  );
}

function Rounds({ rounds }: { readonly rounds: readonly RoundSight[] }) {
  const nextAt = rounds.findIndex(({ state }) => state !== 'over');
  return (
    <section aria-labelledby="rounds-title">
      <h2 id="rounds-title">The loop</h2>
      <ol className="loop-rounds">
        {rounds.map((round, index) => (
          <li key={`${round.kind}-${index}`} className={`loop-round-line ${round.state}`}>
            <span className="loop-choice-name">{roundTitle(round.kind)}</span>
            <span className="small soft">
              {round.interviewer.name}, {round.interviewer.role}
            </span>
            <span className="small soft">
              {round.state === 'over'
                ? `${clock(round.used)} of ${clock(round.seconds)}${round.notReached.length > 0 ? `, did not get to ${round.notReached.join(', ')}` : ''}`
                : index === nextAt
                  ? 'next'
                  : minutes(round.seconds)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
