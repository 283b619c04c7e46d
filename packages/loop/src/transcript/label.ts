/** Words that end in a colon in speech without naming anybody. */
const NO_NAME =
  /^(?:so|okay|ok|well|and|but|note|example|for example|first|second|third|then|answer is|question is|because|metrics?|goal|labels?|data|model|baseline|https?)$/i;

const LABEL =
  /^(?:>>\s*)?(?:\*\*)?\[?(\p{L}[\p{L}\p{M}\p{N}.'’()_-]*(?: [\p{L}\p{N}.'’()_-]+){0,4})\]?(?:\*\*)?(?:\s*[([]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[)\]]?)?\s*:\s*(?:\*\*)?\s*(.*)$/iu;
const BRACKET = /^\[([^\]\d][^\]]{0,40})\]\s+(.+)$/u;

const CAPITALS = /^[\p{Lu}\p{N}(]/u;

/**
 * The speaker's label at the start of a line and the words after it; null where there is none. "It was stale: nine days" is no label;
 * "Hiring manager: …" is one where `known` has it, because it comes again and again.
 */
export function spokenBy(
  line: string,
  known: ReadonlySet<string> = new Set(),
): { readonly speaker: string; readonly text: string } | null {
  const match = LABEL.exec(line) ?? BRACKET.exec(line);
  if (match === null) return null;
  const speaker = (match[1] ?? '').trim();
  if (speaker.length > 40 || NO_NAME.test(speaker)) return null;
  const words = speaker.split(/[ _]/);
  const named = words.length === 1 || words.every((word) => CAPITALS.test(word)) || /^(?:speaker|spk)\b/i.test(speaker);
  return named || known.has(speaker) ? { speaker, text: (match[2] ?? '').trim() } : null;
}

/** Labels of several words that start more than one line of a text: names such as "Hiring manager". */
export function recurringLabels(lines: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const label = LABEL.exec(line)?.[1]?.trim();
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, n]) => n >= 2).map(([label]) => label));
}
