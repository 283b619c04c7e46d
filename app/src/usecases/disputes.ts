import { type Answers, type Dispute, type Endpoints, type Received, Refusal } from '../contract/index.ts';
import { reconsider } from '@legible/judge';
import type { Deps } from './deps.ts';

type In<K extends keyof Endpoints> = Received<Endpoints[K]>;
type Out<K extends keyof Endpoints> = Promise<Answers<Endpoints[K]>>;

export async function disputeLevel({ store, clock }: Deps, { params, body }: In<'disputeLevel'>): Out<'disputeLevel'> {
  const kept = await store.interview(params.id);
  if (kept === null) throw new Refusal('not-found', `There is no interview "${params.id}".`, { field: 'id' });
  if (kept.result === null)
    throw new Refusal('not-ready', 'This interview has not been judged yet.', { mend: 'Finish it first.' });
  const turn = kept.result.turns[body.turn];
  if (turn === undefined)
    throw new Refusal('bad-request', `This interview has ${kept.result.turns.length} turns.`, {
      field: 'turn',
      mend: `Use a number from 0 to ${kept.result.turns.length - 1}.`,
    });
  const reading = turn.judgment.signals.find(({ signal }) => signal === body.signal);
  if (reading === undefined)
    throw new Refusal('bad-request', `The question does not call for "${body.signal}".`, {
      field: 'signal',
      mend: `Use one of: ${turn.judgment.signals.map(({ signal }) => signal).join(', ')}.`,
    });
  const { from, to, text } = body.quote;
  if (text === '' || turn.answer.slice(from, to) !== text)
    throw new Refusal(
      'bad-request',
      'A dispute points to words of the answer, and these are not in it at that place.',
      {
        field: 'quote',
        mend: 'Select the words in the transcript.',
      },
    );
  const dispute: Dispute = {
    ...body,
    interviewId: params.id,
    judgeLevel: reading.level,
    reconsidered: reconsider(turn.answer, turn.question, body.signal, body.quote, body.ownLevel),
    createdAt: clock(),
  };
  if (await store.addDispute(dispute)) return dispute;
  const before = await store.dispute(body.id);
  if (before !== null && sameDispute(before, dispute)) return before;
  throw new Refusal('conflict', `The id "${body.id}" belongs to another dispute.`, {
    field: 'id',
    mend: 'Make a new id.',
  });
}

export async function withdrawDispute({ store }: Deps, { params }: In<'withdrawDispute'>): Out<'withdrawDispute'> {
  if (!(await store.removeDispute(params.id)))
    throw new Refusal('not-found', `There is no dispute "${params.id}".`, { field: 'id' });
  return { done: true };
}

export async function listDisputes({ store }: Deps): Out<'listDisputes'> {
  const disputes = [];
  for (const dispute of await store.disputes()) {
    const turn = (await store.interview(dispute.interviewId))?.result?.turns[dispute.turn];
    if (turn !== undefined) disputes.push({ ...dispute, question: turn.question, answer: turn.answer });
  }
  return { disputes };
}

const sameDispute = (a: Dispute, b: Dispute) =>
  a.interviewId === b.interviewId &&
  a.turn === b.turn &&
  a.signal === b.signal &&
  a.ownLevel === b.ownLevel &&
  a.quote.from === b.quote.from &&
  a.quote.to === b.quote.to &&
  a.note === b.note;
