import {
  type Answers,
  type CorpusAnswer,
  type Endpoints,
  type GradedAnswer,
  type OwnGrade,
  type Received,
  Refusal,
} from '../contract/index.ts';
import { agreementOf, errorBySignal } from '../panel/agreement.ts';
import type { Deps } from './deps.ts';

type In<K extends keyof Endpoints> = Received<Endpoints[K]>;
type Out<K extends keyof Endpoints> = Promise<Answers<Endpoints[K]>>;

export async function listCorpusAnswers(
  { corpus }: Deps,
  { query }: In<'listCorpusAnswers'>,
): Out<'listCorpusAnswers'> {
  const found = (await corpus.answers()).filter(
    ({ question }) =>
      (query.kind === undefined || question.kind === query.kind) &&
      (query.questionId === undefined || question.id === query.questionId),
  );
  return { answers: found.slice(0, query.limit), total: found.length };
}

export async function nextPanelAnswer(deps: Deps, { query }: In<'nextPanelAnswer'>): Out<'nextPanelAnswer'> {
  const graded = await gradedAnswers(deps);
  const seen = new Set(graded.map(({ answer }) => answer.id));
  const open = (await deps.corpus.answers()).filter(
    ({ id, question }) =>
      !seen.has(id) &&
      (query.kind === undefined || question.kind === query.kind) &&
      (query.signal === undefined || question.signals.includes(query.signal)),
  );
  const error = errorBySignal(graded);
  const worst = [...error].sort((a, b) => b[1] - a[1])[0]!;
  const weight = ({ question }: CorpusAnswer) => Math.max(...question.signals.map((signal) => error.get(signal) ?? 0));
  const next = open
    .map((answer) => ({ answer, order: weight(answer) + spread(`${graded.length}/${answer.id}`) * 0.2 }))
    .reduce<{ answer: CorpusAnswer; order: number } | null>(
      (best, one) => (best === null || one.order > best.order ? one : best),
      null,
    );
  return {
    answer: next?.answer ?? null,
    left: open.length,
    because:
      graded.length < 5
        ? 'The first answers are drawn from all kinds.'
        : `You are furthest from the panel on "${worst[0]}": off by ${worst[1].toFixed(1)} of a level on average.`,
  };
}

export async function gradeAnswer(deps: Deps, { body }: In<'gradeAnswer'>): Out<'gradeAnswer'> {
  const answer = (await deps.corpus.answers()).find(({ id }) => id === body.answerId);
  if (answer === undefined)
    throw new Refusal('not-found', `There is no answer "${body.answerId}" in the corpus.`, { field: 'answerId' });
  const missing = answer.question.signals.find((signal) => body.signals[signal] === undefined);
  if (missing !== undefined)
    throw new Refusal('bad-request', `The question calls for "${missing}", and the grade has no level for it.`, {
      field: `signals.${missing}`,
      mend: 'Give a level from 0 to 3.',
    });
  const invented = body.faults.findIndex(({ quote }) => !answer.text.includes(quote));
  if (invented !== -1)
    throw new Refusal('bad-request', 'The quote is not in the answer.', {
      field: `faults.${invented}.quote`,
      mend: 'Select the words in the answer.',
    });
  const own: OwnGrade = {
    ...body,
    signals: Object.fromEntries(answer.question.signals.map((signal) => [signal, body.signals[signal]!])),
  };
  const gradedAt = deps.clock();
  if (!(await deps.store.addGrade(own, gradedAt))) {
    const before = (await deps.store.grades()).find((grade) => grade.own.answerId === own.answerId);
    if (before === undefined || !sameGrade(before.own, own))
      throw new Refusal(
        'conflict',
        "You have graded this answer and seen the panel's grade; a second grade would not be your own.",
        {
          field: 'answerId',
          mend: 'Take the next answer.',
        },
      );
    return { answer, own: before.own, gradedAt: before.gradedAt, panel: [...(await deps.corpus.grades(answer.id))] };
  }
  return { answer, own, gradedAt, panel: [...(await deps.corpus.grades(answer.id))] };
}

export async function listGrades(deps: Deps, { query }: In<'listGrades'>): Out<'listGrades'> {
  const graded = await gradedAnswers(deps);
  return { grades: graded.slice(0, query.limit), agreement: agreementOf(graded) };
}

async function gradedAnswers({ store, corpus }: Deps): Promise<GradedAnswer[]> {
  const answers = new Map((await corpus.answers()).map((answer) => [answer.id, answer]));
  const graded: GradedAnswer[] = [];
  for (const { own, gradedAt } of await store.grades()) {
    const answer = answers.get(own.answerId);
    if (answer !== undefined) graded.push({ answer, own, gradedAt, panel: [...(await corpus.grades(answer.id))] });
  }
  return graded;
}

const sameGrade = (a: OwnGrade, b: OwnGrade) =>
  a.verdict === b.verdict &&
  Object.entries(a.signals).every(([signal, level]) => b.signals[signal as keyof OwnGrade['signals']] === level) &&
  JSON.stringify(a.faults) === JSON.stringify(b.faults);

/** A number in [0, 1) that depends on the key alone, so that the order is varied and the same every time (FNV-1a). */
function spread(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
