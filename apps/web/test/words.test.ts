import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeBetween } from '../src/interview/text-change.ts';
import { paragraphsOf, runsOf, sentencesOf } from '../src/paper/marks.ts';
import type { Mark } from '../src/paper/marks.ts';
import { clock, levelWords, times, verdictWords } from '../src/paper/names.ts';
import { strongerSteps } from '../src/paper/stronger.ts';

const prose = fc
  .array(fc.constantFrom('we', 'shipped', 'it.', 'Then', 'labels', 'came', 'late!', '\n', '\n\n', '  ', 'é', '👋'), {
    maxLength: 300,
  })
  .map((words) => words.join(' '));

test('a change turns the text before into the text after, and touches no more than it must', () => {
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      const change = changeBetween(before, after);
      if (change === null) {
        expect(before).toBe(after);
        return;
      }
      const { from, to, insert } = change;
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
      expect(from).toBeLessThanOrEqual(to);
    }),
  );
  expect(changeBetween('👋', '👏')).toEqual({ from: 0, to: 2, insert: '👏' });
  expect(changeBetween('One. Two', 'One. Two!')).toEqual({ from: 8, to: 8, insert: '!' });
});

test('the runs of a marked text are the text, each under just the marks that cover it', () => {
  const marked = prose.chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 8 }).map((ranges) =>
        ranges
          .map(([a, b], index): Mark => ({
            id: String(index),
            kind: 'fault',
            from: Math.min(a, b),
            to: Math.max(a, b),
          }))
          .filter(({ from, to }) => to > from),
      ),
    ),
  );
  fc.assert(
    fc.property(marked, ([text, marks]) => {
      const runs = runsOf(text, marks);
      expect(runs.map((run) => run.text).join('')).toBe(text);
      for (const run of runs)
        for (const mark of marks) expect(run.marks.includes(mark)).toBe(mark.from < run.to && mark.to > run.from);
      expect(runs.flatMap(({ ending }) => ending).length).toBe(marks.length);
    }),
  );
});

test('paragraphs keep every word in order, and none is too long to stand beside its notes', () => {
  fc.assert(
    fc.property(prose, (text) => {
      const words = (part: string) => part.match(/\S+/g) ?? [];
      const paragraphs = paragraphsOf(text);
      expect(paragraphs.flatMap(({ from, to }) => words(text.slice(from, to)))).toEqual(words(text));
      for (const { from, to } of paragraphs) expect(words(text.slice(from, to)).length).toBeLessThanOrEqual(110);
    }),
  );
  const spoken = Array.from({ length: 400 }, () => 'so').join(' ');
  expect(paragraphsOf(spoken).length).toBeGreaterThan(2);
});

test('sentences are verbatim and without the blanks around them', () => {
  const text = 'Labels come late.  I would wait.\n\nThen ship?';
  expect(sentencesOf(text).map(({ from, to }) => text.slice(from, to))).toEqual([
    'Labels come late.',
    'I would wait.',
    'Then ship?',
  ]);
});

test('a level and a vote are said in words, with what else they might be', () => {
  expect(levelWords(2, [2, 3])).toBe('2 reasoned, perhaps 3');
  expect(levelWords(1, [0, 1, 2])).toBe('1 named, perhaps 0 or 2');
  expect(levelWords(3, [3])).toBe('3 decisive');
  expect(verdictWords(2, [3, 2])).toBe('lean no, perhaps lean yes');
  expect(clock(95.9)).toBe('1:35');
  expect([1, 2, 3].map(times)).toEqual(['once', 'twice', '3 times']);
});

test('a stronger answer is asked for the weakest signals first, and for nothing where all were decisive', () => {
  const reading = (signal: 'data' | 'evaluation' | 'failure', level: 0 | 1 | 2 | 3) => ({
    signal,
    level,
    set: [level],
    evidence: [],
    confidence: 0.8,
    because: [],
  });
  const judgment = (...signals: ReturnType<typeof reading>[]) => ({
    signals,
    verdict: 2 as const,
    verdictSet: [2 as const],
    score: 2,
    confidence: 0.5,
    because: [],
    findings: [],
    deciding: null,
    unsure: false,
  });
  const steps = strongerSteps(judgment(reading('data', 2), reading('evaluation', 0), reading('failure', 3)));
  expect(steps.map(({ signal }) => signal)).toEqual(['evaluation', 'data']);
  expect(strongerSteps(judgment(reading('data', 3)))).toEqual([]);
});
