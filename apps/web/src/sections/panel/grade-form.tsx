import type { CorpusAnswer, GradedAnswer, OwnGrade } from '@legible/app/contract/index';
import { FAULTS, LEVEL_NAMES, VERDICT_NAMES } from '@legible/judge/rubric';
import type { FaultId, Level, SignalId, Verdict } from '@legible/judge/rubric';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import type { Action } from '../../actions/action.ts';
import { useActions } from '../../actions/store.ts';
import { FAULT_LABELS, SIGNAL_ABOUT, SIGNAL_LABELS } from '../../paper/names.ts';
import { selectionIn } from '../../paper/selection.ts';
import { Transcript } from '../../paper/transcript.tsx';
import { server } from '../../server/server.ts';
import { Trouble } from '../../shell/fallbacks.tsx';
import { NumeralChoice } from './numeral-choice.tsx';

interface Props {
  readonly answer: CorpusAnswer;
  readonly because: string;
  readonly onGraded: (graded: GradedAnswer) => void;
}

const LEVELS: readonly Level[] = [0, 1, 2, 3];
const VERDICTS: readonly Verdict[] = [1, 2, 3, 4];

/** An answer of the corpus, to be graded before its grades are shown. */
export function GradeForm({ answer, because, onGraded }: Props) {
  const [levels, setLevels] = useState<Partial<Record<SignalId, Level>>>({});
  const [verdict, setVerdict] = useState<Verdict>();
  const [faults, setFaults] = useState<OwnGrade['faults']>([]);
  const grade = useMutation({ mutationFn: (own: OwnGrade) => server.gradeAnswer({ body: own }), onSuccess: onGraded });
  const missing = answer.question.signals.filter((signal) => levels[signal] === undefined);
  const ready = missing.length === 0 && verdict !== undefined;

  const submit: Action = {
    id: 'panel.submit',
    label: 'Show the panel’s grade',
    key: 'Mod+Enter',
    group: 'Panel',
    enabled: ready && !grade.isPending,
    handler: () => {
      if (verdict !== undefined) grade.mutate({ answerId: answer.id, signals: levels, verdict, faults });
    },
  };
  useActions([submit]);

  const toggle = (id: FaultId) => {
    const range = selectionIn('panel-answer', answer.text);
    setFaults((before) =>
      before.some((fault) => fault.id === id)
        ? before.filter((fault) => fault.id !== id)
        : [...before, { id, quote: range ? answer.text.slice(range.from, range.to) : '' }],
    );
  };

  return (
    <>
      <h2 className="panel-question">{answer.question.text}</h2>
      <p className="small soft">{because}</p>
      <Transcript id="panel-answer" label="The answer to grade" text={answer.text} marks={[]} notes={[]} />
      <div className="grade">
        {answer.question.signals.map((signal) => (
          <div className="grade-row" key={signal}>
            <div>
              <h3>{SIGNAL_LABELS[signal]}</h3>
              <p className="tiny soft">{SIGNAL_ABOUT[signal]}</p>
            </div>
            <div className="grade-choice">
              <NumeralChoice
                label={SIGNAL_LABELS[signal]}
                values={LEVELS}
                names={LEVEL_NAMES}
                value={levels[signal]}
                onChange={(level) => setLevels((before) => ({ ...before, [signal]: level }))}
              />
              <span className="small grade-name">
                {levels[signal] === undefined ? '' : LEVEL_NAMES[levels[signal]]}
              </span>
            </div>
          </div>
        ))}
        <div className="grade-row">
          <div>
            <h3>Your vote</h3>
            <p className="tiny soft">One person’s vote, on this answer alone.</p>
          </div>
          <div className="grade-choice">
            <NumeralChoice
              label="Your vote"
              values={VERDICTS}
              names={VERDICT_NAMES}
              value={verdict}
              onChange={setVerdict}
            />
            <span className="small grade-name">{verdict === undefined ? '' : VERDICT_NAMES[verdict]}</span>
          </div>
        </div>
        <details className="grade-faults">
          <summary>Faults you would stop for ({faults.length})</summary>
          <p className="tiny soft">Select the words in the answer first, if words show it.</p>
          <div className="fault-choices">
            {FAULTS.map((id) => {
              const marked = faults.find((fault) => fault.id === id);
              return (
                <label key={id} className="fault-choice small">
                  <input type="checkbox" checked={marked !== undefined} onChange={() => toggle(id)} />
                  <span>
                    {FAULT_LABELS[id]}
                    {marked?.quote && <q className="theirs"> {marked.quote}</q>}
                  </span>
                </label>
              );
            })}
          </div>
        </details>
      </div>
      {grade.error && <Trouble error={grade.error} />}
      <div className="row">
        <ActionButton action={submit} look="primary large" />
        {!ready && (
          <span className="small soft">
            {missing.length > 0
              ? `Still to grade: ${missing.map((signal) => SIGNAL_LABELS[signal]).join(', ')}`
              : 'Now your vote'}
          </span>
        )}
      </div>
    </>
  );
}
