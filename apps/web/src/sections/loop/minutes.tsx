import type { LoopResult, LoopTurn } from '@legible/app/contract/index';
import type { Exhibit } from '@legible/loop';
import type { ReactNode } from 'react';
import { points, roundTitle } from './names.ts';

/** What was true of the candidate's own run, beside what they said of it; nothing where no round was about one. */
export function AgainstTheTruth({ turns, title }: { readonly turns: readonly LoopTurn[]; readonly title: string }) {
  const about = turns.flatMap(({ truth, question }) => (truth === null ? [] : [{ truth, question }]));
  if (about.length === 0) return null;
  return (
    <section aria-labelledby="truth-title">
      <h2 id="truth-title">Against the truth of the run{title !== '' && ` “${title}”`}</h2>
      <ol className="packet-truths">
        {about.map(({ truth, question }) => (
          <li key={question.id}>
            <p className="packet-asked">{question.text}</p>
            <p>{truth.answer}</p>
            <p className="small">
              {truth.said.length > 0 && <span className="earned">Said: {truth.said.join('; ')}. </span>}
              {truth.missed.length > 0 && <span className="against">Left out: {truth.missed.join('; ')}.</span>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Everything that was asked and said, round by round, with the words that were quoted marked in it. */
export function Minutes({ result }: { readonly result: LoopResult }) {
  const { rounds, turns, packet } = result;
  const exhibits = [
    ...packet.votes.flatMap(({ strongest, weakest }) => [strongest, weakest]),
    packet.deciding?.exhibit ?? null,
  ].filter((one) => one !== null);
  if (turns.length === 0) return null;
  return (
    <details className="packet-minutes">
      <summary>
        <h2>Everything that was said</h2>
      </summary>
      {rounds.map(({ kind, interviewer, notReached }, round) => {
        const here = turns.map((turn, index) => ({ turn, index })).filter(({ turn }) => turn.round === round);
        return (
          here.length > 0 && (
            <section key={`${kind} ${round}`} aria-label={roundTitle(kind)}>
              <h3>
                {roundTitle(kind)}, {interviewer.name}
              </h3>
              <ol>
                {here.map(({ turn, index }) => (
                  <Turn key={index} turn={turn} index={index} exhibits={exhibits} />
                ))}
              </ol>
              {notReached.length > 0 && <p className="small soft">Not reached: {notReached.join(', ')}</p>}
            </section>
          )
        );
      })}
    </details>
  );
}

interface TurnProps {
  readonly turn: LoopTurn;
  readonly index: number;
  readonly exhibits: readonly Exhibit[];
}

function Turn({ turn, index, exhibits }: TurnProps) {
  return (
    <li>
      {turn.readings.map(({ question, text, score }, reading) => (
        <div key={question.id} id={`said-${index}-${reading}`} className={reading === 0 ? undefined : 'loop-followed'}>
          <p className="packet-asked">
            {question.text} <span className="tiny soft number">{points(score)}</span>
          </p>
          <p className="theirs packet-said">
            {text === '' ? (
              <span className="soft">Nothing said</span>
            ) : (
              inked(
                text,
                exhibits.filter((one) => one.turn === index && one.reading === reading),
              )
            )}
          </p>
          {reading === 0 &&
            turn.interruptions.map(({ line, quote, status }) => (
              <p key={line} className="packet-stopped">
                Stopped at <span className="theirs">“{quote}”</span>: {line}
                {status === 'held' && ' (floor held)'}
              </p>
            ))}
        </div>
      ))}
    </li>
  );
}

/** A text with the quoted ranges marked, overlaps left to the first. */
function inked(text: string, exhibits: readonly Exhibit[]): readonly ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { from, to, fault, level } of exhibits.toSorted((a, b) => a.from - b.from)) {
    if (from < at || to <= from) continue;
    const earned = fault === null && (level ?? 0) >= 2;
    pieces.push(
      text.slice(at, from),
      <mark key={from} className={`ink ${earned ? 'evidence' : fault === null ? 'thin' : 'fault'}`}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return [...pieces, text.slice(at)];
}
