/** Fits whether an answer answers the question asked: on true pairs, and on the same answers under other questions. */
import { KINDS, SIGNALS } from '@legible/judge';
import {
  FAMILIES,
  familyOf,
  isRefused,
  matching,
  matchingInputs,
  MATCHING_NAMES,
  quadratic,
  readAsked,
  type Bars,
  type MatchingModel,
} from '@legible/judge/scorer/matching';
import { weigh, type GramModel } from '@legible/judge/scorer/model';
import { draws } from './batteries.ts';
import type { Example } from './examples.ts';
import { fitSelected } from './fit-selected.ts';
import { fitLogistic } from './logistic.ts';

/**
 * Shares of true answers of a family that may be refused, and doubted, on questions that the fit had not seen. Those refused
 * first are the most concrete stories, which share the fewest words with their question; of probes, which ask about anything,
 * more would be refused for little.
 */
const REFUSED = { career: 0.01, story: 0.01, design: 0.01, probe: 0.005 } as const;
const DOUBTED = 0.03;
/**
 * How much lower real people's passages stand than answers under the same family of question, in log-odds, by their rarest
 * 1 in 50; they say what they mean in words of their own.
 */
const LOWER = { career: 1.3, story: 1.3, design: 1.3, probe: 0.3 } as const;
/** A family of fewer answers than this is asked what all are. */
const FEW = 30;
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
  const build = (of: readonly Pair[]): Omit<MatchingModel, 'asked' | 'bars'> => {
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
  const familyAt = (id: string): number => familyOf(questions.get(id)!.question.kind);
  const truths = examples.flatMap((example, i) =>
    sound[i] && shares[i]! < 0.5 ? [{ family: familyAt(example.answer.question.id), odds: outOfFold[i]! }] : [],
  );
  const bars = FAMILIES.map((family, at): Bars => {
    const own = truths.filter((one) => one.family === at);
    const sorted = (own.length < FEW ? truths : own).map(({ odds }) => odds).toSorted((a, b) => a - b);
    const cut = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? -Infinity;
    const answer = cut(REFUSED[family]);
    return { answer, passage: answer - LOWER[family], doubtful: Math.max(answer, cut(DOUBTED)) };
  });
  const refuses = (at: number, id: string, odds: number): boolean =>
    isRefused(
      odds,
      examples[at]!.readings,
      questions.get(id)!.asked,
      shares[at]! >= 0.5,
      bars[familyAt(id)]!,
      text.idf,
    );
  const refused = (pair: Pair): boolean =>
    refuses(pair.at, pair.question, matching(pair.inputs, byFoldModel[pair.fold]!));
  const rate = (of: readonly Pair[]): number => of.filter(refused).length / Math.max(1, of.length);
  return {
    model: { ...build(pairs), asked: asked.model, bars },
    refused: examples.map((example, i) => refuses(i, example.answer.question.id, outOfFold[i]!)),
    report: {
      wronglyRefused: rate(pairs.filter((pair) => pair.belongs)),
      found: rate(pairs.filter((pair) => !pair.belongs && examples[pair.at]!.answer.verdict >= 3)),
    },
  };
}
