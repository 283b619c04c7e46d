/** Fits the scorer: its parts, and the blend of them on predictions that training had not seen. */
import { FAULTS } from '@legible/judge';
import {
  blend,
  blendInputs,
  formScores,
  gramScores,
  passageScore,
  passageShare,
  sharedScore,
  TARGETS,
  type Blend,
  type FormModel,
  type GramModel,
  type ScorerModel,
} from '@legible/judge/scorer/model';
import { linkScores } from '@legible/judge/scorer/links';
import { fitBelonging, type BelongingReport } from './belonging-fit.ts';
import { targetOf, VERDICT, type Example } from './examples.ts';
import { errorOf, fitBlend, settle } from './fit-blend.ts';
import { fitForm } from './fit-form.ts';
import { fitLinks, fitPassage } from './fit-links.ts';
import { fitSentences, sentencesOutOfFold, sentenceScores } from './fit-sentences.ts';
import { fitWords } from './fit-words.ts';

/** Fewer passages than this say nothing about how a score is to be read on them. */
const FEW_PASSAGES = 40;
/** Cut points of a score that is already in levels. */
const MIDDLES = [0.5, 1.5, 2.5];

export interface FitOptions {
  /** Which examples must not inform each other's out-of-fold predictions. */
  readonly groupOf: (example: Example) => string;
  /** Fault probabilities of an answer that it did not inform; an answer without them teaches the parts but not the blend. */
  readonly faultsOf: (example: Example) => readonly number[] | undefined;
  readonly onProgress?: (step: string) => void;
}

export interface FittedScorer {
  readonly model: ScorerModel;
  /** By target, by example: score from fits that saw no example of its group. */
  readonly outOfFold: readonly Float64Array[];
  /** By example: how far it was read as a passage, 0 to 1. */
  readonly shares: readonly number[];
  readonly belonging: BelongingReport;
}

/** Fits everything on `examples`. Deterministic: same examples in the same order, same model. */
export function fitScorer(examples: readonly Example[], { groupOf, faultsOf, onProgress }: FitOptions): FittedScorer {
  const groups = examples.map(groupOf);
  onProgress?.('words');
  const words = fitWords(examples, groups);
  onProgress?.('form');
  const form = fitForm(examples, groups);
  onProgress?.('links');
  const links = fitLinks(examples, groups);
  onProgress?.('sentences');
  const sentence = fitSentences(examples);
  const bySentence = sentencesOutOfFold(examples, groups);
  onProgress?.('blend');
  const faults = examples.map(faultsOf);
  const shares = examples.map((_, i) => passageShare(words.passageOut[i]!));
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
    const alike = at.filter((k) => shares[rows[k]!]! >= 0.5);
    // Where too few passages call for a signal, it is measured on all answers.
    const passages = alike.length >= FEW_PASSAGES ? alike : at;
    const passage = fitPassage(
      target,
      passages.map((k) => rows[k]!),
      examples,
      links,
      unknownScore(target, rows, examples, { words: words.model, form: form.model, sentence }, fitted.blend),
    );
    const errors = errorOf(
      passages.map((k) => passageScore(links.out[target]![rows[k]!]!, fitted.outOfFold[k]!, passage)),
      passages.map((k) => y[k]!),
    );
    const score = new Float64Array(examples.length).fill(Number.NaN);
    rows.forEach((i, k) => {
      score[i] = sharedScore(links.out[target]![i]!, fitted.outOfFold[k]!, passage, shares[i]!);
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
  onProgress?.('belonging');
  const { model: belonging, report } = fitBelonging(examples, words.model.idf);
  return {
    model: {
      text: words.model,
      sentence,
      form: form.model,
      links: links.model,
      blends,
      belonging,
      passage: words.passage,
    },
    outOfFold,
    shares,
    belonging: report,
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
  passageShare(gramScores(example.grams, model.passage)[0]!);

/** The scores of an example under a fitted model, by target. */
export function scoresOf(example: Example, model: ScorerModel, faults: readonly number[]): Float64Array {
  const words = gramScores(example.grams, model.text);
  const form = formScores(example.dense, model.form);
  const links = linkScores(example.dense, model.links);
  const bySentence = sentenceScores(example, model.sentence);
  const { signals } = example.answer.question;
  const share = shareOf(example, model);
  return Float64Array.from(TARGETS, (_, target) => {
    const shape = model.blends[target]!;
    const answer = blend(blendInputs(target, words, form, bySentence, signals, faults), shape);
    return sharedScore(links[target]!, answer, shape.passage, share);
  });
}
