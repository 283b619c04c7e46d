import { SLOTS, type Slot } from '../dossier/slots.ts';
import { dayOfPlan } from './day-of-plan.ts';
import { addDays, daysBetween } from './days.ts';
import { drillsOffer, offersOn } from './offers.ts';
import { note, start, type Ground, type Offered, type Progress, type Track } from './progress.ts';
import { sessionsOf } from './sessions.ts';
import { FATAL_GAPS, type FatalGap, type Plan, type PlanDay, type PlanWishes, type Standing } from './types.ts';
import { listed, NAMED } from './words.ts';

/** Days that a plan looks ahead where no date is set. */
export const HORIZON_DAYS = 28;

/**
 * A day by day plan from `standing.today` to the interview, or four weeks where no date is set. Pure, and worked out
 * anew from what has been done, so that a missed day changes what follows and nothing is owed. Throws RangeError for a
 * day that is no date.
 */
export function buildPlan(wishes: PlanWishes, standing: Standing): Plan {
  const { today } = standing;
  const until = wishes.interview === '' ? addDays(today, HORIZON_DAYS) : wishes.interview;
  const { gap, heard } = gapOf(standing);
  const progress = start(standing);
  const weights = weightsOf(standing.levels[gap]);
  const eve = addDays(until, -1);
  const working = wishes.interview === '' ? until : eve;
  const sessions = new Map(sessionsOf(wishes, today, working).map(({ day, minutes }) => [day, minutes]));
  const length = Math.max(1, daysBetween(today, until));
  const days: PlanDay[] = [];
  for (let day = today; daysBetween(day, until) >= 0; day = addDays(day, 1)) {
    const drafts =
      wishes.interview !== '' && day === eve
        ? eveTasks()
        : wishes.interview !== '' && day === until
          ? [interviewTask()]
          : fill(day, sessions.get(day) ?? 0, {
              standing,
              progress,
              gap,
              weights,
              late: daysBetween(today, day) / length,
            });
    days.push(dayOfPlan(day, drafts, standing));
  }
  return {
    days,
    gap,
    gapHeard: heard,
    share: progress.spent,
    left: leftOver(progress, wishes, standing),
    until,
  };
}

function gapOf({ levels }: Standing): { gap: FatalGap; heard: boolean } {
  const known = FATAL_GAPS.filter((gap) => levels[gap] !== undefined);
  // Unheard counts as named, 1: better than a known absence, worse than anything reasoned.
  const gap = FATAL_GAPS.toSorted((a, b) => (levels[a] ?? 1) - (levels[b] ?? 1) || order(a) - order(b))[0];
  return { gap: gap ?? 'evaluation', heard: known.length > 0 };
}
const order = (gap: FatalGap): number => ['evaluation', 'data', 'ownership'].indexOf(gap);

/** The weaker the gap, the more of the time goes to it: half at level 0, a quarter at level 3. */
function weightsOf(level = 1): Record<Track, number> {
  const gap = Math.min(0.5, Math.max(0.25, 0.5 - level / 12));
  return { gap, whole: 0.15, dossier: 0.85 - gap };
}

function fill(day: string, minutes: number, ground: Ground): Offered[] {
  const { progress, standing, weights } = ground;
  const tasks: Offered[] = [];
  let left = minutes;
  const take = (task: Offered): void => {
    tasks.push(task);
    left -= task.minutes;
    progress.spent[task.track] += task.minutes;
  };
  if (minutes > 0 && day === standing.today && standing.reviewsDue > 0)
    take({
      kind: 'review',
      minutes: Math.min(left, 10),
      title:
        standing.reviewsDue === 1
          ? 'Go over the one thing that is due'
          : `Go over the ${standing.reviewsDue} things that are due`,
      why: 'They come back when you are about to lose them.',
      about: '',
      track: 'gap',
    });
  const drills = drillsOffer(standing, left);
  if (minutes > 0 && day === standing.today && drills !== null) take(drills);
  const seen = new Set<string>();
  while (left >= 10) {
    const offers = offersOn(day, left, ground).filter((task) => !seen.has(`${task.kind}:${task.about}`));
    const total = progress.spent.gap + progress.spent.dossier + progress.spent.whole + 1;
    const next = offers.toSorted(
      (a, b) =>
        progress.spent[a.track] / total - weights[a.track] - (progress.spent[b.track] / total - weights[b.track]),
    )[0];
    if (next === undefined) break;
    seen.add(`${next.kind}:${next.about}`);
    take(next);
    note(next, day, ground);
  }
  return tasks;
}

const eveTasks = (): Offered[] => [
  {
    kind: 'rehearse',
    track: 'dossier',
    minutes: 10,
    title: 'Say the transition story once, in a minute',
    why: 'Once. If it holds, leave it.',
    about: 'transition',
  },
  {
    kind: 'brief',
    track: 'whole',
    minutes: 15,
    title: 'Read tomorrow’s page, print it, and stop',
    why: 'Nothing new helps tonight. Sleep does.',
    about: '',
  },
];

const interviewTask = (): Offered => ({
  kind: 'interview',
  track: 'whole',
  minutes: 10,
  title: 'The interview. Read your page once',
  why: 'Answer first, then the reason, then what it cost.',
  about: '',
});

const named = (slots: readonly Slot[]): string => listed(slots.map((slot) => NAMED[slot]));

function leftOver({ minutesLeft, cold, written, loops }: Progress, wishes: PlanWishes, standing: Standing): string[] {
  if (wishes.interview === '') return [];
  if (daysBetween(standing.today, wishes.interview) < 0) return ['The interview is over. Set the next date.'];
  const unwritten = SLOTS.filter((slot) => (minutesLeft.get(slot) ?? 0) > 0);
  const uncold = SLOTS.filter((slot) => written.has(slot) && (cold.get(slot) ?? 0) < 2);
  return [
    ...(unwritten.length > 0 ? [`There is no time left to write ${named(unwritten)}.`] : []),
    ...(uncold.length > 0 ? [`There are not two days left to say ${named(uncold)} cold.`] : []),
    ...(loops === 0 ? ['There is no session long enough for a whole loop.'] : []),
  ];
}
