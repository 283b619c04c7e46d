import { describe, expect, it } from 'vitest';
import * as learn from '../src/learn/index.ts';
import { meanOverGroups, ndcg } from '../src/metrics/index.ts';
import { RandomStream } from '../src/random/index.ts';

/** Queries of 10 items; the relevance follows a, and b within a query; `level` moves whole queries only. */
function lists(queries: number, seed: number) {
  const stream = new RandomStream(seed, 'test/lists');
  const rows = queries * 10;
  const [a, b, level] = [new Float32Array(rows), new Float32Array(rows), new Float32Array(rows)];
  const groups = new Uint32Array(rows);
  const relevances = new Uint8Array(rows);
  for (let q = 0; q < queries; q++) {
    const shared = stream.normal();
    for (let i = q * 10; i < q * 10 + 10; i++) {
      a[i] = stream.normal();
      b[i] = stream.uniform();
      level[i] = shared;
      groups[i] = (q * 7919) % 100_003;
      const taste = a[i]! + (b[i]! > 0.7 ? 1.5 : 0) + 0.3 * stream.normal();
      relevances[i] = taste > 2 ? 3 : taste > 1.2 ? 2 : taste > 0.5 ? 1 : 0;
    }
  }
  return { table: learn.tableOf({ a, b, level }), groups, relevances };
}

const train = lists(600, 1);
const fresh = lists(600, 2);
const scoreOf = (model: learn.TreesModel) =>
  meanOverGroups(fresh.groups, fresh.relevances, learn.treeMargins(model, fresh.table), (y, s) => ndcg(y, s, 5));

describe('ranking trees', () => {
  const options = { trees: 40, maxLeaves: 8 };
  it.each(['pointwise', 'pairwise', 'listwise'] as const)('%s finds the order of lists it did not see', (objective) => {
    const model = learn.trainRankingTrees(train.table, train.relevances, train.groups, { ...options, objective });
    expect(scoreOf(model)).toBeGreaterThan(0.93);
    expect(model.gain[0]!).toBeGreaterThan(10 * model.gain[2]!);
  });

  it('are the same to the byte, wherever the rows of a query lie', () => {
    const model = learn.trainRankingTrees(train.table, train.relevances, train.groups, options);
    expect(learn.trainRankingTrees(train.table, train.relevances, train.groups, options)).toEqual(model);
    const last = Uint32Array.from({ length: 6000 }, (_, i) => (i * 601) % 6000);
    const mixed = learn.trainRankingTrees(
      learn.takeRows(train.table, last),
      learn.take(train.relevances, last),
      learn.take(train.groups, last),
      options,
    );
    expect(scoreOf(mixed)).toBeCloseTo(scoreOf(model), 2);
  });

  it('undo position bias when weighed by 1 / propensity, and not otherwise', () => {
    const stream = new RandomStream(5, 'clicks');
    const { table, groups, relevances } = lists(3000, 3);
    // Shown in order of -b, which has nothing to do with the position effect but hides the good items at the bottom.
    const clicks = new Uint8Array(table.rows);
    const weights = new Float64Array(table.rows);
    for (let start = 0; start < table.rows; start += 10) {
      const shown = Array.from({ length: 10 }, (_, i) => start + i).sort(
        (x, y) => table.columns[1]![x]! - table.columns[1]![y]!,
      );
      shown.forEach((row, position) => {
        const seen = 1 / (position + 1);
        clicks[row] = stream.chance(seen * (0.1 + 0.3 * relevances[row]!)) ? 1 : 0;
        weights[row] = 1 / seen;
      });
    }
    const naive = learn.trainRankingTrees(table, clicks, groups, { ...options, objective: 'pairwise' });
    const debiased = learn.trainRankingTrees(table, clicks, groups, { ...options, objective: 'pairwise' }, weights);
    expect(scoreOf(debiased)).toBeGreaterThan(scoreOf(naive) + 0.02);
  });

  it('refuse what holds no order, by name', () => {
    const { table, groups, relevances } = train;
    const run = (y: ArrayLike<number>, g: ArrayLike<number> = groups) => learn.trainRankingTrees(table, y, g, options);
    expect(() => run(new Uint8Array(table.rows))).toThrow(/^relevances are equal within every group/);
    expect(() => run(relevances, groups.slice(1))).toThrow(/^groups has 5999 rows, table has 6000/);
    expect(() => run(Float64Array.from(relevances).fill(-1, 0, 1))).toThrow(/^relevances\[0\] is -1/);
  });
});
