import type { Strike } from '@legible/prep';
import { memo } from 'react';
import { LevelScale } from '../../paper/level-scale.tsx';
import { FAULT_LABELS, levelWords, plural, SIGNAL_LABELS, verdictWords } from '../../paper/names.ts';
import { OutlineList } from './outline-list.tsx';
import type { ReadReply } from './protocol.ts';

interface Props {
  readonly reading: ReadReply | null;
  readonly heading: string;
  readonly onShow: (from: number, to: number) => void;
  readonly onLight: (words: { from: number; to: number } | null) => void;
}

/** Notes shown at most; a text with more has one thing to mend first. */
const MOST = 12;

/** Beside the words: the outline with its gaps, what would be stopped, the levels. Drawn again only for a new reading. */
export const TellingMargin = memo(function TellingMargin({ reading, heading, onShow, onLight }: Props) {
  if (reading === null) return <div className="telling-margin" />;
  const { strikes, outline, text, judgment } = reading;
  const places = byPlace(strikes);
  return (
    <div className="telling-margin">
      <OutlineList outline={outline} heading={heading} onShow={onShow} />
      {strikes.length > 0 && (
        <div>
          <h3>What would be stopped</h3>
          <ul className="mark-list">
            {places.slice(0, MOST).map(([first, ...more]) => (
              <li key={`${first.from}-${first.to}`} className={first.struck ? 'mark struck' : 'mark'}>
                <button
                  type="button"
                  className="mark-quote theirs"
                  onClick={() => onShow(first.from, first.to)}
                  onMouseEnter={() => onLight(first)}
                  onMouseLeave={() => onLight(null)}
                >
                  “{shorten(text.slice(first.from, first.to))}”
                </button>
                {[first, ...more].map(({ rule, reason, mend }) => (
                  <div key={rule}>
                    <p>
                      <strong>{ruleLabel(rule)}.</strong> {reason}
                    </p>
                    <p className="soft">{mend}</p>
                  </div>
                ))}
              </li>
            ))}
          </ul>
          {strikes.length > MOST && (
            <p className="soft">And {plural(strikes.length - MOST, 'more mark')} further on.</p>
          )}
        </div>
      )}
      {judgment && (
        <div>
          <h3>Read as an answer: {verdictWords(judgment.verdict, judgment.verdictSet)}</h3>
          <ul className="draft-levels">
            {judgment.signals.map(({ signal, level, set }) => (
              <li key={signal}>
                <span>{SIGNAL_LABELS[signal]}</span> <LevelScale level={level} set={set} />
                <span className="tiny soft">{levelWords(level, set)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
});

/** Marks on the very same words together, what is struck out first. */
function byPlace(strikes: readonly Strike[]): (readonly [Strike, ...Strike[]])[] {
  return [...Map.groupBy(strikes, ({ from, to }) => `${from}-${to}`).values()].flatMap((own) => {
    const [first, ...more] = own.toSorted((a, b) => Number(b.struck) - Number(a.struck));
    return first ? [[first, ...more] as const] : [];
  });
}

const RULES: Readonly<Record<string, string>> = {
  ...FAULT_LABELS,
  reinvention: 'Reinvention',
  lifted: 'Not your own words',
};
const ruleLabel = (rule: string): string => RULES[rule] ?? rule;

const shorten = (words: string): string => (words.length > 90 ? `${words.slice(0, 88)}…` : words);
