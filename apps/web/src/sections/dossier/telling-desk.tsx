import { countWords, type Pace, type Telling } from '@legible/prep';
import { memo, useCallback, useId, useMemo, useRef, useState } from 'react';
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
  readonly telling: Telling;
  readonly text: string;
  /** Seconds it may take. */
  readonly seconds: number;
  /** The question it answers. */
  readonly asked: string;
  readonly reading: ReadReply | null;
  readonly pace: Pace;
  readonly register: (telling: Telling, handle: WordsEditorHandle | null) => void;
  readonly onChange: (telling: Telling, text: string) => void;
}

/** One telling: its time, its words with the pen in them, what is missing, what would be stopped, its levels. */
export const TellingDesk = memo(function TellingDesk({
  telling,
  text,
  seconds: allowed,
  asked,
  reading,
  pace,
  register,
  onChange,
}: Props) {
  const id = useId();
  const editor = useRef<WordsEditorHandle>(null);
  const [lit, setLit] = useState<{ from: number; to: number } | null>(null);
  const count = countWords(text);
  const seconds = (count / pace.wordsPerMinute) * 60;
  const marks = useMemo(() => inkOf(reading, lit), [reading, lit]);
  const show = useCallback((from: number, to: number) => editor.current?.show(from, to), []);
  const handle = useCallback(
    (made: WordsEditorHandle | null) => {
      editor.current = made;
      register(telling, made);
    },
    [register, telling],
  );
  const over = seconds - allowed;
  return (
    <section className="telling" aria-labelledby={id}>
      <div className="telling-words">
        <div className="row spread telling-head">
          <h2 id={id}>{HEADINGS[telling]}</h2>
          <p className="telling-time" data-words={count}>
            <span className={over > allowed * 0.15 ? 'telling-clock over' : 'telling-clock'}>
              {clock(Math.round(seconds))}
            </span>{' '}
            <span className="small soft">of {clock(allowed)}</span>
          </p>
        </div>
        <p className="tiny soft">
          {count} words {paceWords(pace)}.
          {over > allowed * 0.15 && ` Cut about ${Math.ceil((over / 60) * pace.wordsPerMinute)} words.`}
        </p>
        <WordsEditor
          handle={handle}
          label={`${HEADINGS[telling]}: your words`}
          placeholder={asked}
          value={text}
          onChange={(words) => onChange(telling, words)}
          marks={marks}
          marksOf={reading?.text ?? ''}
        />
        {reading?.trouble && <p className="notice">{reading.trouble}</p>}
      </div>
      <TellingMargin reading={reading} heading={HEADINGS[telling]} onShow={show} onLight={setLit} />
    </section>
  );
});

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
