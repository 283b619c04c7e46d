import { sigmoid } from '../random/elementary.ts';
import { checkFeatures, type Table } from './table.ts';
import { scoreRows, treeScorer, type TreeScorer } from './tree-scorer.ts';

/**
 * Boosted trees as flat arrays over all nodes of all trees. Tree t starts at node `roots[t]`. A node with
 * `left[node] = -1` is a leaf and adds `value[node]`, in log-odds, learning rate included.
 */
export interface TreesModel {
  readonly kind: 'trees';
  readonly names: readonly string[];
  /** Log-odds before the first tree. */
  readonly base: number;
  readonly roots: Uint32Array;
  readonly feature: Uint16Array;
  /** A value at or below the threshold goes left. */
  readonly threshold: Float32Array;
  /** 1 where a missing value goes left. */
  readonly missingLeft: Uint8Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly value: Float64Array;
  /** Total gain in log loss by feature, over all splits: which features the model leans on. */
  readonly gain: Float64Array;
}

const BLOCK = 512;

/** A model scores one batch after another: it is rearranged for that once. */
const SCORERS = new WeakMap<TreesModel, TreeScorer | undefined>();

/** The margin (log-odds, or a ranking score) of each row. */
export function treeMargins(model: TreesModel, table: Table): Float64Array {
  checkFeatures(table, model.names);
  if (!SCORERS.has(model)) SCORERS.set(model, treeScorer(model));
  const scorer = SCORERS.get(model);
  return scorer ? scoreRows(scorer, table.columns, table.rows) : walkTrees(model, table);
}

/** The same, by walking each tree: for trees of more leaves than a scorer takes, and to check it by. */
export function walkTrees(model: TreesModel, table: Table): Float64Array {
  const { roots, feature, threshold, missingLeft, left, right, value } = model;
  const margins = new Float64Array(table.rows).fill(model.base);
  const columns = table.columns;
  // Trees outside, rows inside, in blocks: one tree's nodes and one block's values stay in the cache.
  for (let start = 0; start < table.rows; start += BLOCK) {
    const end = Math.min(table.rows, start + BLOCK);
    for (let t = 0; t < roots.length; t++) {
      const root = roots[t]!;
      for (let row = start; row < end; row++) {
        let node = root;
        let next = left[node]!;
        while (next >= 0) {
          const x = columns[feature[node]!]![row]!;
          const goesLeft = x === x ? x <= threshold[node]! : missingLeft[node] === 1;
          node = goesLeft ? next : right[node]!;
          next = left[node]!;
        }
        margins[row] = margins[row]! + value[node]!;
      }
    }
  }
  return margins;
}

/** The probability of label 1 for each row. */
export function predictTrees(model: TreesModel, table: Table): Float64Array {
  const margins = treeMargins(model, table);
  for (let i = 0; i < margins.length; i++) margins[i] = sigmoid(margins[i]!);
  return margins;
}
