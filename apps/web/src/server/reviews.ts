import type { InterviewSummary } from '@legible/app/contract/index';
import { DRILL_SECONDS, type Tried } from '@legible/lab/drills/next';
import { FATAL_GAPS, meanLevel, reviewOfDrill, scheduleOf, type Due, type Review } from '@legible/prep';
import type { SatLoop } from './loops.ts';
import type { Records } from './prep.ts';

/** A run in the lab is marked by its own truth: one that saved money counts as reasoned, one that lost as absent. */
const SAVED = 2;
const LOST = 0;

/**
 * Every practice so far as the schedule takes it: items said, fatal signals heard in answers and in loops, runs lived in
 * the lab to their truth, drills tried.
 */
export function reviewsOf(
  records: Records,
  interviews: readonly InterviewSummary[],
  loops: readonly SatLoop[],
): Review[] {
  const said = records.rehearsals.map(({ item, at, signals, seconds, allowed }): Review => ({
    key: `item:${item}`,
    at,
    level: meanLevel(signals.map(({ level }) => level)),
    seconds,
    allowed,
  }));
  const answered = interviews.flatMap(({ levels, startedAt, seconds, question }) =>
    FATAL_GAPS.flatMap((signal): Review[] => {
      const level = levels[signal];
      return level === undefined
        ? []
        : [{ key: `signal:${signal}`, at: startedAt, level, seconds, allowed: question.seconds }];
    }),
  );
  const sat = loops.flatMap(({ at, means }) =>
    FATAL_GAPS.flatMap((signal): Review[] => {
      const level = means[signal];
      return level === undefined ? [] : [{ key: `signal:${signal}`, at, level, seconds: null, allowed: null }];
    }),
  );
  const lived = records.labRuns.flatMap(({ world, savedAt, saved }): Review[] =>
    world === '' || saved === null
      ? []
      : [{ key: `lab:${world}`, at: savedAt, level: saved > 0 ? SAVED : LOST, seconds: null, allowed: null }],
  );
  return [...said, ...answered, ...sat, ...lived, ...drillReviews(records.drills)];
}

const drillReviews = (tried: readonly Tried[]): Review[] => tried.map((one) => reviewOfDrill(one, DRILL_SECONDS));

/** When each kind of drill that was ever tried is due again, soonest first: the same as in the whole schedule. */
export const drillsDueOf = (tried: readonly Tried[], now: string): Due[] => scheduleOf(drillReviews(tried), now);

/** The kind of drill that a review is about; null for anything else. */
export const drillKindOf = ({ key }: Pick<Due, 'key'>): string | null =>
  key.startsWith('drill:') ? key.slice('drill:'.length) : null;

/** What is due, soonest first; an item that was deleted is due no more. */
export function dueOf(
  records: Records,
  interviews: readonly InterviewSummary[],
  loops: readonly SatLoop[],
  now: string,
): Due[] {
  const items = new Set(records.items.map(({ id }) => `item:${id}`));
  return scheduleOf(reviewsOf(records, interviews, loops), now).filter(
    ({ key }) => !key.startsWith('item:') || items.has(key),
  );
}
