/** Ranking metrics, off-policy estimates, sequential tests and power against scikit-learn, numpy, scipy and published tables. */
import { describe, expect, it } from 'vitest';
import * as m from '../../src/metrics/index.ts';
import { estimateFirstPlace } from '../../src/worlds/ranking/estimate.ts';
import { powerToSee } from '../../src/worlds/ranking/experiment.ts';
import { mrrOf, ndcgOf, recallOf } from '../../src/worlds/ranking/offline.ts';
import fixture from '../ranking-fixtures.generated.json' with { type: 'json' };

const close = (value: number, reference: number, within = 1e-12): void =>
  expect(Math.abs(value - reference)).toBeLessThanOrEqual(within * Math.max(1, Math.abs(reference)));

it('the fixture names its source and versions', () => {
  expect(fixture.source).toBe('tools/fixtures/ranking.py');
  expect(fixture.versions['scikit-learn']).toMatch(/^\d+\.\d+/);
});

describe('list metrics', () => {
  it.each(fixture.lists)('NDCG as scikit-learn, reciprocal rank and recall as sorted by numpy', (row) => {
    const { rewards, scores } = row;
    const starts = Uint32Array.of(0, rewards.length);
    close(m.ndcg(rewards, scores, 10, 'exponential'), row.ndcg10);
    close(m.ndcg(rewards, scores, Infinity, 'exponential'), row.ndcg);
    close(m.reciprocalRank(rewards, scores), row.reciprocalRank);
    close(m.recallAtK(rewards, scores, 3), row.recall3);
    close(m.recallAtK(rewards, scores, 5), row.recall5);
    close(ndcgOf(starts, rewards, scores, 10), row.ndcg10);
    close(mrrOf(starts, rewards, scores), row.reciprocalRank);
    close(recallOf(starts, rewards, scores, 3), row.recall3);
  });

  it('over many lists are the means of theirs', () => {
    const { lists } = fixture;
    const starts = Uint32Array.from([
      0,
      ...lists.map((_, q) => lists.slice(0, q + 1).flatMap((l) => l.rewards).length),
    ]);
    const [rewards, scores] = [lists.flatMap((l) => l.rewards), lists.flatMap((l) => l.scores)];
    const mean = (of: (l: (typeof lists)[number]) => number): number =>
      lists.reduce((sum, l) => sum + of(l), 0) / lists.length;
    close(
      ndcgOf(starts, rewards, scores, 10),
      mean((l) => l.ndcg10),
    );
    close(
      mrrOf(starts, rewards, scores),
      mean((l) => l.reciprocalRank),
    );
    close(
      recallOf(starts, rewards, scores, 5),
      mean((l) => l.recall5),
    );
  });
});

describe('off-policy estimates', () => {
  const { rewards, logged, target, loggedAction, targetPolicy, cap, ...known } = fixture.decisions;
  const log = { rewards, logged, target };
  const model = { loggedAction, targetPolicy };
  it.each([
    ['ips', m.ips(log)],
    ['clipped', m.clippedIps(log, cap)],
    ['snips', m.selfNormalisedIps(log)],
    ['dr', m.doublyRobust(log, model)],
    ['drClipped', m.doublyRobust(log, model, cap)],
    ['direct', m.directMethod(targetPolicy)],
  ] as const)('%s is what numpy makes of all actions at once, its error too', (name, found) => {
    close(found.value, known[name].value);
    close(found.standardError, known[name].standardError);
  });

  it('rest on the effective sample of Kish', () => close(m.ips(log).effectiveSample, known.effectiveSample));

  it('of the first place are those of the decision who comes first', () => {
    // Two lists by hand. In the first the judged policy's best was logged, in the second it was not.
    const found = estimateFirstPlace({
      lists: {
        rows: 4,
        list: Int32Array.of(0, 0, 1, 1),
        place: Uint8Array.of(0, 1, 0, 1),
        propensity: Float32Array.of(0.5, 1, 0.25, 1),
        shuffled: new Uint8Array(4),
      },
      rows: Uint32Array.of(0, 1, 2, 3),
      starts: Uint32Array.of(0, 2, 4),
      rewards: Float64Array.of(1, 0, 1, 0),
      scores: [2, 1, 1, 2],
      imputed: [0.6, 0.2, 0.4, 0.8],
      exploration: 0.2,
      cap: 1.5,
    });
    // Chances of the logged first rows under the judged policy: 0.8 + 0.1 and 0.1; weights 1.8 and 0.4.
    close(found.ips.value, (1.8 + 0.4) / 2);
    close(found.clipped.value, (1.5 + 0.4) / 2);
    close(found.snips.value, 1);
    // Expected under the judged policy: 0.8 * 0.6 + 0.1 * 0.8 = 0.56, and 0.8 * 0.8 + 0.1 * 1.2 = 0.76.
    close(found.direct.value, (0.56 + 0.76) / 2);
    close(found.dr.value, (0.56 + 1.5 * (1 - 0.6) + 0.76 + 0.4 * (1 - 0.4)) / 2);
  });
});

describe('sequential tests', () => {
  it.each(fixture.alwaysValid)('always-valid p-values are one over the mixture integrated by scipy', (row) => {
    close(m.alwaysValidPValues([row.estimate], [row.error], row.tau)[0]!, row.pValue, 1e-9);
  });

  it.each(fixture.crossings)('bounds err as often as the multivariate normal of scipy says', (row) => {
    close(m.crossingProbability(row.looks, row.bounds), row.crossing, 1e-4);
  });

  /** Constants of equally spaced looks, two-sided at 0.05: Jennison and Turnbull 2000, tables 2.1 and 2.3. */
  const PUBLISHED = [
    { looks: 2, pocock: 2.178, obrienFleming: 1.977 },
    { looks: 3, pocock: 2.289, obrienFleming: 2.004 },
    { looks: 4, pocock: 2.361, obrienFleming: 2.024 },
    { looks: 5, pocock: 2.413, obrienFleming: 2.04 },
    { looks: 10, pocock: 2.555, obrienFleming: 2.087 },
  ];
  it.each(PUBLISHED)('hold 0.05 at $looks looks with the published constants', ({ looks, pocock, obrienFleming }) => {
    const shares = Array.from({ length: looks }, (_, k) => (k + 1) / looks);
    const error = (bound: (share: number) => number): number => m.crossingProbability(shares, shares.map(bound));
    close(
      error(() => pocock),
      0.05,
      2e-4,
    );
    close(
      error((share) => obrienFleming / Math.sqrt(share)),
      0.05,
      2e-4,
    );
  });

  /** How often peeking at 1.96 errs: Armitage, McPherson and Rowe 1969, table 2. */
  it.each([
    [1, 0.05],
    [2, 0.083],
    [3, 0.107],
    [4, 0.126],
    [5, 0.142],
    [10, 0.193],
  ])('peeking %i times errs as published: %f', (looks, known) => {
    const shares = Array.from({ length: looks }, (_, k) => (k + 1) / looks);
    close(m.crossingProbability(shares, new Float64Array(looks).fill(1.959964)), known, 6e-4);
  });
});

describe('power', () => {
  it.each(fixture.powers)('to see a change of a mean is the density of scipy above the bound', (row) => {
    close(powerToSee(row, row, row.units), row.power, 1e-9);
  });
});
