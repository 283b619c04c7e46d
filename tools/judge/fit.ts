/** Fits the scorer: its parts, and the blend of them on predictions that training had not seen. */
import { FAULTS } from '@legible/judge';
import {
  blend,
  blendInputs,
  formScores,
  gramScores,
  sharedScore,
  TARGETS,
  weigh,
  type Blend,
  type FormModel,
  type GramModel,
  type ScorerModel,
} from '@legible/judge/scorer/model';
import {
  mannerOdds,
  passageScores,
  passageShare,
  passageValues,
  type PassageModel,
} from '@legible/judge/scorer/passages';
import { linkScores } from '@legible/judge/scorer/links';

import { targetOf, VERDICT, type Example } from './examples.ts';
import { fitBlend, settle } from './fit-blend.ts';
import { fitForm } from './fit-form.ts';
import { fitLinks } from './fit-links.ts';
import { fitPassages, passageBlend, passageErrors, type FittedPassages, type MeasuredPassage } from './passages.ts';
import { answering, readAsked } from '@legible/judge/scorer/matching';
import { fitMatching, type MatchingReport } from './fit-matching.ts';
import { fitSense } from './fit-sense.ts';
import { fitSentences, sentencesOutOfFold, sentenceScores } from './fit-sentences.ts';
import { fitWholeFaults } from './fit-whole-faults.ts';
import { fitWords } from './fit-words.ts';

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
  onProgress?.('links');
  const links = fitLinks(examples, groups);
  const read = fitPassages(measured, examples, groups);
  const readings = examples.map((example) => readingOf(example, read.model));
  onProgress?.('sentences');
  const sentence = fitSentences(examples);
  const bySentence = sentencesOutOfFold(examples, groups);
  onProgress?.('blend');
  const faults = examples.map(faultsOf);
  const shares = examples.map((_, i) => passageShare(words.passageOut[i]!, () => read.manner[i]!));
  const outOfFold: Float64Array[] = [];
  const blends = TARGETS.map((_, target): Blend => {
    const rows = examples.flatMap((example, i) =>
      targetOf(example, target) === undefined || faults[i] === undefined ? [] : [i],
    );
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
    const y = rows.map((i) => targetOf(examples[i]!, target)!);
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
    const passage = passageBlend(
      measured,
      read,
      links.model,
      target,
      unknownScore(target, rows, examples, { words: words.model, form: form.model, sentence }, fitted.blend),
    );
    const errors = passageErrors(measured, read, links.model, target, passage);
    const score = new Float64Array(examples.length).fill(Number.NaN);
    rows.forEach((i, k) => {
      const scores = {
        answer: fitted.outOfFold[k]!,
        links: links.out[target]![i]!,
        reading: readings[i]![target]!,
      };
      score[i] = sharedScore(scores, passage, shares[i]!);
    });
    outOfFold.push(score);
    return {
      ...fitted.blend,
      passage,
      readings: [
        answer,
        {
          cuts: MIDDLES.map((cut) => cut + lowest),
          width: Math.max(errors.width, answer.width),
          error: Math.max(errors.error, answer.error),
        },
      ],
    };
  });
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
      links: links.model,
      reading: read.model,
      blends,
      sense: fitSense(examples),
      matching: matching.model,
      wholeFaults: wholeFaults.model,
      passage: words.passage,
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

/** The answer score of a text without a known word, whose forms and faults are those of the mean answer. */
function unknownScore(
  target: number,
  rows: readonly number[],
  examples: readonly Example[],
  parts: { readonly words: GramModel; readonly form: FormModel; readonly sentence: GramModel },
  shape: Omit<Blend, 'passage' | 'readings'>,
): number {
  const faults = shape.center.slice(-FAULTS.length);
  const scores = rows.map((i) =>
    blend(
      blendInputs(
        target,
        parts.words.intercepts,
        parts.form.intercepts,
        [parts.sentence.intercepts],
        examples[i]!.answer.question.signals,
        faults,
      ),
      shape,
    ),
  );
  return scores.reduce((a, b) => a + b, 0) / scores.length;
}

/** How far an example is read as a passage under a fitted model, 0 to 1. */
export const shareOf = (example: Example, model: ScorerModel): number =>
  passageShare(gramScores(example.grams, model.passage)[0]!, () =>
    mannerOdds(passageValues(example.dense, example.sentences), model.reading),
  );

/** Second reading of an example, by target. */
const readingOf = (example: Example, model: PassageModel): Float64Array =>
  passageScores(passageValues(example.dense, example.sentences), model);

/** The scores of an example under a fitted model, by target. */
export function scoresOf(example: Example, model: ScorerModel, faults: readonly number[]): Float64Array {
  const words = gramScores(example.grams, model.text);
  const form = formScores(example.dense, model.form);
  const links = linkScores(example.dense, model.links);
  const reading = readingOf(example, model.reading);
  const bySentence = sentenceScores(example, model.sentence);
  const { signals } = example.answer.question;
  const share = shareOf(example, model);
  return Float64Array.from(TARGETS, (_, target) => {
    const shape = model.blends[target]!;
    const scores = {
      answer: blend(blendInputs(target, words, form, bySentence, signals, faults), shape),
      links: links[target]!,
      reading: reading[target]!,
    };
    return sharedScore(scores, shape.passage, share);
  });
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
