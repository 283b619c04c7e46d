import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judge } from '@legible/judge';
import { RunningFaults } from '@legible/judge/rules/index';
import { UNKNOWN } from '@legible/judge/scorer/ngrams';
import { scorer } from '@legible/judge/scorer/score';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../data.ts';
import { readExample, VERDICT, type Example } from '../examples.ts';
import { isAnswer, scoresOf, shareOf } from '../fit.ts';
import { unseenReadings } from '../fit-passages.ts';
import { idfOf } from '../fit-target.ts';
import { readPassages, type MeasuredPassage } from '../passages.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('measured passages', () => {
  it('are refused where the judge no longer measures what they hold', () => {
    const folder = mkdtempSync(join(tmpdir(), 'legible-passages-'));
    const [columns, ...lines] = readFileSync(`${root}corpus/passages.jsonl`, 'utf8').split('\n');
    mkdirSync(join(folder, 'corpus'));
    const write = (first: string): void =>
      writeFileSync(join(folder, 'corpus/passages.jsonl'), [first, ...lines.slice(0, 2)].join('\n'));
    write(columns!);
    expect(readPassages(`${folder}/`)).toHaveLength(2);
    write(columns!.replace('"depth1"', '"depth9"'));
    expect(() => readPassages(`${folder}/`)).toThrow(/measure-passages/);
    rmSync(folder, { recursive: true });
  });

  it('hold no sentence: words are kept as numbers, in no order of the text', () => {
    for (const { sentences, ...rest } of readPassages(root)) {
      expect(Object.keys(rest).toSorted()).toEqual(
        ['answer', 'document', 'grades', 'id', 'kind', 'signals', 'source', 'values'].toSorted(),
      );
      for (const { words } of sentences) expect(words).toEqual(words.toSorted((a, b) => a - b));
    }
  });
});

describe('readings of unseen passages', () => {
  it('owe nothing to the grades of their own document', () => {
    const some = readPassages(root).slice(0, 160);
    const { document } = some[0]!;
    const own = some.flatMap((passage, i) => (passage.document === document ? [i] : []));
    const turned = some.map((passage): MeasuredPassage =>
      passage.document === document
        ? {
            ...passage,
            grades: passage.grades.map(({ signals, verdict }) => ({ signals, verdict: 5 - verdict })),
            sentences: passage.sentences.map((sentence) => ({ ...sentence, marks: {} })),
          }
        : passage,
    );
    const [before, after] = [unseenReadings(some), unseenReadings(turned)];
    for (const i of own) expect([...after[i]!.readings]).toEqual([...before[i]!.readings]);
    expect(after.some(({ readings }, i) => readings[VERDICT] !== before[i]!.readings[VERDICT])).toBe(true);
  });
});

describe('weights of words', () => {
  it('leave out the bucket of unknown sequences, however many answers hold one, and those that few hold', () => {
    const idf = idfOf([1, 2, 3, 4].map((n) => [Uint16Array.of(UNKNOWN, 7, n < 3 ? 8 : 9)]));
    expect([idf[UNKNOWN], idf[8], idf[9]]).toEqual([0, 0, 0]);
    expect(idf[7]).toBeGreaterThan(0);
  });
});

describe('what is measured', () => {
  it('is the judge as it runs: both give an answer the same score', () => {
    const faultsOf = ({ answer, sentences }: Example): readonly number[] => {
      const running = new RunningFaults(answer.question);
      for (const sentence of sentences) running.add(sentence);
      return running.probabilities();
    };
    const model = scorer();
    const examples = readCorpus(`${root}corpus`)
      .filter((_, i) => i % 40 === 0)
      .map(readExample)
      .filter((example) => isAnswer(example, model, shareOf(example, model)));
    const pairs = examples.map((example) => [
      judge(example.answer.text, example.answer.question).score,
      Math.max(1, Math.min(4, scoresOf(example, model, faultsOf(example))[VERDICT]!)),
    ]);
    const same = pairs.filter(([shown, measured]) => Math.abs(shown! - measured!) < 1e-9);
    // The rest are refused for other reasons: they repeat themselves, or are surely off topic.
    expect(same.length).toBeGreaterThan(0.9 * pairs.length);
    expect(examples.length).toBeGreaterThan(25);
  });
});
