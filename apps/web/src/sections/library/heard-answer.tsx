import type { FaultId, SignalId } from '@legible/judge/rubric';
import type { LibraryEntry } from '@legible/prep/library/index';
import { useState } from 'react';
import type { Mark } from '../../paper/marks.ts';
import { FAULT_LABELS, SIGNAL_LABELS } from '../../paper/names.ts';
import { type Note, Transcript } from '../../paper/transcript.tsx';

interface Heard {
  readonly from: number;
  readonly to: number;
  readonly faults: readonly FaultId[];
  readonly signals: readonly SignalId[];
  readonly graders: readonly string[];
}

/** The answer with the graders' marks: in red what they would have stopped, in green what earned something. */
export function HeardAnswer({ entry }: { readonly entry: LibraryEntry }) {
  const [lit, setLit] = useState<string | null>(null);
  const marks: Mark[] = [];
  const notes: Note[] = [];
  heardIn(entry).forEach(({ from, to, faults, signals, graders }, index) => {
    const id = `heard-${index}`;
    const number = index + 1;
    const red = faults.length > 0;
    marks.push({ id, kind: red ? 'fault' : 'evidence', from, to, note: number });
    notes.push({
      id,
      number,
      tone: red ? 'red' : 'green',
      at: from,
      body: (
        <p>
          <strong>
            {(red ? faults.map((fault) => FAULT_LABELS[fault]) : signals.map((signal) => SIGNAL_LABELS[signal])).join(
              ', ',
            )}
          </strong>{' '}
          <span className="soft">{graders.length > 1 ? 'both graders' : `grader ${graders[0]}`}</span>
        </p>
      ),
    });
  });
  return (
    <Transcript
      text={entry.before}
      marks={marks}
      notes={notes}
      litSignal={null}
      litNote={lit}
      onLightNote={setLit}
      label="The answer as it was given"
    />
  );
}

/** The graders' quotes in the order of the answer; what two of them quote alike is one mark. */
function heardIn({ before, heard }: LibraryEntry): Heard[] {
  const found: Heard[] = [];
  const add = (quote: string, grader: string, fault: FaultId | null, signal: SignalId | null) => {
    const from = before.indexOf(quote);
    if (quote === '' || from === -1) return;
    const to = from + quote.length;
    const index = found.findIndex(
      (one) => one.faults.length > 0 === (fault !== null) && one.from < to && one.to > from,
    );
    const one = found[index] ?? { from, to, faults: [], signals: [], graders: [] };
    const joined: Heard = {
      from: Math.min(one.from, from),
      to: Math.max(one.to, to),
      faults: fault === null || one.faults.includes(fault) ? one.faults : [...one.faults, fault],
      signals: signal === null || one.signals.includes(signal) ? one.signals : [...one.signals, signal],
      graders: one.graders.includes(grader) ? one.graders : [...one.graders, grader],
    };
    if (index === -1) found.push(joined);
    else found[index] = joined;
  };
  for (const { grader, faults, spans } of heard) {
    for (const { id, quote } of faults) add(quote, grader, id, null);
    for (const [signal, quote] of Object.entries(spans)) add(quote, grader, null, signal as SignalId);
  }
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}
