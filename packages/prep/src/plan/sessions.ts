import { addDays, daysBetween, weekday } from './days.ts';
import type { PlanWishes } from './types.ts';

/** A day on which something is done, and for how long. */
export interface Session {
  readonly day: string;
  readonly minutes: number;
}

/** A session aims at this length; longer than the most and it teaches little. */
const AIM = 60;
const MOST = 150;
const LEAST = 20;

/**
 * Sessions from `from` up to but not including `until`: each calendar week's minutes are shared over evenly spread days
 * that can be used. Days off make the other days of their week longer, up to 150 minutes; what does not fit is not made up.
 */
export function sessionsOf(wishes: PlanWishes, from: string, until: string): Session[] {
  const days = Array.from({ length: Math.max(0, daysBetween(from, until)) }, (_, index) => addDays(from, index));
  const weeks = Map.groupBy(days, (day) => addDays(day, -weekday(day)));
  const off = new Set(wishes.off);
  const usable = (day: string): boolean => wishes.weekdays.includes(weekday(day)) && !off.has(day);
  const weekly = wishes.hoursPerWeek * 60;
  return [...weeks].flatMap(([, own]) => {
    const open = own.filter(usable);
    if (open.length === 0) return [];
    // A week that is cut by today or by the interview has its share of the minutes; days off take nothing from it.
    const wholeWeek = wishes.weekdays.length;
    const within = own.filter((day) => wishes.weekdays.includes(weekday(day))).length;
    const minutes = weekly * (within / wholeWeek);
    const wanted = Math.min(open.length, Math.max(1, Math.ceil(minutes / AIM)));
    const chosen = spread(open, wanted);
    const each = Math.round(Math.min(MOST, Math.max(LEAST, minutes / chosen.length)) / 5) * 5;
    return chosen.map((day) => ({ day, minutes: each }));
  });
}

/** `wanted` of the days, evenly apart, the first always among them: who opens the app to work finds work. */
function spread(days: readonly string[], wanted: number): string[] {
  return Array.from({ length: wanted }, (_, index) => days[Math.floor((index * days.length) / wanted)]).filter(
    (day) => day !== undefined,
  );
}
