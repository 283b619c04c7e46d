import {
  sayBack,
  tryScript,
  COUNTERPARTS,
  read,
  context,
  open,
  type CandidateSheet,
} from '@legible/offers/negotiation/index';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { recordsQuery } from '../../server/prep.ts';

const DAYS = [1, 2, 3, 4, 5];

/** The compensation script of the dossier as first words to everyone: what it gets. */
export function ScriptCheck({ mine }: { readonly mine: CandidateSheet }) {
  const { data } = useQuery(recordsQuery);
  const item = data?.items.find(({ item: one }) => one.type === 'script' && one.body.kind === 'compensation');
  const text = item?.item.type === 'script' ? item.item.body.text.trim() : '';
  const rows = useMemo(
    () =>
      text === ''
        ? []
        : COUNTERPARTS.map(({ id, name, role }) => {
            const results = DAYS.map((seed) => tryScript(text, id, seed, mine));
            const gained = results.reduce((sum, one) => sum + one.gained, 0) / DAYS.length;
            return { id, name, role, gained, says: results[0]?.state.turns.at(-1)?.text ?? '' };
          }),
    [text, mine],
  );
  const first = COUNTERPARTS[0];
  const reading = useMemo(
    () => (text === '' || !first ? null : read(text, context(open(first.id, 1, mine)))),
    [text, first, mine],
  );
  if (!data) return null;
  return (
    <section className="stack">
      <h2>What your compensation script gets</h2>
      {rows.length === 0 ? (
        <p className="prose soft">
          You have no compensation script yet. <Link to="/dossier">Write it</Link>, and it is tried here as first words
          to everyone.
        </p>
      ) : (
        <>
          <blockquote className="theirs script">{text}</blockquote>
          {reading && (
            <ul className="read-list small">
              {reading.acts.map((act, i) => (
                <li key={i}>{sayBack(act, 'USD')}</li>
              ))}
              {reading.unclear.map(({ ask, quote }) => (
                <li key={quote + ask}>
                  Not clear, and left out: “{quote}” {ask}
                </li>
              ))}
              {reading.acts.length + reading.unclear.length === 0 && <li>Nothing in it asks for anything.</li>}
            </ul>
          )}
          <div className="scroll-x" tabIndex={0} role="region" aria-label="What the script gets">
            <table>
              <thead>
                <tr>
                  <th scope="col">Said to</th>
                  <th scope="col" className="number">
                    Points gained
                  </th>
                  <th scope="col">What they say to it on day one</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ id, name, role, gained, says }) => (
                  <tr key={id}>
                    <td>
                      {name}, {role.toLowerCase()}
                    </td>
                    <td className="number">{gained.toFixed(1)}</td>
                    <td className="theirs">{says}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="tiny soft">
            Mean over five days, as points on your sheet, after the first exchange and an approval where one is needed.
          </p>
        </>
      )}
    </section>
  );
}
