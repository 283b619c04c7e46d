import type { Judgment, Question, SignalId } from '@legible/judge';
import { markReply } from '@legible/lab';
import type { RunQuestion } from '@legible/lab';
import { useEffect, useState } from 'react';
import { LevelScale } from '../../../paper/level-scale.tsx';
import { FAULT_LABELS, levelWords, SIGNAL_LABELS, verdictWords } from '../../../paper/names.ts';
import { judgeOnce } from '../../dossier/use-judgments.ts';

interface Props {
  readonly question: RunQuestion;
  /** What was replied before, if anything was. */
  readonly kept: string | undefined;
  readonly onReply: (reply: string) => void;
}

const SECONDS = 90;

const asAsked = ({ id, question, kind, signals }: RunQuestion): Question => ({
  id: `lab-${id}`,
  kind,
  signals: signals as readonly SignalId[],
  seconds: SECONDS,
  text: question,
});

/** One question about one's own run: answered in words, then marked against the truth and read by the judge. */
export function QuestionCard({ question, kept, onReply }: Props) {
  const [reply, setReply] = useState(kept ?? '');
  const shown = kept !== undefined;
  const marked = shown ? markReply(question, kept) : null;
  return (
    <div className="stack lab-question">
      <label htmlFor={`question-${question.id}`}>{question.question}</label>
      <textarea
        id={`question-${question.id}`}
        className="textarea theirs"
        value={reply}
        readOnly={shown}
        placeholder="Two to five sentences, as you would say them to a panel."
        onChange={(event) => setReply(event.target.value)}
      />
      {!shown && (
        <div>
          <button type="button" className="button" disabled={reply.trim() === ''} onClick={() => onReply(reply)}>
            Mark it
          </button>
        </div>
      )}
      <div role="status" className="stack">
        {marked && (
          <>
            <h4>Against the truth</h4>
            {marked.said.length > 0 && <p>You said: {marked.said.join('; ')}.</p>}
            {marked.missed.length > 0 && <p>You left out: {marked.missed.join('; ')}.</p>}
            <p className="lab-prose">
              <strong>It was:</strong> {question.answer}
            </p>
          </>
        )}
      </div>
      {shown && <Judged question={question} reply={kept} />}
    </div>
  );
}

function Judged({ question, reply }: { readonly question: RunQuestion; readonly reply: string }) {
  const [judgment, setJudgment] = useState<Judgment | null>(null);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    let live = true;
    judgeOnce(reply, asAsked(question)).then(
      (found) => live && setJudgment(found),
      (error: unknown) => live && setTrouble(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      live = false;
    };
  }, [question, reply]);
  if (trouble) return <p className="small soft">The judge could not read it: {trouble}</p>;
  if (!judgment) return <p className="small soft">The judge is reading…</p>;
  return (
    <div className="stack">
      <h4>As a panel would hear it: {verdictWords(judgment.verdict, judgment.verdictSet)}</h4>
      <ul className="lab-levels">
        {judgment.signals
          .filter(({ signal }) => (question.signals as readonly string[]).includes(signal))
          .map(({ signal, level, set, evidence }) => (
            <li key={signal}>
              <span>{SIGNAL_LABELS[signal]}</span> <LevelScale level={level} set={set} />
              <span className="visually-hidden">{levelWords(level, set)}</span>
              {evidence[0] && <q className="theirs small">{evidence[0].text.trim()}</q>}
            </li>
          ))}
      </ul>
      {judgment.findings.slice(0, 3).map(({ fault, reason, better, quote }) => (
        <p key={`${fault} ${quote.from}`} className="small">
          <strong>{FAULT_LABELS[fault]}.</strong> {reason} {better}
        </p>
      ))}
    </div>
  );
}
