import type { RandomStream } from '../random/index.ts';
import { BIN_SLOTS, binTable, MAX_VALUE_BINS, MISSING_BIN, type BinnedTable } from './binning.ts';
import { growthBytes, TreeGrower, type GrownNode } from './grow-tree.ts';
import { checkOption, LearnInputError, type Table } from './table.ts';
import { TrainingMemory } from './training-memory.ts';
import type { TreesModel } from './tree-model.ts';

/** How trees are grown and added up; every objective takes these. */
export interface BoostingOptions {
  /** Number of trees. Default 100. */
  readonly trees?: number;
  /** Share of each tree's step that is taken. Default 0.1. */
  readonly learningRate?: number;
  /** Leaves of a tree at most. Default 31. */
  readonly maxLeaves?: number;
  /** Depth of a tree at most. Default 32. */
  readonly maxDepth?: number;
  /** Least sum of hessians, p (1 - p) times weight, in a leaf. Default 1. */
  readonly minChildWeight?: number;
  /** Least fall in the loss for a split. Default 0. */
  readonly minGain?: number;
  /** L2 penalty on leaf values. Default 10: with positives as rare as fraud, less overfits. */
  readonly l2?: number;
  /** Bins for values, besides the one for missing. Default 255. */
  readonly maxBins?: number;
  /** Share of rows each tree sees. Below 1 needs `stream`. Default 1. */
  readonly rowShare?: number;
  /** Share of features each tree sees. Below 1 needs `stream`. Default 1. */
  readonly columnShare?: number;
  readonly stream?: RandomStream;
  /** Forgo the WebAssembly kernel: the same bytes, more slowly. Default false. */
  readonly javascriptOnly?: boolean;
}

type Settings = Required<Omit<BoostingOptions, 'stream' | 'javascriptOnly'>>;

/** Writes gradient and hessian of the loss for each row, side by side, at these margins. */
export type FillPairs = (margins: Float64Array, pairs: Float32Array) => void;

/**
 * Adds `trees` trees, each a Newton step against the gradients of the margins so far, starting from `base`. Memory
 * beyond the table: about 40 bytes a row and 1 byte a value.
 */
export function boost(table: Table, base: number, fill: FillPairs, options: BoostingOptions): TreesModel {
  const settings = settingsOf(options);
  const rows = table.rows;
  const bytes = growthBytes(rows, table.columns.length, settings.maxLeaves);
  const memory = new TrainingMemory(bytes, options.javascriptOnly);
  const binned = binTable(table, settings.maxBins, memory);
  const grower = new TreeGrower(binned, settings, memory);
  const margins = new Float64Array(rows).fill(base);
  const pairs = memory.float32(2 * rows);
  const allowed = new Uint8Array(binned.features).fill(1);
  const forest: GrownNode[][] = [];
  for (let t = 0; t < settings.trees; t++) {
    fill(margins, pairs);
    const count = sampleRows(grower.indices, rows, settings.rowShare, options.stream);
    sampleColumns(allowed, settings.columnShare, options.stream);
    const nodes = grower.grow(count, pairs, allowed);
    addTree(nodes, grower.indices, margins, settings);
    if (count < rows) addToUnseen(nodes, grower.indices, count, binned, margins, settings);
    forest.push(nodes);
    if (nodes.length === 1 && settings.rowShare === 1 && settings.columnShare === 1) break;
  }
  return flatten(table, binned, forest, base, settings);
}

function settingsOf(options: BoostingOptions): Settings {
  const settings: Settings = {
    trees: options.trees ?? 100,
    learningRate: options.learningRate ?? 0.1,
    maxLeaves: options.maxLeaves ?? 31,
    maxDepth: options.maxDepth ?? 32,
    minChildWeight: options.minChildWeight ?? 1,
    minGain: options.minGain ?? 0,
    l2: options.l2 ?? 10,
    maxBins: options.maxBins ?? MAX_VALUE_BINS,
    rowShare: options.rowShare ?? 1,
    columnShare: options.columnShare ?? 1,
  };
  checkOption('trees', settings.trees, 1, 10_000);
  checkOption('learningRate', settings.learningRate, 1e-6, 10);
  checkOption('maxLeaves', settings.maxLeaves, 2, 4096);
  checkOption('maxDepth', settings.maxDepth, 1, 1000);
  checkOption('minChildWeight', settings.minChildWeight, 0, 1e12);
  checkOption('minGain', settings.minGain, 0, 1e12);
  checkOption('l2', settings.l2, 0, 1e12);
  checkOption('maxBins', settings.maxBins, 2, MAX_VALUE_BINS);
  checkOption('rowShare', settings.rowShare, 1e-6, 1);
  checkOption('columnShare', settings.columnShare, 1e-6, 1);
  if ((settings.rowShare < 1 || settings.columnShare < 1) && options.stream === undefined) {
    throw new LearnInputError('stream', 'is missing: rowShare or columnShare below 1 draws at random; give a stream');
  }
  return settings;
}

/** Puts the sampled rows first, in rising order, then the others; returns how many were sampled. */
function sampleRows(indices: Uint32Array, rows: number, share: number, stream: RandomStream | undefined): number {
  if (share === 1 || stream === undefined) {
    for (let i = 0; i < rows; i++) indices[i] = i;
    return rows;
  }
  let count = 0;
  let back = rows;
  for (let i = 0; i < rows; i++) {
    if (stream.chance(share)) indices[count++] = i;
    else indices[--back] = i;
  }
  return count;
}

function sampleColumns(allowed: Uint8Array, share: number, stream: RandomStream | undefined): void {
  if (share === 1 || stream === undefined) return;
  const wanted = Math.max(1, Math.round(share * allowed.length));
  const order = stream.shuffle(Uint32Array.from(allowed, (_, i) => i));
  allowed.fill(0);
  for (let i = 0; i < wanted; i++) allowed[order[i]!] = 1;
}

function leafValue(node: GrownNode, settings: Settings): number {
  const curvature = node.hessian + settings.l2;
  return curvature > 0 ? (-settings.learningRate * node.gradient) / curvature : 0;
}

function addTree(nodes: readonly GrownNode[], indices: Uint32Array, margins: Float64Array, settings: Settings): void {
  for (const node of nodes) {
    if (node.left >= 0) continue;
    addToRange(margins, indices, node.start, node.end, leafValue(node, settings));
  }
}

function addToRange(margins: Float64Array, indices: Uint32Array, start: number, end: number, value: number): void {
  for (let i = start; i < end; i++) margins[indices[i]!] = margins[indices[i]!]! + value;
}

function addToUnseen(
  nodes: readonly GrownNode[],
  indices: Uint32Array,
  start: number,
  table: BinnedTable,
  margins: Float64Array,
  settings: Settings,
): void {
  for (let i = start; i < indices.length; i++) {
    const row = indices[i]!;
    let node = nodes[0]!;
    while (node.left >= 0) {
      const { feature, bin, missingLeft } = node.split;
      const value = (table.words[feature >> 2]![row]! >>> ((feature & 3) * 8)) & (BIN_SLOTS - 1);
      const goesLeft = value === MISSING_BIN ? missingLeft : value <= bin;
      node = nodes[goesLeft ? node.left : node.right]!;
    }
    margins[row] = margins[row]! + leafValue(node, settings);
  }
}

function flatten(
  table: Table,
  binned: BinnedTable,
  forest: readonly (readonly GrownNode[])[],
  base: number,
  settings: Settings,
): TreesModel {
  const size = forest.reduce((sum, nodes) => sum + nodes.length, 0);
  const model = {
    kind: 'trees' as const,
    names: table.names,
    base,
    roots: new Uint32Array(forest.length),
    feature: new Uint16Array(size),
    threshold: new Float32Array(size),
    missingLeft: new Uint8Array(size),
    left: new Int32Array(size).fill(-1),
    right: new Int32Array(size).fill(-1),
    value: new Float64Array(size),
    gain: new Float64Array(table.names.length),
  };
  let at = 0;
  forest.forEach((nodes, t) => {
    model.roots[t] = at;
    nodes.forEach((node, i) => {
      if (node.left < 0) {
        model.value[at + i] = leafValue(node, settings);
        return;
      }
      const { feature, bin, missingLeft, gain } = node.split;
      const edges = binned.edges[feature]!;
      model.feature[at + i] = feature;
      model.threshold[at + i] = bin < edges.length ? edges[bin]! : Infinity;
      model.missingLeft[at + i] = missingLeft ? 1 : 0;
      model.left[at + i] = at + node.left;
      model.right[at + i] = at + node.right;
      model.gain[feature] = model.gain[feature]! + gain;
    });
    at += nodes.length;
  });
  return model;
}
