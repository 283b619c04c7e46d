/** Fits the scorer: its parts, and the blend of them on predictions that training had not seen. */
import {
  blend,
  blendInputs,
  formScores,
  gramScores,
  passageScore,
  TARGETS,
  weigh,
  type Blend,
  type ScorerModel,
} from '@legible/judge/scorer/model';
import {
  passageReadings,
  passageShare,
  passageValues,
  wordsOf,
  worthsOf,
  type PassageModel,
} from '@legible/judge/scorer/passages';
import { targetOf, VERDICT, type Example } from './examples.ts';
import { fitBlend, settle } from './fit-blend.ts';
import { fitForm } from './fit-form.ts';
import { fitManner } from './fit-manner.ts';
import { fitPassages, type FittedPassages } from './fit-passages.ts';
import type { MeasuredPassage } from './passages.ts';
import { readQuestion } from '@legible/judge/scorer/features';
import { answering, readAsked } from '@legible/judge/scorer/matching';
import { fitMatching, type MatchingReport } from './fit-matching.ts';
import { fitSense } from './fit-sense.ts';
import { fitSentences, sentencesOutOfFold, sentenceScores } from './fit-sentences.ts';
import { fitWholeFaults } from './fit-whole-faults.ts';
import { fitWords } from './fit-words.ts';

/** Fewer examples than this teach a signal nothing of its own. */
const FEW = 30;
/** Cut points of a score that is already in levels. */
const MIDDLES = [0.5, 1.5, 2.5];

export interface FitOptions {
  /** Which examples must not inform each other's out-of-fold predictions. */
  readonly groupOf: (example: Example) => string;
  /** Fault probabilities of an answer that it did not inform; an answer without them teaches the parts but not the blend. */
  readonly faultsOf: (example: Example) => readonly number[] | undefined;
  /** Passages of real people; none of them is among the examples. */
  readonly passages: readonly MeasuredPassage[];
  readonly onProgress?: (step: string) => void;
}

export interface FittedScorer {
  readonly model: ScorerModel;
  /** By target, by example: score from fits that saw no example of its group. */
  readonly outOfFold: readonly Float64Array[];
  /** By example: how far it was read as a passage, 0 to 1. */
  readonly shares: readonly number[];
  /** By example: whether a fit that saw no answer to its question would refuse it as no answer. */
  readonly refused: readonly boolean[];
  readonly matching: MatchingReport;
  readonly passages: FittedPassages;
  /** By example: probability of each of FAULTS over the whole answer, from fits that saw no example of its group. */
  readonly faults: readonly (readonly number[] | undefined)[];
}

/** Fits everything on `examples`. Deterministic: same examples in the same order, same model. */
export function fitScorer(
  examples: readonly Example[],
  { groupOf, faultsOf, passages: measured, onProgress }: FitOptions,
): FittedScorer {
  const groups = examples.map(groupOf);
  onProgress?.('words');
  const words = fitWords(examples, groups);
  onProgress?.('form');
  const form = fitForm(examples, groups);
  onProgress?.('passages');
  const read = fitPassages(measured);
  const manner = fitManner(measured, examples, groups, read.buckets);
  const { shares } = manner;
  onProgress?.('sentences');
  const sentence = fitSentences(examples);
  const bySentence = sentencesOutOfFold(examples, groups);
  onProgress?.('blend');
  const faults = examples.map(faultsOf);
  const asAnswers: Float64Array[] = [];
  const blends = TARGETS.map((_, target): Blend => {
    const called = (of: number): number[] =>
      examples.flatMap((example, i) => (targetOf(example, of) === undefined || faults[i] === undefined ? [] : [i]));
    // A signal that hardly an example calls for is taught by the verdict, whose lowest stands for the signal's.
    const taught = called(target).length < FEW ? VERDICT : target;
    const lower = taught === target ? 0 : 1;
    const rows = called(taught);
    const inputs = rows.map((i) =>
      blendInputs(
        target,
        column(words.out.scores, i),
        column(form.out.scores, i),
        bySentence[i]!,
        examples[i]!.answer.question.signals,
        faults[i]!,
      ),
    );
    const y = rows.map((i) => targetOf(examples[i]!, taught)! - lower);
    const fitted = fitBlend(
      inputs,
      y,
      rows.map((i) => groups[i]!),
    );
    const lowest = target === VERDICT ? 1 : 0;
    const at = rows.map((_, k) => k);
    const answers = at.filter((k) => shares[rows[k]!]! < 0.5);
    const answer = settle(
      answers.map((k) => fitted.outOfFold[k]!),
      answers.map((k) => y[k]!),
      lowest,
    );
    const score = new Float64Array(examples.length).fill(Number.NaN);
    rows.forEach((i, k) => (score[i] = fitted.outOfFold[k]!));
    asAnswers.push(score);
    return {
      ...fitted.blend,
      passage: read.blends[target]!,
      readings: [
        answer,
        {
          cuts: MIDDLES.map((cut) => cut + lowest),
          width: Math.max(read.errors[target]!.width, answer.width),
          error: Math.max(read.errors[target]!.error, answer.error),
        },
      ],
    };
  });
  const passages = { ...read.model, manner: manner.model };
  const outOfFold = sharedScores(examples, asAnswers, shares, passages, blends);
  onProgress?.('faults of whole answers');
  const verdictParts = examples.map((example, i) =>
    blendInputs(
      VERDICT,
      column(words.out.scores, i),
      column(form.out.scores, i),
      bySentence[i]!,
      example.answer.question.signals,
      [],
    ),
  );
  const vectors = examples.map((example) => weigh(example.grams, words.model.idf));
  const wholeFaults = fitWholeFaults(examples, vectors, groups, faults, verdictParts, shares);
  onProgress?.('matching');
  const matching = fitMatching(examples, { text: words.model, sentence }, shares);
  return {
    model: {
      text: words.model,
      sentence,
      form: form.model,
      passages,
      blends,
      sense: fitSense(examples),
      matching: matching.model,
      wholeFaults: wholeFaults.model,
    },
    outOfFold,
    shares,
    refused: matching.refused,
    matching: matching.report,
    passages: read,
    faults: wholeFaults.outOfFold,
  };
}

const column = (scores: readonly Float64Array[], i: number): Float64Array =>
  Float64Array.from(scores, (row) => row[i]!);

/** Scores by target and example, of each example as far as it is read as an answer and as a passage. */
function sharedScores(
  examples: readonly Example[],
  asAnswers: readonly Float64Array[],
  shares: readonly number[],
  model: PassageModel,
  blends: readonly Blend[],
): Float64Array[] {
  const out = asAnswers.map((scores) => Float64Array.from(scores));
  examples.forEach((example, i) => {
    if (shares[i] === 0) return;
    const answer = asAnswers.map((scores) => (Number.isNaN(scores[i]!) ? asAnswers[VERDICT]![i]! - 1 : scores[i]!));
    const readings = readingsOf(example, answer, model);
    out.forEach(
      (scores, target) => (scores[i] = sharedScore(target, example, scores[i]!, readings, shares[i]!, blends)),
    );
  });
  return out;
}

const sharedScore = (
  target: number,
  { answer }: Example,
  score: number,
  readings: Float64Array,
  share: number,
  blends: readonly Blend[],
): number => (1 - share) * score + share * passageScore(target, readings, answer.question.signals, blends);

function readingsOf(example: Example, answer: ArrayLike<number>, model: PassageModel): Float64Array {
  const { sentences, readings, dense } = example;
  const worths = worthsOf(
    sentences.map((sentence, k) => ({ sentence, reading: readings[k]! })),
    readQuestion(example.answer.question),
    model.worth,
  );
  return passageReadings(passageValues(dense, sentences), wordsOf(readings), worths, answer, model);
}

/** How far an example is read as a passage under a fitted model, 0 to 1. */
export const shareOf = (example: Example, model: ScorerModel): number =>
  passageShare(wordsOf(example.readings), model.passages.manner);

/** The scores of an example under a fitted model, by target. */
export function scoresOf(example: Example, model: ScorerModel, faults: readonly number[]): Float64Array {
  const words = gramScores(example.grams, model.text);
  const form = formScores(example.dense, model.form);
  const bySentence = sentenceScores(example, model.sentence);
  const { signals } = example.answer.question;
  const share = shareOf(example, model);
  const answer = Float64Array.from(model.blends, (shape, target) =>
    blend(blendInputs(target, words, form, bySentence, signals, faults), shape),
  );
  if (share === 0) return answer;
  const readings = readingsOf(example, answer, model.passages);
  return answer.map((score, target) => sharedScore(target, example, score, readings, share, model.blends));
}

/** Whether a fitted model takes an example for an answer to its question. */
export function isAnswer(example: Example, model: ScorerModel, share: number): boolean {
  const { question } = example.answer;
  const said = {
    readings: example.readings,
    vector: weigh(example.grams, model.text.idf),
    sentences: example.grams.map((grams) => weigh([grams], model.sentence.idf)),
  };
  return answering(said, question, readAsked(question, model.text.idf), share >= 0.5, model) !== 'no';
}
