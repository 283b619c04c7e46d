import { FAULTS, SIGNALS, type Question } from '@legible/judge';
import { describe, expect, it } from 'vitest';
import { FAULT_LINES, GRAVITY } from '../src/interview/lines/index.ts';
import { SIGNAL_LINES } from '../src/interview/lines/signals.ts';
import { factsOf, type Facts } from '../src/language/facts.ts';
import { fits } from '../src/language/line.ts';
import { count, percent, sharesIn, valueOf } from '../src/language/numbers.ts';
import { finding } from './scripted-reader.ts';

const QUESTIONS: readonly Question[] = [
  ['design-prediction', 'Design a system that blocks fraudulent card payments. One in two thousand is fraud.'],
  ['story-data', 'Tell me about a time bad data hurt something you were responsible for.'],
  ['transition', 'How did you get from software engineering to this role?'],
  ['comp', 'What are your compensation expectations?'],
].map(([kind, text], i) => ({
  id: `q${i}`,
  kind: kind as Question['kind'],
  signals: ['data'],
  seconds: 90,
  text: text!,
}));

describe('interruption lines', () => {
  it.each(FAULTS)('has at least eight for %s, and always one that needs only the words themselves', (fault) => {
    expect(FAULT_LINES[fault].length).toBeGreaterThanOrEqual(8);
    const words = 'xyzzy plugh';
    for (const question of fault === 'bare-demand' ? QUESTIONS.slice(3) : QUESTIONS) {
      const facts = factsOf(question, words, finding(fault, words, 0));
      const lines = FAULT_LINES[fault].filter((line) => fits(line, facts));
      expect(lines.length, `${fault} for a ${question.kind} question`).toBeGreaterThanOrEqual(2);
    }
  });

  it('are built from what was said: the same line about other words is another sentence', () => {
    const said =
      'we used XGBoost with 99% accuracy, a random split, labels from 40,000 clicks, and it improved, then launched';
    const other = 'our team ran BERT at 97% AUC, shuffled, labelled by 7,000 refunds, and it went up, then deployed it';
    const [question] = QUESTIONS;
    const plain: Question = { ...question!, text: 'Rank the results. 1% is spam.' };
    for (const lines of [...Object.values(FAULT_LINES), ...Object.values(SIGNAL_LINES)])
      for (const line of lines) {
        const a = factsOf(question!, said, finding('vague-claim', said, 0));
        const b = factsOf(plain, other, finding('vague-claim', other, 0));
        expect(fits({ ...line, where: [a.setting] }, { ...a, anchored: 'yes' }), line.id).toBe(true);
        expect(line.say(a), line.id).not.toBe(line.say(b));
      }
  });

  it('name as conditions every fact that they use', () => {
    const all = [...Object.values(FAULT_LINES), ...Object.values(SIGNAL_LINES)].flat();
    for (const line of all) {
      const used = new Set<string>();
      line.say(new Proxy({} as Facts, { get: (_, key) => (used.add(String(key)), 'x') }));
      const always = new Set(['quote', 'seconds', 'setting']);
      expect([...used].filter((key) => !always.has(key)).sort(), line.id).toEqual(
        line.needs.filter((need) => need !== 'anchored').sort(),
      );
    }
  });

  it('have ids of their own, and every fault has its gravity', () => {
    const ids = [...Object.values(FAULT_LINES), ...Object.values(SIGNAL_LINES)].flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...GRAVITY].sort()).toEqual([...FAULTS].sort());
    expect(Object.keys(SIGNAL_LINES).sort()).toEqual([...SIGNALS].sort());
  });

  it('compute their numbers', () => {
    const text = 'With 0.2% positives I would reach 99.5 percent accuracy.';
    const facts = factsOf(
      { ...QUESTIONS[0]!, text: 'How do you find spam?' },
      text,
      finding('accuracy-on-imbalance', text, 0),
    );
    expect(facts).toMatchObject({
      value: '99.5 percent',
      prevalence: '0.2%',
      constant: '99.8%',
      margin: '0.3 points',
      missed: '20',
      errors: '5,000',
      positives: '2,000',
    });
  });

  it('does not claim that a constant wins where it does not', () => {
    const text = 'I would get 99.99% accuracy.';
    expect(factsOf(QUESTIONS[0]!, text, finding('accuracy-on-imbalance', text, 0)).margin).toBeUndefined();
  });
});

describe('numbers as people say them', () => {
  it.each([
    ['12,500', 12_500],
    ['40k', 40_000],
    ['two thousand', 2_000],
    ['ninety-nine point five', 99.5],
    ['three hundred and twenty', 320],
    ['1.5 million', 1_500_000],
    ['a thousand', 1_000],
  ])('%s', (text, value) => expect(valueOf(text)).toBe(value));

  it('reads shares in figures and words', () => {
    const fractions = (text: string) => sharesIn(text).map(({ fraction }) => Number(fraction.toFixed(6)));
    expect(fractions('1 in 500, ninety-nine percent, 0.2 %, 3 out of 20')).toEqual([0.002, 0.99, 0.002, 0.15]);
    expect(fractions('version 1 in prod')).toEqual([]);
  });

  it('prints as many digits as tell a share from all or nothing', () => {
    expect([percent(0.9995), percent(0.5), percent(0.002), percent(1)]).toEqual(['99.95%', '50%', '0.2%', '100%']);
    expect([count(1234567), count(0.4567), count(12.4)]).toEqual(['1,234,567', '0.46', '12']);
  });
});
