import type { InterviewSummary } from '@legible/app/contract/index';
import type { Level, Question, SignalId } from '@legible/judge';
import { LEVEL_NAMES, SIGNALS } from '@legible/judge/rubric';
import { SIGNAL_LABELS } from '../../paper/names.ts';

/** The one thing to do now, and why. */
export type NextThing =
  | { readonly kind: 'resume'; readonly interview: InterviewSummary; readonly why: string }
  | { readonly kind: 'ask'; readonly question: Question; readonly why: string };

/** Where a newcomer starts: narrow, technical, and the place where most answers are stopped. */
const FIRST_QUESTION = 'p-imbalance';

/** An interview to finish, else a question for the signal that has been weakest of late and was asked least. */
export function nextThing(interviews: readonly InterviewSummary[], questions: readonly Question[]): NextThing | null {
  const running = interviews.find(({ status }) => status === 'running');
  if (running)
    return {
      kind: 'resume',
      interview: running,
      why: 'You left this one in the middle. The clock stopped when you did.',
    };

  const timesAsked = (question: Question) =>
    interviews.filter((interview) => interview.question.id === question.id).length;
  const finished = interviews.filter(({ status }) => status === 'finished');
  if (finished.length === 0) {
    const first = questions.find(({ id }) => id === FIRST_QUESTION) ?? questions[0];
    return first
      ? { kind: 'ask', question: first, why: 'A minute and a half. Most people are stopped before they finish.' }
      : null;
  }

  const weakest = weakestSignal(finished);
  const heard = new Set(finished.flatMap(({ levels }) => Object.keys(levels)));
  const unheard = SIGNALS.find((signal) => !heard.has(signal));
  const target = weakest && weakest.mean <= 1.5 ? weakest.signal : (unheard ?? weakest?.signal);
  const fitting = questions.filter(({ signals }) => target === undefined || signals.includes(target));
  const question = fitting.toSorted((a, b) => timesAsked(a) - timesAsked(b) || a.seconds - b.seconds)[0];
  if (!question || target === undefined) return null;
  return {
    kind: 'ask',
    question,
    why:
      weakest && target === weakest.signal
        ? weakness(target, weakest.levels)
        : `No answer of yours has been heard on ${SIGNAL_LABELS[target].toLowerCase()} yet.`,
  };
}

function weakness(signal: SignalId, levels: readonly Level[]): string {
  const run = levels.map((level) => `${level} ${LEVEL_NAMES[level]}`).join(', then ');
  return levels.length === 1
    ? `${SIGNAL_LABELS[signal]} is your weakest: ${run}, in the one answer that called for it.`
    : `${SIGNAL_LABELS[signal]} is your weakest: ${run}, in the last ${levels.length} answers that called for it.`;
}

/** The signal with the lowest mean over its last three readings, oldest of them first. */
function weakestSignal(
  newestFirst: readonly InterviewSummary[],
): { signal: SignalId; mean: number; levels: Level[] } | undefined {
  return SIGNALS.map((signal) => {
    const levels = newestFirst
      .map((interview) => interview.levels[signal])
      .filter((level) => level !== undefined)
      .slice(0, 3)
      .toReversed();
    return { signal, levels, mean: levels.reduce<number>((sum, level) => sum + level, 0) / levels.length };
  })
    .filter(({ levels }) => levels.length > 0)
    .toSorted((a, b) => a.mean - b.mean)[0];
}

/** A question drawn at random from those asked least. */
export function surprise(
  interviews: readonly InterviewSummary[],
  questions: readonly Question[],
  draw = Math.random(),
): Question | undefined {
  const count = (question: Question) => interviews.filter((interview) => interview.question.id === question.id).length;
  const least = Math.min(...questions.map(count));
  const rarest = questions.filter((question) => count(question) === least);
  return rarest[Math.floor(draw * rarest.length)];
}
