import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAULTS, KINDS } from '../src/rubric.ts';
import { findFaults, REPORTS_AT, RULES, RunningFaults } from '../src/rules/index.ts';
import { AnswerTooLong, readText } from '../src/text/index.ts';

const kind = fc.constantFrom(...KINDS);
const example = fc.constantFrom(...RULES.flatMap((rule) => [...rule.fires, ...rule.silent]).map(({ text }) => text));
const answer = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(example, { maxLength: 4 }).map((texts) => texts.join(' ')),
);

describe('findings', () => {
  it('quote the answer exactly, with a probability, a reason and a mend', () => {
    fc.assert(
      fc.property(answer, kind, (text, asks) => {
        for (const finding of findFaults(text, { kind: asks, text: 'How would you evaluate it?' })) {
          expect(text.slice(finding.quote.from, finding.quote.to)).toBe(finding.quote.text);
          expect(finding.confidence).toBeGreaterThanOrEqual(REPORTS_AT);
          expect(finding.confidence).toBeLessThanOrEqual(1);
          expect(finding.reason + finding.better).not.toMatch(/[{}]|undefined/);
          expect(finding.reason.length * finding.better.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('name each fault at most once in an answer, and never interrupt for what is only absent', () => {
    fc.assert(
      fc.property(answer, kind, (text, asks) => {
        const found = findFaults(text, { kind: asks, text: '' });
        expect(new Set(found.map((finding) => finding.fault)).size).toBe(found.length);
        for (const finding of found) if (finding.quote.text === '') expect(finding.interrupts).toBe(false);
        for (const finding of found) expect(FAULTS).toContain(finding.fault);
      }),
      { numRuns: 100 },
    );
  });

  it('are none for an empty answer, and too long an answer is refused', () => {
    expect(findFaults('', { kind: 'probe', text: 'Why?' })).toEqual([]);
    expect(findFaults(' \n\n ', { kind: 'probe', text: 'Why?' })).toEqual([]);
    expect(() => findFaults('so '.repeat(10_000), { kind: 'probe', text: 'Why?' })).toThrow(AnswerTooLong);
  });

  it('lift the words that a question can be built on', () => {
    const [found] = findFaults(
      'I train a classifier on past payments and check accuracy on the test set. It was above 99 percent accuracy, which is good enough to launch.',
      {
        kind: 'design-prediction',
        text: 'One in two thousand payments is fraud. Design a system that blocks it.',
      },
    ).filter((finding) => finding.fault === 'accuracy-on-imbalance');
    expect(found?.slots['prevalence']).toBe('One in two thousand');
    expect(found?.slots['metric']).toMatch(/accuracy/i);
    expect(found?.slots['claim']).toBe(found?.quote.text);
  });
});

describe('a running answer', () => {
  it('ends with what the whole answer shows, however it was added and truncated', () => {
    fc.assert(
      fc.property(answer, kind, fc.nat(20), (text, asks, cut) => {
        const question = { kind: asks, text: 'What would you do?' };
        const sentences = readText(text);
        const running = new RunningFaults(question);
        for (const sentence of sentences) running.add(sentence);
        running.truncate(cut);
        for (const sentence of sentences.slice(Math.min(cut, sentences.length))) running.add(sentence);
        expect(running.finish()).toEqual(findFaults(text, question));
      }),
      { numRuns: 100 },
    );
  });

  it('speaks up at the sentence, quoting it, and keeps absences for the end', () => {
    const running = new RunningFaults({ kind: 'why-mle', text: 'Why machine learning engineering?' });
    const [first, second] = readText(
      'I run the parcel service. I have always been so passionate about AI, it is my dream.',
    );
    expect(running.add(first!).map((finding) => finding.fault)).not.toContain('passion');
    const found = running.add(second!).find((finding) => finding.fault === 'passion');
    expect(found?.interrupts).toBe(true);
    expect(second!.text).toContain(found?.quote.text);
    for (const rule of RULES.filter((each) => each.absence))
      for (const example of rule.fires) {
        const each = new RunningFaults({ kind: 'design-prediction', text: '' });
        for (const sentence of readText(example.text))
          expect(each.add(sentence).some((finding) => finding.fault === rule.fault)).toBe(false);
      }
  });
});
