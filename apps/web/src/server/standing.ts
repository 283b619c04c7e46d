import type { InterviewSummary, Settings } from '@legible/app/contract/index';
import { SIGNALS, type SignalId } from '@legible/judge/rubric';
import {
  buildPlan,
  countWords,
  daysBetween,
  questionOf,
  readinessOf,
  slotsOf,
  tellingOfSlot,
  textOf,
  WISHES,
  type Done,
  type Plan,
  type PlanWishes,
  type SlotReadiness,
  type Standing,
} from '@legible/prep';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { satLoopsQuery, type SatLoop } from './loops.ts';
import { dayOfInstant, endOfDay, recordsQuery, type Records } from './prep.ts';
import { interviewsQuery, settingsQuery } from './queries.ts';
import { useToday } from './use-today.ts';
import { drillKindOf, dueOf } from './reviews.ts';

/** Readings of a signal that say how it is of late. */
const RECENT = 3;
/** A draft of this share of its time is written, even where the outline still asks for a part. */
const WRITTEN = 0.6;
const PLAIN_PACE = 140;

export interface Planned {
  readonly plan: Plan;
  readonly wishes: PlanWishes;
  /** True where the user has said when the interview is, or that there is no date. */
  readonly dated: boolean;
  readonly records: Records;
  readonly interviews: readonly InterviewSummary[];
  readonly loops: readonly SatLoop[];
  readonly settings: Settings;
  /** As of now; the plan is worked out from how things stood when the day began. */
  readonly slots: readonly SlotReadiness[];
  readonly today: string;
  /** Days since the last one on which anything was done, today left out; null where nothing was done before today. */
  readonly idleDays: number | null;
}

/** The plan from everything that is kept, with what was done today ticked off. */
export function usePlanned(): { readonly planned: Planned | null; readonly error: unknown } {
  const records = useQuery(recordsQuery);
  const interviews = useQuery(interviewsQuery);
  const settings = useQuery(settingsQuery);
  const loops = useQuery(satLoopsQuery);
  const today = useToday();
  const planned = useMemo(
    () =>
      records.data && interviews.data && settings.data && loops.data
        ? planFrom(records.data, interviews.data, settings.data, loops.data, today)
        : null,
    [records.data, interviews.data, settings.data, loops.data, today],
  );
  return { planned, error: records.error ?? interviews.error ?? settings.error ?? loops.error };
}

/** The date and the hours are settings; the rest of what was said about time is the plan's document. */
export const wishesOf = (records: Records, settings: Settings): PlanWishes => ({
  ...(records.plan?.wishes ?? WISHES),
  interview: settings.interviewDate ?? '',
  hoursPerWeek: settings.hoursPerWeek === undefined ? WISHES.hoursPerWeek : Math.max(0.5, settings.hoursPerWeek),
});

export function planFrom(
  records: Records,
  interviews: readonly InterviewSummary[],
  settings: Settings,
  loops: readonly SatLoop[],
  today: string,
): Planned {
  const wishes = wishesOf(records, settings);
  const before = (instant: string): boolean => dayOfInstant(instant) < today;
  const earlier: Records = {
    ...records,
    items: records.items.filter(({ createdAt }) => before(createdAt)),
    rehearsals: records.rehearsals.filter(({ day }) => day < today),
    labRuns: records.labRuns.filter(({ savedAt }) => before(savedAt)),
    drills: records.drills.filter(({ at }) => before(at)),
  };
  const heard = heardIn(interviews, loops);
  const earlierHeard = heard.filter(({ at }) => before(at));
  const earlierLoops = loops.filter(({ at }) => before(at));
  const earlierAnswers = interviews.filter(({ startedAt }) => before(startedAt));
  const due = dueOf(earlier, earlierAnswers, earlierLoops, endOfDay(today)).filter(({ overdue }) => overdue);
  const drillsDue = due.flatMap((one) => drillKindOf(one) ?? []);
  const standing: Standing = {
    today,
    // On the first day there is nothing earlier, and what was heard today says more than an assumption.
    levels: levelsOf(earlierHeard.length > 0 ? earlierHeard : heard),
    slots: readinessOf(earlier.items, earlier.rehearsals, today),
    done: doneOf(records, interviews, loops),
    labRuns: records.labRuns.filter(({ savedAt }) => before(savedAt)).length,
    loops: loops.filter(({ at }) => before(at)).length,
    evidenceIn: records.evidence.some(({ createdAt }) => before(createdAt)),
    inventoryDone: records.inventory !== null && before(records.inventory.savedAt),
    reviewsDue: due.length - drillsDue.length,
    drillsDue: drillsDue.map((kind) => ({
      kind,
      title: earlier.drills.find((tried) => tried.kind === kind)?.title ?? kind,
    })),
  };
  const lastWorked = standing.done
    .map(({ day }) => day)
    .filter((day) => day < today)
    .toSorted()
    .at(-1);
  return {
    plan: buildPlan(wishes, standing),
    wishes,
    dated: records.plan !== null || settings.interviewDate !== undefined,
    records,
    interviews,
    loops,
    settings,
    slots: readinessOf(records.items, records.rehearsals, today),
    today,
    idleDays: lastWorked === undefined ? null : daysBetween(lastWorked, today),
  };
}

/** Levels as they were heard, in single answers and in whole loops, newest first. */
interface Heard {
  readonly at: string;
  readonly levels: Readonly<Partial<Record<SignalId, number>>>;
}
const heardIn = (interviews: readonly InterviewSummary[], loops: readonly SatLoop[]): Heard[] =>
  [
    ...interviews.map(({ startedAt, levels }) => ({ at: startedAt, levels })),
    ...loops.map(({ at, means }) => ({ at, levels: means })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));

function levelsOf(newestFirst: readonly Heard[]): Partial<Record<SignalId, number>> {
  const entries = SIGNALS.flatMap((signal) => {
    const own = newestFirst
      .map(({ levels }) => levels[signal])
      .filter((level) => level !== undefined)
      .slice(0, RECENT);
    return own.length === 0 ? [] : [[signal, own.reduce((sum, level) => sum + level, 0) / own.length] as const];
  });
  return Object.fromEntries(entries);
}

function doneOf(records: Records, interviews: readonly InterviewSummary[], loops: readonly SatLoop[]): Done[] {
  const slotsById = new Map(records.items.map(({ id, item }) => [id, slotsOf(item)]));
  const done = (day: string, kind: Done['kind'], item = '', signals: readonly SignalId[] = []): Done => ({
    day,
    kind,
    item,
    signals,
  });
  return [
    ...interviews
      .filter(({ status }) => status === 'finished')
      .map(({ startedAt, question }) => done(dayOfInstant(startedAt), 'answer', '', question.signals)),
    ...records.rehearsals.flatMap(({ item, day }) =>
      (slotsById.get(item) ?? []).map((slot) => done(day, 'rehearsal', slot)),
    ),
    ...records.items.flatMap(({ item, savedAt }) =>
      slotsOf(item)
        .filter((slot) => {
          const telling = tellingOfSlot(slot);
          const texts = item.type === 'story' ? [item.body.short, item.body.long] : [textOf(item, telling)];
          const enough = (questionOf(item, telling).seconds / 60) * PLAIN_PACE * WRITTEN;
          return texts.some((text) => countWords(text) >= enough);
        })
        .map((slot) => done(dayOfInstant(savedAt), 'draft', slot)),
    ),
    ...(records.inventory ? [done(dayOfInstant(records.inventory.savedAt), 'draft', 'inventory')] : []),
    ...records.labRuns.map(({ savedAt }) => done(dayOfInstant(savedAt), 'lab')),
    ...records.drills.map(({ kind, at }) => done(dayOfInstant(at), 'lab-drill', kind)),
    ...records.evidence.map(({ createdAt }) => done(dayOfInstant(createdAt), 'draft', 'evidence')),
    ...loops.map(({ at }) => done(dayOfInstant(at), 'loop')),
  ];
}
