import type { Question } from '@legible/judge';
import { countWords, textOf, type Item, type Pace, type Telling } from '@legible/prep';
import { useCallback, useId, useMemo, useRef, useState } from 'react';
import { clock } from '../../paper/names.ts';
import { paceWords } from '../../server/pace.ts';
import type { EditorMark } from './editor/marks.ts';
import { WordsEditor, type WordsEditorHandle } from './editor/words-editor.tsx';
import type { ReadReply } from './protocol.ts';
import { TellingMargin } from './telling-margin.tsx';

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
  const count = countWords(text);
  const seconds = (count / pace.wordsPerMinute) * 60;
  const marks = useMemo(() => inkOf(reading, lit), [reading, lit]);
  const show = useCallback((from: number, to: number) => editor.current?.show(from, to), []);
  const over = seconds - question.seconds;
  return (
    <section className="telling" aria-labelledby={id}>
      <div className="telling-words">
        <div className="row spread telling-head">
          <h2 id={id}>{HEADINGS[telling]}</h2>
          <p className="telling-time" data-words={count}>
            <span className={over > question.seconds * 0.15 ? 'telling-clock over' : 'telling-clock'}>
              {clock(Math.round(seconds))}
            </span>{' '}
            <span className="small soft">of {clock(question.seconds)}</span>
          </p>
        </div>
        <p className="tiny soft">
          {count} words {paceWords(pace)}.
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
      <TellingMargin reading={reading} heading={HEADINGS[telling]} onShow={show} onLight={setLit} />
    </section>
  );
}

function inkOf(reading: ReadReply | null, lit: { from: number; to: number } | null): EditorMark[] {
  if (reading === null) return [];
  const evidence = reading.fresh ? (reading.judgment?.signals ?? []).flatMap((signal) => signal.evidence) : [];
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
