import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { liftedPhrases, liftedStrikes, ownPhrases, ruleExamples } from '../src/known-phrases/index.ts';

const corpus = (file: string) => readFileSync(new URL(`../../../corpus/${file}`, import.meta.url), 'utf8');
const answers = ['answers.jsonl', 'field/answers-a.jsonl', 'field/answers-b.jsonl'].flatMap((file) =>
  corpus(file)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; commissioned: string; text: string }),
);
const own = ownPhrases(ruleExamples);

it('looks up the published hashes of the corpus, all of them', () => {
  const kept = new URL('../src/known-phrases/published.json', import.meta.url);
  expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual(JSON.parse(corpus('known-phrases.json')));
});

it('finds the published words in the answers that recite them, and in no other answer', () => {
  const hits = answers.filter(({ text }) => liftedPhrases(text).length > 0);
  expect(new Set(hits.map(({ commissioned }) => commissioned))).toEqual(new Set(['parrot']));
  const first = hits[0]!;
  const { from, to, text } = liftedPhrases(first.text)[0]!;
  expect(first.text.slice(from, to)).toBe(text);
  expect(text).toBe('own the full decision surface');
});

it('calls words of our own examples lifted in fewer than one answer in a hundred that never saw them', () => {
  const alarms = answers.filter(({ text }) => liftedPhrases(text, own).some(({ source }) => source === 'example'));
  expect(alarms.length / answers.length).toBeLessThan(0.01);
});

test('a run of an example is found whole, whatever its case, marks and line breaks, among words that are one’s own', () => {
  // A list's dashes are no words.
  const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => /[a-z0-9]/i.test(word));
  const long = ruleExamples.filter(({ text }) => wordsOf(text).length >= 14);
  fc.assert(
    fc.property(
      fc.constantFrom(...long),
      fc.nat(3),
      fc.array(fc.constantFrom(' ', '  ', '\n', ', ', ' — ', '… '), { minLength: 12, maxLength: 12 }),
      fc.boolean(),
      ({ text }, start, gaps, upper) => {
        const words = wordsOf(text).slice(start, start + 10);
        const run = words.map((word, index) => (index === 0 ? '' : gaps[index]!) + word).join('');
        const said = `Zzyzx ${upper ? run.toUpperCase() : run} qqfoo.`;
        const found = liftedPhrases(said, own).filter(({ source }) => source === 'example');
        const bare = (part: string) => part.toLowerCase().replace(/[^a-z0-9]/g, '');
        expect(found.map((one) => bare(one.text))).toEqual([bare(run)]);
        expect(said.slice(found[0]!.from, found[0]!.to)).toBe(found[0]!.text);
      },
    ),
    { numRuns: 60 },
  );
});

it('holds its spans apart and in order, for any text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...ruleExamples.map(({ text }) => text), 'I decided.'), { maxLength: 4 }),
      (texts) => {
        const text = texts.join(' ');
        let done = 0;
        for (const { from, to } of liftedStrikes(text, own)) {
          expect(from).toBeGreaterThanOrEqual(done);
          expect(to).toBeGreaterThan(from);
          done = to;
        }
        expect(done).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: 40 },
  );
});
