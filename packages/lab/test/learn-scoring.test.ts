import { describe, expect, it } from 'vitest';
import { alikeRows } from '../src/learn/alike-rows.ts';
import { tableOf, trainTrees } from '../src/learn/index.ts';
import { sortFloats } from '../src/learn/radix-sort.ts';
import { treeMargins, walkTrees } from '../src/learn/tree-model.ts';
import { treeScorer } from '../src/learn/tree-scorer.ts';
import { RandomStream } from '../src/random/index.ts';

const bytes = (values: Float32Array | Float64Array): Buffer =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength);

describe('sorting floats by digits', () => {
  it.each([0, 1, 2, 255, 256, 257, 5000])('gives the order of the built-in sort for %i values', (n) => {
    const stream = new RandomStream(3, `sort/${n}`);
    const kinds = [
      () => stream.normal() * 1e6,
      () => stream.below(5) - 2,
      () => [0, -0, Infinity, -Infinity, 1e-45, -1e-45][stream.below(6)]!,
      () => 7,
    ];
    for (const draw of kinds) {
      const values = Float32Array.from({ length: n }, draw);
      expect(bytes(sortFloats(values.slice())).equals(bytes(values.slice().sort()))).toBe(true);
    }
  });

  it('sorts a window on a larger array and nothing around it', () => {
    const all = Float32Array.from({ length: 1000 }, (_, i) => -i);
    sortFloats(all.subarray(300, 700));
    expect(Array.from(all.subarray(299, 302))).toEqual([-299, -699, -698]);
    expect(all[700]).toBe(-700);
  });
});

describe('scoring by features', () => {
  const stream = new RandomStream(5, 'score');
  const rows = 3001;
  const column = (draw: () => number): Float32Array =>
    Float32Array.from({ length: rows }, () => (stream.chance(0.1) ? Number.NaN : draw()));
  const table = tableOf({
    flag: column(() => stream.below(2)),
    count: column(() => stream.below(6)),
    amount: column(() => stream.lognormal(3, 1)),
    never: new Float32Array(rows).fill(Number.NaN),
  });
  const labels = Uint8Array.from({ length: rows }, (_, i) =>
    stream.chance(table.columns[0]![i] === 1 && table.columns[2]![i]! > 30 ? 0.4 : 0.05) ? 1 : 0,
  );

  it.each([2, 8, 32])('is walking the trees, to the bit, with up to %i leaves', (maxLeaves) => {
    const model = trainTrees(table, labels, { trees: 25, maxLeaves, minChildWeight: 0, l2: 1 });
    expect(treeScorer(model)).toBeDefined();
    expect(bytes(treeMargins(model, table)).equals(bytes(walkTrees(model, table)))).toBe(true);
  });

  it('is the same where many rows are alike, and where rows differ in one column only', () => {
    const model = trainTrees(table, labels, { trees: 25, maxLeaves: 8, minChildWeight: 0, l2: 1 });
    const few = new RandomStream(6, 'alike');
    for (const kinds of [1, 7, 300, 2900]) {
      const from = Uint32Array.from({ length: 6000 }, () => few.below(kinds));
      const repeated = tableOf(
        Object.fromEntries(
          table.names.map((name, c) => [
            name,
            Float32Array.from({ length: 6000 }, (_, i) => table.columns[c]![from[i]!]!),
          ]),
        ),
      );
      repeated.columns[2]![5999] = 1e6;
      // More than once: what a batch was like decides how the next is scored.
      for (let batch = 0; batch < 3; batch++)
        expect(bytes(treeMargins(model, repeated)).equals(bytes(walkTrees(model, repeated)))).toBe(true);
    }
  });

  it('finds the rows that are alike, and gives up where hardly any are', () => {
    const values = Float32Array.of(1, 2, 1, Number.NaN, 2, Number.NaN, 0, -0);
    const found = alikeRows([values, new Float32Array(8)], 8)!;
    expect([...found.distinct]).toEqual([0, 1, 3, 6, 7]);
    expect([...found.kind]).toEqual([0, 1, 0, 2, 1, 2, 3, 4]);
    expect(alikeRows([Float32Array.from({ length: 5000 }, (_, i) => i)], 5000)).toBeUndefined();
    expect(alikeRows([], 0)).toBeUndefined();
    expect(alikeRows([new Float32Array(3)], 3)!.distinct).toHaveLength(1);
  });

  it('leaves trees of more leaves to the walk', () => {
    const model = trainTrees(table, labels, { trees: 3, maxLeaves: 60, minChildWeight: 0, l2: 0.1 });
    expect(treeScorer(model)).toBeUndefined();
    expect(treeMargins(model, table)).toEqual(walkTrees(model, table));
  });
});
