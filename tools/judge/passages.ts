/** Passages of real people that training learns from: their values and grades, without their words. */
import { readFileSync } from 'node:fs';
import { SIGNALS, type Question, type SignalId } from '@legible/judge';
import { featureNames } from '@legible/judge/scorer/features';
import { linkScores, type LinkModel } from '@legible/judge/scorer/links';
import { passageNames, passageValues, standardValues, type PassageModel } from '@legible/judge/scorer/passages';
import {
  bothScores,
  passageScore,
  TARGETS,
  type Moments,
  type PassageBlend,
  type ScoreReading,
} from '@legible/judge/scorer/model';
import { VERDICT, type Example } from './examples.ts';
import { kappa } from './agreement.ts';
import { bootstrap, type Interval } from './bootstrap.ts';
import { errorOf } from './fit-blend.ts';
import { fitLogistic } from './logistic.ts';
import { fitRidge } from './ridge.ts';

export interface MeasuredPassage {
  readonly id: string;
  /** The public document it was cut from; passages of one document stay in one fold. */
  readonly source: string;
  readonly kind: Question['kind'];
  readonly grades: readonly {
    readonly signals: Readonly<Partial<Record<SignalId, number>>>;
    readonly verdict: number;
  }[];
  /** Of passageNames, those that are not 0. */
  readonly values: Readonly<Record<string, number>>;
}

/** Reads corpus/passages.jsonl. Throws where a value is named that the judge does not know: measure them again. */
export function readPassages(root: string): MeasuredPassage[] {
  const known = new Set(passageNames());
  return readFileSync(`${root}corpus/passages.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const passage = JSON.parse(line) as MeasuredPassage;
      const stranger = Object.keys(passage.values).find((name) => !known.has(name));
      if (stranger !== undefined)
        throw new Error(
          `corpus/passages.jsonl holds "${stranger}", which the judge no longer measures: run tools/judge/measure-passages.ts on the passages again.`,
        );
      return passage;
    });
}

/** Makings that are interview answers or forum replies, as the corpus holds them. */
const ANSWERS = new Set(['spoken', 'notes']);
const LAMBDA = 400;
/** A signal that fewer passages call for is read with the verdict's weights. */
const FEW = 60;

export interface FittedPassages {
  readonly model: PassageModel;
  /** By example: log-odds of its manner, from a fit that saw no answer of its group. */
  readonly manner: readonly number[];
  /** By target: of the graders' levels. */
  readonly levels: readonly Moments[];
  /** By target, by passage: score from a fit that saw no passage of its document; NaN where not called for. */
  readonly outOfFold: readonly Float64Array[];
}

const moments = (values: readonly number[]): Moments => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, spread: Math.sqrt(values.reduce((s, v) => s + (v - mean) ** 2, 0) / values.length) || 1 };
};

/** Mean of the graders; undefined where the question does not call for the target. */
export function levelOf({ grades }: MeasuredPassage, target: number): number | undefined {
  const given = grades.flatMap((grade) =>
    target === VERDICT ? grade.verdict : (grade.signals[SIGNALS[target]!] ?? []),
  );
  return given.length === 0 ? undefined : given.reduce((a, b) => a + b, 0) / given.length;
}

export const valuesOf = ({ values }: MeasuredPassage): number[] => passageNames().map((name) => values[name] ?? 0);

/** Penalty of the manner's fit: of 5, 15, 50, 150 and 500 the one that tells passages best (area 0.914, writers and documents unseen). */
const MANNER_RIDGE = 50;
const FOLDS = 8;

/**
 * Fits on the passages, and their manner against the interview answers among the examples; `groups` as in the scorer's fit.
 */
export function fitPassages(
  passages: readonly MeasuredPassage[],
  examples: readonly Example[],
  groups: readonly string[],
): FittedPassages {
  const raw = passages.map(valuesOf);
  const names = passageNames();
  const columns = names.map((_, k) => moments(raw.map((row) => row[k]!)));
  const shape = {
    center: columns.map((column) => column.mean),
    spread: columns.map((column) => Math.max(column.spread, 1e-3)),
  };
  const values = raw.map((row) => standardValues(row, shape));
  const document = passages.map(documentOf);
  const fitOf = (target: number): { weights: number[]; out: Float64Array; rows: number[] } => {
    const rows = passages.flatMap((passage, i) => (levelOf(passage, target) === undefined ? [] : [i]));
    const y = rows.map((i) => levelOf(passages[i]!, target)!);
    const middle = y.reduce((a, b) => a + b, 0) / y.length;
    const n = rows.length;
    const kernel = new Float64Array(n * n);
    rows.forEach((i, a) =>
      rows.forEach((j, b) => {
        if (b > a) return;
        const s = values[i]!.reduce((sum, value, k) => sum + value * values[j]![k]!, 0);
        kernel[a * n + b] = s;
        kernel[b * n + a] = s;
      }),
    );
    const fit = fitRidge(
      kernel,
      n,
      y.map((value) => value - middle),
      LAMBDA,
      rows.map((i) => document[i]!),
    );
    const weights = names.map((_, k) => rows.reduce((sum, i, a) => sum + fit.alpha[a]! * values[i]![k]!, 0));
    const out = new Float64Array(passages.length).fill(Number.NaN);
    rows.forEach((i, a) => (out[i] = fit.outOfFold[a]!));
    return { weights, out, rows };
  };
  const verdict = fitOf(VERDICT);
  const fits = TARGETS.map((_, target) => {
    const called = passages.filter((passage) => levelOf(passage, target) !== undefined).length;
    return target === VERDICT || called < FEW ? verdict : fitOf(target);
  });
  const texts = examples.map((example) => standardValues(passageValues(example.dense, example.sentences), shape));
  const answers = examples.flatMap(({ answer }, i) => (ANSWERS.has(answer.making) ? [i] : []));
  const dealt = [...new Set(groups)].toSorted();
  const foldOf = (i: number): number => dealt.indexOf(groups[i]!) % FOLDS;
  const manner = (of: readonly number[]): PassageModel['manner'] =>
    fitLogistic(
      [...of.map((i) => texts[i]!), ...values],
      [...of.map(() => false), ...values.map(() => true)],
      MANNER_RIDGE,
    );
  const oddsBy = (text: readonly number[], { weights, intercept }: PassageModel['manner']): number =>
    text.reduce((sum, value, k) => sum + value * weights[k]!, intercept);
  const whole = manner(answers);
  const byFold = Array.from({ length: Math.min(FOLDS, dealt.length) }, (_, fold) =>
    manner(answers.filter((i) => foldOf(i) !== fold)),
  );
  const model = { ...shape, weights: fits.flatMap((fit) => fit.weights), manner: whole };
  return {
    model,
    manner: texts.map((text, i) => oddsBy(text, byFold[foldOf(i)]!)),
    outOfFold: fits.map((fit) => fit.out),
    levels: TARGETS.map((_, target) => {
      const own = passages.flatMap((passage) => levelOf(passage, target) ?? []);
      const all = passages.flatMap((passage) => SIGNALS.flatMap((_, k) => levelOf(passage, k) ?? []));
      return moments(own.length >= FEW ? own : all);
    }),
  };
}

/** Link scores of a measured passage, by target. */
function linksOf({ values }: MeasuredPassage, model: LinkModel): Float64Array {
  return linkScores(
    Float64Array.from(featureNames(), (name) => values[name] ?? 0),
    model,
  );
}

/** Levels of passages are stretched to this share of the graders' spread: further, and agreement is lost again. */
const STRETCH = 0.8;

/** Passages that call for the target, with what the fits that had not seen them say; all of them, by their verdict, where too few do. */
function scored(passages: readonly MeasuredPassage[], fitted: FittedPassages, links: LinkModel, target: number) {
  const own = passages.filter((passage) => levelOf(passage, target) !== undefined).length >= FEW ? target : VERDICT;
  return passages.flatMap((passage, i) => {
    const level = levelOf(passage, own);
    return level === undefined
      ? []
      : [{ passage, links: linksOf(passage, links)[target]!, reading: fitted.outOfFold[own]![i]!, level }];
  });
}

/** How a target of passages is scored; `unknown`: the answer score of a text without a known word. */
export function passageBlend(
  passages: readonly MeasuredPassage[],
  fitted: FittedPassages,
  links: LinkModel,
  target: number,
  unknown: number,
): PassageBlend {
  const rows = scored(passages, fitted, links, target);
  const own = {
    links: moments(rows.map((row) => row.links)),
    reading: moments(rows.map((row) => row.reading)),
  };
  const { mean, spread } = fitted.levels[target]!;
  return {
    ...own,
    together: moments(rows.map((row) => bothScores(row, own))).spread,
    levels: { mean, spread: STRETCH * spread },
    unknown,
  };
}

/** How far passages are scored wrong that the fit had not seen; their answer score, which needs their words, left out. */
export const passageErrors = (
  passages: readonly MeasuredPassage[],
  fitted: FittedPassages,
  links: LinkModel,
  target: number,
  blend: PassageBlend,
): Omit<ScoreReading, 'cuts'> => {
  const rows = scored(passages, fitted, links, target);
  const middle = moments(rows.map((row) => row.level)).mean - blend.levels.mean;
  return errorOf(
    rows.map((row) => passageScore({ ...row, answer: blend.unknown }, blend) + middle),
    rows.map((row) => row.level),
  );
};

export interface PassageFigures {
  readonly target: string;
  readonly n: number;
  readonly agreement: Interval;
}

/** Agreement on the passages by fits that had not seen their documents; their answer score, which needs their words, left out. */
export const passageFigures = (
  passages: readonly MeasuredPassage[],
  fitted: FittedPassages,
  links: LinkModel,
  blends: readonly { readonly passage: PassageBlend }[],
): PassageFigures[] =>
  TARGETS.flatMap((name, target): PassageFigures[] => {
    const { passage: blend } = blends[target]!;
    const lowest = target === VERDICT ? 1 : 0;
    const rows = scored(passages, fitted, links, target).map((row) => ({
      document: documentOf(row.passage),
      given: Math.max(lowest, Math.min(lowest + 3, Math.round(passageScore({ ...row, answer: blend.unknown }, blend)))),
      grades: row.passage.grades.flatMap((grade) =>
        target === VERDICT ? grade.verdict : (grade.signals[SIGNALS[target]!] ?? []),
      ),
    }));
    const agreement = (of: readonly (typeof rows)[number][]): number => {
      const pairs = of.flatMap(({ given, grades }) => grades.map((grade) => [given, grade] as const));
      return kappa(
        pairs.map(([given]) => given),
        pairs.map(([, grade]) => grade),
      );
    };
    return passages.filter((passage) => levelOf(passage, target) !== undefined).length < FEW
      ? []
      : [{ target: name, n: rows.length, agreement: bootstrap(rows, ({ document }) => document, agreement) }];
  });

const documentOf = ({ source }: MeasuredPassage): string => source.split(' ')[0]!;
