import { fileURLToPath } from 'node:url';
import { judge, type Judgment } from '@legible/judge';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../data.ts';
import { runBatteries } from '../robustness.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const corpus = readCorpus(`${root}corpus`).filter((answer) => answer.making === 'spoken' || answer.making === 'notes');
const sample = corpus.filter((_, i) => i % 16 === 0);

/** Batteries that the judge does not hold yet; the card gives their figures. */
const OPEN = [
  "another question's good answer",
  'off-topic text',
  'bare recital',
  'word salad',
  'gibberish',
  'unrelated text appended',
];

describe('batteries on a fixed sample', () => {
  for (const result of runBatteries(sample, corpus)) {
    if (OPEN.includes(result.battery.id)) continue;
    it(`${result.battery.law === 'move' ? 'is not moved' : 'does not rise'} by ${result.battery.about}`, () => {
      expect(result.n).toBeGreaterThan(5);
      // A sample of sixty is coarser than the card's figure; a verdict of two answers is left to it.
      expect(result.change).toBeLessThanOrEqual(result.battery.allowed + 2 / result.n);
    });
  }

  it('hears a sentence once: half an answer said again earns nothing', () => {
    const [repeated] = runBatteries(sample, corpus, ['repeated text appended']);
    // Where the half ends inside a sentence, a fragment is heard that had not been said as it stands.
    expect(repeated?.score).toBeLessThan(0.02);
  });

  it('refuses a good answer to another question or leaves it open, and believes good answers to their own', () => {
    const good = corpus.filter(({ verdict }) => verdict >= 3).filter((_, i) => i % 4 === 0);
    const other = good.map(({ text }, i) => judge(text, good[(i + 7) % good.length]!.question));
    const shareOf = (of: readonly Judgment[], is: (judgment: Judgment) => boolean): number =>
      of.filter(is).length / of.length;
    const refused = ({ score }: Judgment): boolean => score === 1;
    expect(shareOf(other, (one) => refused(one) || one.unsure)).toBeGreaterThan(0.5);
    expect(shareOf(other, ({ verdictSet }) => verdictSet.includes(1))).toBeGreaterThan(0.4);
    const own = good.map(({ text, question }) => judge(text, question));
    expect(shareOf(own, refused)).toBeLessThan(0.02);
  });
});
