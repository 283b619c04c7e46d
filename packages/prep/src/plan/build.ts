import type { SignalId } from '@legible/judge';
import { SLOTS, type Slot } from '../dossier/slots.ts';
import { addDays, daysBetween } from './days.ts';
import { sessionsOf } from './sessions.ts';
import { GAP_WHY, NAMED, SIGNAL_WORDS } from './words.ts';
import {
  FATAL_GAPS,
  type FatalGap,
  type Plan,
  type PlanDay,
  type PlanWishes,
  type Standing,
  type Task,
} from './types.ts';

/** Days that a plan looks ahead where no date is set. */
export const HORIZON_DAYS = 28;
const DRAFT_MINUTES: Record<Slot, number> = {
  transition: 45,
  ranking: 50,
  prediction: 50,
  compensation: 25,
  'data-quality': 35,
  'rollout-risk': 35,
  'metric-mismatch': 35,
  'why-mle': 20,
};
const MEND_MINUTES = 20;
const EVIDENCE_MINUTES = 10;
const REHEARSE_MINUTES = 15;
const DRILL_MINUTES = 20;
const LAB_MINUTES = 60;
const LOOP_MINUTES = 75;
/** A draft can be said cold from the second day after it was written on, and again two days later. */
const COLD_AFTER_DAYS = 2;
/** What holds is said again after this many days. */
const KEEP_DAYS = 7;
/** … or only after this many, while something is still unwritten. */
const KEEP_WHILE_WRITING_DAYS = 14;
/** Less than this and a draft is not begun or gone on with. */
const LEAST_DRAFT_MINUTES = 25;
const LAB_EVERY_DAYS = 10;
/** Loops wait for this share of the time to be over: there must be something to try. */
const LOOPS_FROM = 0.55;

type Track = 'gap' | 'dossier' | 'whole';
type Draft = Omit<Task, 'id' | 'done'> & { readonly track: Track };

/** What a simulated candidate would have by each day, if every session before it is done. */
interface Progress {
  readonly minutesLeft: Map<Slot, number>;
  readonly written: Map<Slot, string>;
  readonly cold: Map<Slot, number>;
  readonly lastSaid: Map<Slot, string>;
  readonly spent: Record<Track, number>;
  drills: number;
  lastLab: string;
  loops: number;
  inventory: boolean;
  evidence: boolean;
}

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

function start({ today, slots, inventoryDone, evidenceIn, loops, labRuns, done }: Standing): Progress {
  const progress: Progress = {
    minutesLeft: new Map(),
    written: new Map(),
    cold: new Map(),
    lastSaid: new Map(),
    spent: { gap: 0, dossier: 0, whole: 0 },
    drills: 0,
    lastLab:
      labRuns > 0 ? (done.filter(({ kind }) => kind === 'lab').at(-1)?.day ?? addDays(today, -LAB_EVERY_DAYS)) : '',
    loops,
    inventory: inventoryDone,
    // Who has written the story already has their evidence.
    evidence: evidenceIn || slots.some(({ slot, state }) => slot === 'transition' && state !== 'missing'),
  };
  for (const { slot, state, gaps, coldDays, latest } of slots) {
    if (state === 'missing') progress.minutesLeft.set(slot, DRAFT_MINUTES[slot]);
    else {
      if (gaps.length > 0 && state !== 'ready') progress.minutesLeft.set(slot, MEND_MINUTES);
      else progress.written.set(slot, addDays(today, -COLD_AFTER_DAYS));
      progress.cold.set(slot, state === 'lost' ? 1 : coldDays.length);
      if (latest) progress.lastSaid.set(slot, latest.day);
    }
  }
  return progress;
}

interface Ground {
  readonly standing: Standing;
  readonly progress: Progress;
  readonly gap: FatalGap;
  readonly weights: Record<Track, number>;
  /** How far through the plan this day is, 0 to 1. */
  readonly late: number;
}

function fill(day: string, minutes: number, ground: Ground): Draft[] {
  const { progress, standing, weights } = ground;
  const tasks: Draft[] = [];
  let left = minutes;
  const take = (task: Draft): void => {
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

/** The first thing that each track has to offer on a day. */
function offersOn(day: string, left: number, ground: Ground): Draft[] {
  return [dossierOffer(day, left, ground), gapOffer(day, left, ground), wholeOffer(left, ground)].filter(
    (task) => task !== null,
  );
}

function dossierOffer(day: string, left: number, { progress, gap, standing }: Ground): Draft | null {
  const writing = SLOTS.some((slot) => (progress.minutesLeft.get(slot) ?? 0) > 0);
  if (!progress.evidence)
    return {
      kind: 'evidence',
      track: 'dossier',
      minutes: Math.min(left, EVIDENCE_MINUTES),
      title: 'Bring in your resume',
      why: 'Stories are told from what you can show. It lists the lines that could carry one, and asks for the missing half.',
      about: '',
    };
  const due = SLOTS.find((slot) => {
    const written = progress.written.get(slot);
    if (written === undefined || daysBetween(written, day) < COLD_AFTER_DAYS) return false;
    const said = progress.lastSaid.get(slot);
    const proved = (progress.cold.get(slot) ?? 0) >= 2;
    const wait = !proved ? COLD_AFTER_DAYS : writing ? KEEP_WHILE_WRITING_DAYS : KEEP_DAYS;
    return said === undefined || daysBetween(said, day) >= wait;
  });
  if (due !== undefined && left >= REHEARSE_MINUTES) {
    const times = progress.cold.get(due) ?? 0;
    return {
      kind: 'rehearse',
      track: 'dossier',
      minutes: REHEARSE_MINUTES,
      title: `Say ${NAMED[due]} cold`,
      why:
        times === 0
          ? 'It has not held cold yet. Do not look at the draft first.'
          : times === 1
            ? 'It held once. The second day decides.'
            : 'What is not said for a week starts to go.',
      about: due,
    };
  }
  if (!progress.inventory && progress.written.size > 0)
    return {
      kind: 'inventory',
      track: 'dossier',
      minutes: Math.min(left, 15),
      title: 'Take stock of the failures you have owned',
      why: 'It says which kind of role fits, and what its panel will doubt.',
      about: '',
    };
  const next = draftOrder(gap).find((slot) => (progress.minutesLeft.get(slot) ?? 0) > 0);
  if (next === undefined) return null;
  const whole = progress.minutesLeft.get(next) ?? 0;
  if (left < Math.min(whole, LEAST_DRAFT_MINUTES)) return null;
  const gaps = standing.slots.find(({ slot }) => slot === next)?.gaps ?? [];
  const began = standing.slots.find(({ slot }) => slot === next)?.state !== 'missing';
  return {
    kind: 'draft',
    track: 'dossier',
    minutes: Math.min(whole, left),
    title: began ? `Close the gap in ${NAMED[next]}` : `Write ${NAMED[next]}`,
    why: began && gaps[0] ? gaps[0].ask : 'Nothing can be rehearsed that is not written.',
    about: next,
  };
}

/** The three things first; of the failure stories the one that works on the gap first. */
function draftOrder(gap: FatalGap): readonly Slot[] {
  const stories: readonly Slot[] =
    gap === 'data'
      ? ['data-quality', 'metric-mismatch', 'rollout-risk']
      : gap === 'evaluation'
        ? ['metric-mismatch', 'data-quality', 'rollout-risk']
        : ['rollout-risk', 'data-quality', 'metric-mismatch'];
  return ['transition', 'prediction', 'ranking', 'compensation', ...stories, 'why-mle'];
}

function gapOffer(day: string, left: number, { progress, gap, standing }: Ground): Draft | null {
  const labDue = progress.lastLab === '' || daysBetween(progress.lastLab, day) >= LAB_EVERY_DAYS;
  if (gap !== 'ownership' && labDue && left >= LAB_MINUTES * 0.75 && progress.drills > 0)
    return {
      kind: 'lab',
      track: 'gap',
      minutes: Math.min(left, LAB_MINUTES),
      title: 'Live one run in the lab',
      why: 'A bad evaluation costs money there, and you see how much.',
      about: gap,
    };
  if (left < DRILL_MINUTES * 0.5) return null;
  // Two drills of three go to the gap, the third to the next weakest of the fatal ones.
  const others = FATAL_GAPS.filter((one) => one !== gap).toSorted(
    (a, b) => (standing.levels[a] ?? 1) - (standing.levels[b] ?? 1),
  );
  const about = progress.drills % 3 === 2 ? (others[Math.floor(progress.drills / 3) % others.length] ?? gap) : gap;
  return {
    kind: 'drill',
    track: 'gap',
    minutes: Math.min(left, DRILL_MINUTES),
    title: `Answer two questions on ${SIGNAL_WORDS[about]}`,
    why: levelLine(about, standing),
    about,
  };
}

function levelLine(gap: FatalGap, { levels }: Standing): string {
  const level = levels[gap];
  return level === undefined ? GAP_WHY[gap] : `Of late you were at ${level.toFixed(1)} of 3. ${GAP_WHY[gap]}`;
}

function wholeOffer(left: number, { progress, late }: Ground): Draft | null {
  if (late < LOOPS_FROM || left < LOOP_MINUTES * 0.6 || progress.loops >= (late > 0.8 ? 2 : 1)) return null;
  return {
    kind: 'loop',
    track: 'whole',
    minutes: Math.min(left, LOOP_MINUTES),
    title: 'Sit a whole loop',
    why: 'Pieces that hold alone fall over in the third round.',
    about: '',
  };
}

function note(task: Draft, day: string, { progress }: Ground): void {
  const slot = SLOTS.find((known) => known === task.about);
  if (task.kind === 'draft' && slot !== undefined) {
    const left = (progress.minutesLeft.get(slot) ?? 0) - task.minutes;
    progress.minutesLeft.set(slot, left);
    if (left <= 0) progress.written.set(slot, day);
  } else if (task.kind === 'rehearse' && slot !== undefined) {
    progress.cold.set(slot, (progress.cold.get(slot) ?? 0) + 1);
    progress.lastSaid.set(slot, day);
  } else if (task.kind === 'drill') progress.drills += 1;
  else if (task.kind === 'lab') progress.lastLab = day;
  else if (task.kind === 'loop') progress.loops += 1;
  else if (task.kind === 'inventory') progress.inventory = true;
  else if (task.kind === 'evidence') progress.evidence = true;
}

const eveTasks = (): Draft[] => [
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

const interviewTask = (): Draft => ({
  kind: 'interview',
  track: 'whole',
  minutes: 10,
  title: 'The interview. Read your page once',
  why: 'Answer first, then the reason, then what it cost.',
  about: '',
});

function dayOfPlan(day: string, drafts: readonly Draft[], { today, done }: Standing): PlanDay {
  const own = done.filter((one) => one.day === day);
  const tasks = drafts.map(({ kind, minutes, title, why, about }) => ({
    kind,
    minutes,
    title,
    why,
    about,
    id: `${day}:${kind}:${about}`,
    done: day === today && isDone({ kind, about }, own),
  }));
  return { day, tasks, minutes: tasks.reduce((sum, { minutes }) => sum + minutes, 0) };
}

/** Whether what was done on a day is what a task asked for. */
function isDone({ kind, about }: Pick<Task, 'kind' | 'about'>, own: Standing['done']): boolean {
  switch (kind) {
    case 'drill':
      return own.filter((one) => one.kind === 'answer' && one.signals.includes(about as SignalId)).length >= 2;
    case 'draft':
      return own.some((one) => one.kind === 'draft' && one.item === about);
    case 'rehearse':
      return own.some((one) => one.kind === 'rehearsal' && one.item === about);
    case 'lab':
    case 'loop':
      return own.some((one) => one.kind === kind);
    case 'review':
      return own.some((one) => one.kind === 'rehearsal' || one.kind === 'answer');
    case 'inventory':
      return own.some((one) => one.kind === 'draft' && one.item === 'inventory');
    case 'evidence':
      return own.some((one) => one.kind === 'draft' && one.item === 'evidence');
    case 'brief':
    case 'interview':
      return false;
  }
}

/** "a, b and c". */
const named = (slots: readonly Slot[]): string =>
  slots.map((slot, at) => `${at === 0 ? '' : at === slots.length - 1 ? ' and ' : ', '}${NAMED[slot]}`).join('');

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
