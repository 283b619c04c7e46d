import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  belowIn,
  placeOf,
  placeWords,
  QUANTILES,
  quantilesOf,
  shareOf,
  type WorldStandings,
} from '../../src/tournament/index.ts';
import type { PlacedRun } from '../../src/tournament/place.ts';

const values = fc.array(fc.double({ min: -50, max: 1, noNaN: true }), { minLength: 1, maxLength: 300 });
const share = fc.double({ min: -60, max: 2, noNaN: true });

describe('a quantile curve', () => {
  it('says what share lies below, within the step of its points', () => {
    fc.assert(
      fc.property(values, share, (all, x) => {
        const below = all.filter((value) => value < x).length / all.length;
        const upTo = all.filter((value) => value <= x).length / all.length;
        const said = belowIn(quantilesOf(all), x);
        const step = 1 / (QUANTILES - 1) + 1 / all.length;
        expect(said).toBeGreaterThanOrEqual(below - step);
        expect(said).toBeLessThanOrEqual(upTo + step);
      }),
    );
  });

  it('rises from 0 to 1 with x', () => {
    fc.assert(
      fc.property(values, share, share, (all, a, b) => {
        const curve = quantilesOf(all);
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((x) => belowIn(curve, x)) as [number, number];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('counts half of what is equal, and refuses to be made of nothing', () => {
    expect(belowIn(quantilesOf([0.3, 0.3, 0.3]), 0.3)).toBe(0.5);
    expect(belowIn(quantilesOf([0, 1]), 0.25)).toBeCloseTo(0.25, 9);
    expect(() => quantilesOf([])).toThrow(/values/);
  });
});

const spread = (low: number, high: number): number[] => quantilesOf([low, high]);
const standings: WorldStandings = {
  world: 'fraud',
  volume: 3000,
  unit: 'payments a day',
  seeds: 200,
  contestants: [
    { name: 'oracle', cost: { mean: 1, low: 1, high: 1 }, shares: spread(1, 1) },
    { name: 'expert', cost: { mean: 2, low: 2, high: 2 }, shares: spread(0.4, 0.6) },
    { name: 'textbook', cost: { mean: 3, low: 3, high: 3 }, shares: spread(0.2, 0.45) },
    { name: 'naive', cost: { mean: 5, low: 5, high: 5 }, shares: spread(-0.1, 0) },
    { name: 'do nothing', cost: { mean: 4, low: 4, high: 4 }, shares: spread(0, 0) },
  ],
  comparisons: [],
  drawn: { plans: 200, unplayable: 3, aboveExpert: 1, shares: spread(-1, 0.5) },
};
const run = (ours: number, over: Partial<PlacedRun['file']> = {}, days = 84): PlacedRun => {
  const line = (total: number, many = 84) => ({ total, byDay: Array.from({ length: many }, () => total / many) });
  return {
    file: { world: 'fraud', volume: 3000, ...over },
    ledger: { ours: line(ours, days), 'doing nothing': line(100_000), textbook: line(80_000), oracle: line(20_000) },
  };
};
const place = (of: PlacedRun) => {
  const found = placeOf(of, [standings]);
  if ('unplaced' in found) throw new Error(found.unplaced);
  return found;
};
const unplaced = (of: PlacedRun, all: readonly WorldStandings[] = [standings]): string =>
  (placeOf(of, all) as { unplaced: string }).unplaced;

describe('a run is placed', () => {
  it('by its share of the way on its own seed, among the shares that others reached on theirs', () => {
    // 32,000 of the 80,000 dollars that knowing the truth saves here.
    const { share: own, ofDrawn, against, onThisSeed } = place(run(68_000));
    expect(own).toBeCloseTo(0.4, 9);
    expect(ofDrawn).toBe(93);
    expect(against).toEqual([
      { name: 'expert', ofSeeds: 0 },
      { name: 'textbook', ofSeeds: 80 },
      { name: 'naive', ofSeeds: 100 },
    ]);
    expect(onThisSeed).toEqual([{ name: 'textbook', share: 0.25 }]);
  });

  it('alike on a dear seed and on a cheap one', () => {
    const dear = run(68_000);
    const cheap: PlacedRun = {
      ...dear,
      ledger: Object.fromEntries(
        Object.entries(dear.ledger).map(([name, { total, byDay }]) => [name, { total: total / 7 + 500, byDay }]),
      ),
    };
    expect(place(cheap).share).toBeCloseTo(place(dear).share, 9);
    expect(place(cheap).ofDrawn).toBe(place(dear).ofDrawn);
  });

  it('better, the less it cost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 0, max: 300_000 }), (a, b) => {
        const [cheap, dear] = [place(run(Math.min(a, b))), place(run(Math.max(a, b)))];
        expect(cheap.ofDrawn).toBeGreaterThanOrEqual(dear.ofDrawn);
        cheap.against.forEach(({ ofSeeds }, i) => expect(ofSeeds).toBeGreaterThanOrEqual(dear.against[i]!.ofSeeds));
      }),
    );
  });

  it('not at all at another volume, before its end, in a world without a tournament, or where truth saves nothing', () => {
    expect(unplaced(run(1, { volume: 300 }))).toMatch(/has 300 payments a day and the tournament was played at 3,000/);
    expect(unplaced(run(1, {}, 20))).toMatch(/stopped after 20 of 84 days/);
    expect(unplaced(run(1, { world: 'weather' }))).toMatch(/No tournament/);
    const flat = run(1);
    const { 'doing nothing': nothing, ...others } = flat.ledger;
    expect(unplaced({ ...flat, ledger: { ...flat.ledger, oracle: nothing! } })).toMatch(/saves nothing/);
    expect(unplaced({ ...flat, ledger: others })).toMatch(/lacks/);
  });

  it('has no share where the oracle is no cheaper than doing nothing', () => {
    expect(shareOf(5, 10, 10)).toBeNull();
    expect(shareOf(5, 10, 0)).toBe(0.5);
  });
});

describe('the words for a place', () => {
  it('name the hardest plan that it is ahead of, and the next', () => {
    expect(placeWords(place(run(68_000))).join(' ')).toBe(
      'You went 40% of the way from doing nothing to knowing the truth. Better than 93 of 100 plans drawn at random, and than the textbook plan on 80 of 100 seeds. It is ahead of the expert’s plan on none of 100: that is the plan to beat. Chance is a low bar.',
    );
  });

  it('say so where it was dearer than doing nothing, and where nobody is ahead', () => {
    const words = placeWords(place(run(140_000))).join(' ');
    expect(words).toMatch(/50% of that way in the wrong direction/);
    expect(words).toMatch(/than no reference plan on most seeds/);
    expect(placeWords(place(run(30_000))).join(' ')).toMatch(/No reference plan is ahead/);
  });
});
