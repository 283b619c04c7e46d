import { OfferError } from '../money.ts';

/** One rung of exits: how likely, and between which multiples of the last round's valuation. */
export interface Rung {
  readonly name: string;
  /** In hundredths of a percent; the rungs of a ladder sum to 10,000. */
  readonly chance: number;
  /** Multiples of the last post-money valuation, in hundredths: 100 is the same again. */
  readonly from: number;
  readonly to: number;
  /** Months from the start of the job to the exit: what has not vested by then is lost. */
  readonly months: number;
}

export interface Ladder {
  readonly source: string;
  readonly asOf: string;
  readonly rungs: readonly Rung[];
}

/**
 * What venture financings returned: of 21,640 of them from 2004 to 2013, 64.8% returned less than what was put in, 25.3%
 * one to five times, 5.9% five to ten, 2.5% ten to twenty, 1.1% twenty to fifty, 0.4% more (Correlation Ventures, 2014).
 * The half of the first group that returned nothing at all, and the months to an exit, are our assumptions.
 */
export const DEFAULT_LADDER: Ladder = {
  source:
    'Correlation Ventures, 21,640 US venture financings 2004 to 2013; the share that returns nothing and the months are assumptions',
  asOf: '2014',
  rungs: [
    { name: 'closed', chance: 3240, from: 0, to: 0, months: 30 },
    { name: 'sold for less', chance: 3240, from: 5, to: 100, months: 42 },
    { name: '1 to 5 times', chance: 2530, from: 100, to: 500, months: 60 },
    { name: '5 to 10 times', chance: 590, from: 500, to: 1000, months: 72 },
    { name: '10 to 20 times', chance: 250, from: 1000, to: 2000, months: 72 },
    { name: '20 to 50 times', chance: 110, from: 2000, to: 5000, months: 84 },
    { name: 'more', chance: 40, from: 5000, to: 10_000, months: 84 },
  ],
};

/** Throws an OfferError naming the rung that cannot be. */
export function checkLadder({ rungs }: Ladder): void {
  if (rungs.length === 0 || rungs.length > 20)
    throw new OfferError('ladder.rungs', `has ${rungs.length} rungs`, 'Give 1 to 20.');
  rungs.forEach(({ chance, from, to, months }, i) => {
    const at = `ladder.rungs.${i}`;
    if (!Number.isInteger(chance) || chance < 0)
      throw new OfferError(`${at}.chance`, `is ${chance}`, 'Give a share of 0 or more.');
    if (!(from >= 0) || !(to >= from) || !Number.isFinite(to))
      throw new OfferError(at, `goes from ${from} to ${to}`, 'Give two multiples of 0 or more, the lower first.');
    if (from === 0 && to > 0)
      throw new OfferError(`${at}.from`, 'is 0 while the rung ends above it', 'Start above 0, or make both 0.');
    if (!Number.isInteger(months) || months < 0)
      throw new OfferError(`${at}.months`, `is ${months}`, 'Give whole months.');
  });
  const sum = rungs.reduce((total, rung) => total + rung.chance, 0);
  if (sum !== 10_000) throw new OfferError('ladder', `has chances that sum to ${sum / 100}%`, 'Make them sum to 100%.');
}
