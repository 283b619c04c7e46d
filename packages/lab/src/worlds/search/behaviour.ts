/** What customers make of a product for a query on a day: the truth that only the world and the oracle know. */
import { exp, log, sigmoid } from '../../random/index.ts';
import { keyedUniform } from '../keyed.ts';
import { BRANDS, CLICK, ECONOMICS, EYES, ORDER, PLACES, POOL, QUERIES } from './config.ts';
import { activeToday, seasonOn, type Chances, type Motion } from './motion.ts';

/** Chance that a place is looked at, over that of the first. */
export const examination = (phone: number, place: number): number => EXAMINED[phone]![place]!;
const EXAMINED = [EYES.desk, EYES.phone].map((power) =>
  Float64Array.from({ length: PLACES }, (_, k) => 1 / exp(power * log(k + 1))),
);

/** Truth of one day, filled by query when it is first asked for. */
export class DayValues {
  readonly click = new Float32Array(QUERIES * POOL);
  /** Chance of a click when looked at, with nothing of its brand above. */
  readonly chance = new Float32Array(QUERIES * POOL);
  readonly order = new Float32Array(QUERIES * POOL);
  /** Margin that is expected when the product is looked at; 0 where it is sold out. */
  readonly margin = new Float32Array(QUERIES * POOL);
  readonly #known = new Uint8Array(QUERIES);
  /** Of the whole pool, and of the candidates last asked about: by query, desk and phone. */
  readonly #ideal = new Float64Array(QUERIES * 2);
  readonly #reachable = new Float64Array(QUERIES * 2);
  readonly #asked: (Int32Array | undefined)[] = [];
  readonly #motion: Motion;
  readonly #season: number;
  readonly #shift: number;
  /** What the fashion does to each brand. */
  readonly #fashion: Float64Array | undefined;

  constructor(motion: Motion, day: number) {
    const shift = activeToday(motion, day).find((i) => i.kind === 'demand-shift')?.size ?? 0;
    this.#motion = motion;
    this.#season = seasonOn(day);
    this.#shift = shift;
    const { keys } = motion.setting;
    if (shift > 0)
      this.#fashion = Float64Array.from(
        { length: BRANDS },
        (_, brand) => shift * (2 * keyedUniform(keys.shift, brand) - 1),
      );
  }

  know(query: number): void {
    if (this.#known[query] === 1) return;
    this.#known[query] = 1;
    const { chances } = this.#motion;
    const from = query * POOL;
    const held = this.#season === 0 && this.#shift === 0 ? chances.calm : chances.stirred;
    if (held.season[query] !== this.#season || held.shift[query] !== this.#shift) this.#workOut(query, held);
    else this.#follow(from, held);
    this.click.set(held.click.subarray(from, from + POOL), from);
    this.chance.set(held.chance.subarray(from, from + POOL), from);
    this.order.set(held.order.subarray(from, from + POOL), from);
    this.#price(from);
    best(this.margin, undefined, from, POOL);
    this.#ideal[2 * query] = lookedAt(0);
    this.#ideal[2 * query + 1] = lookedAt(1);
  }

  /** Chances of a query under the season and fashion of the day. */
  #workOut(query: number, held: Chances): void {
    const { catalogue: c } = this.#motion.setting;
    for (let p = query * POOL, end = p + POOL; p < end; p++) {
      const i = c.item[p]!;
      const click =
        CLICK.base +
        CLICK.fit * this.#fit(p, i) +
        CLICK.stuffing * c.stuffing[i]! +
        CLICK.rating * c.rating[i]! +
        CLICK.gift * (this.#season * (c.gift[i]! - 0.15));
      held.click[p] = click;
      held.chance[p] = sigmoid(held.click[p]!);
      this.#wish(p, i, held);
    }
    held.season[query] = this.#season;
    held.shift[query] = this.#shift;
  }

  /** Orders of the products whose price is another than when it was worked out. */
  #follow(from: number, held: Chances): void {
    const { item } = this.#motion.setting.catalogue;
    const { price } = this.#motion.now;
    for (let p = from; p < from + POOL; p++) if (held.price[p] !== price[item[p]!]) this.#wish(p, item[p]!, held);
  }

  #wish(p: number, i: number, held: Chances): void {
    const { catalogue: c } = this.#motion.setting;
    const { price } = this.#motion.now;
    const gift = this.#season * (c.gift[i]! - 0.15);
    const dear = price[i] === c.price[i] ? 0 : ORDER.dear * log(price[i]! / c.price[i]!) * 2;
    held.order[p] = sigmoid(
      ORDER.base + ORDER.fit * this.#fit(p, i) + ORDER.quality * c.quality[i]! + dear + ORDER.gift * gift,
    );
    held.price[p] = price[i]!;
  }

  #fit(p: number, i: number): number {
    const { catalogue: c } = this.#motion.setting;
    return c.fit[p]! + (this.#fashion ? this.#fashion[c.brand[i]!]! : 0);
  }

  #price(from: number): void {
    const { item } = this.#motion.setting.catalogue;
    const { stock, price } = this.#motion.now;
    for (let p = from; p < from + POOL; p++) {
      const i = item[p]!;
      const open = stock[i]! > 0 ? 1 : 0;
      this.margin[p] = open * this.chance[p]! * this.order[p]! * ECONOMICS.marginShare * price[i]!;
    }
  }

  /** Margin of the best list of all products of the pool. */
  ideal(query: number, phone: number): number {
    this.know(query);
    return this.#ideal[query * 2 + phone]!;
  }

  /** Margin of the best list of some candidates. */
  idealOf(query: number, candidates: Int32Array, phone: number): number {
    this.know(query);
    if (this.#asked[query] !== candidates) {
      best(this.margin, candidates, 0, candidates.length);
      this.#reachable[2 * query] = lookedAt(0);
      this.#reachable[2 * query + 1] = lookedAt(1);
      this.#asked[query] = candidates;
    }
    return this.#reachable[query * 2 + phone]!;
  }
}

/** The largest margins last asked for, falling. */
const TOP = new Float64Array(PLACES);

/** Puts the ten largest margins, of some pairs or of `count` from `from` on, into TOP: by insertion. */
function best(margin: Float32Array, pairs: Int32Array | undefined, from: number, count: number): void {
  TOP.fill(0);
  for (let j = from; j < from + count; j++) {
    const value = margin[pairs ? pairs[j]! : j]!;
    if (value <= TOP[PLACES - 1]!) continue;
    let k = PLACES - 1;
    while (k > 0 && TOP[k - 1]! < value) {
      TOP[k] = TOP[k - 1]!;
      k--;
    }
    TOP[k] = value;
  }
}

/** Margin of TOP as a list. */
function lookedAt(phone: number): number {
  let sum = 0;
  for (let k = 0; k < PLACES; k++) sum += TOP[k]! * examination(phone, k);
  return sum;
}

/** Share of the searches that are given up over a wait. */
export function givenUp(waitMs: number): number {
  return Math.min(ECONOMICS.abandonMost, Math.max(0, (ECONOMICS.abandonPer100ms * (waitMs - 40)) / 100));
}
