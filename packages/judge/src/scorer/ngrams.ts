import { fromSteps } from './packing.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };

/** Codes of word sequences; a power of two, so large that a sequence which training never met hardly takes the code of one it did. */
const CODES = 1 << 20;
/** Sequences of up to this many stems are read. */
const LONGEST = 2;
const REMEMBERED = 20_000;

const known = new Map<string, number>();

/** FNV-1a over UTF-16 units. */
function hashOf(stem: string): number {
  let h = known.get(stem);
  if (h === undefined) {
    h = 0x811c9dc5;
    for (let i = 0; i < stem.length; i++) h = Math.imul(h ^ stem.charCodeAt(i), 0x01000193);
    if (known.size >= REMEMBERED) known.clear();
    known.set(stem, h);
  }
  return h;
}

/** Finalizer of MurmurHash3, cut to a code. */
function codeOf(h: number): number {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return ((x ^ (x >>> 16)) >>> 0) & (CODES - 1);
}

const join = (h: number, next: number): number => Math.imul((h << 5) ^ (h >>> 27) ^ next, 0x9e3779b1);

/** Codes of a sentence's word sequences: for each stem, the stem alone, and it with the one after. */
export function sequenceCodes(stems: readonly string[]): Uint32Array {
  const hashes = stems.map(hashOf);
  const out = new Uint32Array(Math.max(0, LONGEST * stems.length - 1));
  for (let i = 0; i < hashes.length; i++) {
    const alone = join(0, hashes[i] as number);
    out[LONGEST * i] = codeOf(alone);
    if (i + 1 < hashes.length) out[LONGEST * i + 1] = codeOf(join(alone, hashes[i + 1] as number));
  }
  return out;
}

/** The sequences that training met often enough, as committed. */
export const VOCABULARY = vocabulary.codes;
/** Their codes, ascending. */
const codes = fromSteps(VOCABULARY);

/** The bucket of all sequences that training did not meet often enough; no model weighs it. */
export const UNKNOWN = 0;
/** Number of buckets: one for each word sequence that training met often enough, and that of all others. */
export const BUCKETS = codes.length + 1;

const buckets = new Uint16Array(CODES);
codes.forEach((code, at) => (buckets[code] = at + 1));

/** The bucket of a sequence by its code. */
export const bucketOfCode = (code: number): number => buckets[code] as number;

/** What happens in a sentence's word sequences, in the order of `sequenceCodes`: the bucket of each. */
export const ngrams = (stems: readonly string[]): Uint16Array => Uint16Array.from(sequenceCodes(stems), bucketOfCode);

/** The two of these words whose stems' sequence stands at `index` of their `ngrams`; empty where a single one does. */
export function phraseAt(words: readonly string[], index: number): string {
  const at = Math.floor(index / LONGEST);
  return index % LONGEST === 0 ? '' : words.slice(at, at + LONGEST).join(' ');
}

/** The bucket of a single stem. */
export const wordBucket = (stem: string): number => bucketOfCode(codeOf(join(0, hashOf(stem))));
