import { SIGNAL_WORDS, type Due, type FatalGap } from '@legible/prep';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { leastAsked } from '../sections/rehearse/least-asked.ts';
import { satLoopsQuery } from './loops.ts';
import { endOfDay, recordsQuery, type Records } from './prep.ts';
import { interviewsQuery, questionsQuery, useStartInterview } from './queries.ts';
import { dueOf } from './reviews.ts';
import { useToday } from './use-today.ts';

const partsOf = ({ key }: Due): { readonly kind: string; readonly about: string } => {
  const [kind = '', about = ''] = key.split(/:(.*)/s);
  return { kind, about };
};

/** Whatever comes back, soonest first; `overdue` is true of what is due by the end of the user's day. */
export function useDue(): { readonly due: readonly Due[]; readonly error: unknown } {
  const records = useQuery(recordsQuery);
  const interviews = useQuery(interviewsQuery);
  const loops = useQuery(satLoopsQuery);
  const today = useToday();
  const known = records.data && interviews.data && loops.data;
  return {
    due: known ? dueOf(records.data, interviews.data, loops.data, endOfDay(today)) : [],
    error: records.error ?? interviews.error ?? loops.error,
  };
}

/** Opens the place where a thing that is due is practised. */
export function useOpenDue() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const start = useStartInterview();
  const open = async (one: Due): Promise<void> => {
    const { kind, about } = partsOf(one);
    if (kind === 'item') return navigate({ to: `/rehearse/${about}` });
    if (kind === 'lab') return navigate({ to: '/lab' });
    if (kind === 'drill') return navigate({ to: `/drills/${about}` });
    const [interviews, questions] = await Promise.all([
      queries.ensureQueryData(interviewsQuery),
      queries.ensureQueryData(questionsQuery),
    ]);
    const question = leastAsked(interviews, questions, about as FatalGap);
    if (question) await navigate({ to: `/answer/${(await start.mutateAsync(question.id)).id}` });
  };
  return { busy: start.isPending, error: start.error, open: (one: Due) => void open(one).catch(() => undefined) };
}

export function nameOfDue(one: Due, { items, drills }: Records): string {
  const { kind, about } = partsOf(one);
  if (kind === 'item') return items.find(({ id }) => id === about)?.title || 'Untitled';
  if (kind === 'lab') return `A run in the lab: ${about}`;
  if (kind === 'drill') return `Drill: ${(drills.find((tried) => tried.kind === about)?.title ?? about).toLowerCase()}`;
  return `A question on ${SIGNAL_WORDS[about as FatalGap]}`;
}

/** How it went last, in the words of the thing itself. */
export function lastOfDue(one: Due): string {
  const { kind } = partsOf(one);
  const { level } = one.last;
  if (kind === 'drill') return level > 0 ? 'last time right' : 'last time wrong';
  if (kind === 'lab') return level > 0 ? 'the last run saved money' : 'the last run lost money';
  return `last at ${level.toFixed(1)} of 3`;
}
