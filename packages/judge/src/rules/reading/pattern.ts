/** Words that may stand between two parts of a pattern joined by `..`. */
const GAP = 6;

/**
 * A phrase over plain words (see `plainWords`), compiled once. Words are separated by spaces;
 * `a|b` is either word, `{a b|c}` either phrase, a trailing `?` makes a part optional, `*` inside a word stands for
 * any letters, `..` for up to six words in between, `..3` for up to three. Gaps are bounded, so matching is linear in the text.
 */
export function compilePhrases(phrases: readonly string[]): RegExp {
  return new RegExp(` (?:${phrases.map(source).join('|')})`, 'g');
}

function source(phrase: string): string {
  let out = '';
  for (const part of phrase.match(/\{[^}]*\}\??|\S+/g) ?? []) {
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
