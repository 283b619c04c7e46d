import { STAGES } from '@legible/loop/loop/types';
import { useEffect, useState } from 'react';
import type { ViewOf } from '../../interview/conversation.ts';
import { clock } from '../../paper/names.ts';
import { Desk } from '../answer/desk.tsx';
import { EndLoop } from './end-loop.tsx';
import type { LoopSession } from './loop-session.ts';
import { roundTitle } from './names.ts';
import { STAGE_TITLE } from './sitting.ts';
import type { RoundSight, Said, Sitting } from './sitting.ts';

interface Props {
  readonly session: LoopSession;
  readonly view: ViewOf<Sitting>;
  readonly state: Sitting;
  readonly current: NonNullable<Sitting['current']>;
  readonly sheet: readonly { readonly name: string; readonly value: string }[];
}

/** One question of a round: who asks, where the round stands, and the desk. */
export function RoundDesk({ session, view, state, current, sheet }: Props) {
  const [talk] = useState(() => session.talkAt(state.turn));
  const round = state.rounds[state.round];
  if (round === undefined) return null;
  const { interview, remark, rescued, as } = current;
  return (
    <>
      <Desk
        question={interview.question}
        session={talk}
        view={view}
        state={interview}
        leaveTo="/loop"
        above={<Where round={round} state={state} session={session} />}
        remark={
          <>
            {current.stage !== null || as === 'constraint' ? <Stages current={current} /> : null}
            {current.design !== null && <p className="small soft loop-design">{current.design}</p>}
            {remark !== null && <p className="loop-remark">{remark}</p>}
          </>
        }
      />
      {rescued && (
        <p className="notice loop-note" role="status">
          {round.interviewer.name} helped you here. It is noted, and it happens once in a loop.
        </p>
      )}
      {as === 'truth' && sheet.length > 0 && <Sheet sheet={sheet} />}
      {state.said.length > 0 && <SoFar said={state.said} />}
      <div className="loop-end">
        <EndLoop session={session} state={state} />
      </div>
    </>
  );
}

function Where({
  round,
  state,
  session,
}: {
  readonly round: RoundSight;
  readonly state: Sitting;
  readonly session: LoopSession;
}) {
  const used = useRoundClock(session, state, round);
  const { name, role } = round.interviewer;
  const late = used >= round.seconds;
  return (
    <span className="loop-where">
      <span className="label">
        {roundTitle(round.kind)}
        {state.rounds.length > 1 && `, ${state.round + 1} of ${state.rounds.length}`}
      </span>
      <span className="label">
        {name}, {role}
      </span>
      <span
        className={late ? 'label loop-round-clock over' : 'label loop-round-clock'}
        role="timer"
        aria-live="off"
        aria-label={`${clock(used)} of the round’s ${clock(round.seconds)} used`}
      >
        Round {clock(used)} of {clock(round.seconds)}
      </span>
      {late && (
        <span className="visually-hidden" role="status">
          The round’s time is over. This is the last question.
        </span>
      )}
    </span>
  );
}

/** Seconds of the interviewer's clock used, between the events too. */
function useRoundClock(session: LoopSession, state: Sitting, round: RoundSight): number {
  const [since, setSince] = useState(0);
  const { now } = state;
  useEffect(() => {
    const read = () => setSince(Math.max(0, (session.now() - now) / 1000));
    read();
    const timer = setInterval(read, 500);
    return () => clearInterval(timer);
  }, [session, now]);
  return round.used + since;
}

/** The five parts of a design, with the one that is on. */
function Stages({ current }: { readonly current: NonNullable<Sitting['current']> }) {
  return (
    <ol className="loop-stages" aria-label="Parts of this design">
      {STAGES.map((stage) => (
        <li key={stage} aria-current={stage === current.stage ? 'step' : undefined}>
          {STAGE_TITLE(stage)}
        </li>
      ))}
      {current.as === 'constraint' && (
        <li aria-current="step" className="loop-changed">
          a constraint changes
        </li>
      )}
    </ol>
  );
}

/** What the candidate saw of the run that is asked about. */
function Sheet({ sheet }: { readonly sheet: Props['sheet'] }) {
  return (
    <details className="loop-sofar" open>
      <summary>Your run, as you saw it</summary>
      <dl className="loop-sheet">
        {sheet.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What was asked and said earlier in this round; the interviewer remembers it too. */
function SoFar({ said }: { readonly said: readonly Said[] }) {
  return (
    <details className="loop-sofar">
      <summary>So far in this round</summary>
      <ol>
        {said.map(({ question, answer, followUps }) => (
          <li key={question}>
            <p className="loop-asked">{question}</p>
            <p className="theirs">{answer === '' ? <span className="soft">Nothing said.</span> : answer}</p>
            {followUps.map(({ line, reply }) => (
              <div key={line} className="loop-followed">
                <p className="loop-asked">{line}</p>
                <p className="theirs">{reply}</p>
              </div>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}
