import { describe, expect, it } from 'vitest';
import { FAULTS } from '../src/rubric.ts';
import { RunningFaults } from '../src/rules/index.ts';
import { selectedScores } from '../src/scorer/selected-words.ts';
import { SCORED_PARTS, sharedInputs, WHOLE_NAMES, wholeInputs, wholeProbability } from '../src/scorer/whole-faults.ts';
import { readText } from '../src/text/index.ts';

const question = { kind: 'probe', signals: ['data'] } as const;
const zero = WHOLE_NAMES.map(() => 0);
const model = (change: Readonly<Record<string, number>>, intercept = 0) => ({
  center: zero.slice(2),
  spread: zero.slice(2).map(() => 1),
  faults: FAULTS.map(() => ({
    center: [0, 0],
    spread: [1, 1],
    weights: WHOLE_NAMES.map((name) => change[name] ?? 0),
    intercept,
  })),
});
const probability = (odds: number, words: number, change: Readonly<Record<string, number>>, intercept = 0): number =>
  wholeProbability(
    wholeInputs(
      odds,
      words,
      sharedInputs(
        Array.from({ length: SCORED_PARTS }, () => 0),
        question,
        0,
      ),
    ),
    0,
    model(change, intercept),
  );

describe('a fault over the whole answer', () => {
  it('is as likely as its sentences gave away where nothing else is weighed', () => {
    expect(probability(0.8, 0, { sentences: 1 })).toBeCloseTo(0.8, 12);
    expect(probability(0.8, 0, {}, -1)).toBeCloseTo(1 / (1 + Math.E), 12);
  });

  it('is likelier where its words and what was asked speak for it', () => {
    expect(probability(0.5, 1, { words: 2 })).toBeGreaterThan(0.8);
    expect(probability(0.5, 0, { data: 2 })).toBeGreaterThan(0.8);
    expect(probability(0.5, 0, { evaluation: 2 })).toBeCloseTo(0.5, 12);
  });

  it('stays a number where a sentence was certain', () => {
    for (const odds of [0, 1]) expect(probability(odds, 0, {})).toBe(0.5);
    expect(probability(1, 0, { sentences: 1 })).toBeCloseTo(0.999, 12);
  });

  it('is of a fault that there is', () => {
    expect(() => wholeProbability(zero, FAULTS.length, model({}))).toThrow(/no fault/);
  });
});

describe('faults of a growing answer', () => {
  it('are those of the answer as it is now, whenever they were asked for', () => {
    const asked = { kind: 'why-mle', text: 'Why do you want to be a machine learning engineer?' } as const;
    const text = 'I run the address service. I have always been passionate about AI. It broke in May.';
    const sentences = readText(text);
    const [fresh, asking] = [new RunningFaults(asked), new RunningFaults(asked)];
    for (const sentence of sentences) {
      fresh.add(sentence);
      asking.add(sentence);
      asking.probabilities();
    }
    expect(asking.probabilities()).toEqual(fresh.probabilities());
    asking.truncate(1);
    const first = new RunningFaults(asked);
    first.add(sentences[0]!);
    expect(asking.probabilities()).toEqual(first.probabilities());
  });
});

describe('selected words', () => {
  it('score each column by the buckets that count, and leave out the others', () => {
    const words = { buckets: [3, 8], columns: 2, weights: Float32Array.of(1, 2, 10, 20), intercepts: [0.5, 0] };
    expect([...selectedScores({ buckets: [8, 5], values: [0.5, 9] }, words)]).toEqual([5.5, 10]);
  });
});
