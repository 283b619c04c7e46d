import type { InterviewSummary } from '@legible/app/contract/index';
import { meanLevel, scheduleOf, type Due, type Review } from '@legible/prep';
import { FATAL_GAPS } from '@legible/prep';
import { type Records } from './prep.ts';

/** Every practice so far as the schedule takes it: items said, fatal signals heard in answers, runs lived in the lab. */
export function reviewsOf(records: Records, interviews: readonly InterviewSummary[]): Review[] {
  const said = records.rehearsals.map(({ item, at, signals, seconds, allowed }): Review => ({
    key: `item:${item}`,
    at,
    level: meanLevel(signals.map(({ level }) => level)),
    seconds,
    allowed,
  }));
  const heard = interviews.flatMap(({ levels, startedAt, seconds, question }) =>
    FATAL_GAPS.flatMap((signal): Review[] => {
      const level = levels[signal];
      return level === undefined
        ? []
        : [{ key: `signal:${signal}`, at: startedAt, level, seconds, allowed: question.seconds }];
    }),
  );
  return [...said, ...heard];
}

/** What is due, soonest first; an item that was deleted is due no more. */
export function dueOf(records: Records, interviews: readonly InterviewSummary[], now: string): Due[] {
  const items = new Set(records.items.map(({ id }) => `item:${id}`));
  return scheduleOf(reviewsOf(records, interviews), now).filter(
    ({ key }) => !key.startsWith('item:') || items.has(key),
  );
}
