import { describe, expect, it } from 'vitest';
import { SIGNALS } from '../src/rubric.ts';
import { featureNames, readQuestion } from '../src/scorer/features.ts';
import { passagePlace, passageScore, TARGETS, type PassageBlend } from '../src/scorer/model.ts';
import {
  passageNames,
  passageReadings,
  passageShare,
  passageSupports,
  passageValues,
  SUPPORTS,
  type PassageModel,
} from '../src/scorer/passages.ts';
import { readSentence } from '../src/scorer/sentence-reading.ts';
import { presenceScores, type SelectedWords } from '../src/scorer/selected-words.ts';
import { standardValues } from '../src/scorer/standard.ts';
import { bestWorth, worthNames, WORTHS, worthScores, worthValues } from '../src/scorer/worth.ts';
import { readText } from '../src/text/index.ts';

const dense = new Float64Array(featureNames().length);
const names = passageNames();
const valueOf = (text: readonly string[], name: string): number =>
  passageValues(
    dense,
    text.map((one) => ({ text: one })),
  )[names.indexOf(name)]!;
const words = (columns: number, weights: Readonly<Record<number, readonly number[]>>): SelectedWords => ({
  buckets: Object.keys(weights).map(Number),
  columns,
  weights: Float32Array.from(Object.values(weights).flat()),
  intercepts: Array.from({ length: columns }, () => 0),
});

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

describe('values in their spread', () => {
  it('count from their mean, and no further than three of it', () => {
    const standard = { center: [1, 0], spread: [2, 0.5] };
    expect(standardValues([3, 0.5], standard)).toEqual([1, 1]);
    expect(standardValues([900, -900], standard)).toEqual([3, -3]);
  });
});

describe('words by their presence', () => {
  const model = words(1, { 4: [3], 9: [1] });

  it('count once however often they are said, and unknown ones not at all', () => {
    expect(presenceScores([4], model)[0]).toBe(3);
    expect(presenceScores([4, 4, 7, 0], model)[0]).toBe(3);
    expect(presenceScores([], model)[0]).toBe(0);
  });

  it('are a vector of unit length, so that more of the same words do not add up', () => {
    expect(presenceScores([4, 9], model)[0]).toBeCloseTo(4 / Math.SQRT2, 6);
  });
});

describe('what a sentence is worth', () => {
  const question = { text: 'How would you split the data for a churn model?' };
  const asked = readQuestion(question);
  const of = (text: string): Record<string, number> => {
    const [sentence] = readText(text);
    const values = worthValues(readSentence(sentence!), sentence!, asked);
    return Object.fromEntries(worthNames().map((name, k) => [name, values[k]!]));
  };

  it('is heard in what it says: moves, notions, patterns, and words of the question', () => {
    const said = of('I would split by month because the churn of one month leaks into the next.');
    expect(said['pattern:cause']).toBe(1);
    expect(said['asked']).toBe(2);
    expect(said['concepts']).toBeGreaterThan(0);
    expect(of('Thank you for having me today.')['asked']).toBe(0);
  });

  it('is a share of graders by worth, by values and words alike', () => {
    const model = {
      center: [0],
      spread: [1],
      weights: WORTHS.map((_, k) => k),
      words: words(WORTHS.length, { 5: WORTHS.map(() => 0.5) }),
    };
    expect([...worthScores([2], [5], model)]).toEqual(WORTHS.map((_, k) => 0.5 + 2 * k));
  });

  it('counts by the best three, so that further sentences alone raise nothing', () => {
    expect(bestWorth([0.2, 0.8, 0.5, 0.1])).toBeCloseTo(0.5, 12);
    expect(bestWorth([0.8, 0.5, 0.2, 0.2, 0.2])).toBe(bestWorth([0.8, 0.5, 0.2]));
    expect(bestWorth([])).toBe(0);
  });
});

describe('how a passage is read', () => {
  const worths = [Float64Array.from(WORTHS, (_, k) => k), Float64Array.from(WORTHS, (_, k) => 2 * k)];
  const answer = TARGETS.map((_, k) => k / 10);

  it('counts what its sentences are worth to the target, and to the verdict what they are worth to any signal', () => {
    const data = passageSupports(SIGNALS.indexOf('data'), worths, answer);
    expect(data[SUPPORTS.indexOf('worth to its own')]).toBe(1.5 * WORTHS.indexOf('data'));
    const [any, own, ...rest] = passageSupports(TARGETS.length - 1, worths, answer);
    expect(own).toBe(any);
    expect(rest).toEqual(answer);
  });

  it('adds values, supports and words, each by the weights of the target', () => {
    const width = 1 + SUPPORTS.length;
    const last = TARGETS.length - 1;
    const standard = { center: SUPPORTS.map(() => 0), spread: SUPPORTS.map(() => 1) };
    const weights = Array.from({ length: TARGETS.length * width }, () => 0);
    weights[last * width] = 10;
    weights[last * width + 1 + SUPPORTS.indexOf('answer:data')] = 100;
    const model: PassageModel = {
      manner: { words: words(1, {}), from: 0, to: 1 },
      worth: { center: [], spread: [], weights: [], words: words(WORTHS.length, {}) },
      values: { center: [0], spread: [1] },
      supports: TARGETS.map(() => standard),
      weights,
      words: words(TARGETS.length, { 3: TARGETS.map((_, k) => (k === last ? 1000 : 0)) }),
    };
    const read = passageReadings(
      [2],
      [3],
      worths,
      TARGETS.map((_, k) => (TARGETS[k] === 'data' ? 1 : 0)),
      model,
    );
    expect(read.slice(0, last).every((value) => value === 0)).toBe(true);
    expect(read[last]).toBe(1120);
  });
});

describe('how a passage is scored', () => {
  const blendOf = (own: boolean): { readonly passage: PassageBlend } => ({
    passage: { own, reading: { mean: 1, spread: 0.5 }, together: 2, levels: { mean: 2.4, spread: 0.6 } },
  });
  const blends = TARGETS.map((target) => blendOf(target !== 'scope'));
  const readings = TARGETS.map((target) => (target === 'verdict' ? 1.5 : target === 'data' ? 2 : 1));

  it('is by its place among the readings of other passages', () => {
    expect(passagePlace(SIGNALS.indexOf('data'), readings, ['data'], blends)).toBe(2);
    expect(passageScore(SIGNALS.indexOf('data'), readings, ['data'], blends)).toBeCloseTo(2.4 + 0.6, 12);
  });

  it('is for the verdict also by the signals called for, but for those that have no reading of their own', () => {
    const verdict = TARGETS.length - 1;
    expect(passagePlace(verdict, readings, [], blends)).toBe(1);
    expect(passagePlace(verdict, readings, ['data'], blends)).toBe(3);
    expect(passagePlace(verdict, readings, ['data', 'evaluation'], blends)).toBeCloseTo(1 + 2 / Math.SQRT2, 12);
    expect(passagePlace(verdict, readings, ['scope'], blends)).toBe(1);
  });
});

describe('what is read as a passage', () => {
  it('is one wholly, in part or not at all, and never less or more', () => {
    const model = { words: words(1, { 1: [1], 2: [0.5], 3: [0] }), from: 0.2, to: 0.7 };
    expect([passageShare([3], model), passageShare([1], model)]).toEqual([0, 1]);
    expect(passageShare([2], model)).toBeCloseTo(0.6, 12);
    expect(passageShare([], model)).toBe(0);
  });
});
