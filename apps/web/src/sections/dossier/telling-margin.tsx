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
  return (
    <div className="telling-margin">
      <OutlineList outline={outline} heading={heading} onShow={onShow} />
      {strikes.length > 0 && (
        <div>
          <h3>What would be stopped</h3>
          <ul className="mark-list">
            {strikes.slice(0, MOST).map((strike) => (
              <li key={`${strike.from}-${strike.rule}`} className={strike.struck ? 'mark struck' : 'mark'}>
                <button
                  type="button"
                  className="mark-quote theirs"
                  onClick={() => onShow(strike.from, strike.to)}
                  onMouseEnter={() => onLight(strike)}
                  onMouseLeave={() => onLight(null)}
                >
                  “{shorten(text.slice(strike.from, strike.to))}”
                </button>
                <p>
                  <strong>{ruleLabel(strike.rule)}.</strong> {strike.reason}
                </p>
                <p className="soft">{strike.mend}</p>
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

const RULES: Readonly<Record<string, string>> = {
  ...FAULT_LABELS,
  reinvention: 'Reinvention',
  lifted: 'Not your own words',
};
const ruleLabel = (rule: string): string => RULES[rule] ?? rule;

const shorten = (words: string): string => (words.length > 90 ? `${words.slice(0, 88)}…` : words);
