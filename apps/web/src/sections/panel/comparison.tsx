import type { GradedAnswer, PanelGrade } from '@legible/app/contract/index';
import { LEVEL_NAMES, VERDICT_NAMES } from '@legible/judge/rubric';
import type { SignalId } from '@legible/judge/rubric';
import { useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import type { Action } from '../../actions/action.ts';
import { useActions } from '../../actions/store.ts';
import type { Mark } from '../../paper/marks.ts';
import { FAULT_LABELS, SIGNAL_LABELS } from '../../paper/names.ts';
import { Transcript } from '../../paper/transcript.tsx';
import type { Note } from '../../paper/transcript.tsx';

/** Your grade beside the panel's, with the words they stood on. */
export function Comparison({ graded, onNext }: { readonly graded: GradedAnswer; readonly onNext: () => void }) {
  const { answer, own, panel } = graded;
  const [lit, setLit] = useState<SignalId | null>(null);
  const [litNote, setLitNote] = useState<string | null>(null);
  const next: Action = { id: 'panel.next', label: 'Next answer', key: 'n', group: 'Panel', handler: onNext };
  useActions([next]);
  const { marks, notes } = inked(answer.text, panel);
  const means = answer.question.signals.map((signal) => ({ signal, off: offBy(graded, signal) }));
  const worst = means.toSorted((a, b) => Math.abs(b.off) - Math.abs(a.off))[0];

  return (
    <>
      <h2 className="panel-question">{answer.question.text}</h2>
      <p className="panel-result" role="status">
        {worst && Math.abs(worst.off) >= 1
          ? `You were too ${worst.off > 0 ? 'generous' : 'hard'} on ${SIGNAL_LABELS[worst.signal].toLowerCase()}, by ${trim(Math.abs(worst.off))} ${Math.abs(worst.off) === 1 ? 'level' : 'levels'}.`
          : 'You heard what the panel heard.'}
      </p>
      <div className="table-scroll">
        <table className="comparison">
          <thead>
            <tr>
              <th scope="col">Signal</th>
              <th scope="col">You</th>
              {panel.map(({ grader }) => (
                <th scope="col" key={grader}>
                  Grader {grader}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.question.signals.map((signal) => (
              <tr key={signal} onMouseEnter={() => setLit(signal)} onMouseLeave={() => setLit(null)}>
                <th scope="row">
                  <button
                    type="button"
                    className="signal-light"
                    onFocus={() => setLit(signal)}
                    onBlur={() => setLit(null)}
                    onClick={() => setLit(signal)}
                  >
                    {SIGNAL_LABELS[signal]}
                  </button>
                </th>
                <td>{named(own.signals[signal])}</td>
                {panel.map(({ grader, signals }) => (
                  <td key={grader}>{named(signals[signal])}</td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">Vote</th>
              <td>
                {own.verdict} {VERDICT_NAMES[own.verdict]}
              </td>
              {panel.map(({ grader, verdict }) => (
                <td key={grader}>
                  {verdict} {VERDICT_NAMES[verdict]}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      {panel.map(({ grader, why }) => (
        <p key={grader} className="why">
          <span className="label">Grader {grader}</span> {why}
        </p>
      ))}
      <div className="row">
        <ActionButton action={next} look="primary large" />
      </div>
      <div className="turn">
        <div className="turn-words">
          <Transcript
            label="The answer, marked by the panel"
            text={answer.text}
            marks={marks}
            notes={notes}
            litSignal={lit}
            litNote={litNote}
            onLightNote={setLitNote}
          />
        </div>
      </div>
    </>
  );
}

const named = (level: 0 | 1 | 2 | 3 | undefined) => (level === undefined ? '–' : `${level} ${LEVEL_NAMES[level]}`);
const trim = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));

/** Own level minus the panel's mean. */
function offBy({ own, panel }: GradedAnswer, signal: SignalId): number {
  const theirs = panel.map(({ signals }) => signals[signal]).filter((level) => level !== undefined);
  const mine = own.signals[signal];
  if (theirs.length === 0 || mine === undefined) return 0;
  return mine - theirs.reduce<number>((sum, level) => sum + level, 0) / theirs.length;
}

function inked(text: string, panel: readonly PanelGrade[]): { marks: Mark[]; notes: Note[] } {
  const marks: Mark[] = [];
  const notes: Note[] = [];
  for (const { grader, faults, spans } of panel) {
    for (const [signal, quote] of Object.entries(spans)) {
      const from = text.indexOf(quote);
      if (quote && from >= 0)
        marks.push({
          id: `${grader}-${signal}`,
          kind: 'evidence',
          from,
          to: from + quote.length,
          signal: signal as SignalId,
        });
    }
    for (const { id, quote } of faults) {
      const from = text.indexOf(quote);
      const key = `${grader}-${id}`;
      const same = notes.find((note) => note.id.endsWith(`-${id}`));
      if (quote === '' || from < 0 || same) continue;
      const number = notes.length + 1;
      marks.push({ id: key, kind: 'fault', from, to: from + quote.length, note: number });
      notes.push({
        id: key,
        number,
        tone: 'red',
        at: from,
        body: (
          <p>
            <strong>{FAULT_LABELS[id]}.</strong> Marked by grader {grader}.
          </p>
        ),
      });
    }
  }
  return { marks, notes: notes.toSorted((a, b) => a.at - b.at) };
}
