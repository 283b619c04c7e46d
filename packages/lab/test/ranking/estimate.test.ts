import { describe, expect, it } from 'vitest';
import { ndcg, reciprocalRank } from '../../src/metrics/index.ts';
import { exp, RandomStream } from '../../src/random/index.ts';
import { estimateFirstPlace, valueOfFirstPlace } from '../../src/worlds/ranking/estimate.ts';
import { listStarts } from '../../src/worlds/ranking/lists.ts';
import { mrrOf, ndcgOf, recallOf } from '../../src/worlds/ranking/offline.ts';

const SIZE = 5;

/** Lists logged by a softmax policy; the reward of the first place is drawn from a truth of each row. */
function logged(lists: number, seed: number) {
  const stream = new RandomStream(seed, 'test/estimate');
  const rows = lists * SIZE;
  const value = new Float64Array(rows);
  const scores = new Float64Array(rows);
  const propensity = new Float32Array(rows);
  const rewards = new Float64Array(rows);
  for (let q = 0; q < lists; q++) {
    const items = Array.from({ length: SIZE }, () => {
      const worth = 0.1 + 0.6 * stream.uniform();
      return { worth, old: stream.normal(), score: worth + 0.2 * stream.normal() };
    });
    const total = items.reduce((sum, i) => sum + exp(i.old), 0);
    let at = stream.uniform() * total;
    const first = Math.max(
      0,
      items.findIndex((i) => (at -= exp(i.old)) < 0),
    );
    [items[0], items[first]] = [items[first]!, items[0]!];
    items.forEach((item, k) => {
      const row = q * SIZE + k;
      value[row] = item.worth;
      scores[row] = item.score;
      propensity[row] = exp(item.old) / total;
      rewards[row] = k === 0 && stream.chance(item.worth) ? 1 : 0;
    });
  }
  const list = Int32Array.from({ length: rows }, (_, r) => Math.floor(r / SIZE));
  const all = Uint32Array.from({ length: rows }, (_, i) => i);
  const log = { rows, list, place: Uint8Array.from(all, (r) => r % SIZE), propensity, shuffled: new Uint8Array(rows) };
  return { log, all, starts: listStarts(list, all), rewards, scores, value };
}

describe('off-policy estimates of the first place', () => {
  it('find the truth on average: IPS, SNIPS and doubly robust; clipping leans down', () => {
    const errors = { ips: 0, clipped: 0, snips: 0, dr: 0, direct: 0 };
    const runs = 30;
    for (let seed = 0; seed < runs; seed++) {
      const { log, all, starts, rewards, scores, value } = logged(1500, seed);
      const truth = valueOfFirstPlace(starts, scores, value, 0.1, () => true);
      const input = { lists: log, rows: all, starts, rewards, scores, exploration: 0.1 };
      const found = estimateFirstPlace({ ...input, imputed: value, cap: Infinity });
      const clipped = estimateFirstPlace({ ...input, imputed: new Float64Array(all.length).fill(0.9), cap: 2 });
      errors.ips += (found.ips.value - truth) / runs;
      errors.snips += (found.snips.value - truth) / runs;
      errors.dr += (found.dr.value - truth) / runs;
      errors.clipped += (clipped.clipped.value - truth) / runs;
      errors.direct += (clipped.direct.value - truth) / runs;
      expect(found.dr.standardError).toBeLessThan(found.ips.standardError);
    }
    for (const key of ['ips', 'snips', 'dr'] as const) expect(Math.abs(errors[key]), key).toBeLessThan(0.012);
    expect(errors.clipped).toBeLessThan(-0.05);
    expect(errors.direct).toBeGreaterThan(0.2);
  });
});

describe('list metrics over many lists', () => {
  it('agree with those of one list', () => {
    const stream = new RandomStream(4, 'test/lists');
    const lists = 40;
    const starts = Uint32Array.from({ length: lists + 1 }, (_, q) => q * 7);
    const rewards = Float64Array.from({ length: lists * 7 }, () => stream.below(3));
    const scores = Float64Array.from(rewards, (y) => y + stream.normal());
    const mean = (of: (y: Float64Array, s: Float64Array) => number): number => {
      const values: number[] = [];
      for (let q = 0; q < lists; q++) {
        const y = rewards.subarray(q * 7, q * 7 + 7);
        if (y.some((x) => x > 0)) values.push(of(y, scores.subarray(q * 7, q * 7 + 7)));
      }
      return values.reduce((a, b) => a + b, 0) / values.length;
    };
    expect(ndcgOf(starts, rewards, scores, 5)).toBeCloseTo(
      mean((y, s) => ndcg(y, s, 5, 'exponential')),
      12,
    );
    expect(mrrOf(starts, rewards, scores)).toBeCloseTo(
      mean((y, s) => reciprocalRank(y, s)),
      12,
    );
    expect(recallOf(starts, rewards, scores, 7)).toBe(1);
    expect(recallOf(starts, rewards, rewards, 3)).toBeGreaterThanOrEqual(recallOf(starts, rewards, scores, 3));
  });
});
