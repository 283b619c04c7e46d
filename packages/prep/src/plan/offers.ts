import { SLOTS, type Slot } from '../dossier/slots.ts';
import { daysBetween } from './days.ts';
import { COLD_AFTER_DAYS, LAB_EVERY_DAYS, type Ground, type Offered, type Progress, type Track } from './progress.ts';
import { FATAL_GAPS, type FatalGap, type Standing } from './types.ts';
import { GAP_WHY, listed, NAMED, SIGNAL_WORDS } from './words.ts';

const EVIDENCE_MINUTES = 10;
const REHEARSE_MINUTES = 15;
const DRILL_MINUTES = 20;
const DRILLS_BEFORE_STORY = 2;
const LAB_MINUTES = 60;
export const LAB_DRILL_MINUTES = 2;
/** Drills of two minutes that one day asks for; the others wait. */
const LAB_DRILLS_A_DAY = 5;
const LOOP_MINUTES = 75;
/** What holds is said again after this many days. */
const KEEP_DAYS = 7;
/** … or only after this many, while something is still unwritten. */
const KEEP_WHILE_WRITING_DAYS = 14;
/** Less than this and a draft is not begun or gone on with. */
const LEAST_DRAFT_MINUTES = 25;
/** Loops wait for this share of the time to be over: there must be something to try. */
const LOOPS_FROM = 0.55;

/** The first thing that each track has to offer on a day. */
export function offersOn(day: string, left: number, ground: Ground): Offered[] {
  return [dossierOffer(day, left, ground), gapOffer(day, left, ground), wholeOffer(left, ground)].filter(
    (task) => task !== null,
  );
}

/** The drills that are due today, as many as fit; null where there are none or no two minutes are left. */
export function drillsOffer({ drillsDue }: Standing, left: number): Offered | null {
  const count = Math.min(drillsDue.length, LAB_DRILLS_A_DAY, Math.floor(left / LAB_DRILL_MINUTES));
  const [first] = drillsDue;
  if (first === undefined || count === 0) return null;
  const one = drillsDue.length === 1;
  return {
    kind: 'lab-drills',
    track: 'gap',
    minutes: count * LAB_DRILL_MINUTES,
    title: one
      ? `Drill: ${first.title.toLowerCase()}`
      : count < drillsDue.length
        ? `Do ${count} of the ${drillsDue.length} drills that are due`
        : `Do the ${count} drills that are due`,
    why: one
      ? 'Two minutes, one right answer. It comes back sooner when it was wrong.'
      : `Two minutes each: ${listed(drillsDue.slice(0, count).map(({ title }) => title.toLowerCase()))}.`,
    about: one ? first.kind : '',
  };
}

function dossierOffer(day: string, left: number, { progress, gap, standing }: Ground): Offered | null {
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
  return next === undefined ? null : draftOffer(next, left, 'dossier', progress, standing);
}

/** Writing goes on where it stopped, or closes the gap of what stands; null where the session is too short for it. */
function draftOffer(slot: Slot, left: number, track: Track, progress: Progress, standing: Standing): Offered | null {
  const whole = progress.minutesLeft.get(slot) ?? 0;
  if (whole <= 0 || left < Math.min(whole, LEAST_DRAFT_MINUTES)) return null;
  const place = standing.slots.find((one) => one.slot === slot);
  const began = place !== undefined && place.state !== 'missing';
  return {
    kind: 'draft',
    track,
    minutes: Math.min(whole, left),
    title: began ? `Close the gap in ${NAMED[slot]}` : `Write ${NAMED[slot]}`,
    why: (began && place.gaps[0]?.ask) || 'Nothing can be rehearsed that is not written.',
    about: slot,
  };
}

/** The three things first; of the failure stories the one that works on the gap first. */
function draftOrder(gap: FatalGap): readonly Slot[] {
  return ['transition', 'prediction', 'ranking', 'compensation', ...STORIES_FOR[gap], 'why-mle'];
}

const STORIES_FOR: Record<FatalGap, readonly [Slot, Slot, Slot]> = {
  data: ['data-quality', 'metric-mismatch', 'rollout-risk'],
  evaluation: ['metric-mismatch', 'data-quality', 'rollout-risk'],
  ownership: ['rollout-risk', 'data-quality', 'metric-mismatch'],
};

function gapOffer(day: string, left: number, { progress, gap, standing }: Ground): Offered | null {
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
  // A failure of one's own, told, works on the gap as a drill does; it waits until the gap was felt twice.
  if (progress.drills >= DRILLS_BEFORE_STORY) {
    const story = draftOffer(STORIES_FOR[gap][0], left, 'gap', progress, standing);
    if (story !== null) return story;
  }
  if (left < DRILL_MINUTES * 0.75) return null;
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

function wholeOffer(left: number, { progress, late }: Ground): Offered | null {
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
