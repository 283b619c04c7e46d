/**
 * Scoring many rows against boosted trees feature by feature instead of node by node (QuickScorer: Lucchese, Nardini
 * et al. 2015). Every cut that a value exceeds rules out the leaves on its left; the leftmost leaf that remains is
 * where the row falls. No branch depends on a tree's shape, so little is mispredicted. The sums are those of walking
 * the trees, to the bit.
 */
import { alikeRows, distinctValues, forEveryRow } from './alike-rows.ts';
import type { TreesModel } from './tree-model.ts';

/** Leaves of a tree must fit the bits of one integer. */
const MOST_LEAVES = 32;
/** Rows whose remaining leaves are kept at a time: they stay in the cache. */
const BLOCK = 64;

/** Batches that are not searched for alike rows after one that held hardly any. */
const BATCHES_SPARED = 15;
const SPARED = new WeakMap<TreeScorer, number>();

export interface TreeScorer {
  readonly trees: number;
  readonly base: number;
  /** Features that any cut is on, and where the cuts of each begin; one more entry ends the last. */
  readonly features: Uint16Array;
  readonly from: Uint32Array;
  /** Cuts in rising order of feature and threshold. */
  readonly threshold: Float32Array;
  readonly tree: Uint16Array;
  /** Bits of the leaves that stay possible when the value lies above the threshold. */
  readonly keep: Int32Array;
  /** 1 where a missing value goes right. */
  readonly missingRight: Uint8Array;
  /** Leaf values of tree t from 32 t on, left to right. */
  readonly value: Float64Array;
}

interface Cut {
  readonly feature: number;
  readonly threshold: number;
  readonly tree: number;
  readonly keep: number;
  readonly missingRight: number;
}

/** The model rearranged for scoring, or undefined where a tree has more than 32 leaves. */
export function treeScorer(model: TreesModel): TreeScorer | undefined {
  const { roots, left, right } = model;
  const value = new Float64Array(MOST_LEAVES * roots.length);
  const cuts: Cut[] = [];
  for (let t = 0; t < roots.length; t++) {
    let leaves = 0;
    const walk = (node: number): void => {
      if (left[node]! < 0) {
        if (leaves < MOST_LEAVES) value[MOST_LEAVES * t + leaves] = model.value[node]!;
        leaves++;
        return;
      }
      const first = leaves;
      walk(left[node]!);
      const count = leaves - first;
      const gone = count >= 32 ? -1 : ((1 << count) - 1) << first;
      cuts.push({
        feature: model.feature[node]!,
        threshold: model.threshold[node]!,
        tree: t,
        keep: ~gone,
        missingRight: 1 - model.missingLeft[node]!,
      });
      walk(right[node]!);
    };
    walk(roots[t]!);
    if (leaves > MOST_LEAVES) return undefined;
  }
  cuts.sort((a, b) => a.feature - b.feature || a.threshold - b.threshold);
  const features = [...new Set(cuts.map((c) => c.feature))];
  return {
    trees: roots.length,
    base: model.base,
    features: Uint16Array.from(features),
    from: Uint32Array.from([...features.map((f) => cuts.findIndex((c) => c.feature === f)), cuts.length]),
    threshold: Float32Array.from(cuts, (c) => c.threshold),
    tree: Uint16Array.from(cuts, (c) => c.tree),
    keep: Int32Array.from(cuts, (c) => c.keep),
    missingRight: Uint8Array.from(cuts, (c) => c.missingRight),
    value,
  };
}

/**
 * Margins of all rows. `columns` are those of the features that the model was trained on, in that order. Rows that are
 * alike in what any cut is on are scored once.
 */
export function scoreRows(scorer: TreeScorer, columns: readonly Float32Array[], rows: number): Float64Array {
  const used = Array.from(scorer.features, (feature) => columns[feature]!);
  const spared = SPARED.get(scorer) ?? 0;
  const alike = spared > 0 ? undefined : alikeRows(used, rows);
  if (!alike) {
    SPARED.set(scorer, spared > 0 ? spared - 1 : BATCHES_SPARED);
    return scoreEach(scorer, used, rows);
  }
  const distinct = used.map((column) => distinctValues(column, alike));
  return forEveryRow(scoreEach(scorer, distinct, alike.distinct.length), alike);
}

/** Margins of all rows; `columns` are those of `scorer.features`. */
function scoreEach(scorer: TreeScorer, columns: readonly Float32Array[], rows: number): Float64Array {
  const { trees, from } = scorer;
  const margins = new Float64Array(rows);
  const possible = new Int32Array(BLOCK * trees);
  for (let start = 0; start < rows; start += BLOCK) {
    const end = Math.min(rows, start + BLOCK);
    possible.fill(-1);
    for (let f = 0; f < columns.length; f++) ruleOut(scorer, columns[f]!, start, end, from[f]!, from[f + 1]!, possible);
    addLeaves(scorer, possible, start, end, margins);
  }
  return margins;
}

/** Takes the leaves away that the cuts `first` to `last` of one feature rule out, for rows `start` to `end`. */
function ruleOut(
  { trees, threshold, tree, keep, missingRight }: TreeScorer,
  column: Float32Array,
  start: number,
  end: number,
  first: number,
  last: number,
  possible: Int32Array,
): void {
  for (let row = start, at = 0; row < end; row++, at += trees) {
    const x = column[row]!;
    if (x === x) {
      for (let k = first; k < last && x > threshold[k]!; k++) {
        const slot = at + tree[k]!;
        possible[slot] = possible[slot]! & keep[k]!;
      }
      continue;
    }
    for (let k = first; k < last; k++) {
      const slot = at + tree[k]!;
      if (missingRight[k] === 1) possible[slot] = possible[slot]! & keep[k]!;
    }
  }
}

function addLeaves(
  { trees, base, value }: TreeScorer,
  possible: Int32Array,
  start: number,
  end: number,
  margins: Float64Array,
): void {
  for (let row = start, at = 0; row < end; row++) {
    let margin = base;
    for (let leaf = 31; at < (row - start + 1) * trees; at++, leaf += MOST_LEAVES) {
      const leaves = possible[at]!;
      margin += value[leaf - Math.clz32(leaves & -leaves)]!;
    }
    margins[row] = margin;
  }
}
