import type { Judgment, Question, Quote } from '@legible/judge';
import { describe, expect, it } from 'vitest';
import { markedAnswer } from '../src/judge/marked-answer.ts';

const question: Question = {
  id: 'p-x',
  kind: 'probe',
  signals: ['data', 'failure'],
  seconds: 45,
  text: 'Why did the number lie?',
};
const text =
  'So, um, we had 99% accuracy on fraud. The labels arrive six weeks late, because a chargeback takes that long. I waited.';

const quoted = (words: string): Quote => ({
  from: text.indexOf(words),
  to: text.indexOf(words) + words.length,
  text: words,
});
const judgment: Judgment = {
  signals: [
    {
      signal: 'data',
      level: 2,
      set: [1, 2],
      evidence: [quoted('The labels arrive six weeks late')],
      confidence: 0.62,
      because: [],
    },
    {
      signal: 'failure',
      level: 2,
      set: [2],
      evidence: [quoted('The labels arrive six weeks late')],
      confidence: 0.9,
      because: [],
    },
  ],
  verdict: 2,
  verdictSet: [2, 3],
  score: 2.4,
  confidence: 0.51,
  because: [],
  findings: [
    {
      fault: 'accuracy-on-imbalance',
      quote: quoted('99% accuracy'),
      reason: 'A model that says no to all scores more.',
      better: 'Give precision at what you can review.',
      confidence: 0.9,
      interrupts: true,
      slots: {},
    },
    {
      fault: 'no-rollback',
      quote: { from: text.length, to: text.length, text: '' },
      reason: 'There is no way back.',
      better: 'Name what would make you roll back.',
      confidence: 0.8,
      interrupts: false,
      slots: {},
    },
  ],
  deciding: quoted('The labels arrive six weeks late, because a chargeback takes that long.'),
  unsure: true,
};

const plain = { fault: String, evidence: String, strong: String, faint: String };
const tagged = {
  fault: (words: string) => `<red>${words}</red>`,
  evidence: (words: string) => `<green>${words}</green>`,
  strong: (words: string) => words,
  faint: (words: string) => words,
};

describe('a marked answer', () => {
  it('has each note under its sentence, then what was not said, the levels and the vote', () => {
    expect(markedAnswer(text, question, judgment, plain, 80)).toBe(`p-x · probe · 45 s
Why did the number lie?

  So, um, we had 99% accuracy on fraud.
    ✗ accuracy-on-imbalance "99% accuracy": A model that says no to all scores
      more. Give precision at what you can review.
  The labels arrive six weeks late, because a chargeback takes that long.
    ✓ data 2, failure 2 "The labels arrive six weeks late"
    ✓ the deciding sentence: without it the vote would move most
  I waited.

Not said
    ✗ no-rollback: There is no way back. Name what would make you roll back.

Levels
  data         ●●○  2 reasoned, perhaps 1              sure 62%
  failure      ●●○  2 reasoned                         sure 90%

Verdict  2 of 4: lean no, perhaps 3 lean yes (sure 51%)
Decided by "The labels arrive six weeks late, because a chargeback takes that
long."
The judge cannot tell here: this answer is unlike those it was measured on. Ask
a person.
`);
  });

  it('paints the words that a note is about, and a fault over evidence', () => {
    const painted = markedAnswer(text, question, { ...judgment, deciding: null }, tagged, 80);
    expect(painted).toContain('we had <red>99% accuracy</red> on fraud.');
    expect(painted).toContain('<green>The labels arrive six weeks late,</green> because');
    const both = { ...judgment.findings[0]!, quote: quoted('six weeks') };
    expect(markedAnswer(text, question, { ...judgment, deciding: null, findings: [both] }, tagged, 80)).toContain(
      '<green>The labels arrive</green> <red>six weeks</red> <green>late,</green>',
    );
  });

  it('loses no word, whatever the width', () => {
    for (const width of [50, 61, 100]) {
      const flat = markedAnswer(
        text,
        question,
        { ...judgment, findings: [], deciding: null, signals: [] },
        plain,
        width,
      ).replace(/\s+/g, ' ');
      expect(flat).toContain(text);
    }
  });

  it('quotes the first and last words of a long stretch, and whole words only', () => {
    const long = `${'The same card was on both sides of the split, '.repeat(3)}and nobody looked.`;
    const reading = { ...judgment.signals[0]!, evidence: [{ from: 0, to: long.length, text: long }] };
    const printed = markedAnswer(
      long,
      question,
      { ...judgment, findings: [], deciding: null, signals: [reading] },
      plain,
      80,
    );
    expect(printed.replace(/\s+/g, ' ')).toContain(
      'data 2 "The same card was on both sides of the split, ... and nobody looked."',
    );
  });
});
