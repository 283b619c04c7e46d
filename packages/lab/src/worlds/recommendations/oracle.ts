/** A policy that knows tastes and worth: it fills each list with what will be clicked and was worth it. */
import { sigmoid } from '../../random/index.ts';
import { attractionOf, shiftToday, worthOf } from './behaviour.ts';
import { CLICK, ECONOMICS, GOODWILL, PLACES, SATISFIED, TOPICS } from './config.ts';
import { createLists, type Lists } from './legacy.ts';
import type { Motion } from './motion.ts';
import type { Morning } from './session.ts';
import { recalls } from './values.ts';

/** Dollars that one step of goodwill is worth to it: enough for what it keeps to outweigh a click. */
const GOODWILL_DOLLARS = 2;
const PER_TOPIC = 40;

export function oracleLists(motion: Motion, { visits, shelf }: Morning): Lists {
  const { people, items } = motion.setting;
  const lists = createLists(visits.count);
  const shift = shiftToday(motion, visits.day);
  // What is poor for everybody is nobody's best: the most worthwhile of each topic are enough.
  const merit = (i: number): number =>
    SATISFIED.quality * items.quality[i]! +
    SATISFIED.bait * items.bait[i]! +
    CLICK.fresh / (1 + (visits.day - items.born[i]!) / items.halfLife[i]!);
  const there = Array.from({ length: TOPICS }, (_, t) =>
    [...shelf.popular]
      .filter((i) => items.topic[i] === t)
      .sort((a, b) => merit(b) - merit(a) || a - b)
      .slice(0, PER_TOPIC),
  ).flat();
  const value = new Float64Array(there.length);
  for (let v = 0; v < visits.count; v++) {
    const person = visits.person[v]!;
    lists.byModel[v] = 1;
    const known = person < people.count;
    for (let j = 0; j < there.length; j++) {
      const item = there[j]!;
      if (!known) {
        value[j] = -j;
        continue;
      }
      const seen = recalls(motion.memory, person, item);
      const click = sigmoid(attractionOf(motion, person, item, visits.day, seen, true, shift));
      const worth = sigmoid(worthOf(motion, person, item, seen, shift));
      const goodwill = GOODWILL.perSatisfied * worth + GOODWILL.perDisappointed * (1 - worth);
      value[j] = click * (ECONOMICS.clickDollars + GOODWILL_DOLLARS * goodwill);
    }
    const above = new Float64Array(TOPICS);
    for (let k = 0; k < PLACES; k++) {
      let best = 0;
      let most = -Infinity;
      for (let j = 0; j < there.length; j++) {
        if (value[j]! <= most) continue;
        const now = value[j]! * (1 + 0.7 * CLICK.repeat * Math.min(3, above[items.topic[there[j]!]!]!));
        if (now > most) {
          most = now;
          best = j;
        }
      }
      const topic = items.topic[there[best]!]!;
      above[topic] = above[topic]! + 1;
      lists.item[v * PLACES + k] = there[best]!;
      value[best] = -Infinity;
    }
  }
  return lists;
}
