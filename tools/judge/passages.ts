/** Passages of real people that training learns from: their values and grades, without their words. */
import { readFileSync } from 'node:fs';
import { SIGNALS, type Question, type SignalId } from '@legible/judge';
import type { Moments } from '@legible/judge/scorer/model';
import { bucketOfCode } from '@legible/judge/scorer/ngrams';
import { passageNames } from '@legible/judge/scorer/passages';
import { worthNames } from '@legible/judge/scorer/worth';
import { VERDICT } from './examples.ts';

/** The first line of corpus/passages.jsonl: names of the values of a passage and of a sentence. */
export interface PassageColumns {
  readonly values: readonly string[];
  readonly sentenceValues: readonly string[];
}

/** A further line: values are kept as place and value of those that are not 0. */
export interface PassageLine {
  readonly id: string;
  /** Where it was found. */
  readonly source: string;
  /** Passages of one document stay in one fold. */
  readonly document: string;
  readonly kind: Question['kind'];
  readonly signals: readonly SignalId[];
  readonly grades: readonly {
    readonly signals: Readonly<Partial<Record<SignalId, number>>>;
    readonly verdict: number;
  }[];
  /** Score of each target as an interview answer. */
  readonly answer: readonly number[];
  readonly values: readonly number[];
  readonly sentences: readonly {
    /** Codes of the common words that it holds. */
    readonly words: readonly number[];
    readonly values: readonly number[];
    /** Share of the graders who pointed at it as what earned a signal. */
    readonly marks: Readonly<Partial<Record<SignalId, number>>>;
  }[];
}

export interface MeasuredPassage extends Omit<PassageLine, 'sentences'> {
  readonly sentences: readonly {
    /** Buckets of its words, ascending. */
    readonly words: readonly number[];
    readonly values: readonly number[];
    readonly marks: Readonly<Partial<Record<SignalId, number>>>;
  }[];
}

/** Reads corpus/passages.jsonl, with values in the order of passageNames and worthNames. Throws where they were measured under other names. */
export function readPassages(root: string): MeasuredPassage[] {
  const [first, ...lines] = readFileSync(`${root}corpus/passages.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
  const columns = first as PassageColumns;
  const names = passageNames();
  const sentenceNames = worthNames();
  if (columns.values.join() !== names.join() || columns.sentenceValues.join() !== sentenceNames.join())
    throw new Error(
      'corpus/passages.jsonl holds other values than the judge measures: run tools/judge/measure-passages.ts on the passages again.',
    );
  const dense = (pairs: readonly number[], width: number): number[] => {
    const out = Array.from({ length: width }, () => 0);
    for (let k = 0; k < pairs.length; k += 2) out[pairs[k]!] = pairs[k + 1]!;
    return out;
  };
  return (lines as PassageLine[]).map((line) => ({
    ...line,
    values: dense(line.values, names.length),
    sentences: line.sentences.map((sentence) => ({
      ...sentence,
      words: sentence.words.flatMap((code) => bucketOfCode(code) || []).toSorted((a, b) => a - b),
      values: dense(sentence.values, sentenceNames.length),
    })),
  }));
}

/** Buckets of the words of a passage. */
export const wordsIn = ({ sentences }: MeasuredPassage): number[] => [
  ...new Set(sentences.flatMap(({ words }) => words)),
];

/** Mean of the graders; undefined where the question does not call for the target. */
export function levelOf({ grades }: MeasuredPassage, target: number): number | undefined {
  const given = grades.flatMap((grade) =>
    target === VERDICT ? grade.verdict : (grade.signals[SIGNALS[target]!] ?? []),
  );
  return given.length === 0 ? undefined : given.reduce((a, b) => a + b, 0) / given.length;
}

export const moments = (values: readonly number[]): Moments => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, spread: Math.sqrt(values.reduce((s, v) => s + (v - mean) ** 2, 0) / values.length) || 1 };
};
