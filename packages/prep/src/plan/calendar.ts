import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import { dayNumber } from './days.ts';
import type { Plan, PlanWishes } from './types.ts';

/** Seven in the morning, in seconds after the start of a whole day. */
const MORNING_SECONDS = 7 * 3600;

/**
 * The plan as an iCalendar file: one event for each day that has something to do, in the local time of whatever
 * calendar reads it, with an alarm before it, and the interview's day as a whole-day event. `stamp` is the ISO instant
 * of making it; the same day keeps its UID, so that importing again moves events and doubles none.
 */
export function calendarOf(plan: Plan, wishes: PlanWishes, stamp: string): string {
  const calendar = ical({
    name: wishes.discreet ? 'Evenings' : 'Legible',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Legible', product: 'Plan', language: 'EN' },
  });
  for (const { day, tasks, minutes } of plan.days) {
    if (tasks.length === 0) continue;
    const whole = tasks.some(({ kind }) => kind === 'interview');
    const titles = tasks.map(({ title }) => title);
    const event = calendar.createEvent({
      id: `${day}@plan.legible`,
      stamp,
      sequence: sequenceOf(stamp),
      start: whole ? `${day}T00:00:00` : `${day}T${wishes.startsAt}:00`,
      ...(whole ? {} : { end: `${endOf(day, wishes.startsAt, minutes)}` }),
      allDay: whole,
      floating: !whole,
      summary: wishes.discreet
        ? 'Busy'
        : (titles[0] ?? '') + (titles.length > 1 ? `, and ${titles.length - 1} more` : ''),
      ...(wishes.discreet
        ? {}
        : { description: tasks.map(({ title, minutes: own, why }) => `${title} (${own} min). ${why}`).join('\n') }),
    });
    event
      .createAlarm({
        type: ICalAlarmType.display,
        triggerBefore: whole ? -MORNING_SECONDS : wishes.alarmMinutes * 60,
        description: wishes.discreet ? 'Busy' : (titles[0] ?? ''),
      })
      .relatesTo(ICalAlarmRelatesTo.start);
  }
  return calendar.toString();
}

/** Minutes since the start of 2020 in UTC: a later file wins over an earlier one, as iCalendar's SEQUENCE asks. */
function sequenceOf(stamp: string): number {
  const [hours = 0, minutes = 0] = stamp.slice(11, 16).split(':').map(Number);
  return (dayNumber(stamp.slice(0, 10)) - dayNumber('2020-01-01')) * 1440 + hours * 60 + minutes;
}

/** Local end of a session, as YYYY-MM-DDTHH:MM:SS; one that would run past midnight ends a minute before it. */
function endOf(day: string, startsAt: string, minutes: number): string {
  const [hours = 0, mins = 0] = startsAt.split(':').map(Number);
  const end = Math.min(hours * 60 + mins + minutes, 24 * 60 - 1);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day}T${two(Math.floor(end / 60))}:${two(end % 60)}:00`;
}
