import { describe, expect, it } from 'vitest';
import { judge, reconsider, type Level, type Question } from '../src/index.ts';

const question: Question = {
  id: 'q',
  kind: 'probe',
  signals: ['data', 'evaluation'],
  seconds: 90,
  text: 'Your fraud model reports 99% accuracy on the test set. What do you ask first?',
};
const empty = 'It is important to use robust methods and to follow best practice.';
const strong =
  'One payment in five hundred is fraud, so a model that always says no reaches 99.8% accuracy and catches nothing; I would look at precision among the 300 payments a day that the reviewers can check, because each missed one costs us 120 euros.';
const text = `${empty} ${strong} ${empty.replace('robust', 'scalable')}`;
const at = (part: string): { from: number; to: number } => ({
  from: text.indexOf(part),
  to: text.indexOf(part) + part.length,
});
const level = (of: string, signal: 'data' | 'evaluation'): Level =>
  judge(of, question).signals.find((each) => each.signal === signal)!.level;

describe('a dispute', () => {
  it.each(['data', 'evaluation'] as const)(
    'moves %s by one at most, toward the claim, and only by its words',
    (signal) => {
      const given = level(text, signal);
      for (const claimed of [0, 1, 2, 3] as const)
        for (const part of [empty, strong]) {
          const after = reconsider(text, question, signal, at(part), claimed);
          expect(Math.abs(after - given)).toBeLessThanOrEqual(1);
          if (after !== given) {
            expect(Math.sign(after - given)).toBe(Math.sign(claimed - given));
            expect(Math.sign(level(part, signal) - given)).toBe(Math.sign(after - given));
          }
        }
    },
  );

  it('is not moved by words that say nothing, however high the claim', () => {
    const given = level(text, 'evaluation');
    expect(reconsider(text, question, 'evaluation', at(empty), 3)).toBe(given);
  });

  it('refuses words that are not there and a signal that was not asked for', () => {
    expect(() => reconsider(text, question, 'data', { from: 9000, to: 9010 }, 3)).toThrow(RangeError);
    expect(() => reconsider(text, question, 'scope', at(strong), 3)).toThrow(RangeError);
  });
});
