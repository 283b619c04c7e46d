/** Number of buckets that word sequences are hashed into; a power of two. */
export const BUCKETS = 1 << 14;

/** FNV-1a over UTF-16 units, continued from `seed`. */
function hash(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

const mix = (h: number): number => {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  return (x >>> 0) & (BUCKETS - 1);
};

/** What happens in a sentence's word sequences: one, two and three stems, and the four-letter pieces of longer words. */
export function ngrams(stems: readonly string[]): Uint16Array {
  const out: number[] = [];
  for (let i = 0; i < stems.length; i++) {
    let h = 0x811c9dc5;
    for (let n = 0; n < 3 && i + n < stems.length; n++) {
      h = hash(stems[i + n] as string, hash(' ', h));
      out.push(mix(h));
    }
    const word = `<${stems[i]}>`;
    if (word.length > 6)
      for (let k = 0; k + 4 <= word.length; k++) out.push(mix(hash(word.slice(k, k + 4), 0x9e3779b9)));
  }
  return Uint16Array.from(out);
}

/** The word sequence or piece of `stems` that falls into `bucket`, for explaining a weight; empty if none does. */
export function ngramIn(stems: readonly string[], bucket: number): string {
  for (let i = 0; i < stems.length; i++) {
    let h = 0x811c9dc5;
    for (let n = 0; n < 3 && i + n < stems.length; n++) {
      h = hash(stems[i + n] as string, hash(' ', h));
      if (mix(h) === bucket) return stems.slice(i, i + n + 1).join(' ');
    }
  }
  return '';
}

/** The bucket of a single stem. */
export const wordBucket = (stem: string): number => mix(hash(stem, hash(' ', 0x811c9dc5)));
