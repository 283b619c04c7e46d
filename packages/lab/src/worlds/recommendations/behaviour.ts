/** What people do with a list, and what it does to them. Hidden: nothing outside the world calls this. */
import { exp, log1p, pow, sigmoid } from '../../random/index.ts';
import { keyedUniform } from '../keyed.ts';
import { normal } from '../ranking/tables.ts';
import { CLICK, EYES, GOODWILL, PLACES, SATISFIED, SIGNALS, TOPICS } from './config.ts';
import { activeToday, rowId, visitId, type Motion, type Setting } from './motion.ts';

const SCROLL = [EYES.scrollDesk, EYES.scrollPhone].map((power) =>
  Float64Array.from({ length: PLACES }, (_, k) => pow(k + 1, -power)),
) as [Float64Array, Float64Array];
const GLANCE = Float64Array.from({ length: PLACES }, (_, k) => pow(k + 1, -EYES.glance));

/** Chance that place `k` is looked at, on a desk (0) or a phone (1): the truth that the curves of a plan estimate. */
export function examination(phone: number, k: number): number {
  return SCROLL[phone as 0 | 1][k]! * GLANCE[k]!;
}

const DECAY = Float64Array.from({ length: 64 }, (_, d) => exp(-d / CLICK.noveltyDays));
const CROWD = Float64Array.from({ length: 4096 }, (_, i) => log1p(i));

/** Taste on a day: under a shift each topic's friends move on to the next topic, in part. */
export function tasteOf(setting: Setting, person: number, topic: number, shift: number): number {
  const { taste } = setting.people;
  const own = taste[person * TOPICS + topic]!;
  if (shift === 0) return own;
  return (1 - shift) * own + shift * taste[person * TOPICS + ((topic + 3) % TOPICS)]!;
}

export function shiftToday(motion: Motion, day: number): number {
  return activeToday(motion, day).find((i) => i.kind === 'taste-shift')?.size ?? 0;
}

/** Log-odds of a click on an item that is looked at, without what stands above it. */
export function attractionOf(
  motion: Motion,
  person: number,
  item: number,
  day: number,
  known: boolean,
  byModel: boolean,
  shift: number,
): number {
  const { setting, memory } = motion;
  const { items, people } = setting;
  const age = day - items.born[item]!;
  // Half of the interest is gone after the half-life.
  const fresh = 1 / (1 + age / items.halfLife[item]!);
  const novel = byModel ? CLICK.novelty * DECAY[Math.min(63, motion.novelty[person]! | 0)]! : 0;
  return (
    CLICK.base +
    CLICK.taste * tasteOf(setting, person, items.topic[item]!, shift) +
    CLICK.bait * people.credulity[person]! * items.bait[item]! +
    CLICK.quality * items.quality[item]! +
    CLICK.fresh * fresh +
    CLICK.crowd * CROWD[Math.min(4095, memory.clicks[item]! | 0)]! +
    (known ? CLICK.known : 0) +
    novel
  );
}

/** Log-odds that a click was worth it, without what stands above. */
export function worthOf(motion: Motion, person: number, item: number, known: boolean, shift: number): number {
  const { items } = motion.setting;
  return (
    SATISFIED.base +
    SATISFIED.quality * items.quality[item]! +
    SATISFIED.taste * tasteOf(motion.setting, person, items.topic[item]!, shift) +
    SATISFIED.bait * items.bait[item]! +
    (known ? SATISFIED.known : 0)
  );
}

/** What one row came to. Reused: read it before the next call. */
export interface Reaction {
  looked: boolean;
  viewed: boolean;
  clicked: boolean;
  satisfied: boolean;
  seconds: number;
  liked: boolean;
  survey: number;
}
const reaction: Reaction = {
  looked: false,
  viewed: false,
  clicked: false,
  satisfied: false,
  seconds: 0,
  liked: false,
  survey: 0,
};

/** One person and one place of the list. `click` and `worth` are log-odds, what stands above included. */
export function react(
  setting: Setting,
  person: number,
  item: number,
  day: number,
  phone: number,
  place: number,
  click: number,
  worth: number,
): Reaction {
  const { keys, items } = setting;
  const visit = visitId(person, day);
  const id = rowId(visit, item);
  const r = reaction;
  r.viewed = keyedUniform(keys.scroll, visit) < SCROLL[phone as 0 | 1][place]!;
  r.looked = r.viewed && keyedUniform(keys.scroll, id) < GLANCE[place]!;
  r.clicked = r.looked && keyedUniform(keys.click, id) < sigmoid(click);
  r.satisfied = false;
  r.seconds = 0;
  r.liked = false;
  r.survey = 0;
  if (!r.clicked) return r;
  r.satisfied = keyedUniform(keys.worth, id) < sigmoid(worth);
  const spread = exp(SIGNALS.spread * normal(keyedUniform(keys.seconds, id)));
  r.seconds = (r.satisfied ? 60 * SIGNALS.longShare * items.minutes[item]! : SIGNALS.shortSeconds) * spread;
  const u = keyedUniform(keys.like, id);
  r.liked = u < (r.satisfied ? SIGNALS.likeSatisfied : SIGNALS.likeOther);
  if (keyedUniform(keys.survey, id) < SIGNALS.asked) {
    const answers =
      keyedUniform(keys.survey, id ^ 0x5bd1) < (r.satisfied ? SIGNALS.answersSatisfied : SIGNALS.answersOther);
    if (answers) r.survey = r.satisfied ? 2 : 1;
  }
  return r;
}

/** What a visit does to the goodwill of a person. */
export function afterVisit(motion: Motion, person: number, satisfied: number, disappointed: number): void {
  const { empty, perSatisfied, perDisappointed, step } = GOODWILL;
  const worth = Math.min(1, Math.max(0, empty + perSatisfied * satisfied + perDisappointed * disappointed));
  const before = motion.goodwill[person]!;
  motion.goodwill[person] = before + step * (worth - before);
}

/** Chance that a subscriber cancels on a day. */
export function leaveChance(goodwill: number): number {
  return Math.min(0.2, GOODWILL.leave * exp(-GOODWILL.steep * (goodwill - 0.5)));
}
