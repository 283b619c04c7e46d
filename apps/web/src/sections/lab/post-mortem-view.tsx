import { markReply } from '@legible/lab';
import type { RunQuestion, RunResult } from '@legible/lab';
import { useState } from 'react';
import { dollars } from './kept.ts';
import { LedgerView } from './ledger-view.tsx';

function Asked({ question }: { readonly question: RunQuestion }) {
  const [reply, setReply] = useState('');
  const [shown, setShown] = useState(false);
  const marked = shown ? markReply(question, reply) : null;
  return (
    <div className="lab-field">
      <label htmlFor={question.id}>{question.question}</label>
      <textarea
        id={question.id}
        className="textarea"
        value={reply}
        readOnly={shown}
        onChange={(event) => setReply(event.target.value)}
      />
      <div>
        <button type="button" className="button" disabled={shown || reply.trim() === ''} onClick={() => setShown(true)}>
          Mark it
        </button>
      </div>
      <div role="status">
        {marked && (
          <>
            {marked.said.length > 0 && <p>You said: {marked.said.join('; ')}.</p>}
            {marked.missed.length > 0 && <p>You left out: {marked.missed.join('; ')}.</p>}
            <p>The truth: {question.answer}</p>
          </>
        )}
      </div>
    </div>
  );
}

/** The truth, the bill, and what each decision cost. */
export function PostMortemView({ result }: { readonly result: RunResult }) {
  const { prediction, firstLie, decisions, shapley } = result;
  const dearestFirst = decisions.toSorted((a, b) => (b.cost ?? -Infinity) - (a.cost ?? -Infinity));
  return (
    <section className="stack">
      <h2>The truth</h2>
      <p>
        You predicted {dollars(prediction.saves)} saved; it was {dollars(prediction.saved)}. You predicted that “
        {prediction.firstFailure}” fails first; it was {prediction.failedFirst ?? 'nothing'}.
      </p>
      {firstLie && (
        <p>
          <strong>What lied first: {firstLie.stage}.</strong> {firstLie.says} {firstLie.how}
        </p>
      )}
      <LedgerView result={result} />
      <h3>What each decision cost, against the {result.reference} plan</h3>
      <div className="lab-scroll" tabIndex={0} role="region" aria-label="What each decision cost">
        <table>
          <tbody>
            {dearestFirst.map(({ decision, title, cost, note }) => {
              const share = shapley?.shares.find(({ player }) => player === decision);
              return (
                <tr key={decision}>
                  <th scope="row">{title}</th>
                  <td className="number">{cost === null ? 'cannot be told' : dollars(cost)}</td>
                  <td>
                    {note}
                    {share &&
                      `. Its share with the others: ${dollars(share.value)} (${dollars(share.low)} to ${dollars(share.high)}).`}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <h3>Three questions about your run</h3>
      {result.questions.map((question) => (
        <Asked key={question.id} question={question} />
      ))}
    </section>
  );
}
