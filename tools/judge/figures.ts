/** The figures of the card: agreement, errors, coverage and evidence, each on answers that the fit had not seen. */
import { SIGNALS, type SignalId } from '@legible/judge';
import { chooseEvidence } from '@legible/judge/scorer/evidence';
import { TARGETS, type ScorerModel } from '@legible/judge/scorer/model';
import { bootstrap, type Interval } from './bootstrap.ts';
import { VERDICT, type Example } from './examples.ts';
import { sentenceScores } from './fit-sentences.ts';
import { agreement, ceiling, meanDifference, type Predictions, type Row } from './predict.ts';

export interface TargetFigures {
  readonly target: string;
  readonly n: number;
  readonly agreement: Interval;
  readonly ceiling: number;
  readonly difference: number;
}

const FEW = 15;
const writerOf = (row: Row): string => row.example.answer.writer;
const idOf = (row: Row): string => row.example.answer.id;

/** Agreement by target with a bootstrap interval over whole writers (over answers where each has its own writer). */
export function byTarget(predictions: Predictions, groupOf: (row: Row) => string = writerOf): TargetFigures[] {
  return predictions.flatMap((rows, target): TargetFigures[] =>
    rows.length < FEW
      ? []
      : [
          {
            target: TARGETS[target]!,
            n: rows.length,
            agreement: bootstrap(rows, groupOf, agreement),
            ceiling: ceiling(rows),
            difference: meanDifference(rows),
          },
        ],
  );
}

/** Mean absolute error of the verdict by the graders' own verdict, rounded. */
export function errorByBand(rows: readonly Row[]): { band: number; n: number; error: number }[] {
  return [1, 2, 3, 4].map((band) => {
    const own = rows.filter((row) => Math.floor(row.truth + 0.5) === band);
    return {
      band,
      n: own.length,
      error: own.reduce((s, row) => s + Math.abs(row.given - row.truth), 0) / Math.max(1, own.length),
    };
  });
}

export function agreementBy(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): { key: string; n: number; agreement: number; error: number }[] {
  return [...Map.groupBy(rows, keyOf)]
    .map(([key, own]) => ({
      key,
      n: own.length,
      agreement: agreement(own),
      error: own.reduce((s, row) => s + Math.abs(row.given - row.truth), 0) / own.length,
    }))
    .toSorted((a, b) => a.key.localeCompare(b.key));
}

/** The rows of which the judge is surest. */
export const surest = (rows: readonly Row[], share: number): Row[] =>
  rows.toSorted((a, b) => b.surety - a.surety).slice(0, Math.round(rows.length * share));

/** Split conformal: the half-width that covers 90% on one half of the writers, and what it covers on the other. */
export function coverage(rows: readonly Row[]): { width: number; covered: number; size: number } {
  const writers = [...new Set(rows.map(writerOf))].toSorted();
  const side = (row: Row): number => writers.indexOf(writerOf(row)) % 2;
  const errors = rows
    .filter((row) => side(row) === 0)
    .map((row) => Math.abs(row.truth - row.score))
    .toSorted((a, b) => a - b);
  const width = errors[Math.min(errors.length - 1, Math.ceil(0.9 * (errors.length + 1)) - 1)] ?? Number.NaN;
  const other = rows.filter((row) => side(row) === 1);
  const covered = other.filter((row) => Math.abs(row.truth - row.score) <= width + 1e-9).length / other.length;
  const lowest = Math.min(...rows.map((row) => row.given)) === 0 ? 0 : 1;
  const size =
    other.reduce(
      (s, row) =>
        s +
        [0, 1, 2, 3].filter((level) => level + lowest === row.given || Math.abs(level + lowest - row.score) <= width)
          .length,
      0,
    ) / other.length;
  return { width, covered, size };
}

/** How often the surety was borne out: of the answers at each surety, the share whose verdict a grader gave. */
export function calibration(
  rows: readonly Row[],
  certainty: (row: Row) => number,
): { predicted: number; observed: number; n: number }[] {
  const sorted = rows
    .map((row) => ({ p: certainty(row), hit: row.graders.includes(row.given) ? 1 : 0 }))
    .toSorted((a, b) => a.p - b.p);
  const bins = 8;
  return Array.from({ length: bins }, (_, b) =>
    sorted.slice(Math.floor((b * sorted.length) / bins), Math.floor(((b + 1) * sorted.length) / bins)),
  )
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      predicted: bin.reduce((s, x) => s + x.p, 0) / bin.length,
      observed: bin.reduce((s, x) => s + x.hit, 0) / bin.length,
      n: bin.length,
    }));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Where a grader quoted evidence: the share of the grader's words that our quotes for the signal hold (either grader, the better). */
export function evidenceOverlap(
  examples: readonly Example[],
  model: ScorerModel,
): { signal: SignalId; n: number; enough: number; mean: number }[] {
  return SIGNALS.map((signal) => {
    const shares: number[] = [];
    for (const example of examples) {
      const quotes = example.answer.grades.flatMap((grade) =>
        (grade.signals[signal] ?? 0) >= 2 ? (grade.spans[signal] ?? []) : [],
      );
      if (quotes.length === 0) continue;
      const scores = sentenceScores(example, model.sentence);
      const scored = example.sentences.map((sentence, i) => ({
        sentence,
        reading: example.readings[i]!,
        grams: example.grams[i]!,
        scores: scores[i]!,
      }));
      const ours = new Set(
        chooseEvidence(signal, scored, example.answer.text, { share: 0, passage: null }).flatMap((quote) =>
          wordsOf(quote.text),
        ),
      );
      shares.push(
        Math.max(
          ...quotes.map((quote) => {
            const words = wordsOf(quote);
            return words.filter((word) => ours.has(word)).length / Math.max(1, words.length);
          }),
        ),
      );
    }
    return {
      signal,
      n: shares.length,
      enough: shares.filter((share) => share >= 0.6).length / Math.max(1, shares.length),
      mean: shares.reduce((a, b) => a + b, 0) / Math.max(1, shares.length),
    };
  });
}

export const verdictRows = (predictions: Predictions): readonly Row[] => predictions[VERDICT]!;
export { idOf, writerOf };
