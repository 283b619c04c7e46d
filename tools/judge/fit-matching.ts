/** Fits whether an answer answers the question asked: on true pairs, and on the same answers under other questions. */
import { KINDS, SIGNALS } from '@legible/judge';
import {
  isRefused,
  matching,
  matchingInputs,
  MATCHING_NAMES,
  quadratic,
  readAsked,
  type MatchingModel,
} from '@legible/judge/scorer/matching';
import { weigh, type GramModel } from '@legible/judge/scorer/model';
import { draws } from './batteries.ts';
import type { Example } from './examples.ts';
import { fitSelected } from './fit-selected.ts';
import { fitLogistic } from './logistic.ts';

/**
 * Share of true answers that may be refused, on questions that the fit had not seen: among answers, among passages. Those
 * refused first are the most concrete stories, which share the fewest words with their question, so it is kept very low.
 */
const WRONGLY_REFUSED = [0.005, 0.003] as const;
/** Fewer passages than this say nothing about the rarest of them: they are asked as little as the rarest of answers. */
const FEW = 300;
const FOLDS = 5;
/** Other questions that each answer is put under. */
const OTHERS = 4;
/** Word buckets that the kind of question is read from. */
const SELECTED = 700;
const LAMBDA = 0.5;
const RIDGE = 3;

export interface FittedMatching {
  readonly model: MatchingModel;
  /** By example: whether a fit that saw no answer to its question refuses it. */
  readonly refused: readonly boolean[];
  readonly report: MatchingReport;
}

export interface MatchingReport {
  /** On questions that the fit had not seen: share of true answers refused, and of good answers to other questions found. */
  readonly wronglyRefused: number;
  readonly found: number;
}

/** Columns of what was asked: the kind of its question, and each signal. */
const askedOf = ({ answer: { question } }: Example): number[] => [
  ...KINDS.map((kind) => (question.kind === kind ? 1 : 0)),
  ...SIGNALS.map((signal) => (question.signals.includes(signal) ? 1 : 0)),
];

export function fitMatching(
  examples: readonly Example[],
  { text, sentence }: { readonly text: GramModel; readonly sentence: GramModel },
  shares: readonly number[],
): FittedMatching {
  const sound = examples.map((example) =>
    example.answer.grades.every((grade) => grade.faults.every((fault) => fault.id !== 'off-topic')),
  );
  const vectors = examples.map((example) => weigh(example.grams, text.idf));
  const asked = fitSelected(examples, vectors, {
    targets: examples.map(askedOf),
    groups: examples.map((example) => example.answer.question.id),
    keep: SELECTED,
    lambda: LAMBDA,
  });
  const said = examples.map((example, i) => ({
    readings: example.readings,
    vector: vectors[i]!,
    sentences: example.grams.map((grams) => weigh([grams], sentence.idf)),
  }));
  const ids = [...new Set(examples.map((example) => example.answer.question.id))].toSorted();
  const questions = new Map(
    examples.map(({ answer: { question } }) => [
      question.id,
      {
        question,
        asked: readAsked(question, text.idf),
      },
    ]),
  );
  const foldOf = (id: string): number => ids.indexOf(id) % FOLDS;
  const byFold = Array.from({ length: FOLDS }, (_, fold) => ids.filter((id) => foldOf(id) === fold));
  const inputs = (i: number, id: string): number[] => {
    const of = questions.get(id)!;
    return matchingInputs(said[i]!, asked.out[i]!, of.question, of.asked, text.idf, asked.model);
  };
  const draw = draws(29);
  interface Pair {
    readonly at: number;
    readonly question: string;
    readonly inputs: readonly number[];
    readonly belongs: boolean;
    readonly fold: number;
  }
  const pairs = examples.flatMap((example, at): Pair[] => {
    if (!sound[at]) return [];
    const own = example.answer.question.id;
    const fold = foldOf(own);
    const out: Pair[] = [{ at, question: own, inputs: inputs(at, own), belongs: true, fold }];
    for (let k = 0; k < OTHERS; k++) {
      const other = byFold[fold]![Math.floor(draw() * byFold[fold]!.length)]!;
      if (other !== own) out.push({ at, question: other, inputs: inputs(at, other), belongs: false, fold });
    }
    return out;
  });
  const build = (of: readonly Pair[]): Omit<MatchingModel, 'asked' | 'least'> => {
    const n = of.length;
    const center = MATCHING_NAMES.map((_, k) => of.reduce((sum, pair) => sum + pair.inputs[k]!, 0) / n);
    const spread = MATCHING_NAMES.map(
      (_, k) => Math.sqrt(of.reduce((sum, pair) => sum + (pair.inputs[k]! - center[k]!) ** 2, 0) / n) || 1,
    );
    const shape = { center, spread };
    return {
      ...shape,
      ...fitLogistic(
        of.map((pair) => quadratic(pair.inputs, shape)),
        of.map((pair) => pair.belongs),
        RIDGE,
      ),
    };
  };
  const byFoldModel = byFold.map((_, fold) => build(pairs.filter((pair) => pair.fold !== fold)));
  const outOfFold = examples.map((example, i) => {
    const id = example.answer.question.id;
    return matching(inputs(i, id), byFoldModel[foldOf(id)]!);
  });
  const truths = (passage: boolean): number[] =>
    outOfFold.filter((_, i) => sound[i] && shares[i]! >= 0.5 === passage).toSorted((a, b) => a - b);
  const cut = (z: readonly number[], share: number): number => z[Math.floor(z.length * share)] ?? -Infinity;
  const [answers, passages] = [truths(false), truths(true)];
  const least = [
    cut(answers, WRONGLY_REFUSED[0]),
    cut(passages.length < FEW ? answers : passages, WRONGLY_REFUSED[1]),
  ] as const;
  const refuses = (at: number, id: string, odds: number): boolean =>
    isRefused(odds, examples[at]!.readings, questions.get(id)!.asked, shares[at]! >= 0.5, least, text.idf);
  const refused = (pair: Pair): boolean =>
    refuses(pair.at, pair.question, matching(pair.inputs, byFoldModel[pair.fold]!));
  const rate = (of: readonly Pair[]): number => of.filter(refused).length / Math.max(1, of.length);
  return {
    model: { ...build(pairs), asked: asked.model, least },
    refused: examples.map((example, i) => refuses(i, example.answer.question.id, outOfFold[i]!)),
    report: {
      wronglyRefused: rate(pairs.filter((pair) => pair.belongs)),
      found: rate(pairs.filter((pair) => !pair.belongs && examples[pair.at]!.answer.verdict >= 3)),
    },
  };
}
