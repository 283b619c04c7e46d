import type { LoopResult } from '@legible/app/contract/index';
import { VERDICT_NAMES } from '@legible/judge/rubric';
import type { Exhibit } from '@legible/loop';
import { ROUND_WEIGHT } from '@legible/loop/loop/presets';
import { FAULT_LABELS, SIGNAL_LABELS } from '../../paper/names.ts';
import { points, roundTitle, STYLE_LABELS } from './names.ts';

interface Props {
  readonly packet: LoopResult['packet'];
  readonly rounds: LoopResult['rounds'];
}

const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());

/** Each interviewer's vote from their own round alone, with its evidence, and what it would be without that evidence. */
export function Votes({ packet, rounds }: Props) {
  const weighed = new Set(packet.votes.map(({ kind }) => ROUND_WEIGHT[kind])).size > 1;
  return (
    <section aria-labelledby="votes-title">
      <h2 id="votes-title">Votes, each written before the debrief and from its own round alone</h2>
      <ol className="packet-votes">
        {packet.votes.map(({ round, kind, interviewer, role, vote, score, note, without, strongest }) => (
          <li key={round} className="packet-vote">
            <header>
              <h3>
                {interviewer}, {role}
              </h3>
              <p className="small soft">
                {roundTitle(kind)}. {STYLE_LABELS[rounds[round]?.interviewer.style ?? 'skeptic']}
              </p>
              <p className={vote >= 3 ? 'packet-vote-word earned' : 'packet-vote-word'}>
                {capital(VERDICT_NAMES[vote])}
              </p>
              <p className="small soft">
                {points(score)} of 4{weighed && `, weight ${ROUND_WEIGHT[kind]}`}
              </p>
            </header>
            <div>
              {note.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              {without.length > 0 && (
                <table className="packet-ablation">
                  <caption className="visually-hidden">The vote of {interviewer} without its evidence</caption>
                  <thead>
                    <tr>
                      <th scope="col">Taken away</th>
                      <th scope="col" className="number">
                        Vote
                      </th>
                      <th scope="col">Then</th>
                    </tr>
                  </thead>
                  <tbody>
                    {without.map(({ exhibit, score: after, vote: then }) => (
                      <tr key={`${exhibit.turn} ${exhibit.reading} ${exhibit.from}`}>
                        <th scope="row">
                          <a
                            href={`#said-${exhibit.turn}-${exhibit.reading}`}
                            className={exhibit === strongest || exhibit.fault === null ? 'theirs' : 'theirs against'}
                          >
                            “{exhibit.words}”
                          </a>
                          <span className="tiny soft packet-what">{whatOf(exhibit)}</span>
                        </th>
                        <td className="number">
                          {points(score)} to {points(after)}
                        </td>
                        <td>{then === vote ? 'unchanged' : capital(VERDICT_NAMES[then])}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What an exhibit shows, in a few words. */
function whatOf({ signal, level, fault }: Exhibit): string {
  if (fault !== null) return FAULT_LABELS[fault];
  return signal === null ? '' : `${SIGNAL_LABELS[signal]}${level === null ? '' : `, ${level} of 3`}`;
}
