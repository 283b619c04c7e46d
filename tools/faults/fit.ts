import type { FaultId } from '@legible/judge/rubric';
import type { FaultWeights, LinearWeights } from '@legible/judge/rules/model/linear';
import { answerFeatures, ownAnswerFeatures, peakOf, type Peak } from '@legible/judge/rules/model/answer-features';
import { RULES } from '@legible/judge/rules/registry.generated';
import { FAULTS, type FaultItem } from './data.ts';
import { fitLogistic, fitPlatt, type Fitted, type FitOptions, type Row } from './logistic.ts';
import { Names, type Prepared } from './matrix.ts';

const SENTENCE: FitOptions = { epochs: 8, rate: 0.12, l2: 0.004 };
const ANSWER: FitOptions = { epochs: 16, rate: 0.1, l2: 0.01 };
/** Sentences of an answer that has the fault, outside the quote: they may show it too. */
const BESIDE = 0.3;
/** Weights of the rules' examples: one that must not fire counts for more, as a wrong interruption costs trust. */
const FIRES = 1.6;
const SILENT = 2.5;
const KEPT_SENTENCE = 520;
const KEPT_ANSWER = 280;

type Model = ReadonlyMap<FaultId, Fitted>;

/** Writers dealt into `count` groups, the largest first. */
export function deal(writers: readonly string[], count: number): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const writer of writers) sizes.set(writer, (sizes.get(writer) ?? 0) + 1);
  const order = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(order.map(([writer], i) => [writer, i % count]));
}

/** Keeps the largest weights as whole numbers of one scale, as they are stored. */
function store(fitted: Fitted, keep: number): Fitted {
  const sizes = Float64Array.from(fitted.weights, Math.abs).sort().reverse();
  const least = Math.max(sizes[keep] ?? 0, 1e-9);
  const scale = Math.max(sizes[0] ?? 0, 1e-9) / 127;
  return {
    bias: round(fitted.bias),
    weights: fitted.weights.map((weight) => (Math.abs(weight) < least ? 0 : Math.round(weight / scale) * scale)),
  };
}

function worthOf(item: FaultItem): number {
  if (item.only === null) return 1;
  return item.faults.size > 0 ? FIRES : SILENT;
}

export function fitSentences(train: readonly Prepared[], size: number): Model {
  const out = new Map<FaultId, Fitted>();
  for (const fault of FAULTS) {
    const rows: Row[] = [];
    const labels: number[] = [];
    const importance: number[] = [];
    for (const each of train) {
      const { item } = each;
      if (item.only !== null && item.only !== fault) continue;
      const marked = item.faults.has(fault);
      const shown = each.shown.get(fault) as readonly number[];
      (each.rows.get(fault) as readonly Row[]).forEach((row, i) => {
        rows.push(row);
        labels.push(shown[i] as number);
        importance.push(worthOf(item) * (marked && shown[i] === 0 ? (item.spans.has(fault) ? BESIDE : 0) : 1));
      });
    }
    out.set(fault, store(fitLogistic(rows, labels, importance, size, SENTENCE), KEPT_SENTENCE));
  }
  return out;
}

export function scoreRow(fitted: Fitted, row: Row): number {
  let score = fitted.bias;
  for (let k = 0; k < row.ids.length; k++)
    score += (fitted.weights[row.ids[k] as number] ?? 0) * (row.values[k] as number);
  return score;
}

export function peaksOf(model: Model, each: Prepared): Map<FaultId, Peak> {
  return new Map(
    FAULTS.map((fault) => [
      fault,
      peakOf((each.rows.get(fault) as readonly Row[]).map((row) => scoreRow(model.get(fault) as Fitted, row))),
    ]),
  );
}

export function answerRow(names: Names, fault: FaultId, each: Prepared, peaks: ReadonlyMap<FaultId, Peak>): Row {
  const rule = RULES[FAULTS.indexOf(fault)] as (typeof RULES)[number];
  return names.row([...answerFeatures(each.answer, peaks), ...ownAnswerFeatures(rule, each.answer, peaks.get(fault))]);
}

function fitAnswers(
  train: readonly Prepared[],
  peaks: ReadonlyMap<Prepared, ReadonlyMap<FaultId, Peak>>,
  names: Names,
): Model {
  const out = new Map<FaultId, Fitted>();
  for (const fault of FAULTS) {
    const used = train.filter((each) => each.item.only === null || each.item.only === fault);
    const rows = used.map((each) => answerRow(names, fault, each, peaks.get(each) as ReadonlyMap<FaultId, Peak>));
    const labels = used.map((each) => (each.item.faults.has(fault) ? 1 : 0));
    const importance = used.map((each) => worthOf(each.item));
    out.set(fault, store(fitLogistic(rows, labels, importance, names.list.length, ANSWER), KEPT_ANSWER));
  }
  return out;
}

/** Scores of one answer by models that did not see its fold. */
export interface Scored {
  readonly each: Prepared;
  readonly fold: number;
  readonly sentence: ReadonlyMap<FaultId, number>;
  readonly answer: ReadonlyMap<FaultId, number>;
}

export interface Stacked {
  readonly scored: readonly Scored[];
  /** Peaks of every item by sentence models that did not see its fold: what the answer models learn from. */
  readonly peaks: ReadonlyMap<Prepared, ReadonlyMap<FaultId, Peak>>;
  readonly answerNames: Names;
}

/**
 * Both stages, stacked: sentence models are fitted without each fold and score it; answer models learn from those
 * scores, again without the fold that they score. No model that scores an answer was fitted on its fold.
 */
export function crossValidate(
  prepared: readonly Prepared[],
  foldOf: (each: Prepared) => number,
  names: Names,
): Stacked {
  const folds = [...new Set(prepared.map(foldOf))].sort((a, b) => a - b);
  const peaks = new Map<Prepared, Map<FaultId, Peak>>();
  for (const fold of folds) {
    const model = fitSentences(
      prepared.filter((each) => foldOf(each) !== fold),
      names.list.length,
    );
    for (const each of prepared) if (foldOf(each) === fold) peaks.set(each, peaksOf(model, each));
  }
  const answerNames = new Names();
  const scored: Scored[] = [];
  for (const fold of folds) {
    const model = fitAnswers(
      prepared.filter((each) => foldOf(each) !== fold),
      peaks,
      answerNames,
    );
    for (const each of prepared) {
      if (foldOf(each) !== fold || each.item.only !== null) continue;
      const own = peaks.get(each) as Map<FaultId, Peak>;
      const sentence = new Map(FAULTS.map((fault) => [fault, (own.get(fault) as Peak).top]));
      const answer = new Map(
        FAULTS.map((fault) => [fault, scoreRow(model.get(fault) as Fitted, answerRow(answerNames, fault, each, own))]),
      );
      scored.push({ each, fold, sentence, answer });
    }
  }
  return { scored, peaks, answerNames };
}

/** The models that are shipped: fitted on everything, with answer models that learn from out-of-fold peaks. */
export function fitFaults(
  prepared: readonly Prepared[],
  names: Names,
  stacked: Stacked,
): { sentences: Model; answers: Model } {
  return {
    sentences: fitSentences(prepared, names.list.length),
    answers: fitAnswers(prepared, stacked.peaks, stacked.answerNames),
  };
}

/**
 * Weights as stored, calibrated on out-of-fold scores of answers whose writers were not read while the rules were written
 * (see `unread`): the rules know the others too well, and would be too sure.
 */
export function pack(
  model: { sentences: Model; answers: Model },
  names: Names,
  stacked: Stacked,
): Record<FaultId, FaultWeights> {
  const out = {} as Record<FaultId, FaultWeights>;
  for (const [f, fault] of FAULTS.entries()) {
    const used = stacked.scored.filter(({ each }) => unread(each) && RULES[f]?.possible?.(each.answer) !== false);
    const labels = used.map(({ each }) => (each.item.faults.has(fault) ? 1 : 0));
    const calibrate = (scores: readonly number[]): { slope: number; intercept: number } => {
      const { slope, intercept } = fitPlatt(scores, labels);
      return { slope, intercept: intercept - (fault === 'wrong-claim' ? CLAIMS_READ : 0) };
    };
    out[fault] = {
      sentence: packOne(
        model.sentences.get(fault) as Fitted,
        names,
        calibrate(used.map((one) => one.sentence.get(fault) as number)),
      ),
      answer: packOne(
        model.answers.get(fault) as Fitted,
        stacked.answerNames,
        calibrate(used.map((one) => one.answer.get(fault) as number)),
      ),
    };
  }
  return out;
}

/** The knowledge base of claims was widened from all the corpus: log odds taken off, from its precision before that. */
export const CLAIMS_READ = 0.7;

/** Writers with odd numbers were read while the rules were written; even ones and the field answers were not. */
export function unread(each: Prepared): boolean {
  return each.item.making === 'field' || Number(/\d+$/.exec(each.item.writer)?.[0] ?? 0) % 2 === 0;
}

function packOne(
  fitted: Fitted,
  names: Names,
  { slope, intercept }: { slope: number; intercept: number },
): LinearWeights {
  const scale = fitted.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127;
  const kept = [...fitted.weights]
    .map((weight, id) => [names.list[id] as string, Math.round(weight / scale)] as const)
    .filter(([, whole]) => whole !== 0);
  kept.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return {
    bias: fitted.bias,
    scale: Number(scale.toPrecision(8)),
    names: kept.map(([name]) => name).join('\n'),
    weights: kept.map(([, whole]) => whole),
    slope: round(slope),
    intercept: round(intercept),
  };
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
