/** One day: what was looked at, opened and ordered, what the annotators said, and what it cost. */
import { sigmoid } from '../../random/index.ts';
import { keyedUniform } from '../keyed.ts';
import { normal } from '../ranking/tables.ts';
import { type DayValues, examination, givenUp } from './behaviour.ts';
import { CAUSES } from './causes.ts';
import { CLICK, ECONOMICS, HISTORY_DAYS, JUDGING, PLACES, POOL, QUERIES } from './config.ts';
import { FEATURES, VOLATILE } from './features.ts';
import { LegacyScores, type Lists } from './legacy.ts';
import { activeToday, fade, rowId, visitId, type Motion, type Visits } from './motion.ts';
import { fillFeature } from './values.ts';

export interface DayTruth {
  /** Dollars in the order of CAUSES. */
  readonly money: Float64Array;
  searches: number;
  machines: number;
  clicks: number;
  orders: number;
  soldOut: number;
  givenUp: number;
}

/** Lives the day; appends to the store; counters, stock and judgments move on. */
export function settle(motion: Motion, visits: Visits, lists: Lists, values: DayValues, waitMs: number): DayTruth {
  const truth: DayTruth = {
    money: new Float64Array(CAUSES.length),
    searches: 0,
    machines: 0,
    clicks: 0,
    orders: 0,
    soldOut: 0,
    givenUp: 0,
  };
  const first = motion.store.rows;
  for (let v = 0; v < visits.count; v++) search(motion, visits, v, lists, values, waitMs, truth);
  judge(motion, visits.day, values);
  logValues(motion, first, visits.day);
  count(motion, first);
  fade(motion);
  if (visits.day < HISTORY_DAYS) truth.money.forEach((dollars, c) => (motion.bill[c] = motion.bill[c]! + dollars));
  return truth;
}

const brands = new Uint8Array(256);

function search(
  motion: Motion,
  visits: Visits,
  v: number,
  lists: Lists,
  values: DayValues,
  waitMs: number,
  truth: DayTruth,
): void {
  const { store, setting, now } = motion;
  const { catalogue, keys } = setting;
  const query = visits.query[v]!;
  const person = visits.person[v]!;
  const phone = visits.phone[v]!;
  const machine = visits.machine[v]!;
  values.know(query);
  const id = visitId(visits.day, v);
  const shares = givenUp(waitMs);
  const gone = machine === 0 && keyedUniform(keys.gone, id) < shares;
  const model = lists.byModel[v]!;
  const seen = motion.seen[person]!;
  const novel = model === 1 ? (CLICK.novelty * CLICK.noveltySearches) / (CLICK.noveltySearches + 2 * seen) : 0;
  const index = motion.copies[lists.age[v]!]!;
  const pace = keyedUniform(keys.look, id);
  const pause = machine === 1 ? 0.4 + pace : 2 + 20 * pace;
  let shown = 0;
  let stale = 0;
  let basket = 0;
  const start = store.rows;
  for (let k = 0; k < PLACES; k++) {
    const row = store.rows++;
    const pair = lists.pair[v * PLACES + k]!;
    const item = catalogue.item[pair]!;
    const brand = catalogue.brand[item]!;
    const margin = CLICK.brandAbove * Math.min(4, brands[brand]!);
    brands[brand] = brands[brand]! + 1;
    const look = examination(phone, k);
    const alone = values.chance[pair]!;
    const plain = margin === 0 ? alone : sigmoid(values.click[pair]! + margin);
    const chance = novel > 0 ? sigmoid(values.click[pair]! + margin + novel) : plain;
    // Opened because it is new, not because it is wanted: the order is as likely as without it.
    const order = (values.order[pair]! * plain) / chance;
    shown += (look * values.margin[pair]! * plain) / alone;
    const there = now.stock[item]! > 0;
    const dearer = now.price[item]! > 1.02 * index.price[item]!;
    stale += look * plain * (there ? (dearer ? ECONOMICS.dearerDollars : 0) : ECONOMICS.soldOutDollars);
    const u = keyedUniform(keys.click, rowId(id, k));
    const clicked = machine === 1 ? k < 3 : !gone && u < look * chance;
    const ordered = machine === 0 && clicked && there && keyedUniform(keys.buy, rowId(id, pair % POOL)) < order;
    if (ordered) {
      now.stock[item] = now.stock[item]! - 1;
      basket += now.price[item]!;
      motion.ordersTotal[pair] = motion.ordersTotal[pair]! + 1;
    }
    store.list[row] = motion.lists;
    store.day[row] = visits.day;
    store.person[row] = person;
    store.pair[row] = pair;
    store.place[row] = k;
    store.phone[row] = phone;
    store.clicked[row] = clicked ? 1 : 0;
    store.ordered[row] = ordered ? 1 : 0;
    store.soldOut[row] = clicked && (!there || dearer) ? 1 : 0;
    store.propensity[row] = lists.propensity[v * PLACES + k]!;
    store.shuffled[row] = lists.shuffled[v]!;
    store.byModel[row] = model;
    store.legacyScore[row] = lists.score[v * PLACES + k]!;
    store.pause[row] = pause;
    store.attraction[row] = plain;
    store.worth[row] = values.margin[pair]!;
    store.machine[row] = machine;
    truth.clicks += clicked && machine === 0 ? 1 : 0;
    truth.orders += ordered ? 1 : 0;
    truth.soldOut += clicked && !there && machine === 0 ? 1 : 0;
  }
  for (let row = start; row < store.rows; row++) {
    store.basket[row] = basket;
    brands[catalogue.brand[catalogue.item[store.pair[row]!]!]!] = 0;
  }
  motion.lists++;
  truth.searches++;
  if (machine === 1) {
    truth.machines++;
    return;
  }
  if (model === 1) motion.seen[person] = seen + 1;
  if (gone) truth.givenUp++;
  const ideal = values.ideal(query, phone);
  const reachable = values.idealOf(query, lists.candidates[v]!, phone);
  add(truth, 'missed', ideal - reachable);
  add(truth, 'order', reachable - shown);
  add(truth, 'slow', shares * shown);
  add(truth, 'stale', stale * (1 - shares));
}

const AT = {
  missed: CAUSES.indexOf('missedCandidates'),
  order: CAUSES.indexOf('poorOrder'),
  slow: CAUSES.indexOf('slowSearch'),
  stale: CAUSES.indexOf('staleIndex'),
} as const;

function add({ money }: DayTruth, cause: keyof typeof AT, dollars: number): void {
  money[AT[cause]] = money[AT[cause]]! + dollars;
}

/** Some queries are judged each day: three votes for each product, under the guideline of the day. */
function judge(motion: Motion, day: number, values: DayValues): void {
  const { store, setting } = motion;
  const { keys, catalogue: c } = setting;
  const meant = day >= JUDGING.guidelineDay;
  const old = new LegacyScores(motion);
  const leniency = Float64Array.from(
    { length: JUDGING.annotators },
    (_, person) => JUDGING.lenient * normal(keyedUniform(keys.vote, person)),
  );
  for (let n = 0; n < JUDGING.queries; n++) {
    const id = day * 64 + n;
    const u = keyedUniform(keys.judge, id);
    const query = Math.floor(u * u * QUERIES);
    values.know(query);
    for (let k = 0; k < JUDGING.products; k++) {
      const row = store.rows++;
      const pair = query * POOL + c.mixed[query * POOL + 3 * k + ((keyedUniform(keys.judge, rowId(id, k)) * 3) | 0)]!;
      const asked = meant ? 1.2 + 0.9 * c.fit[pair]! : 1.3 + 0.75 * c.text[pair]!;
      let sum = 0;
      for (let vote = 0; vote < JUDGING.votes; vote++) {
        const lot = rowId(id, k * 16 + vote);
        const person = Math.floor(keyedUniform(keys.vote, lot + 1) * JUDGING.annotators);
        const given = Math.round(asked + leniency[person]! + JUDGING.noise * normal(keyedUniform(keys.vote, lot)));
        const grade = Math.max(0, Math.min(3, given));
        if (vote === 0) store.vote[row] = grade;
        sum += grade;
      }
      store.grade[row] = sum / JUDGING.votes;
      store.list[row] = motion.lists;
      store.day[row] = day;
      store.person[row] = 0;
      store.pair[row] = pair;
      store.place[row] = 255;
      store.judged[row] = 1;
      store.attraction[row] = values.chance[pair]!;
      store.worth[row] = values.margin[pair]!;
      store.legacyScore[row] = old.of(pair);
      store.propensity[row] = 1;
      store.pause[row] = 60;
      motion.gradeSum[pair] = motion.gradeSum[pair]! + sum / JUDGING.votes;
      motion.graded[pair] = motion.graded[pair]! + 1;
    }
    motion.lists++;
  }
}

/** Every value as the systems had it this morning, and the morning before. */
function logValues(motion: Motion, first: number, day: number): void {
  const { store } = motion;
  const pair = store.pair.subarray(first, store.rows);
  const phone = store.phone.subarray(first, store.rows);
  const active = activeToday(motion, day);
  FEATURES.forEach((_, f) => fillFeature(f, motion, motion.copies[0], active, pair, phone, store.features[f]!, first));
  VOLATILE.forEach((f, k) => fillFeature(f, motion, motion.copies[1], active, pair, phone, store.stale[k]!, first));
}

function count(motion: Motion, first: number): void {
  const { store, now, setting } = motion;
  const { catalogue } = setting;
  for (let row = first; row < store.rows; row++) {
    if (store.judged[row] === 1) continue;
    const pair = store.pair[row]!;
    const item = catalogue.item[pair]!;
    const brand = catalogue.brand[item]!;
    now.pairViews[pair] = now.pairViews[pair]! + 1;
    now.itemViews[item] = now.itemViews[item]! + 1;
    now.brandViews[brand] = now.brandViews[brand]! + 1;
    if (store.clicked[row] === 0) continue;
    now.pairClicks[pair] = now.pairClicks[pair]! + 1;
    now.itemClicks[item] = now.itemClicks[item]! + 1;
    now.brandClicks[brand] = now.brandClicks[brand]! + 1;
    if (store.ordered[row] === 0) continue;
    now.pairOrders[pair] = now.pairOrders[pair]! + 1;
    now.itemOrders[item] = now.itemOrders[item]! + 1;
  }
}
