import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../src/random/index.ts';
import { examinationCurve, inverseRank } from '../../src/worlds/ranking/curve.ts';
import type { LoggedLists } from '../../src/worlds/ranking/lists.ts';
import { pointwise, weighRewards } from '../../src/worlds/ranking/weigh.ts';

const PLACES = 6;

/** Lists of items whose click chance is e(place) times an attraction of their own. */
function clicksFor(curve: readonly number[], lists: number, seed: number): { log: LoggedLists; clicks: Uint8Array } {
  const stream = new RandomStream(seed, 'test/curve');
  const rows = lists * PLACES;
  const clicks = new Uint8Array(rows);
  for (let row = 0; row < rows; row++)
    clicks[row] = stream.chance(curve[row % PLACES]! * (0.2 + 0.5 * stream.uniform())) ? 1 : 0;
  return {
    log: {
      rows,
      list: Int32Array.from({ length: rows }, (_, r) => Math.floor(r / PLACES)),
      place: Uint8Array.from({ length: rows }, (_, r) => r % PLACES),
      propensity: new Float32Array(rows).fill(1 / PLACES),
      shuffled: new Uint8Array(rows).fill(1),
    },
    clicks,
  };
}

const all = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i);

describe('the examination curve', () => {
  it('finds the true curve on lists of random order', () => {
    const truth = [1, 0.7, 0.45, 0.3, 0.3, 0.15];
    const { log, clicks } = clicksFor(truth, 20_000, 1);
    const found = examinationCurve(log, clicks, all(log.rows), PLACES, 'shuffled');
    truth.forEach((e, k) => expect(found[k], `place ${k + 1}`).toBeCloseTo(e, 1));
  });

  it('never rises, begins at 1, and stays a chance, however few lists there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer(), (lists, seed) => {
        const { log, clicks } = clicksFor([1, 0.9, 0.8, 0.7, 0.6, 0.5], lists, seed);
        const found = examinationCurve(log, clicks, all(log.rows), PLACES, 'shuffled');
        expect(found[0]).toBe(1);
        for (let k = 1; k < PLACES; k++) expect(found[k]! <= found[k - 1]! && found[k]! > 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('assumes one over the rank where nothing was shuffled', () => {
    const { log, clicks } = clicksFor([1, 1, 1, 1, 1, 1], 50, 3);
    const plain = { ...log, shuffled: new Uint8Array(log.rows) };
    expect(examinationCurve(plain, clicks, all(log.rows), PLACES, 'shuffled')).toEqual(inverseRank(PLACES));
  });
});

describe('weighed rewards', () => {
  const examined = Float64Array.of(1, 0.5, 0.25, 1, 0.5, 0.25);
  const rewards = Float64Array.of(0, 1, 1, 1, 0, 0);
  const starts = Uint32Array.of(0, 3, 6);
  const given = { rewards, examined, starts };

  it('are as they were without weights', () => {
    expect(weighRewards(given, 'none', 1)).toEqual({ relevances: rewards, weights: undefined });
  });

  it('weigh a click by one over the chance to be looked at, clipped where asked', () => {
    expect([...weighRewards(given, 'ips', 2).weights!]).toEqual([1, 2, 4, 1, 2, 4]);
    expect([...weighRewards(given, 'clipped', 3).weights!]).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it('sum to the number of clicks of each list when self-normalised', () => {
    const { weights } = weighRewards(given, 'snips', 1);
    expect(weights![1]! + weights![2]!).toBeCloseTo(2, 12);
    expect(weights![3]).toBe(1);
  });

  it('are right on average when doubly robust, even where the model is wrong', () => {
    const stream = new RandomStream(5, 'test/doubly-robust');
    const attraction = 0.3;
    const e = 0.4;
    let sum = 0;
    const n = 40_000;
    for (let i = 0; i < n; i++) {
      const y = stream.chance(e * attraction) ? 1 : 0;
      // The model says 0.1 everywhere; negative values are cut, so the check is on a reward that stays above.
      sum += 0.1 + (y - e * 0.1) / e;
    }
    expect(sum / n).toBeCloseTo(attraction, 2);
    const { relevances } = weighRewards({ ...given, imputed: new Float64Array(6).fill(0.1) }, 'doubly-robust', 10);
    expect(relevances[1]).toBeCloseTo(0.1 + (1 - 0.05) / 0.5, 12);
    expect(relevances[0]).toBe(0);
    expect(() => weighRewards(given, 'doubly-robust', 10)).toThrow(/imputed/);
  });

  it('move into the relevance for a learner of single rows', () => {
    const { relevances, weights } = pointwise(weighRewards(given, 'ips', 1));
    expect([...relevances]).toEqual([0, 2, 4, 1, 0, 0]);
    expect(weights).toBeUndefined();
  });
});
