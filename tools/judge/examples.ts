/** A graded answer read once, for every fit that uses it. */
import { SIGNALS, type SignalId } from '@legible/judge';
import { readText, type Sentence } from '@legible/judge/text/index';
import { features, readQuestion } from '@legible/judge/scorer/features';
import { ngrams } from '@legible/judge/scorer/ngrams';
import { readSentence, type SentenceReading } from '@legible/judge/scorer/sentence-reading';
import { TARGETS } from '@legible/judge/scorer/model';
import type { GradedAnswer } from './data.ts';

/** Index of the verdict among TARGETS. */
export const VERDICT = TARGETS.length - 1;

/** What a sentence earned by the graders' marks: for each signal, then over all signals, then as part of a fault. */
export const SENTENCE_TARGETS = [...SIGNALS, 'any', 'fault'] as const;

export interface Example {
  readonly answer: GradedAnswer;
  readonly sentences: readonly Sentence[];
  readonly readings: readonly SentenceReading[];
  /** Buckets of each sentence. */
  readonly grams: readonly Uint16Array[];
  readonly dense: Float64Array;
  /** By sentence: one value for each of SENTENCE_TARGETS. */
  readonly earned: readonly Float64Array[];
}

/** The graders' mean level, or verdict; undefined where the question does not call for the signal. */
export const targetOf = (example: Example, target: number): number | undefined =>
  target === VERDICT ? example.answer.verdict : example.answer.levels[SIGNALS[target]!];

export function readExample(answer: GradedAnswer): Example {
  const sentences = readText(answer.text);
  const readings = sentences.map(readSentence);
  return {
    answer,
    sentences,
    readings,
    grams: readings.map((reading) => ngrams(reading.stems)),
    dense: features(readings, readQuestion(answer.question)),
    earned: earnedBy(answer, sentences),
  };
}

function earnedBy(answer: GradedAnswer, sentences: readonly Sentence[]): Float64Array[] {
  const out = sentences.map(() => new Float64Array(SENTENCE_TARGETS.length));
  const share = 1 / answer.grades.length;
  const mark = (quote: string, target: number, value: number): void => {
    const from = quote === '' ? -1 : answer.text.indexOf(quote);
    if (from < 0) return;
    const to = from + quote.length;
    sentences.forEach((sentence, at) => {
      const shared = Math.min(to, sentence.to) - Math.max(from, sentence.from);
      if (shared > 0.3 * Math.min(sentence.to - sentence.from, quote.length)) out[at]![target]! += value;
    });
  };
  for (const grade of answer.grades) {
    for (const [signal, quote] of Object.entries(grade.spans) as [SignalId, string][]) {
      const value = (share * ((grade.signals[signal] ?? 2) - 1)) / 2;
      mark(quote, SIGNALS.indexOf(signal), value);
      mark(quote, SIGNALS.length, value);
    }
    for (const fault of grade.faults) mark(fault.quote, SIGNALS.length + 1, share);
  }
  return out;
}
