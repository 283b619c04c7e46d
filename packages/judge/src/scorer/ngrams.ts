/** Number of buckets that word sequences are hashed into; a power of two. */
export const BUCKETS = 1 << 14;

/** Words longer than this are also read by their four-letter pieces, so that a typo or an ending costs little. */
const PIECES_FROM = 5;
const PIECE = 4;
const LONGEST = 3;
const REMEMBERED = 20_000;

interface StemCode {
  readonly code: number;
  readonly pieces: Uint16Array;
}

const known = new Map<string, StemCode>();

/** FNV-1a over UTF-16 units. */
function hash(text: string, from: number, to: number, seed: number): number {
  let h = seed;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** Finalizer of MurmurHash3, cut to a bucket. */
function bucketOf(h: number): number {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return ((x ^ (x >>> 16)) >>> 0) & (BUCKETS - 1);
}

const join = (h: number, code: number): number => Math.imul((h << 5) ^ (h >>> 27) ^ code, 0x9e3779b1);

function codeOf(stem: string): StemCode {
  let found = known.get(stem);
  if (found === undefined) {
    const word = `<${stem}>`;
    const pieces = stem.length >= PIECES_FROM ? word.length - PIECE + 1 : 0;
    found = {
      code: hash(stem, 0, stem.length, 0x811c9dc5),
      pieces: Uint16Array.from({ length: pieces }, (_, k) => bucketOf(hash(word, k, k + PIECE, 0x2545f491))),
    };
    if (known.size >= REMEMBERED) known.clear();
    known.set(stem, found);
  }
  return found;
}

/** What happens in a sentence's word sequences: for each stem the one, two and three stems from there, then its pieces. */
export function ngrams(stems: readonly string[]): Uint16Array {
  const codes = stems.map(codeOf);
  let size = 0;
  for (let i = 0; i < codes.length; i++)
    size += Math.min(LONGEST, codes.length - i) + (codes[i] as StemCode).pieces.length;
  const out = new Uint16Array(size);
  let at = 0;
  for (let i = 0; i < codes.length; i++) {
    let h = 0;
    for (let n = 0; n < LONGEST && i + n < codes.length; n++) {
      h = join(h, (codes[i + n] as StemCode).code);
      out[at++] = bucketOf(h);
    }
    const { pieces } = codes[i] as StemCode;
    out.set(pieces, at);
    at += pieces.length;
  }
  return out;
}

/** The word sequence of two or three stems that stands at `index` of `ngrams(stems)`; empty for a single stem or a piece. */
export function phraseAt(stems: readonly string[], index: number): string {
  let at = 0;
  for (let i = 0; i < stems.length; i++) {
    const sequences = Math.min(LONGEST, stems.length - i);
    if (index < at + sequences) return index === at ? '' : stems.slice(i, i + index - at + 1).join(' ');
    at += sequences + codeOf(stems[i] as string).pieces.length;
    if (index < at) return '';
  }
  return '';
}

/** The bucket of a single stem. */
export const wordBucket = (stem: string): number => bucketOf(join(0, codeOf(stem).code));
