/** Rows that hold the same values, found by hashing: one search is asked by many, and its candidates are the same. */

/** Rows looked at before it is decided whether to go on, and the share of them that must have been seen before. */
const TRIED = 2048;
const WORTH_IT = 1 / 16;

export interface AlikeRows {
  /** First row of each kind, rising. */
  readonly distinct: Uint32Array;
  /** Kind of each row: an index into `distinct`. */
  readonly kind: Uint32Array;
}

/**
 * Groups rows whose values are equal to the bit in every column. Undefined where too few of the first rows are alike for
 * the search to pay.
 */
export function alikeRows(columns: readonly Float32Array[], rows: number): AlikeRows | undefined {
  const tried = Math.min(rows, TRIED);
  const first = grouped(columns, tried);
  if (rows === 0 || tried - first.distinct.length < WORTH_IT * tried) return undefined;
  return tried === rows ? first : grouped(columns, rows);
}

function grouped(columns: readonly Float32Array[], rows: number): AlikeRows {
  const words = columns.map((c) => new Int32Array(c.buffer, c.byteOffset, rows));
  const hashes = new Int32Array(rows);
  for (const column of words) hashColumn(column, hashes);
  const size = 1 << (33 - Math.clz32(Math.max(1, rows)));
  const slots = new Int32Array(size).fill(-1);
  const distinct = new Uint32Array(rows);
  const kind = new Uint32Array(rows);
  let found = 0;
  for (let row = 0; row < rows; row++) {
    let slot = spread(hashes[row]!) & (size - 1);
    let known = slots[slot]!;
    while (known >= 0 && !same(words, hashes, distinct[known]!, row)) {
      slot = (slot + 1) & (size - 1);
      known = slots[slot]!;
    }
    if (known < 0) {
      known = found;
      slots[slot] = found;
      distinct[found++] = row;
    }
    kind[row] = known;
  }
  return { distinct: distinct.subarray(0, found), kind };
}

function hashColumn(column: Int32Array, hashes: Int32Array): void {
  for (let row = 0; row < hashes.length; row++) {
    const mixed = Math.imul(hashes[row]! ^ column[row]!, 0x9e3779b1);
    hashes[row] = mixed ^ (mixed >>> 15);
  }
}

function spread(hash: number): number {
  const h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return h ^ (h >>> 13);
}

function same(words: readonly Int32Array[], hashes: Int32Array, a: number, b: number): boolean {
  if (hashes[a] !== hashes[b]) return false;
  for (let c = 0; c < words.length; c++) if (words[c]![a] !== words[c]![b]) return false;
  return true;
}

/** Values of the distinct rows. */
export function distinctValues(column: Float32Array, { distinct }: AlikeRows): Float32Array {
  const out = new Float32Array(distinct.length);
  for (let i = 0; i < out.length; i++) out[i] = column[distinct[i]!]!;
  return out;
}

/** What each distinct row came to, given to every row of its kind. */
export function forEveryRow(values: Float64Array, { kind }: AlikeRows): Float64Array {
  const out = new Float64Array(kind.length);
  for (let row = 0; row < out.length; row++) out[row] = values[kind[row]!]!;
  return out;
}
