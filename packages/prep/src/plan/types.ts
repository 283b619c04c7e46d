import type { SignalId } from '@legible/judge';
import { BodyError, flag, list, number, object, text } from '../dossier/fields.ts';
import type { SlotReadiness } from '../readiness/index.ts';
import { dayNumber } from './days.ts';

/** A document of type "plan": what the user said about their time. The days themselves are worked out anew each time. */
export interface PlanWishes {
  /** YYYY-MM-DD; '' where there is none yet. */
  readonly interview: string;
  readonly hoursPerWeek: number;
  /** Days on which nothing can be done. */
  readonly off: readonly string[];
  /** Weekdays that can be used, 0 Monday to 6 Sunday. */
  readonly weekdays: readonly number[];
  /** When a session begins, as HH:MM, for the calendar; and minutes before it that the alarm rings. */
  readonly startsAt: string;
  readonly alarmMinutes: number;
  /** True where the calendar should not say what it is for, because others can see it. */
  readonly discreet: boolean;
}

export const WISHES: PlanWishes = {
  interview: '',
  hoursPerWeek: 5,
  off: [],
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  startsAt: '19:00',
  alarmMinutes: 15,
  discreet: false,
};

function day(value: unknown, field: string): string {
  if (typeof value !== 'string') throw new BodyError(field, `is ${JSON.stringify(value)}`, 'Write it as 2026-11-26.');
  try {
    dayNumber(value);
  } catch {
    throw new BodyError(field, `is "${value}"`, 'Write it as 2026-11-26.');
  }
  return value;
}

/** Reads the body of a "plan" document; throws BodyError. */
export function parseWishes(value: unknown): PlanWishes {
  const at = 'plan';
  const raw = object(value, at, [
    'interview',
    'hoursPerWeek',
    'off',
    'weekdays',
    'startsAt',
    'alarmMinutes',
    'discreet',
  ]);
  const interview = text(raw, at, 'interview', 10);
  const weekdays = list(raw, at, 'weekdays', 7, (entry, field) => {
    if (typeof entry !== 'number' || !Number.isInteger(entry) || entry < 0 || entry > 6)
      throw new BodyError(field, `is ${JSON.stringify(entry)}`, 'Give 0 for Monday to 6 for Sunday.');
    return entry;
  });
  if (weekdays.length === 0) throw new BodyError(`${at}.weekdays`, 'is empty', 'Leave at least one day of the week.');
  const startsAt = text(raw, at, 'startsAt', 5);
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(startsAt))
    throw new BodyError(`${at}.startsAt`, `is "${startsAt}"`, 'Write it as 19:00.');
  return {
    interview: interview === '' ? '' : day(interview, `${at}.interview`),
    hoursPerWeek: number(raw, at, 'hoursPerWeek', 0.5, 80),
    off: list(raw, at, 'off', 400, day),
    weekdays: [...new Set(weekdays)].toSorted((a, b) => a - b),
    startsAt,
    alarmMinutes: number(raw, at, 'alarmMinutes', 0, 1440),
    discreet: flag(raw, at, 'discreet'),
  };
}

export const FATAL_GAPS = ['data', 'evaluation', 'ownership'] as const satisfies readonly SignalId[];
/** The three gaps that are fatal in real panels. */
export type FatalGap = (typeof FATAL_GAPS)[number];

/**
 * What was done on which day, from whatever keeps it: an interview answered, an item said, a lab run lived, a draft, a
 * drill of two minutes tried.
 */
export interface Done {
  readonly day: string;
  readonly kind: 'answer' | 'rehearsal' | 'lab' | 'draft' | 'loop' | 'lab-drill';
  /** Signals that an answer was heard on; the dossier document's id for a rehearsal or a draft; the kind of a drill. */
  readonly signals: readonly SignalId[];
  readonly item: string;
}

/** What the plan is worked out from. Everything but the wishes is read off what has been done. */
export interface Standing {
  /** YYYY-MM-DD */
  readonly today: string;
  /** Mean level of the last readings of each signal, 0 to 3; absent where it was never heard. */
  readonly levels: Readonly<Partial<Record<SignalId, number>>>;
  readonly slots: readonly SlotReadiness[];
  readonly done: readonly Done[];
  readonly labRuns: number;
  readonly loops: number;
  readonly inventoryDone: boolean;
  /** Whether a resume or notes were brought in. */
  readonly evidenceIn: boolean;
  /** Things to be said, answered or lived again that are due today: their number. */
  readonly reviewsDue: number;
  /** Drills of two minutes that are due today, longest overdue first. */
  readonly drillsDue: readonly { readonly kind: string; readonly title: string }[];
}

export type TaskKind =
  | 'draft'
  | 'rehearse'
  | 'drill'
  | 'lab'
  | 'loop'
  | 'review'
  | 'lab-drills'
  | 'evidence'
  | 'inventory'
  | 'brief'
  | 'interview';

/** One thing to do on a day. */
export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  readonly minutes: number;
  readonly title: string;
  readonly why: string;
  /** The place in the dossier, the signal or the one kind of drill that it is about; '' for none. */
  readonly about: string;
  readonly done: boolean;
}

export interface PlanDay {
  readonly day: string;
  readonly tasks: readonly Task[];
  readonly minutes: number;
}

export interface Plan {
  readonly days: readonly PlanDay[];
  /** The fatal gap that gets most time. */
  readonly gap: FatalGap;
  /** Whether the gap was heard in answers, or is assumed because nothing was heard yet. */
  readonly gapHeard: boolean;
  /** Minutes by what they go to. */
  readonly share: Readonly<Record<'gap' | 'dossier' | 'whole', number>>;
  /** What there is no time for, in words; empty where everything fits. */
  readonly left: readonly string[];
  /** The date the plan runs to: the interview, or four weeks from today where there is none. */
  readonly until: string;
}
