import type { Token } from './tokens.ts';

/** A word as compared: contractions expanded, fillers and restarts dropped. Offsets are those of the token it came from. */
export interface Word {
  readonly norm: string;
  readonly from: number;
  readonly to: number;
}

const FILLERS = new Set(['um', 'umm', 'uh', 'uhh', 'uhm', 'er', 'erm', 'hmm', 'mm', 'mhm', 'ah', 'eh', 'huh', 'oh']);
const FILLER_PAIRS = new Set(['you know', 'i mean', 'sort of', 'kind of', 'let us say', "let's say"]);
/** A restart repeats at most this many words. */
const RESTART = 3;

const CONTRACTIONS: Readonly<Record<string, string>> = {
  "won't": 'will not',
  wont: 'will not',
  "can't": 'can not',
  cant: 'can not',
  cannot: 'can not',
  "ain't": 'is not',
  "shan't": 'shall not',
  dont: 'do not',
  didnt: 'did not',
  doesnt: 'does not',
  isnt: 'is not',
  wasnt: 'was not',
  werent: 'were not',
  arent: 'are not',
  wouldnt: 'would not',
  couldnt: 'could not',
  shouldnt: 'should not',
  havent: 'have not',
  hasnt: 'has not',
  hadnt: 'had not',
  im: 'i am',
  ive: 'i have',
  thats: 'that is',
  youre: 'you are',
  theyre: 'they are',
  weve: 'we have',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'got to',
  kinda: 'kind of',
  sorta: 'sort of',
  "let's": 'let us',
  lets: 'let us',
  cause: 'because',
  "'cause": 'because',
  cuz: 'because',
};
const IS_AFTER = new Set([
  'it',
  'that',
  'he',
  'she',
  'there',
  'what',
  'where',
  'who',
  'how',
  'here',
  'this',
  'everything',
  'nothing',
  'something',
]);
const SUFFIXES: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'m", 'am'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
];

/** The full words of a contraction, in order; any other word alone. A possessive loses its 's. */
export function expand(norm: string): readonly string[] {
  if (Object.hasOwn(CONTRACTIONS, norm)) return (CONTRACTIONS[norm] as string).split(' ');
  if (!norm.includes("'")) return [norm];
  for (const [suffix, word] of SUFFIXES)
    if (norm.endsWith(suffix) && norm.length > suffix.length) return [norm.slice(0, -suffix.length), word];
  if (norm.endsWith("'s")) {
    const stem = norm.slice(0, -2);
    return IS_AFTER.has(stem) ? [stem, 'is'] : [stem];
  }
  return [norm];
}

/**
 * The words of `tokens` without marks, fillers ("um", "you know", ", like,") and restarts ("I, I mean", "the the"),
 * with contractions expanded. Of a restart the last attempt is kept.
 */
export function plainWords(tokens: readonly Token[]): Word[] {
  const words: Word[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'mark') continue;
    if (FILLERS.has(token.norm)) continue;
    const next = tokens[i + 1];
    if (next !== undefined && FILLER_PAIRS.has(`${token.norm} ${next.norm}`) && isAside(tokens, i)) {
      i++;
      continue;
    }
    if (token.norm === 'like' && next?.raw === ',' && (i === 0 || tokens[i - 1]?.raw === ',')) continue;
    for (const norm of expand(token.norm)) words.push({ norm, from: token.from, to: token.to });
    dropRestart(words);
  }
  return words;
}

/** "you know what I mean" and "sort of thing" keep their words; "you know, the labels" and "it was kind of late" do not. */
function isAside(tokens: readonly Token[], i: number): boolean {
  const pair = `${tokens[i]?.norm} ${tokens[i + 1]?.norm}`;
  const before = tokens[i - 1];
  const after = tokens[i + 2];
  if (pair === 'sort of' || pair === 'kind of')
    return (
      before === undefined ||
      !/^(?:a|an|the|this|that|some|what|which|any|every|no|same|one|first|second)$/.test(before.norm)
    );
  if (pair === 'you know') {
    const asks = /^(?:what|how|why|who|when|where|that|if|do|did|as)$/.test(after?.norm ?? '');
    return !asks && !/^(?:do|did|if|as|let|how)$/.test(before?.norm ?? '');
  }
  return pair !== 'i mean' || before === undefined || !/^(?:what|which|that|do|did|all|why|who)$/.test(before.norm);
}

/** Drops an earlier attempt that the last words repeat. */
function dropRestart(words: Word[]): void {
  for (let size = Math.min(RESTART, words.length >> 1); size >= 1; size--) {
    const end = words.length;
    let same = true;
    for (let k = 1; k <= size && same; k++) same = words[end - k]?.norm === words[end - size - k]?.norm;
    if (same && !/^\d/.test((words[end - 1] as Word).norm)) {
      words.splice(end - 2 * size, size);
      return;
    }
  }
}
