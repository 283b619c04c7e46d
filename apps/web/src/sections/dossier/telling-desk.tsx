import type { Question } from '@legible/judge';
import { countWords, secondsOf, textOf, type Item, type Pace, type Telling } from '@legible/prep';
import { useId, useRef, useState } from 'react';
import { clock, FAULT_LABELS, levelWords, SIGNAL_LABELS, verdictWords } from '../../paper/names.ts';
import { LevelScale } from '../../paper/level-scale.tsx';
import { paceWords } from '../../server/pace.ts';
import type { EditorMark } from './editor/marks.ts';
import { WordsEditor, type WordsEditorHandle } from './editor/words-editor.tsx';
import { OutlineList } from './outline-list.tsx';
import type { ReadReply } from './protocol.ts';

const HEADINGS: Record<Telling, string> = {
  short: 'In a minute',
  long: 'In three minutes',
  text: 'As you would say it',
};

interface Props {
  readonly item: Item;
  readonly telling: Telling;
  readonly question: Question;
  readonly reading: ReadReply | null;
  readonly pace: Pace;
  readonly handle: (handle: WordsEditorHandle | null) => void;
  readonly onChange: (text: string) => void;
}

/** One telling: its time, its words with the pen in them, what is missing, what would be stopped, its levels. */
export function TellingDesk({ item, telling, question, reading, pace, handle, onChange }: Props) {
  const id = useId();
  const editor = useRef<WordsEditorHandle>(null);
  const [lit, setLit] = useState<{ from: number; to: number } | null>(null);
  const text = textOf(item, telling);
  const seconds = secondsOf(text, pace);
  const marks = inkOf(reading, text, lit);
  const show = (from: number, to: number) => editor.current?.show(from, to);
  const over = seconds - question.seconds;
  return (
    <section className="telling" aria-labelledby={id}>
      <div className="telling-words">
        <div className="row spread telling-head">
          <h2 id={id}>{HEADINGS[telling]}</h2>
          <p className="telling-time" data-words={countWords(text)}>
            <span className={over > question.seconds * 0.15 ? 'telling-clock over' : 'telling-clock'}>
              {clock(Math.round(seconds))}
            </span>{' '}
            <span className="small soft">of {clock(question.seconds)}</span>
          </p>
        </div>
        <p className="tiny soft">
          {countWords(text)} words {paceWords(pace)}.
          {over > question.seconds * 0.15 && ` Cut about ${Math.ceil((over / 60) * pace.wordsPerMinute)} words.`}
        </p>
        <WordsEditor
          handle={(made) => {
            editor.current = made;
            handle(made);
          }}
          label={`${HEADINGS[telling]}: your words`}
          placeholder={question.text}
          value={text}
          onChange={onChange}
          marks={marks}
          marksOf={reading?.text ?? ''}
        />
        {reading?.trouble && <p className="notice">{reading.trouble}</p>}
      </div>
      <div className="telling-margin">
        {reading && <OutlineList outline={reading.outline} onShow={show} />}
        {reading && reading.strikes.length > 0 && (
          <section aria-label="What would be stopped">
            <h3>What would be stopped</h3>
            <ul className="mark-list">
              {reading.strikes.map((strike) => (
                <li key={`${strike.from}-${strike.rule}`} className={strike.struck ? 'mark struck' : 'mark'}>
                  <button
                    type="button"
                    className="mark-quote theirs"
                    onClick={() => show(strike.from, strike.to)}
                    onMouseEnter={() => setLit(strike)}
                    onMouseLeave={() => setLit(null)}
                  >
                    “{shorten(reading.text.slice(strike.from, strike.to))}”
                  </button>
                  <p>
                    <strong>{ruleLabel(strike.rule)}.</strong> {strike.reason}
                  </p>
                  <p className="soft">{strike.mend}</p>
                </li>
              ))}
            </ul>
          </section>
        )}
        {reading?.judgment && (
          <section aria-label="Levels">
            <h3>Read as an answer: {verdictWords(reading.judgment.verdict, reading.judgment.verdictSet)}</h3>
            <ul className="draft-levels">
              {reading.judgment.signals.map(({ signal, level, set }) => (
                <li key={signal}>
                  <span>{SIGNAL_LABELS[signal]}</span> <LevelScale level={level} set={set} />
                  <span className="tiny soft">{levelWords(level, set)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </section>
  );
}

function inkOf(reading: ReadReply | null, text: string, lit: { from: number; to: number } | null): EditorMark[] {
  if (reading === null) return [];
  const evidence = reading.text === text ? (reading.judgment?.signals ?? []).flatMap((signal) => signal.evidence) : [];
  return [
    ...evidence.map(({ from, to }) => ({ from, to, look: 'earned' as const })),
    ...reading.strikes.map(({ from, to, struck }) => ({
      from,
      to,
      look: struck ? ('struck' as const) : ('questioned' as const),
    })),
    ...(lit ? [{ from: lit.from, to: lit.to, look: 'lit' as const }] : []),
  ];
}

const RULES: Readonly<Record<string, string>> = {
  ...FAULT_LABELS,
  reinvention: 'Reinvention',
  lifted: 'Not your own words',
};
const ruleLabel = (rule: string): string => RULES[rule] ?? rule;

const shorten = (words: string): string => (words.length > 90 ? `${words.slice(0, 88)}…` : words);
