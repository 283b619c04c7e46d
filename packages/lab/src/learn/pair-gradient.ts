import { exp, log, sigmoid } from '../random/elementary.ts';
import type { QueryGroups } from './query-groups.ts';

/** How much a pair counts: all alike, or by how much NDCG would change if the two swapped places. */
export type PairWeighting = 'pairwise' | 'listwise';

const GAIN_FLOOR = 1e-12;
/** Rows of a query that are put into order by insertion; more are sorted. */
const MOST_INSERTED = 64;

/**
 * Gradient and hessian of the pairwise logistic loss, sum over pairs with y_i > y_j in one query of
 *   u_i d_ij ln(1 + e^-(s_i - s_j)),
 * where d is 1 (RankNet, Burges 2005) or |change of NDCG on swapping i and j| at the present order (LambdaMART, Burges
 * 2010), and u_i is the weight of the preferred row: 1 / propensity where clicks stand for relevance (Joachims,
 * Swaminathan and Schnabel 2017).
 */
export class PairGradient {
  readonly #groups: QueryGroups;
  readonly #relevances: Float64Array;
  readonly #weights: Float64Array | undefined;
  readonly #weighting: PairWeighting;
  /** 2^relevance - 1 of each row. */
  readonly #gains: Float64Array;
  /** 1 / (the best DCG) of each query; 0 where nothing is relevant. */
  readonly #inverseBest: Float64Array;
  readonly #discounts: Float64Array;
  /** Of one query in its present order, reused: rows by falling margin, and what is added up for each. */
  readonly #order: Uint32Array;
  readonly #gradient: Float64Array;
  readonly #hessian: Float64Array;

  constructor(
    groups: QueryGroups,
    relevances: Float64Array,
    weights: Float64Array | undefined,
    weighting: PairWeighting,
  ) {
    this.#groups = groups;
    this.#relevances = relevances;
    this.#weights = weights;
    this.#weighting = weighting;
    const { starts, rows } = groups;
    let longest = 0;
    for (let q = 0; q + 1 < starts.length; q++) longest = Math.max(longest, starts[q + 1]! - starts[q]!);
    this.#discounts = Float64Array.from({ length: longest }, (_, rank) => Math.LN2 / log(rank + 2));
    this.#order = new Uint32Array(longest);
    this.#gradient = new Float64Array(longest);
    this.#hessian = new Float64Array(longest);
    this.#gains = relevances.map(gainOf);
    this.#inverseBest = new Float64Array(starts.length - 1);
    const sorted = new Float64Array(longest);
    for (let q = 0; q < this.#inverseBest.length; q++) {
      const count = starts[q + 1]! - starts[q]!;
      for (let i = 0; i < count; i++) sorted[i] = this.#gains[rows[starts[q]! + i]!]!;
      sorted.subarray(0, count).sort();
      let best = 0;
      for (let i = 0; i < count; i++) best += sorted[count - 1 - i]! * this.#discounts[i]!;
      this.#inverseBest[q] = best > GAIN_FLOOR ? 1 / best : 0;
    }
  }

  fill(margins: Float64Array, pairs: Float32Array): void {
    pairs.fill(0);
    const { starts } = this.#groups;
    for (let q = 0; q + 1 < starts.length; q++) {
      if (this.#inverseBest[q] === 0) continue;
      this.#rank(starts[q]!, starts[q + 1]!, margins);
      this.#fillQuery(starts[q + 1]! - starts[q]!, this.#inverseBest[q]!, margins, pairs);
    }
  }

  /** Puts the rows of one query into `#order` by falling margin, of equal ones the lower row first: a row's place is its rank. */
  #rank(from: number, to: number, margins: Float64Array): void {
    const { rows } = this.#groups;
    const order = this.#order;
    if (to - from > MOST_INSERTED) {
      order.set(rows.slice(from, to).sort((a, b) => margins[b]! - margins[a]! || a - b));
      return;
    }
    for (let i = 0; i < to - from; i++) {
      const row = rows[from + i]!;
      const margin = margins[row]!;
      let k = i;
      for (; k > 0; k--) {
        const above = order[k - 1]!;
        if (margins[above]! > margin || (margins[above] === margin && above < row)) break;
        order[k] = above;
      }
      order[k] = row;
    }
  }

  #fillQuery(count: number, inverseBest: number, margins: Float64Array, pairs: Float32Array): void {
    const order = this.#order;
    const gradient = this.#gradient;
    const hessian = this.#hessian;
    const gains = this.#gains;
    const discounts = this.#discounts;
    const relevances = this.#relevances;
    const listwise = this.#weighting === 'listwise';
    gradient.fill(0, 0, count);
    hessian.fill(0, 0, count);
    for (let i = 0; i < count; i++) {
      const row = order[i]!;
      const relevance = relevances[row]!;
      const weight = this.#weights === undefined ? 1 : this.#weights[row]!;
      if (relevance === 0 || weight === 0) continue;
      for (let j = 0; j < count; j++) {
        const other = order[j]!;
        if (relevances[other]! >= relevance) continue;
        let size = weight;
        if (listwise) {
          const gain = gains[row]! - gains[other]!;
          size *= gain * Math.abs(discounts[i]! - discounts[j]!) * inverseBest;
        }
        const wrong = sigmoid(margins[other]! - margins[row]!);
        const push = size * wrong;
        const curve = size * wrong * (1 - wrong);
        gradient[i] = gradient[i]! - push;
        gradient[j] = gradient[j]! + push;
        hessian[i] = hessian[i]! + curve;
        hessian[j] = hessian[j]! + curve;
      }
    }
    for (let i = 0; i < count; i++) {
      pairs[2 * order[i]!] = gradient[i]!;
      pairs[2 * order[i]! + 1] = hessian[i]!;
    }
  }
}

function gainOf(relevance: number): number {
  return exp(relevance * Math.LN2) - 1;
}
