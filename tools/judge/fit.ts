/** Fits the scorer. */
import { passageScore, weigh, type Blend, type ScorerModel } from '@legible/judge/scorer/model';
import {
  isUnlike,
  passageReadings,
  passageShare,
  passageValues,
  wordsOf,
  worthsOf,
  type PassageModel,
} from '@legible/judge/scorer/passages';
import { answerScores, fitAnswers } from './fit-answers.ts';
import { VERDICT, type Example } from './examples.ts';
import { settle } from './fit-blend.ts';
import { fitManner } from './fit-manner.ts';
import { fitPassages } from './fit-passages.ts';
import type { MeasuredPassage } from './passages.ts';
import { readQuestion } from '@legible/judge/scorer/features';
import { answering, readAsked } from '@legible/judge/scorer/matching';
import { fitMatching, type MatchingReport } from './fit-matching.ts';
import { fitSense } from './fit-sense.ts';
import { fitWholeFaults } from './fit-whole-faults.ts';

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
  /** By passage: the same, by fits that saw none of its document. */
  readonly passageShares: readonly number[];
  /** By example: whether a fit that saw no answer to its question would refuse it as no answer. */
  readonly refused: readonly boolean[];
  readonly matching: MatchingReport;
  /** By example: probability of each of FAULTS over the whole answer, from fits that saw no example of its group. */
  readonly faults: readonly (readonly number[] | undefined)[];
}

/** Fits everything on `examples`. Deterministic: same examples in the same order, same model. */
export function fitScorer(
  examples: readonly Example[],
  { groupOf, faultsOf, passages: measured, onProgress }: FitOptions,
): FittedScorer {
  const groups = examples.map(groupOf);
  const faults = examples.map(faultsOf);
  const answers = fitAnswers(examples, groups, faults, onProgress);
  const { text, sentence } = answers.model;
  onProgress?.('passages');
  const read = fitPassages(measured);
  const manner = fitManner(measured, examples, groups, read.buckets);
  const { shares } = manner;
  const blends = answers.model.blends.map((shape, target): Blend => {
    const lowest = target === VERDICT ? 1 : 0;
    const { rows, levels } = answers.taught[target]!;
    const at = rows.map((_, k) => k).filter((k) => shares[rows[k]!]! < 0.5);
    const answer = settle(
      at.map((k) => answers.scores[target]![rows[k]!]!),
      at.map((k) => levels[k]!),
      lowest,
    );
    return {
      ...shape,
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
  onProgress?.('faults of whole answers');
  const vectors = examples.map((example) => weigh(example.grams, text.idf));
  const wholeFaults = fitWholeFaults(examples, vectors, groups, faults, answers.verdictParts, shares);
  onProgress?.('matching');
  const matching = fitMatching(examples, { text, sentence }, shares);
  return {
    model: {
      ...answers.model,
      passages,
      blends,
      sense: fitSense(examples),
      matching: matching.model,
      wholeFaults: wholeFaults.model,
    },
    outOfFold: sharedScores(examples, answers.scores, shares, passages, blends),
    shares,
    passageShares: manner.passageShares,
    refused: matching.refused,
    matching: matching.report,
    // Faults are left unsaid in what is read as a passage.
    faults: wholeFaults.outOfFold.map((odds, i) => (isUnlike(shares[i]!) ? odds?.map(() => 0) : odds)),
  };
}

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
    const answer = asAnswers.map((scores) => scores[i]!);
    const readings = readingsOf(example, answer, model);
    out.forEach((scores, target) => {
      scores[i] = sharedScore(target, example, answer[target]!, readings, shares[i]!, blends);
    });
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
  const share = shareOf(example, model);
  const answer = answerScores(example, model, faults);
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
