/** A day settled: what was shown becomes rows of the log, money by cause, goodwill, and counts for tomorrow. */
import { sigmoid } from '../../random/index.ts';
import { keyedUniform } from '../keyed.ts';
import { afterVisit, attractionOf, leaveChance, react, shiftToday, worthOf } from './behaviour.ts';
import { CAUSES, type Cause } from './causes.ts';
import { CLICK, ECONOMICS, PLACES, RECALLED, SATISFIED, TOPICS } from './config.ts';
import { F, FEATURE_COUNT, VOLATILE } from './features.ts';
import { changeUnits } from './incidents.ts';
import type { Lists } from './legacy.ts';
import { fadeOvernight } from './memory.ts';
import { activeToday, keepMorning, rowId, visitChance, visitId, type Motion, type Visits } from './motion.ts';
import { fillFeature, recalls, type Pairs } from './values.ts';

const AT = Object.fromEntries(CAUSES.map((cause, i) => [cause, i])) as Record<Cause, number>;
/** A click this long counts as read. */
export const LONG_SECONDS = 30;

/** The truth of one day: money, and counts. Never shown before the post-mortem. */
export interface DayTruth {
  readonly money: Float64Array;
  readonly visits: number;
  readonly machines: number;
  readonly clicks: number;
  readonly satisfied: number;
  readonly left: number;
  readonly goodwill: number;
}

/** Truth of the visit that is being settled: by place. */
const topicAbove = new Float64Array(TOPICS);

/** Settles `visits` with these lists. `waitMs` is what people waited for a list by the model, on average over all. */
export function settle(motion: Motion, visits: Visits, lists: Lists, waitMs: number): DayTruth {
  const { store, setting } = motion;
  const { people, items } = setting;
  const { day } = visits;
  const first = store.rows;
  const shift = shiftToday(motion, day);
  const active = activeToday(motion, day);
  const onRequest = active.some((i) => i.kind === 'sdk-request');
  const autoplay = active.find((i) => i.kind === 'metric-redefinition')?.size ?? 0;
  const money = new Float64Array(CAUSES.length);
  let clicks = 0;
  let pleased = 0;
  let machines = 0;
  let row = first;
  for (let v = 0; v < visits.count; v++) {
    const person = visits.person[v]!;
    const machine = person >= people.count;
    const phone = visits.phone[v]!;
    const id = visitId(person, day);
    const byModel = lists.byModel[v] === 1;
    let clicked = 0;
    let satisfied = 0;
    let logged = 0;
    let seconds = 6;
    topicAbove.fill(0);
    for (let k = 0; k < PLACES; k++, row++) {
      const item = lists.item[v * PLACES + k]!;
      store.visit[row] = motion.visits + v;
      store.day[row] = day;
      store.person[row] = person;
      store.item[row] = item;
      store.place[row] = k;
      store.phone[row] = phone;
      store.propensity[row] = lists.propensity[v * PLACES + k]!;
      store.legacyScore[row] = lists.score[v * PLACES + k]!;
      store.shuffled[row] = lists.shuffled[v]!;
      store.byModel[row] = lists.byModel[v]!;
      store.machine[row] = machine ? 1 : 0;
      if (machine) {
        const paid = setting.paidHouses.has(items.publisher[item]!);
        const hit = keyedUniform(setting.keys.machine, rowId(id, item)) < (paid ? 0.95 : 0.3);
        store.viewed[row] = 1;
        store.clicked[row] = hit ? 1 : 0;
        store.seconds[row] = hit ? 2 + 50 * keyedUniform(setting.keys.seconds, rowId(id, item)) : 0;
        store.liked[row] = 0;
        store.survey[row] = 0;
        store.satisfied[row] = 0;
        store.attraction[row] = 0;
        store.worth[row] = 0;
        logged += hit ? 1 : 0;
        seconds += store.seconds[row]!;
        continue;
      }
      const known = recalls(motion.memory, person, item);
      const attraction = attractionOf(motion, person, item, day, known, byModel, shift);
      const worth = worthOf(motion, person, item, known, shift);
      const topic = items.topic[item]!;
      const above = topicAbove[topic]!;
      topicAbove[topic] = above + 1;
      const r = react(
        setting,
        person,
        item,
        day,
        phone,
        k,
        attraction + CLICK.repeat * above,
        worth + SATISFIED.repeat * above,
      );
      store.attraction[row] = sigmoid(attraction);
      store.worth[row] = sigmoid(worth);
      store.satisfied[row] = r.satisfied ? 1 : 0;
      // What starts by itself at the top of the screen is logged as a click of a few seconds.
      const self =
        autoplay > 0 &&
        !r.clicked &&
        k < 4 &&
        r.viewed &&
        keyedUniform(setting.keys.autoplay, rowId(id, item)) < 2 * autoplay;
      store.viewed[row] = r.viewed || onRequest ? 1 : 0;
      store.clicked[row] = r.clicked || self ? 1 : 0;
      store.seconds[row] = self ? 4 + 12 * keyedUniform(setting.keys.seconds, rowId(id, item)) : r.seconds;
      store.liked[row] = r.liked ? 1 : 0;
      store.survey[row] = r.survey;
      seconds += store.seconds[row]!;
      logged += r.clicked || self ? 1 : 0;
      if (r.clicked) {
        clicked++;
        if (r.satisfied) satisfied++;
      }
    }
    const luck = keyedUniform(setting.keys.machine, id);
    const pause = machine ? 0.3 + 1.6 * luck : 1.5 + 40 * luck;
    for (let k = row - PLACES; k < row; k++) {
      store.visitSeconds[k] = seconds;
      store.pause[k] = logged > 1 ? pause : 60;
    }
    if (machine) {
      machines++;
      continue;
    }
    clicks += clicked;
    pleased += satisfied;
    money[AT.quietVisits] =
      money[AT.quietVisits]! + ECONOMICS.clickDollars * Math.max(0, ECONOMICS.payingClicks - clicked);
    afterVisit(motion, person, satisfied, clicked - satisfied);
    if (byModel) motion.novelty[person] = motion.novelty[person]! + 1;
  }
  store.rows = row;
  fillLog(motion, first, day);
  remember(motion, first);
  motion.visits += visits.count;
  const { left, goodwill } = depart(motion, day, money);
  const humans = visits.count - machines;
  const given = (ECONOMICS.abandonPer100ms * Math.max(0, waitMs - 150)) / 100;
  money[AT.slowFeed] = humans * given * (ECONOMICS.visitDollars + ECONOMICS.payingClicks * ECONOMICS.clickDollars);
  return { money, visits: humans, machines, clicks, satisfied: pleased, left, goodwill };
}

/** Feature values of the new rows, as of this morning and as of the one before. */
function fillLog(motion: Motion, first: number, day: number): void {
  const { store, setting } = motion;
  const ground = { people: setting.people, items: setting.items, label: motion.label, broken: motion.broken };
  const pairs: Pairs = { person: store.person, item: store.item, phone: store.phone, from: first, to: store.rows, day };
  for (let f = 0; f < FEATURE_COUNT; f++) fillFeature(f, ground, motion.memory, pairs, store.features[f]!);
  VOLATILE.forEach((f, k) => fillFeature(f, ground, motion.before[0], pairs, store.stale[k]!));
  changeUnits(store.features[F.title_heat!]!, first, store.rows, activeToday(motion, day));
}

/** Evening: the systems count what was logged. */
function remember(motion: Motion, first: number): void {
  const { store, memory, setting } = motion;
  keepMorning(motion);
  fadeOvernight(memory);
  const add = (column: Float32Array, at: number, by: number): void => {
    column[at] = column[at]! + by;
  };
  let last = -1;
  for (let row = first; row < store.rows; row++) {
    const person = store.person[row]!;
    if (store.visit[row] !== last) {
      last = store.visit[row]!;
      add(memory.visits, person, 1);
    }
    const item = store.item[row]!;
    const topic = motion.label[item]!;
    const house = setting.items.publisher[item]!;
    if (store.viewed[row] === 1) {
      add(memory.views, item, 1);
      add(memory.allViews, item, 1);
      add(memory.houseViews, house, 1);
      add(memory.topicViews, topic, 1);
      add(memory.topicDay, topic, 1);
      add(memory.seen, person, 1);
    }
    if (store.survey[row]! > 0) {
      add(memory.asked, item, 1);
      if (store.survey[row] === 2) add(memory.pleased, item, 1);
    }
    if (store.clicked[row] !== 1) continue;
    const long = store.seconds[row]! >= LONG_SECONDS ? 1 : 0;
    add(memory.clicks, item, 1);
    add(memory.allClicks, item, 1);
    add(memory.longs, item, long);
    add(memory.likes, item, store.liked[row]!);
    add(memory.houseClicks, house, 1);
    add(memory.houseLongs, house, long);
    add(memory.opened, person, 1);
    for (let t = 0; t < TOPICS; t++) {
      const at = person * TOPICS + t;
      memory.liked[at] = memory.liked[at]! * 0.985;
      memory.read[at] = memory.read[at]! * 0.985;
    }
    add(memory.liked, person * TOPICS + topic, 1);
    add(memory.read, person * TOPICS + topic, long);
    memory.lastTopic[person] = topic;
    const at = person * RECALLED;
    memory.recalled.copyWithin(at + 1, at, at + RECALLED - 1);
    memory.recalled[at] = item;
  }
}

/** Who stays away, and who cancels. Both are charged at their chance, so that luck with a few people decides nothing. */
function depart(motion: Motion, day: number, money: Float64Array): { left: number; goodwill: number } {
  const { people, keys } = motion.setting;
  let away = 0;
  let risk = 0;
  let left = 0;
  let here = 0;
  let goodwill = 0;
  for (let p = 0; p < people.count; p++) {
    if (motion.gone[p] === 1 || people.joined[p]! > day) continue;
    here++;
    goodwill += motion.goodwill[p]!;
    away += people.pace[p]! - visitChance(motion, p);
    const chance = leaveChance(motion.goodwill[p]!);
    risk += chance;
    if (keyedUniform(keys.leave, visitId(p, day)) >= chance) continue;
    motion.gone[p] = 1;
    left++;
  }
  money[AT.missedVisits] = away * ECONOMICS.visitDollars;
  money[AT.lostSubscribers] = risk * ECONOMICS.subscriberDollars;
  return { left, goodwill: goodwill / Math.max(1, here) };
}
