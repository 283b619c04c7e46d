import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerTooLong, judge, KINDS, RunningJudge, SIGNALS_OF_KIND, type Question } from '../src/index.ts';

const question: Question = {
  id: 'fraud',
  kind: 'design-prediction',
  signals: SIGNALS_OF_KIND['design-prediction'],
  seconds: 240,
  text: 'Design a system that blocks fraudulent card payments at checkout.',
};
const sound =
  'Labels are chargebacks and they come six weeks late, so I train on payments older than sixty days and treat the recent ones as unknown, not as clean. ' +
  'I split by time, since the same card on both sides would let the model remember it. The baseline is the rule that the team has today. ' +
  'A false decline costs us the margin and sometimes the customer, a missed fraud costs the goods and a fee, so I set the threshold where those two meet and give up some recall on small baskets. ' +
  'What breaks first is the labels: blocked payments have none, so I let one in five hundred through at random, which costs about four thousand a month. ' +
  'I launch in shadow, then on two percent, and go back to the rules when complaints pass one in a thousand.';

const anyQuestion = fc.record({
  id: fc.string(),
  kind: fc.constantFrom(...KINDS),
  signals: fc.uniqueArray(fc.constantFrom(...SIGNALS_OF_KIND['design-ranking']), { minLength: 1 }),
  seconds: fc.integer({ min: 1, max: 2000 }),
  text: fc.string({ unit: 'grapheme', maxLength: 300 }),
});

describe('judge', () => {
  it('answers every signal that the question calls for, in its order, and no other', () => {
    expect(judge(sound, question).signals.map((reading) => reading.signal)).toEqual(question.signals);
  });

  it('gives the same judgment for the same words', () => {
    expect(judge(sound, question)).toEqual(judge(sound, question));
  });

  it('quotes the words that earned each level of two or three, to the letter', () => {
    for (const reading of judge(sound, question).signals) {
      if (reading.level >= 2) expect(reading.evidence.length).toBeGreaterThan(0);
      for (const quote of reading.evidence) expect(sound.slice(quote.from, quote.to)).toBe(quote.text);
    }
  });

  it('tells a sound design from a recital of terms', () => {
    const recital = judge('class imbalance, label noise, overfitting, drift', question);
    expect(recital.verdict).toBe(1);
    expect(judge(sound, question).score).toBeGreaterThan(recital.score + 1);
  });

  it('gives an empty answer nothing', () => {
    for (const text of ['', '   \n', '...']) {
      const judged = judge(text, question);
      expect(judged.verdict).toBe(1);
      expect(judged.signals.every((reading) => reading.level === 0)).toBe(true);
    }
  });

  it('gives nothing for a few words that answer nothing, whatever terms they hold', () => {
    for (const text of ['I do not know.', 'We would use the label.', 'It is the threshold.'])
      expect(judge(text, question), text).toMatchObject({ verdict: 1, score: 1 });
  });

  it('refuses what is too long by a named error that gives the limit', () => {
    expect(() => judge('word '.repeat(5000), question)).toThrow(AnswerTooLong);
    expect(() => judge('word '.repeat(5000), question)).toThrow(/20000/);
  });

  it('reads any text for any question without throwing, and keeps its own bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1500 }), anyQuestion, (text, asked) => {
        const judged = judge(text, asked);
        expect(judged.verdict).toBeGreaterThanOrEqual(1);
        expect(judged.verdict).toBeLessThanOrEqual(4);
        expect(judged.verdictSet).toContain(judged.verdict);
        expect(judged.confidence).toBeGreaterThanOrEqual(0);
        expect(judged.confidence).toBeLessThanOrEqual(1);
        for (const reading of judged.signals) {
          expect(reading.set).toContain(reading.level);
          for (const quote of reading.evidence) expect(text.slice(quote.from, quote.to)).toBe(quote.text);
        }
        for (const finding of judged.findings)
          expect(text.slice(finding.quote.from, finding.quote.to)).toBe(finding.quote.text);
      }),
      { numRuns: 150 },
    );
  });
});

describe('RunningJudge', () => {
  it('ends where judging the whole text ends, however the text grew or was edited', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(sound.length), fc.nat(sound.length)), { minLength: 1, maxLength: 6 }),
        (cuts) => {
          const running = new RunningJudge(question);
          for (const [from, to] of cuts) running.update(sound.slice(0, from) + sound.slice(Math.max(from, to)));
          running.update(sound);
          expect(running.judgment()).toEqual(judge(sound, question));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('reports a finding only once its sentence has ended', () => {
    const running = new RunningJudge(question);
    const said = 'I would look at accuracy, the model has 99.5% accuracy so it is clearly good enough to ship';
    expect(running.update(said)).toEqual([]);
    expect(running.update(`${said}. Then`).map((finding) => finding.fault)).toContain('accuracy-on-imbalance');
  });

  it('stops accuracy offered for a rare class in everyday wordings, and lets its critics speak', () => {
    const stops = (said: string): boolean =>
      new RunningJudge(question)
        .update(`${said} Then`)
        .some(({ fault, interrupts }) => fault === 'accuracy-on-imbalance' && interrupts);
    for (const said of [
      'Our model reached 99.2% accuracy, so it is clearly better than what they have today.',
      'We got 99% accuracy on the test set.',
      'I would use accuracy as my metric.',
      'I would get an accuracy of 97% and deploy it.',
    ])
      expect(stops(said), said).toBe(true);
    for (const said of [
      'Accuracy is misleading here since 99.9% are legitimate.',
      'I would not report accuracy, a constant no wins it.',
    ])
      expect(stops(said), said).toBe(false);
  });

  it('keeps the old text when the new one is too long', () => {
    const running = new RunningJudge(question);
    running.update(sound);
    expect(() => running.update('word '.repeat(5000))).toThrow(AnswerTooLong);
    expect(running.text).toBe(sound);
  });
});
