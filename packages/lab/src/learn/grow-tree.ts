import { MISSING_BIN, type BinnedTable } from './binning.ts';
import { fillHistogram, histogramLength, subtractHistogram } from './histogram.ts';
import { roomFor, type TrainingMemory } from './training-memory.ts';
import { bestSplit, NO_SPLIT, type NodeSplit, type SplitRules } from './tree-split.ts';

/** What limits one tree. */
export interface GrowthRules extends SplitRules {
  readonly maxLeaves: number;
  readonly maxDepth: number;
}

/** Bytes of memory that growing trees on this many rows and features asks for, pairs and binned words included. */
export function growthBytes(rows: number, features: number, maxLeaves: number): number {
  const words = (features + 3) >> 2;
  const perRow = (words + 2) * roomFor(4 * rows) + 2 * roomFor(8 * rows);
  // Each leaf may hold a histogram, and one more is needed while a node splits.
  return perRow + (maxLeaves + 1) * roomFor(8 * histogramLength(features));
}

/** A node while its tree grows. Its rows are `indices[start..end)`. */
export interface GrownNode {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly gradient: number;
  readonly hessian: number;
  split: NodeSplit;
  /** Positions of the children in the list of nodes, or -1 in a leaf. */
  left: number;
  right: number;
  histogram: Float64Array | undefined;
}

/** What growing trees on one table needs, made once and used by every tree. */
export class TreeGrower {
  readonly #table: BinnedTable;
  readonly #rules: GrowthRules;
  /** Row indices; each node owns a range, in rising order of rows. */
  readonly indices: Uint32Array;
  readonly #right: Uint32Array;
  readonly #ordered: Float32Array;
  readonly #spare: Float64Array[] = [];
  readonly #memory: TrainingMemory;

  constructor(table: BinnedTable, rules: GrowthRules, memory: TrainingMemory) {
    this.#table = table;
    this.#rules = rules;
    this.#memory = memory;
    this.indices = memory.uint32(table.rows);
    this.#right = memory.uint32(table.rows);
    this.#ordered = memory.float32(2 * table.rows);
  }

  /**
   * Grows one tree leaf by leaf, always at the leaf of greatest gain, on the first `count` rows of `indices`. `pairs`
   * holds gradient and hessian of every row of the table in turn. Returns the nodes, the root first.
   */
  grow(count: number, pairs: Float32Array, allowed: Uint8Array): GrownNode[] {
    let gradient = 0;
    let hessian = 0;
    for (let i = 0; i < count; i++) {
      const row = this.indices[i]!;
      gradient += pairs[2 * row]!;
      hessian += pairs[2 * row + 1]!;
    }
    const root = nodeOf(0, count, 0, gradient, hessian);
    const nodes = [root];
    root.histogram = this.#histogramOf(root, pairs);
    this.#seek(root, allowed);
    for (let leaves = 1; leaves < this.#rules.maxLeaves; leaves++) {
      const node = richest(nodes);
      if (node === undefined) break;
      const { split } = node;
      const middle = this.#partition(node);
      const left = nodeOf(node.start, middle, node.depth + 1, split.leftGradient, split.leftHessian);
      const right = nodeOf(
        middle,
        node.end,
        node.depth + 1,
        node.gradient - split.leftGradient,
        node.hessian - split.leftHessian,
      );
      node.left = nodes.push(left) - 1;
      node.right = nodes.push(right) - 1;
      if (leaves + 1 === this.#rules.maxLeaves || left.depth >= this.#rules.maxDepth) {
        this.#release(node);
        continue;
      }
      const [small, large] = middle - node.start < node.end - middle ? [left, right] : [right, left];
      small.histogram = this.#histogramOf(small, pairs);
      large.histogram = node.histogram!;
      node.histogram = undefined;
      subtractHistogram(large.histogram, small.histogram);
      this.#seek(left, allowed);
      this.#seek(right, allowed);
    }
    for (const node of nodes) this.#release(node);
    return nodes;
  }

  #seek(node: GrownNode, allowed: Uint8Array): void {
    if (node.end - node.start > 1) {
      node.split = bestSplit(this.#table, node.histogram!, allowed, node.gradient, node.hessian, this.#rules);
    }
    if (node.split === NO_SPLIT) this.#release(node);
  }

  #release(node: GrownNode): void {
    if (node.histogram !== undefined) this.#spare.push(node.histogram);
    node.histogram = undefined;
  }

  #histogramOf(node: GrownNode, pairs: Float32Array): Float64Array {
    const histogram = this.#spare.pop() ?? this.#memory.float64(histogramLength(this.#table.features));
    const { kernel } = this.#memory;
    if (node.end - node.start === this.#table.rows) {
      fillHistogram(this.#table, this.indices, node.start, node.end, pairs, histogram, kernel);
    } else {
      gather(this.indices, node.start, node.end, pairs, this.#ordered);
      fillHistogram(this.#table, this.indices, node.start, node.end, this.#ordered, histogram, kernel);
    }
    return histogram;
  }

  /** Orders the node's rows so that those of the left child come first, each side in its old order. */
  #partition(node: GrownNode): number {
    const { feature, bin, missingLeft } = node.split;
    const words = this.#table.words[feature >> 2]!;
    return splitRange(this.indices, this.#right, node.start, node.end, words, (feature & 3) * 8, bin, missingLeft);
  }
}

function nodeOf(start: number, end: number, depth: number, gradient: number, hessian: number): GrownNode {
  return { start, end, depth, gradient, hessian, split: NO_SPLIT, left: -1, right: -1, histogram: undefined };
}

function richest(nodes: readonly GrownNode[]): GrownNode | undefined {
  let best: GrownNode | undefined;
  for (const node of nodes) {
    if (node.left < 0 && node.split !== NO_SPLIT && (best === undefined || node.split.gain > best.split.gain)) {
      best = node;
    }
  }
  return best;
}

function gather(indices: Uint32Array, start: number, end: number, pairs: Float32Array, ordered: Float32Array): void {
  for (let i = start; i < end; i++) {
    const row = indices[i]!;
    ordered[2 * i] = pairs[2 * row]!;
    ordered[2 * i + 1] = pairs[2 * row + 1]!;
  }
}

function splitRange(
  indices: Uint32Array,
  spare: Uint32Array,
  start: number,
  end: number,
  words: Uint32Array,
  shift: number,
  bin: number,
  missingLeft: boolean,
): number {
  // Both writes are done for every row and only a counter depends on the side, so there is no branch to mispredict.
  const missingBin = missingLeft ? MISSING_BIN : -1;
  let left = start;
  let right = 0;
  for (let i = start; i < end; i++) {
    const row = indices[i]!;
    const value = (words[row]! >>> shift) & 255;
    const isLeft = (((value - bin - 1) >>> 31) & 1) | (value === missingBin ? 1 : 0);
    indices[left] = row;
    spare[right] = row;
    left += isLeft;
    right += 1 - isLeft;
  }
  indices.set(spare.subarray(0, right), left);
  return left;
}
