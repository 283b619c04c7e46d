import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareWithDraft,
  countWords,
  differenceOf,
  fillersIn,
  isPasted,
  paceOf,
  ratingOf,
  reviewOfDrill,
  scheduleOf,
  sittingsOf,
  type Review,
} from '@legible/prep';
import { Rating } from 'ts-fsrs';

const DRAFT =
  'I owned the returns queue, 40,000 parcels a day. I moved the threshold from 0.5 to 0.8 because a wrong hold cost nine euros. Holds fell by a third. Since then I sample two hundred parcels every week.';

describe('what was said against the draft', () => {
  test('said word for word nothing is dropped, added or lost', () => {
    const { dropped, added, lost, over } = compareWithDraft(DRAFT, DRAFT, 50, 60);
    expect([dropped, added, lost, over]).toEqual([[], [], [], -10]);
  });
  test('told in other words and another order, what was meant is not dropped', () => {
    const said =
      'A wrong hold cost nine euros, so I moved the threshold to 0.8 from 0.5. I owned the queue for returns, forty thousand parcels, 40,000, daily. I sample two hundred parcels weekly. The holds were falling by a third.';
    expect(compareWithDraft(DRAFT, said, 60, 60).dropped).toEqual([]);
  });
  test('a sentence left out is dropped, a figure left out is lost, and one made up is added', () => {
    const said =
      'I owned the returns queue with its many parcels a day. I moved the threshold because a wrong hold cost nine euros. Holds fell by a third. My manager praised the initiative.';
    const { dropped, added, lost } = compareWithDraft(DRAFT, said, 60, 60);
    expect(dropped.map(({ text }) => text).join()).toContain('sample two hundred');
    expect(added.map(({ text }) => text).join()).toContain('praised');
    expect(lost).toEqual(expect.arrayContaining(['40,000', '0.5', '0.8']));
  });
  test('offsets point at the sentences', () => {
    const { added } = compareWithDraft(DRAFT, `${DRAFT} Penguins cannot fly anyway.`, 1, 1);
    expect(`${DRAFT} Penguins cannot fly anyway.`.slice(added[0]?.from, added[0]?.to)).toContain('Penguins');
  });
  test('fillers are counted where they fill, and not where they mean something', () => {
    const words = (text: string) => fillersIn(text).map(({ word }) => word);
    expect(words('So, um, I was, like, the owner, you know, of the queue.')).toEqual(['um', 'like', 'you know']);
    expect(words('Stores like ours turn right at the actual summit.')).toEqual([]);
  });
  test('what comes faster than fingers was pasted', () => {
    expect(isPasted(150, 2)).toBe(true);
    expect(isPasted(60, 60)).toBe(false);
  });
});

describe('pace', () => {
  const answer = (words: number, seconds: number) => ({ words, seconds });
  test('is a default, and says so, until three answers are timed', () => {
    expect(paceOf([answer(150, 60), answer(150, 60)])).toMatchObject({ from: 'default', answers: 0 });
    expect(paceOf([answer(150, 60), answer(120, 60), answer(130, 60)])).toEqual({
      from: 'measured',
      wordsPerMinute: 130,
      answers: 3,
    });
  });
  test('a paste, a pause, typing and a word or two are no pace', () =>
    expect(
      paceOf([answer(900, 5), answer(50, 600), answer(40, 60), answer(4, 2), { words: null, seconds: null }]).from,
    ).toBe('default'));
  test('the user’s own figure wins', () => expect(paceOf([], 97)).toMatchObject({ wordsPerMinute: 97, from: 'set' }));
  test('words are counted as they are spoken', () =>
    expect(countWords('A “label”, 40,000 of them — naïve, isn’t it?')).toBe(8));
});

describe('what comes back, and when', () => {
  const review = (at: string, level: number, seconds: number | null = 50): Review => ({
    key: 'item:a',
    at,
    level,
    seconds,
    allowed: 60,
  });
  test('the rating is the level and the time, and rises with the level', () => {
    expect([0, 1, 2, 3].map((level) => ratingOf(review('', level)))).toEqual([
      Rating.Again,
      Rating.Hard,
      Rating.Good,
      Rating.Easy,
    ]);
    expect(ratingOf(review('', 2, 90))).toBe(Rating.Hard);
    expect(ratingOf(review('', 2, null))).toBe(Rating.Good);
  });
  test('what went well comes back later than what did not', () => {
    const due = (level: number) =>
      scheduleOf([review('2026-11-01T19:00:00.000Z', level)], '2026-11-02T00:00:00.000Z')[0]?.due ?? '';
    expect(due(0) < due(2) && due(2) < due(3)).toBe(true);
  });
  test('the same log in any order gives the same dates, and nothing is due before its last review', () => {
    const reviews = fc.array(
      fc.record({
        key: fc.constantFrom('item:a' as const, 'signal:data' as const),
        day: fc.integer({ min: 1, max: 60 }),
        level: fc.double({ min: 0, max: 3, noNaN: true }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(reviews, (raw) => {
        const log = raw.map(({ key, day, level }, index): Review => ({
          key,
          at: new Date(Date.UTC(2026, 0, day, 12, index)).toISOString(),
          level,
          seconds: null,
          allowed: null,
        }));
        const now = '2026-03-20T00:00:00.000Z';
        const dues = scheduleOf(log, now);
        expect(scheduleOf(log.toReversed(), now)).toEqual(dues);
        for (const { due, last, recall } of dues) {
          expect(due >= last.at).toBe(true);
          expect(recall).toBeGreaterThanOrEqual(0);
          expect(recall).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('versions', () => {
  test('a difference holds both texts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'the', 'queue', '.', '\n')),
        fc.array(fc.constantFrom('a', 'b', 'the', 'queue', '.')),
        (x, y) => {
          const [before, after] = [x.join(' '), y.join(' ')];
          const changes = differenceOf(before, after);
          expect(
            changes
              .filter(({ kind }) => kind !== 'gone')
              .map(({ text }) => text)
              .join(''),
          ).toBe(after);
          expect(
            changes
              .filter(({ kind }) => kind !== 'new')
              .map(({ text }) => text)
              .join(''),
          ).toBe(before);
        },
      ),
    );
  });
  test('saves of one sitting are one draft; a pause or another tab begins a new one', () => {
    const at = (minute: number, version: number, parent = version - 1) => ({
      version,
      parent,
      savedAt: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
    });
    const minutes = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 60_000;
    const sittings = sittingsOf([at(0, 1), at(2, 2), at(3, 3, 1), at(40, 4, 2)], minutes);
    expect(sittings.map(({ versions }) => versions.map(({ version }) => version))).toEqual([[4], [3], [1, 2]]);
  });
});

describe('a drill comes back', () => {
  const tries = fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 90 }),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const),
      right: fc.boolean(),
      seconds: fc.integer({ min: 5, max: 400 }),
    }),
    { minLength: 1, maxLength: 15 },
  );
  const drill = (one: { day: number; level: 1 | 2 | 3; right: boolean; seconds: number }, index: number) =>
    reviewOfDrill(
      { ...one, kind: 'slice', at: new Date(Date.UTC(2026, 0, 1 + one.day, 12, index)).toISOString() },
      120,
    );
  const daysAway = (log: readonly Review[]): number => {
    const last = log
      .map(({ at }) => at)
      .toSorted()
      .at(-1)!;
    return (Date.parse(scheduleOf(log, last)[0]!.due) - Date.parse(last)) / 86_400_000;
  };
  test('a drill got wrong is due the next day, whatever went before; got right, never sooner', () => {
    fc.assert(
      fc.property(tries, (raw) => {
        const log = raw.map(drill);
        const at = Math.max(...raw.map(({ day }) => day)) + 1;
        const next = (right: boolean) => daysAway([...log, drill({ day: at, level: 2, right, seconds: 60 }, 30)]);
        expect(next(false)).toBe(1);
        expect(next(true)).toBeGreaterThanOrEqual(next(false));
      }),
    );
  });
  test('a drill got right each time it is due comes back later each time, later still at the hardest level', () => {
    const waits = (level: 1 | 2 | 3): number[] => {
      const log: Review[] = [];
      let day = 0;
      return Array.from({ length: 4 }, (_, i) => {
        log.push(drill({ day, level, right: true, seconds: 60 }, i));
        const wait = daysAway(log);
        day += Math.round(wait);
        return wait;
      });
    };
    expect(waits(2)).toEqual(waits(2).toSorted((a, b) => a - b));
    expect(new Set(waits(2)).size).toBe(4);
    expect(waits(3)[0]).toBeGreaterThan(waits(2)[0]!);
  });
  test('a drill that took far more than its two minutes comes back sooner', () => {
    const wait = (seconds: number) => daysAway([drill({ day: 0, level: 2, right: true, seconds }, 0)]);
    expect(wait(200)).toBeLessThan(wait(100));
  });
});
