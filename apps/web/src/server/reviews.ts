import type { InterviewSummary } from '@legible/app/contract/index';
import { FATAL_GAPS, meanLevel, scheduleOf, type Due, type Review } from '@legible/prep';
import type { SatLoop } from './loops.ts';
import type { Records } from './prep.ts';

/** A run in the lab is marked by its own truth: one that saved money counts as reasoned, one that lost as absent. */
const SAVED = 2;
const LOST = 0;

/**
 * Every practice so far as the schedule takes it: items said, fatal signals heard in answers and in loops, runs lived in
 * the lab to their truth.
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
  return [...said, ...answered, ...sat, ...lived];
}

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
