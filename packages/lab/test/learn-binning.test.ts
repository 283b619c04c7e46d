import fc from 'fast-check';
import { expect, it } from 'vitest';
import { binTable, MISSING_BIN, quantileEdges } from '../src/learn/binning.ts';
import { tableOf } from '../src/learn/index.ts';
import { TrainingMemory } from '../src/learn/training-memory.ts';
import { RandomStream } from '../src/random/index.ts';

const value = fc.oneof(
  fc.float({ noDefaultInfinity: true }),
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(NaN, -1e30, 1e-3, 2e-3, 3.4e38, -3.4e38, 1e-45),
);

it('puts every value in the first bin whose edge is at or above it, however the values are spread', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(value, { minLength: 40, maxLength: 40 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 2, max: 30 }),
      (lists, maxBins) => {
        const columns = lists.map((list) => Float32Array.from(list));
        const table = tableOf(Object.fromEntries(columns.map((column, c) => [`c${c}`, column])));
        const binned = binTable(table, maxBins, new TrainingMemory(0, true));
        columns.forEach((column, c) => {
          const edges = [...binned.edges[c]!];
          expect(edges.length).toBeLessThan(maxBins);
          edges.slice(1).forEach((edge, i) => expect(edge).toBeGreaterThan(edges[i]!));
          column.forEach((x, row) => {
            const bin = (binned.words[c >> 2]![row]! >>> ((c & 3) * 8)) & 255;
            const slow = edges.findIndex((edge) => x <= edge);
            expect(bin).toBe(Number.isNaN(x) ? MISSING_BIN : slow < 0 ? edges.length : slow);
          });
          expect(binned.hasMissing[c]).toBe(column.some(Number.isNaN) ? 1 : 0);
        });
      },
    ),
  );
});

it('bins hold about equal mass, and a value that is common has a bin of its own', () => {
  const stream = new RandomStream(1, 'bins');
  const skewed = Float32Array.from({ length: 50_000 }, () => stream.lognormal(3, 2));
  const edges = quantileEdges(skewed, 20);
  const counts = Array.from({ length: 20 }, () => 0);
  for (const x of skewed) counts[[...edges].filter((edge) => edge < x).length]!++;
  expect(Math.max(...counts)).toBeLessThan(2600);
  expect(Math.min(...counts)).toBeGreaterThan(2400);
  const zeros = skewed.map((x, i) => (i % 2 === 0 ? 0 : x));
  const first = quantileEdges(zeros, 20)[0]!;
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThanOrEqual(Math.min(...zeros.filter((x) => x > 0)));
});
