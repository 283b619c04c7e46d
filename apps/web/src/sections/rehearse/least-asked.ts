import type { InterviewSummary } from '@legible/app/contract/index';
import type { Question, SignalId } from '@legible/judge';

/** The question on a signal that was asked least, the shortest of those. */
export function leastAsked(
  interviews: readonly InterviewSummary[],
  questions: readonly Question[],
  signal: SignalId,
): Question | undefined {
  const times = (question: Question): number => interviews.filter((one) => one.question.id === question.id).length;
  return questions
    .filter(({ signals }) => signals.includes(signal))
    .toSorted((a, b) => times(a) - times(b) || a.seconds - b.seconds)[0];
}
