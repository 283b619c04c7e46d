/** Fits how interview answers are scored: the parts, and the blend of them on predictions that training had not seen. */
import {
  blend,
  blendInputs,
  formScores,
  gramScores,
  TARGETS,
  type Blend,
  type FormModel,
  type GramModel,
} from '@legible/judge/scorer/model';
import { targetOf, VERDICT, type Example } from './examples.ts';
import { fitBlend } from './fit-blend.ts';
import { fitForm } from './fit-form.ts';
import { fitSentences, sentencesOutOfFold, sentenceScores } from './fit-sentences.ts';
import { fitWords } from './fit-words.ts';

/** Fewer examples than this teach a signal nothing of its own. */
const FEW = 30;

export type AnswerBlend = Omit<Blend, 'passage' | 'readings'>;

/** What an answer is scored by. */
export interface AnswerModel {
  readonly text: GramModel;
  readonly sentence: GramModel;
  readonly form: FormModel;
  readonly blends: readonly AnswerBlend[];
}

export interface FittedAnswers {
  readonly model: AnswerModel;
  /** By target, by example: from fits that saw no example of its group; NaN for one without fault probabilities. */
  readonly scores: readonly Float64Array[];
  /** By target: the examples that taught it, and the levels they taught. */
  readonly taught: readonly { readonly rows: readonly number[]; readonly levels: readonly number[] }[];
  /** By example: what is blended for the verdict, without the faults, from fits that saw no example of its group. */
  readonly verdictParts: readonly (readonly number[])[];
}

/** `groups`: which examples must not inform each other; `faults`: probabilities of FAULTS, undefined for an example that teaches the parts alone. */
export function fitAnswers(
  examples: readonly Example[],
  groups: readonly string[],
  faults: readonly (readonly number[] | undefined)[],
  onProgress?: (step: string) => void,
): FittedAnswers {
  onProgress?.('words');
  const words = fitWords(examples, groups);
  onProgress?.('form');
  const form = fitForm(examples, groups);
  onProgress?.('sentences');
  const sentence = fitSentences(examples);
  const bySentence = sentencesOutOfFold(examples, groups);
  onProgress?.('blend');
  const inputsOf = (target: number, i: number, own: readonly number[]): number[] =>
    blendInputs(
      target,
      column(words.out.scores, i),
      column(form.out.scores, i),
      bySentence[i]!,
      examples[i]!.answer.question.signals,
      own,
    );
  const fits = TARGETS.map((_, target) => {
    const called = (of: number): number[] =>
      examples.flatMap((example, i) => (targetOf(example, of) === undefined || faults[i] === undefined ? [] : [i]));
    // A signal that hardly an example calls for is taught by the verdict, whose lowest stands for the signal's.
    const from = called(target).length < FEW ? VERDICT : target;
    const rows = called(from);
    const levels = rows.map((i) => targetOf(examples[i]!, from)! - (from === target ? 0 : 1));
    const fitted = fitBlend(
      rows.map((i) => inputsOf(target, i, faults[i]!)),
      levels,
      rows.map((i) => groups[i]!),
    );
    const scores = Float64Array.from(examples, (_, i) =>
      faults[i] === undefined ? Number.NaN : blend(inputsOf(target, i, faults[i]), fitted.blend),
    );
    rows.forEach((i, k) => (scores[i] = fitted.outOfFold[k]!));
    return { blend: fitted.blend, scores, rows, levels };
  });
  return {
    model: { text: words.model, sentence, form: form.model, blends: fits.map((one) => one.blend) },
    scores: fits.map((one) => one.scores),
    taught: fits,
    verdictParts: examples.map((_, i) => inputsOf(VERDICT, i, [])),
  };
}

const column = (scores: readonly Float64Array[], i: number): Float64Array =>
  Float64Array.from(scores, (row) => row[i]!);

/** The scores of an example as an answer under a fitted model, by target. */
export function answerScores(example: Example, model: AnswerModel, faults: readonly number[]): Float64Array {
  const words = gramScores(example.grams, model.text);
  const form = formScores(example.dense, model.form);
  const bySentence = sentenceScores(example, model.sentence);
  return Float64Array.from(model.blends, (shape, target) =>
    blend(blendInputs(target, words, form, bySentence, example.answer.question.signals, faults), shape),
  );
}
