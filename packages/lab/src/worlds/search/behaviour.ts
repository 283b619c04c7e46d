/** What customers make of a product for a query on a day: the truth that only the world and the oracle know. */
import { exp, log, sigmoid } from '../../random/index.ts';
import { keyedUniform } from '../keyed.ts';
import { CLICK, ECONOMICS, EYES, ORDER, PLACES, POOL, QUERIES } from './config.ts';
import { activeToday, seasonOn, type Motion } from './motion.ts';

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
  readonly #ideal = new Float64Array(QUERIES * 2);
  readonly #motion: Motion;
  readonly #season: number;
  readonly #shift: number;

  constructor(motion: Motion, day: number) {
    this.#motion = motion;
    this.#season = seasonOn(day);
    this.#shift = activeToday(motion, day).find((i) => i.kind === 'demand-shift')?.size ?? 0;
  }

  know(query: number): void {
    if (this.#known[query] === 1) return;
    this.#known[query] = 1;
    const { catalogue: c, keys } = this.#motion.setting;
    const { stock, price } = this.#motion.now;
    const season = this.#season;
    // Without season or fashion nothing changes from day to day but stock and price.
    const calm = season === 0 && this.#shift === 0;
    const held = this.#motion.calm;
    for (let j = 0, p = query * POOL; j < POOL; j++, p++) {
      const i = c.item[p]!;
      const shift = this.#shift > 0 ? this.#shift * (2 * keyedUniform(keys.shift, c.brand[i]!) - 1) : 0;
      const gift = season * (c.gift[i]! - 0.15);
      const fit = c.fit[p]! + shift;
      this.click[p] =
        CLICK.base +
        CLICK.fit * fit +
        CLICK.stuffing * c.stuffing[i]! +
        CLICK.rating * c.rating[i]! +
        CLICK.gift * gift;
      const dear = price[i] === c.price[i] ? 0 : ORDER.dear * log(price[i]! / c.price[i]!) * 2;
      const wish = ORDER.base + ORDER.fit * fit + ORDER.quality * c.quality[i]! + dear + ORDER.gift * gift;
      this.order[p] = calm && dear === 0 ? (held.order[p] ||= sigmoid(wish)) : sigmoid(wish);
      this.chance[p] = calm ? (held.chance[p] ||= sigmoid(this.click[p]!)) : sigmoid(this.click[p]!);
      const open = stock[i]! > 0 ? 1 : 0;
      this.margin[p] = open * this.chance[p]! * this.order[p]! * ECONOMICS.marginShare * price[i]!;
    }
    for (const phone of [0, 1]) this.#ideal[query * 2 + phone] = this.#best(query, undefined, POOL, phone);
  }

  /** Margin of the best list of all products of the pool. */
  ideal(query: number, phone: number): number {
    this.know(query);
    return this.#ideal[query * 2 + phone]!;
  }

  /** Margin of the best list of some candidates. */
  idealOf(query: number, candidates: ArrayLike<number>, phone: number): number {
    this.know(query);
    return this.#best(query, candidates, candidates.length, phone);
  }

  #best(query: number, candidates: ArrayLike<number> | undefined, count: number, phone: number): number {
    // The ten largest, by insertion.
    TOP.fill(0);
    for (let j = 0; j < count; j++) {
      const value = this.margin[candidates ? candidates[j]! : query * POOL + j]!;
      if (value <= TOP[PLACES - 1]!) continue;
      let k = PLACES - 1;
      while (k > 0 && TOP[k - 1]! < value) {
        TOP[k] = TOP[k - 1]!;
        k--;
      }
      TOP[k] = value;
    }
    let sum = 0;
    for (let k = 0; k < PLACES; k++) sum += TOP[k]! * examination(phone, k);
    return sum;
  }
}

const TOP = new Float64Array(PLACES);

/** Share of the searches that are given up over a wait. */
export function givenUp(waitMs: number): number {
  return Math.min(ECONOMICS.abandonMost, Math.max(0, (ECONOMICS.abandonPer100ms * (waitMs - 40)) / 100));
}
