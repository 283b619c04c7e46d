import { describe, expect, it } from 'vitest';
import { featureNames } from '../src/scorer/features.ts';
import { bothScores, passageScore, sharedScore, type PassageBlend } from '../src/scorer/model.ts';
import { mannerOdds, passageNames, passageScores, passageShare, passageValues } from '../src/scorer/passages.ts';

const dense = new Float64Array(featureNames().length);
const names = passageNames();
const valueOf = (text: readonly string[], name: string): number =>
  passageValues(
    dense,
    text.map((one) => ({ text: one })),
  )[names.indexOf(name)]!;

describe('the values of a passage', () => {
  const text = ['It dropped because the feed was late, because of a holiday.', 'It is important to monitor.'];

  it('count each pattern, and say in which share of the sentences it stands', () => {
    expect(valueOf(text, 'pattern:cause')).toBeCloseTo(Math.log1p(2), 12);
    expect(valueOf(text, 'pattern share:cause')).toBe(0.5);
    expect(valueOf(text, 'pattern share:importance')).toBe(0.5);
    expect(valueOf(text, 'pattern:price')).toBe(0);
  });

  it('hear a curly apostrophe as a straight one', () => {
    expect(valueOf(['We can’t tell.'], 'pattern:doubt')).toBe(valueOf(["We can't tell."], 'pattern:doubt'));
    expect(valueOf(['We can’t tell.'], 'pattern:doubt')).toBeGreaterThan(0);
  });

  it('hold nothing of length, of numbers and of the first person', () => {
    expect(names.filter((name) => /logWords|meanWords|ownAction|\+number/.test(name))).toEqual([]);
  });
});

describe('the second reading', () => {
  const model = {
    center: [1, 0],
    spread: [2, 0.5],
    weights: [1, 10, 0, -1],
    manner: { weights: [2, 1], intercept: 0.5 },
  };

  it('weighs values from their mean in their spread, and no further than three of it', () => {
    expect([...passageScores([3, 0.5], model)]).toEqual([11, -1]);
    expect([...passageScores([900, -900], model)]).toEqual([3 - 30, 3]);
    expect(mannerOdds([3, 0.5], model)).toBe(3.5);
  });
});

describe('how a passage is scored', () => {
  const blend: PassageBlend = {
    links: { mean: 1, spread: 2 },
    reading: { mean: 0.5, spread: 0.25 },
    together: 1.5,
    levels: { mean: 2.4, spread: 0.6 },
    unknown: 2,
  };

  it('is by links and second reading alike, and by half of the answer score', () => {
    expect(bothScores({ links: 3, reading: 1 }, blend)).toBe(3);
    expect(passageScore({ answer: 2, links: 3, reading: 1 }, blend)).toBeCloseTo(2.4 + (0.6 * 3) / 1.5, 12);
    expect(passageScore({ answer: 3, links: 1, reading: 0.5 }, blend)).toBeCloseTo(2.9, 12);
  });

  it('is the answer score where nothing is read as a passage, and lies between where a part is', () => {
    const scores = { answer: 3, links: 3, reading: 1 };
    const [none, half, all] = [0, 0.5, 1].map((share) => sharedScore(scores, blend, share));
    expect([none, all]).toEqual([3, passageScore(scores, blend)]);
    expect(half).toBeCloseTo((none! + all!) / 2, 12);
  });
});

describe('what is read as a passage', () => {
  it('rises through a half, and asks for the manner only where the words leave it open', () => {
    const shares = Array.from({ length: 2001 }, (_, i) => passageShare(i / 2000, () => 0));
    expect(shares.some((share) => share > 0.4 && share < 0.6)).toBe(true);
    expect(
      passageShare(-1, () => {
        throw new Error('not asked for');
      }),
    ).toBe(0);
  });
});
