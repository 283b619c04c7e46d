import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AREAS, canonical, K, read, type Terms } from '../../src/negotiation/index.ts';

const table: Terms = {
  level: 4,
  scope: [],
  base: 188 * K,
  signOn: 10 * K,
  equity: 120 * K,
  review: 12,
  remote: 2,
  start: 4,
};
const context = { table, asked: { base: 210 * K }, otherBase: 202 * K, currency: 'USD' as const };

interface Line {
  readonly words: string;
  readonly want: readonly string[];
}

function lines(file: string): Line[] {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [words = '', want = ''] = line.split(' =>');
      const tokens = want.trim().split(/\s+/).filter(Boolean);
      return { words, want: tokens.map(inOrder).toSorted() };
    });
}

/** Areas may be written in any order. */
function inOrder(token: string): string {
  if (!token.startsWith('scope:')) return token;
  const named = token.slice('scope:'.length).split('+');
  return `scope:${AREAS.filter((area) => named.includes(area)).join('+')}`;
}

/** Right, asked about, or silently misread. */
function outcome({ words, want }: Line): 'right' | 'asked' | 'misread' {
  const got = canonical(read(words, context));
  if (want.includes('?')) return got.includes('?') ? 'right' : 'misread';
  if (got.join(' ') === want.join(' ')) return 'right';
  return got.includes('?') ? 'asked' : 'misread';
}

describe('everyday language', () => {
  test('at least 95 in 100 of the kept sentences are read right, the rest are asked about, none silently misread', () => {
    const read = lines('proposals.txt').map((line) => ({ ...line, outcome: outcome(line) }));
    expect(read.length).toBeGreaterThanOrEqual(150);
    expect(read.filter((line) => line.outcome === 'misread')).toEqual([]);
    expect(read.filter((line) => line.outcome === 'right').length / read.length).toBeGreaterThanOrEqual(0.95);
  });

  test.each(['unseen', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'last', 'after'])(
    'the %s set, tried before the reader was mended for it, is now read or asked about',
    (name) => {
      const read = lines(`proposals-${name}.txt`).map((line) => ({ ...line, outcome: outcome(line) }));
      expect(read.filter((line) => line.outcome === 'misread')).toEqual([]);
      expect(read.filter((line) => line.outcome === 'right').length / read.length).toBeGreaterThanOrEqual(0.85);
    },
  );

  test('a figure is read the same in every way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 140, max: 280 }), (n) => {
        const ways = [
          `${n}`,
          `${n}k`,
          `$${n}k`,
          `${n},000`,
          `$${n},000`,
          `${n}.000`,
          `${n} thousand`,
          `${n} grand`,
          `${n}K`,
        ];
        for (const way of ways)
          expect(canonical(read(`I would like a base of ${way}.`, context)), way).toEqual([`base=${n}`]);
      }),
      { numRuns: 40 },
    );
  });

  test('no figure that someone refuses becomes one they ask for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 150, max: 240 }),
        fc.constantFrom(
          "I wouldn't take N.",
          "I can't accept N.",
          'N is too low.',
          "N doesn't work for me.",
          'I will not do it for N.',
        ),
        (n, form) => {
          expect(canonical(read(form.replace('N', String(n)), context))).toEqual([`refuse:base=${n}`]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('any words at all are read without failing', () => {
    fc.assert(fc.property(fc.string(), (words) => Array.isArray(read(words, context).acts)));
  });
});
