import { describe, expect, it } from 'vitest';
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

  it('leaves trees of more leaves to the walk', () => {
    const model = trainTrees(table, labels, { trees: 3, maxLeaves: 60, minChildWeight: 0, l2: 0.1 });
    expect(treeScorer(model)).toBeUndefined();
    expect(treeMargins(model, table)).toEqual(walkTrees(model, table));
  });
});
