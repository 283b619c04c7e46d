import type { Sentence } from '../../text/index.ts';
import { PATTERNS } from './patterns.ts';

export const patternIds = Object.keys(PATTERNS);
const patterns = Object.values(PATTERNS).map((source) => new RegExp(source, 'giu'));
const counted = new WeakMap<Pick<Sentence, 'text'>, readonly number[]>();

/** Occurrences of each pattern in a sentence, by index of `patternIds`; worked out once a sentence. */
export function patternCounts(sentence: Pick<Sentence, 'text'>): readonly number[] {
  let counts = counted.get(sentence);
  if (counts === undefined) {
    const text = sentence.text.replaceAll('’', "'");
    counts = patterns.map((pattern) => text.match(pattern)?.length ?? 0);
    counted.set(sentence, counts);
  }
  return counts;
}
