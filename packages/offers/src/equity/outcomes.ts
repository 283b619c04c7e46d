import { OfferError, type Cents } from '../money.ts';
import type { Options } from '../pay/offer.ts';
import { draws } from '../random.ts';
import { commonPrice, lastValuation, vestedAfter } from './exit.ts';
import { checkLadder, type Ladder, type Rung } from './ladder.ts';

export interface Outcomes {
  /** Share of draws, 0 to 1, in which the options bring nothing. Read this first. */
  readonly worthless: number;
  readonly mean: Cents;
  readonly standardError: Cents;
  /** The outcome that 10, 25, 50, 75 and 90 in 100 draws stay below. */
  readonly percentiles: Readonly<Record<10 | 25 | 50 | 75 | 90, Cents>>;
  /** A hundred outcomes that stand for all draws, from the least to the most: the middle of each hundredth of them. */
  readonly futures: readonly Cents[];
  /** What it costs to exercise all options, before any tax. */
  readonly exercise: Cents;
  readonly draws: number;
}

/** An exit value within a rung, log-uniform between its ends; `u` in [0, 1). */
const exitIn = ({ from, to }: Rung, valuation: number, u: number): number =>
  from === to ? (valuation * from) / 100 : (valuation * from * (to / from) ** u) / 100;

/**
 * What options may bring over an exit ladder, by Monte Carlo: a rung by its chance, a value within it, what has vested by
 * then, and the strike paid only where it is worth it. Same seed, same figures. Nothing is discounted for time, tax or the
 * chance of leaving early.
 * @throws OfferError where the ladder cannot be, or the offer has no valuation to climb from.
 */
export function simulateOptions(options: Options, ladder: Ladder, seed: number, count = 100_000): Outcomes {
  checkLadder(ladder);
  if (options.preferredPrice === 0)
    throw new OfferError(
      'options.preferredPrice',
      'is missing',
      'Ask for the price of the last round: without it no exit can be compared with today.',
    );
  if (!Number.isInteger(count) || count < 1 || count > 10_000_000)
    throw new OfferError('draws', `is ${count}`, 'Give a whole number from 1 to 10,000,000.');
  const valuation = lastValuation(options);
  const vested = ladder.rungs.map(({ months }) => vestedAfter(options, months));
  const edges: number[] = [];
  let sum = 0;
  for (const { chance } of ladder.rungs) edges.push((sum += chance) / 10_000);
  const draw = draws(seed);
  const values = new Float64Array(count);
  let total = 0;
  let squares = 0;
  let nothing = 0;
  for (let i = 0; i < count; i++) {
    const dice = draw();
    let rung = 0;
    while (rung < edges.length - 1 && dice >= edges[rung]!) rung++;
    const price = commonPrice(options, exitIn(ladder.rungs[rung]!, valuation, draw()));
    const value = vested[rung]! * Math.max(0, price - options.strike);
    values[i] = value;
    total += value;
    squares += value * value;
    if (value < 1) nothing++;
  }
  values.sort();
  const at = (percent: number): Cents => Math.round(values[Math.min(count - 1, Math.floor((percent * count) / 100))]!);
  const futures = Array.from({ length: 100 }, (_, k) => at(k + 0.5));
  const mean = total / count;
  return {
    worthless: nothing / count,
    mean: Math.round(mean),
    standardError: Math.round(Math.sqrt(Math.max(0, squares / count - mean * mean) / count)),
    percentiles: { 10: at(10), 25: at(25), 50: at(50), 75: at(75), 90: at(90) },
    futures,
    exercise: options.count * options.strike,
    draws: count,
  };
}

/**
 * Mean and chance of nothing, in closed form, where no preference is ever taken instead of converting (preferences 0). For a
 * log-uniform exit V on [a, b], N shares and strike K: E[(V/N − K)⁺] = ((b − c)/N − K·ln(b/c)) / ln(b/a) with
 * c = min(b, max(a, K·N)).
 * @throws OfferError where there are preferences.
 */
export function exactOptions(options: Options, ladder: Ladder): { mean: number; worthless: number } {
  checkLadder(ladder);
  if (options.preferences > 0)
    throw new OfferError('options.preferences', 'are not 0', 'The closed form holds without preferences only.');
  const valuation = lastValuation(options);
  const shares = options.fullyDiluted / (1 - options.dilution / 10_000);
  let mean = 0;
  let worthless = 0;
  for (const rung of ladder.rungs) {
    const chance = rung.chance / 10_000;
    const [a, b] = [(valuation * rung.from) / 100, (valuation * rung.to) / 100];
    const vested = vestedAfter(options, rung.months);
    const strike = options.strike * shares;
    if (a === b) {
      const each = Math.max(0, a / shares - options.strike);
      mean += chance * vested * each;
      if (vested * each < 1) worthless += chance;
      continue;
    }
    const c = Math.min(b, Math.max(a, strike));
    const width = Math.log(b / a);
    mean += (chance * vested * ((b - c) / shares - options.strike * Math.log(b / c))) / width;
    worthless += vested === 0 ? chance : (chance * Math.log(c / a)) / width;
  }
  return { mean, worthless };
}
