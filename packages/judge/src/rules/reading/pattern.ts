/** Words that may stand between two parts of a pattern joined by `..`. */
const GAP = 6;

/** Phrases compiled once. */
export interface Phrases {
  readonly id: number;
  readonly pattern: RegExp;
}

const byFirstWord = new Map<string, number[]>();
const byFirstLetters = new Map<string, number[]>();
const always: number[] = [];
let count = 0;
/** First words ending in `*` have at least and at most this many letters before it. */
const LETTERS = [2, 12] as const;

/**
 * Phrases over plain words (see `plainWords`). Words are separated by spaces; `a|b` is either word, `{a b|c}` either
 * phrase, a trailing `?` makes a part optional, `*` inside a word stands for any letters, `..` for up to six words in
 * between, `..3` for up to three. Gaps are bounded, so matching is linear in the text.
 */
export function compilePhrases(phrases: readonly string[]): Phrases {
  const id = count++;
  for (const first of new Set(phrases.flatMap(firstWords))) {
    const star = first.indexOf('*');
    if (star < 0) register(byFirstWord, first, id);
    else if (star >= LETTERS[0] && star <= LETTERS[1]) register(byFirstLetters, first.slice(0, star), id);
    else always.push(id);
  }
  return { id, pattern: new RegExp(` (?:${phrases.map(source).join('|')})`, 'g') };
}

/** For each compiled phrase list, whether these words hold a word that one of its phrases starts with. */
export function startable(words: readonly { readonly norm: string }[]): Uint8Array {
  const out = new Uint8Array(count);
  for (const id of always) out[id] = 1;
  for (const { norm } of words) {
    for (const id of byFirstWord.get(norm) ?? []) out[id] = 1;
    for (let size: number = LETTERS[0]; size <= LETTERS[1] && size <= norm.length; size++)
      for (const id of byFirstLetters.get(norm.slice(0, size)) ?? []) out[id] = 1;
  }
  return out;
}

function register(index: Map<string, number[]>, key: string, id: number): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [id]);
  else if (!known.includes(id)) known.push(id);
}

/** The words that a phrase can start with; `*` where it can be any. */
function firstWords(phrase: string): string[] {
  const out: string[] = [];
  for (const part of parts(phrase)) {
    if (part.startsWith('..')) return ['*'];
    const optional = part.endsWith('?');
    const body = (optional ? part.slice(0, -1) : part).replace(/^\{|\}$/g, '');
    for (const choice of body.split('|')) out.push(choice.trim().split(' ')[0] as string);
    if (!optional) return out;
  }
  return ['*'];
}

function parts(phrase: string): readonly string[] {
  return phrase.match(/\{[^}]*\}\??|\S+/g) ?? [];
}

function source(phrase: string): string {
  let out = '';
  for (const part of parts(phrase)) {
    const gap = /^\.\.(\d*)$/.exec(part);
    if (gap !== null) {
      out += `(?:[^ ]+ ){0,${gap[1] === '' ? GAP : gap[1]}}?`;
      continue;
    }
    const optional = part.endsWith('?');
    const body = optional ? part.slice(0, -1) : part;
    const choices = body.startsWith('{') ? body.slice(1, -1) : body;
    const one = `(?:${choices.split('|').map(word).join('|')}) `;
    out += optional ? `(?:${one})?` : one;
  }
  return out;
}

function word(text: string): string {
  return text
    .trim()
    .replace(/[.+?^$()[\]\\]/g, '\\$&')
    .replace(/\*/g, '[^ ]*');
}
