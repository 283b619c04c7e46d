import { compareWithDraft, held, type Comparison, type Rehearsal } from '@legible/prep';
import { useMemo } from 'react';
import { LevelScale } from '../../paper/level-scale.tsx';
import { clock, FAULT_LABELS, levelWords, plural, SIGNAL_LABELS, verdictWords } from '../../paper/names.ts';

interface Props {
  readonly draft: string;
  readonly rehearsal: Rehearsal;
  readonly pasted: boolean;
}

/** How it was heard, and what the draft has that was not said. */
export function HeardView({ draft, rehearsal, pasted }: Props) {
  const { said, seconds, allowed, cold, verdict, verdictSet, signals, faults } = rehearsal;
  const comparison = useMemo(() => compareWithDraft(draft, said, seconds, allowed), [draft, said, seconds, allowed]);
  return (
    <div className="heard">
      <section aria-label="The vote">
        <p className="heard-word">
          {held(rehearsal) ? (cold ? 'It held, cold.' : 'It held, with the draft fresh.') : 'It did not hold.'}
        </p>
        <p>
          The vote: <strong>{verdictWords(verdict, verdictSet)}</strong>. {timeWords(comparison, rehearsal)}
        </p>
        {pasted && (
          <p className="notice">
            It came faster than anyone types, so it was pasted and not said. It does not count as cold.
          </p>
        )}
        <ul className="draft-levels">
          {signals.map(({ signal, level, set }) => (
            <li key={signal}>
              <span>{SIGNAL_LABELS[signal]}</span> <LevelScale level={level} set={set} />
              <span className="tiny soft">{levelWords(level, set)}</span>
            </li>
          ))}
        </ul>
        {faults.length > 0 && (
          <p className="small">
            You would have been stopped for:{' '}
            {[...new Set(faults)].map((fault) => FAULT_LABELS[fault].toLowerCase()).join(', ')}.
          </p>
        )}
      </section>
      <Against comparison={comparison} drafted={draft.trim() !== ''} />
    </div>
  );
}

function timeWords({ words, wordsPerMinute, over }: Comparison, { seconds, allowed, spoken }: Rehearsal): string {
  const took = spoken
    ? `${words} words in ${clock(seconds)}, ${wordsPerMinute} a minute`
    : `You typed ${words} words; said at your pace they take ${clock(seconds)}`;
  return over > 0
    ? `${took}: ${clock(over)} over ${clock(allowed)}.`
    : `${took}: ${clock(-over)} left of ${clock(allowed)}.`;
}

function Against({ comparison, drafted }: { readonly comparison: Comparison; readonly drafted: boolean }) {
  const { dropped, lost, added, fillers } = comparison;
  const words = Map.groupBy(fillers, ({ word }) => word);
  return (
    <section className="against" aria-label="Against the draft">
      {drafted && (
        <>
          <h2>What you dropped</h2>
          {dropped.length === 0 ? (
            <p className="small soft">Nothing that carries meaning.</p>
          ) : (
            <ul className="against-list">
              {dropped.map(({ from, text }) => (
                <li key={from} className="theirs dropped">
                  {text}
                </li>
              ))}
            </ul>
          )}
          {lost.length > 0 && (
            <p className="small">
              Figures of the draft that were not said: <strong>{lost.join(', ')}</strong>.
            </p>
          )}
          <h2>What you added</h2>
          {added.length === 0 ? (
            <p className="small soft">Nothing.</p>
          ) : (
            <ul className="against-list">
              {added.map(({ from, text }) => (
                <li key={from} className="theirs added">
                  {text}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {!drafted && <p className="small soft">There is no draft of this telling to compare it with.</p>}
      <h2>Fillers</h2>
      <p className="small">
        {fillers.length === 0
          ? 'None.'
          : `${plural(fillers.length, 'filler')}: ${[...words].map(([word, all]) => `“${word}” ${all.length}`).join(', ')}. Say nothing instead; a pause reads as thought.`}
      </p>
    </section>
  );
}
