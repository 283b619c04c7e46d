/**
 * The table of laws: which hold for each metric, its known values, and a slow formula written apart from the code under
 * test. A new metric is a new entry here.
 */
import * as m from '../src/metrics/index.ts';
import type { Numbers } from '../src/metrics/index.ts';

export type Score = (labels: Numbers, scores: Numbers, weights?: Numbers) => number;

/** A value known beforehand from the rate of positives, the constant score and the number of rows; NaN if it is not. */
export type Known = number | ((rate: number, score: number, rows: number) => number);

export interface Laws {
  readonly metric: Score;
  readonly labels?: 'relevances';
  readonly scores?: 'probabilities';
  readonly bounds: readonly [low: number, high: number];
  /** Takes weights, and a weight of n is the same as n equal rows. */
  readonly weighted: boolean;
  /** Depends on the order of the scores only. */
  readonly monotone: boolean;
  /** Unchanged when labels are swapped and scores turned round (1 - p). */
  readonly flip: boolean;
  /** The value when the scores are the labels, and when they are the labels turned round; and of a constant score. */
  readonly perfect: Known;
  readonly worst?: Known;
  readonly constant: Known;
  /** Which classes must be there. */
  readonly needs: 'both' | 'positive' | 'none';
  readonly oracle: (rows: readonly Row[]) => number;
}

export interface Row {
  readonly y: 0 | 1;
  readonly s: number;
  readonly w: number;
}

const sum = (rows: readonly Row[], of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
const ratio = (a: number, b: number) => (b === 0 ? 0 : a / b);
const above = (rows: readonly Row[], s: number) => rows.filter((row) => row.s >= s);
export const positives = (rows: readonly Row[]) => sum(rows, (row) => row.w * row.y);
export const mass = (rows: readonly Row[]) => sum(rows, (row) => row.w);
const precisionAt = (rows: readonly Row[], s: number) => ratio(positives(above(rows, s)), mass(above(rows, s)));
const recallAt = (rows: readonly Row[], s: number) => positives(above(rows, s)) / positives(rows);

/** The share of a row that is taken when the first `room` (by weight) are, and ties are taken in part. */
const taken = (rows: readonly Row[], row: Row, room: number) => {
  const higher = mass(rows.filter((other) => other.s > row.s));
  const tied = mass(rows.filter((other) => other.s === row.s));
  return Math.min(1, Math.max(0, (room - higher) / tied));
};
/** Mean of f over the 1-based ranks that a row may have among its ties. */
const overRanks = (rows: readonly Row[], row: Row, f: (rank: number) => number) => {
  const higher = rows.filter((other) => other.s > row.s).length;
  const tied = rows.filter((other) => other.s === row.s).length;
  let total = 0;
  for (let rank = higher + 1; rank <= higher + tied; rank++) total += f(rank);
  return total / tied;
};
const ideal = (rows: readonly Row[]) => rows.map((row) => ({ ...row, s: row.y }));
const dcgOf = (rows: readonly Row[], k: number) =>
  sum(rows, (row) => row.y * overRanks(rows, row, (rank) => (rank <= k ? 1 / Math.log2(rank + 1) : 0)));
const choose = (n: number, k: number): number => (k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
const eceOf = (rows: readonly Row[], binOf: (row: Row) => number) =>
  [...new Set(rows.map(binOf))].reduce((total, bin) => {
    const inside = rows.filter((row) => binOf(row) === bin);
    return total + Math.abs(positives(inside) - sum(inside, (row) => row.w * row.s));
  }, 0) / mass(rows);
const costs = { truePositive: -3, falsePositive: 7, falseNegative: 50, trueNegative: 0 };
const oneDay = (labels: Numbers) => new Uint8Array(labels.length);

const atHalf = { weighted: true, monotone: false, flip: false } as const;
const list = { labels: 'relevances', weighted: false, monotone: true, flip: false, needs: 'none' } as const;
const forecast = { scores: 'probabilities', weighted: true, monotone: false, needs: 'none' } as const;

export const METRICS: Record<string, Laws> = {
  rocAuc: {
    metric: m.rocAuc,
    bounds: [0, 1],
    weighted: true,
    monotone: true,
    flip: true,
    perfect: 1,
    worst: 0,
    constant: 0.5,
    needs: 'both',
    oracle: (rows) => {
      const [ones, zeros] = [rows.filter((row) => row.y === 1), rows.filter((row) => row.y === 0)];
      const won = sum(ones, (a) => sum(zeros, (b) => a.w * b.w * (a.s > b.s ? 1 : a.s === b.s ? 0.5 : 0)));
      return won / (mass(ones) * mass(zeros));
    },
  },
  averagePrecision: {
    metric: m.averagePrecision,
    bounds: [0, 1],
    weighted: true,
    monotone: true,
    flip: false,
    perfect: 1,
    worst: (rate) => rate,
    constant: (rate) => rate,
    needs: 'positive',
    oracle: (rows) => sum(rows, (row) => row.w * row.y * precisionAt(rows, row.s)) / positives(rows),
  },
  ksOfClasses: {
    metric: m.ksOfClasses,
    bounds: [0, 1],
    weighted: true,
    monotone: true,
    flip: true,
    perfect: 1,
    worst: 1,
    constant: 0,
    needs: 'both',
    oracle: (rows) =>
      Math.max(
        ...rows.map(({ s }) => {
          const inside = above(rows, s);
          const alarms = (mass(inside) - positives(inside)) / (mass(rows) - positives(rows));
          return Math.abs(positives(inside) / positives(rows) - alarms);
        }),
      ),
  },
  logLoss: {
    ...forecast,
    metric: m.logLoss,
    bounds: [0, 37],
    flip: true,
    perfect: 0,
    worst: -Math.log(2 ** -52),
    constant: (rate, s) => -rate * Math.log(s) - (1 - rate) * Math.log(1 - s),
    oracle: (rows) => sum(rows, (row) => -row.w * Math.log(row.y === 1 ? row.s : 1 - row.s)) / mass(rows),
  },
  brier: {
    ...forecast,
    metric: m.brier,
    bounds: [0, 1],
    flip: true,
    perfect: 0,
    worst: 1,
    constant: (rate, s) => rate * (1 - s) ** 2 + (1 - rate) * s ** 2,
    oracle: (rows) => sum(rows, (row) => row.w * (row.s - row.y) ** 2) / mass(rows),
  },
  brierReliability: {
    ...forecast,
    metric: (y, s, w) => m.brierDecomposition(y, s, 10, w).reliability,
    bounds: [0, 1],
    flip: true,
    perfect: 0,
    worst: 1,
    constant: (rate, s) => (rate - s) ** 2,
    oracle: (rows) => {
      const bin = (row: Row) => Math.floor(row.s * 10);
      return (
        sum(rows, (row) => {
          const inside = rows.filter((other) => bin(other) === bin(row));
          return (row.w * (positives(inside) - sum(inside, (other) => other.w * other.s)) ** 2) / mass(inside) ** 2;
        }) / mass(rows)
      );
    },
  },
  brierUncertainty: {
    ...forecast,
    metric: (y, s, w) => m.brierDecomposition(y, s, 10, w).uncertainty,
    bounds: [0, 0.25],
    flip: true,
    perfect: (rate) => rate * (1 - rate),
    worst: (rate) => rate * (1 - rate),
    constant: (rate) => rate * (1 - rate),
    oracle: (rows) => (positives(rows) / mass(rows)) * (1 - positives(rows) / mass(rows)),
  },
  brierFromItsParts: {
    ...forecast,
    metric: (y, s, w) => {
      const parts = m.brierDecomposition(y, s, 5, w);
      return parts.reliability - parts.resolution + parts.uncertainty + parts.withinBin;
    },
    bounds: [0, 1],
    flip: true,
    perfect: 0,
    worst: 1,
    constant: (rate, s) => rate * (1 - s) ** 2 + (1 - rate) * s ** 2,
    oracle: (rows) => sum(rows, (row) => row.w * (row.s - row.y) ** 2) / mass(rows),
  },
  calibrationErrorByWidth: {
    ...forecast,
    metric: (y, s, w) => m.expectedCalibrationError(y, s, 'width', 10, w),
    bounds: [0, 1],
    flip: true,
    perfect: 0,
    worst: 1,
    constant: (rate, s) => Math.abs(rate - s),
    oracle: (rows) => eceOf(rows, (row) => Math.floor(row.s * 10)),
  },
  calibrationErrorByMass: {
    ...forecast,
    metric: (y, s, w) => m.expectedCalibrationError(y, s, 'mass', 4, w),
    bounds: [0, 1],
    flip: false,
    perfect: 0,
    constant: (rate, s) => Math.abs(rate - s),
    oracle: (rows) =>
      eceOf(rows, (row) => Math.floor((mass(rows.filter((other) => other.s < row.s)) / mass(rows)) * 4)),
  },
  precision: {
    ...atHalf,
    metric: (y, s, w) => m.precision(y, s, 0.5, w),
    bounds: [0, 1],
    perfect: 1,
    worst: 0,
    constant: (rate, s) => (s >= 0.5 ? rate : 0),
    needs: 'none',
    oracle: (rows) => precisionAt(rows, 0.5),
  },
  recall: {
    ...atHalf,
    metric: (y, s, w) => m.recall(y, s, 0.5, w),
    bounds: [0, 1],
    perfect: 1,
    worst: 0,
    constant: (_, s) => (s >= 0.5 ? 1 : 0),
    needs: 'positive',
    oracle: (rows) => recallAt(rows, 0.5),
  },
  accuracy: {
    ...atHalf,
    flip: true,
    metric: (y, s, w) => m.accuracy(y, s, 0.5, w),
    bounds: [0, 1],
    perfect: 1,
    worst: 0,
    constant: (rate, s) => (s >= 0.5 ? rate : 1 - rate),
    needs: 'none',
    oracle: (rows) => sum(rows, (row) => (row.s >= 0.5 === (row.y === 1) ? row.w : 0)) / mass(rows),
  },
  f2: {
    ...atHalf,
    metric: (y, s, w) => m.fBeta(y, s, 0.5, 2, w),
    bounds: [0, 1],
    perfect: 1,
    worst: 0,
    constant: (rate, s) => (s >= 0.5 ? (5 * rate) / (4 * rate + 1) : 0),
    needs: 'positive',
    oracle: (rows) => {
      const [p, r] = [precisionAt(rows, 0.5), recallAt(rows, 0.5)];
      return ratio(5 * p * r, 4 * p + r);
    },
  },
  lift: {
    metric: (y, s, w) => m.lift(y, s, 0.3, w),
    bounds: [0, 1 / 0.3 + 1e-9],
    weighted: true,
    monotone: true,
    flip: false,
    perfect: (rate) => Math.min(1 / 0.3, 1 / rate),
    worst: (rate) => Math.max(0, 0.3 - (1 - rate)) / 0.3 / rate,
    constant: 1,
    needs: 'positive',
    oracle: (rows) => {
      const room = 0.3 * mass(rows);
      return sum(rows, (row) => row.w * row.y * taken(rows, row, room)) / room / (positives(rows) / mass(rows));
    },
  },
  expectedCost: {
    ...atHalf,
    metric: (y, s, w) => m.expectedCost(y, s, 0.5, costs, w),
    bounds: [-3, 50],
    perfect: (rate) => -3 * rate,
    worst: (rate) => 50 * rate + 7 * (1 - rate),
    constant: (rate, s) => (s >= 0.5 ? 7 - 10 * rate : 50 * rate),
    needs: 'none',
    oracle: (rows) =>
      sum(rows, (row) => row.w * (row.s >= 0.5 ? (row.y === 1 ? -3 : 7) : row.y === 1 ? 50 : 0)) / mass(rows),
  },
  leastCost: {
    metric: (y, s, w) => Math.min(...m.costCurve(y, s, costs, w).totals),
    bounds: [-Infinity, Infinity],
    weighted: false,
    monotone: true,
    flip: false,
    perfect: (rate, _, rows) => -3 * rate * rows,
    constant: (rate, _, rows) => Math.min(50 * rate, 7 - 10 * rate) * rows,
    needs: 'none',
    oracle: (rows) =>
      Math.min(
        ...[Infinity, ...rows.map((row) => row.s)].map((t) =>
          sum(rows, (row) => (row.s >= t ? (row.y === 1 ? -3 : 7) : row.y === 1 ? 50 : 0)),
        ),
      ),
  },
  precisionAtCapacity: {
    metric: (y, s) => m.reviewAtCapacity(y, s, oneDay(y), 3).precision,
    bounds: [0, 1],
    weighted: false,
    monotone: true,
    flip: false,
    perfect: (rate, _, rows) => Math.min(3, rate * rows) / Math.min(3, rows),
    worst: (rate, _, rows) => Math.max(0, Math.min(3, rows) - (1 - rate) * rows) / Math.min(3, rows),
    constant: (rate) => rate,
    needs: 'positive',
    oracle: (rows) => sum(rows, (row) => row.y * taken(rows, row, 3)) / Math.min(3, rows.length),
  },
  recallAtCapacity: {
    metric: (y, s) => m.reviewAtCapacity(y, s, oneDay(y), 3).recall,
    bounds: [0, 1],
    weighted: false,
    monotone: true,
    flip: false,
    perfect: (rate, _, rows) => Math.min(1, 3 / (rate * rows)),
    worst: (rate, _, rows) => Math.min(1, Math.max(0, 3 - (1 - rate) * rows) / (rate * rows)),
    constant: (_rate, _s, rows) => Math.min(1, 3 / rows),
    needs: 'positive',
    oracle: (rows) => sum(rows, (row) => row.y * taken(rows, row, 3)) / positives(rows),
  },
  ndcg: {
    ...list,
    metric: (y, s) => m.ndcg(y, s),
    bounds: [0, 1 + 1e-12],
    perfect: 1,
    constant: NaN,
    oracle: (rows) => ratio(dcgOf(rows, Infinity), dcgOf(ideal(rows), Infinity)),
  },
  ndcgAt4: {
    ...list,
    metric: (y, s) => m.ndcg(y, s, 4, 'exponential'),
    bounds: [0, 1 + 1e-12],
    perfect: 1,
    constant: NaN,
    oracle: (rows) => ratio(dcgOf(rows, 4), dcgOf(ideal(rows), 4)),
  },
  reciprocalRank: {
    ...list,
    metric: (y, s) => m.reciprocalRank(y, s),
    bounds: [0, 1],
    perfect: 1,
    worst: (rate, _, rows) => 1 / ((1 - rate) * rows + 1),
    constant: NaN,
    oracle: (rows) => {
      const best = Math.max(...rows.filter((row) => row.y === 1).map((row) => row.s));
      const tied = rows.filter((row) => row.s === best);
      const good = positives(tied.map((row) => ({ ...row, w: 1 })));
      const before = rows.filter((row) => row.s > best).length;
      return tied.reduce((total, _, j) => {
        const chance = choose(tied.length - j - 1, good - 1) / choose(tied.length, good);
        return total + chance / (before + j + 1);
      }, 0);
    },
  },
  recallAt3: {
    ...list,
    metric: (y, s) => m.recallAtK(y, s, 3),
    bounds: [0, 1],
    perfect: (rate, _, rows) => Math.min(1, 3 / (rate * rows)),
    worst: (rate, _, rows) => Math.min(1, Math.max(0, 3 - (1 - rate) * rows) / (rate * rows)),
    constant: (_rate, _s, rows) => Math.min(1, 3 / rows),
    oracle: (rows) => sum(rows, (row) => row.y * taken(rows, row, 3)) / positives(rows),
  },
};
