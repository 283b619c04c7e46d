import { expect, test } from 'vitest';
import {
  DRILL_KINDS,
  DRILL_LEVELS,
  isRight,
  makeDrill,
  nextDrill,
  parseTried,
  type Drill,
} from '../../src/drills/index.ts';
import { SOLVERS } from './solvers.ts';

const SEEDS = Array.from({ length: 25 }, (_, i) => i * 7919);

const every = (kind: string): Drill[] =>
  DRILL_LEVELS.flatMap((level) => SEEDS.map((seed) => makeDrill(kind, level, seed)));

test('there are at least twelve kinds, each with its own solver here', () => {
  expect(DRILL_KINDS.length).toBeGreaterThanOrEqual(12);
  expect(DRILL_KINDS.map(({ id }) => id).toSorted()).toEqual(Object.keys(SOLVERS).toSorted());
});

test.each(DRILL_KINDS.map(({ id }) => id))('%s: solving it another way gives its answer and no other', (kind) => {
  for (const drill of every(kind)) {
    const where = `${kind}, level ${drill.level}, seed ${drill.seed}`;
    const found = SOLVERS[kind]!(drill);
    const { answer } = drill;
    if (answer.kind === 'choice') {
      expect(Array.isArray(found), where).toBe(true);
      const marks = found as readonly number[];
      expect(marks.length, where).toBe(answer.choices.length);
      const best = Math.max(...marks);
      expect(marks.filter((mark) => mark === best).length, where).toBe(1);
      expect(marks.indexOf(best), where).toBe(answer.right);
      expect(new Set(answer.choices).size, where).toBe(answer.choices.length);
      expect(answer.choices.filter((_, i) => isRight(drill, i)).length, where).toBe(1);
    } else {
      expect(Math.abs((found as number) - answer.value), where).toBeLessThanOrEqual(answer.tolerance / 5);
      expect(isRight(drill, answer.value + 0.99 * answer.tolerance), where).toBe(true);
      expect(isRight(drill, answer.value + 1.01 * answer.tolerance), where).toBe(false);
    }
  }
});

test.each(DRILL_KINDS.map(({ id }) => id))('%s: shows pictures and a computation, without holes', (kind) => {
  for (const drill of every(kind)) {
    expect(drill.pictures.length).toBeGreaterThan(0);
    expect(drill.why.length).toBeGreaterThan(1);
    const text = [drill.asks, ...drill.given, ...drill.why].join(' ');
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/);
    for (const { points } of drill.pictures) {
      expect(points.length).toBeGreaterThan(1);
      for (const { y } of points) expect(Number.isFinite(y)).toBe(true);
    }
  }
});

test.each(DRILL_KINDS.map(({ id }) => id))(
  '%s: the answer moves with the seed, and one seed gives one drill',
  (kind) => {
    for (const level of DRILL_LEVELS) {
      const answers = SEEDS.map((seed) => {
        const { answer } = makeDrill(kind, level, seed);
        return answer.kind === 'choice' ? answer.choices[answer.right] : answer.value;
      });
      expect(new Set(answers).size, `level ${level}`).toBeGreaterThan(1);
      expect(makeDrill(kind, level, 5)).toEqual(makeDrill(kind, level, 5));
    }
  },
);

test.each(DRILL_KINDS.map(({ id }) => id))('%s: the hardest level gives otherwise, and never fewer choices', (kind) => {
  const shape = (level: number) => {
    const { asks, given, answer } = makeDrill(kind, level, 11);
    const choices = answer.kind === 'choice' ? answer.choices.length : 0;
    return { choices, words: [asks, ...given].join(' ').replaceAll(/[\d.,$%]+/g, '#') };
  };
  const [first, second, third] = DRILL_LEVELS.map(shape);
  expect(third!.words === first!.words && third!.choices === first!.choices).toBe(false);
  expect(second!.choices).toBeGreaterThanOrEqual(first!.choices);
  expect(third!.choices).toBeGreaterThanOrEqual(second!.choices);
});

test('the bill of each threshold that is shown comes to the sum that is shown, the looking at alarms included', () => {
  for (const drill of every('cost-threshold')) {
    const sums = drill.why.flatMap((line) => /^At [\d.]+: (.+) = \$([\d,]+)\.$/.exec(line)?.slice(1) ?? []);
    const [missed = [], alarms = [], caught = []] = drill.pictures.map(({ points }) => points.map(({ y }) => y));
    const [missedDollars, alarmDollars, look] = drill.data['dollars']!;
    expect(sums.length).toBe(2 * missed.length);
    missed.forEach((count, i) => {
      const bill = count * missedDollars! + alarms[i]! * (alarmDollars! + look!) + (caught[i] ?? 0) * look!;
      const shown = sums[2 * i]!.split(' + ').reduce((sum, part) => {
        const [times, dollars] = part.replaceAll(',', '').split(' × $').map(Number);
        return sum + times! * dollars!;
      }, 0);
      expect([shown, sums[2 * i + 1]], `level ${drill.level}, seed ${drill.seed}`).toEqual([
        bill,
        bill.toLocaleString('en-US'),
      ]);
    });
  }
});

test('a wrong request names the field and the mend', () => {
  expect(() => makeDrill('nothing', 1, 1)).toThrow(/kind is "nothing".*take one of/);
  expect(() => makeDrill('bad-slice', 4, 1)).toThrow(/level is 4: it must be 1, 2 or 3/);
  expect(() => makeDrill('bad-slice', 1, -1)).toThrow(/seed is -1/);
});

test('what goes wrong comes first, and levels follow what was right', () => {
  const tried = (kind: string, level: 1 | 2 | 3, right: boolean, day: number) => ({
    kind,
    level,
    right,
    seed: day,
    seconds: 60,
    at: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`,
  });
  expect(nextDrill(['a', 'b'], [])).toEqual({ kind: 'a', level: 1 });
  expect(nextDrill(['a', 'b'], [tried('a', 1, true, 1), tried('b', 2, false, 2)])).toEqual({ kind: 'b', level: 1 });
  expect(nextDrill(['a'], [tried('a', 1, true, 1), tried('a', 1, true, 2)])).toEqual({ kind: 'a', level: 2 });
  expect(nextDrill(['a'], [tried('a', 2, true, 2), tried('a', 1, true, 1)])).toEqual({ kind: 'a', level: 2 });
  expect(parseTried(tried('a', 2, true, 2))).toEqual(tried('a', 2, true, 2));
  expect(parseTried({ kind: 'a' })).toBeNull();
});

test('only the last five tries of a kind are held against it: what was wrong long ago is forgiven', () => {
  const tries = (kind: string, rights: readonly boolean[]) =>
    rights.map((right, i) => ({
      kind,
      level: 1 as const,
      right,
      seed: i,
      seconds: 60,
      at: `2026-11-${String(i + 1).padStart(2, '0')}T10:00:00.000Z`,
    }));
  const mended = tries('mended', [false, false, false, false, true, true, true, true, true]);
  const mixed = tries('mixed', [true, true, true, true, true, true, true, true, false]);
  expect(nextDrill(['mended', 'mixed'], [...mended, ...mixed]).kind).toBe('mixed');
});
