/** A half-open range of offsets that holds one sentence, without the blanks around it. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|vs|approx|etc|cf|dr|mr|ms|mrs|no|fig|st|[a-z])$/i;

/** True where the mark at `i` ends a sentence: not in 0.5, e.g. or an ellipsis that goes on. */
function endsAt(text: string, i: number): boolean {
  const mark = text[i] ?? '';
  if (mark === '\n') return true;
  if (!'.!?…'.includes(mark)) return false;
  const next = text[i + 1];
  if (next !== undefined && !/[\s"'”’)\]]/.test(next)) return false;
  if (mark !== '.') return true;
  // "99." may still become "99.5": a full stop after a digit counts once something follows it.
  if (next === undefined && /\d/.test(text[i - 1] ?? '')) return false;
  return !ABBREVIATION.test(text.slice(Math.max(0, i - 8), i));
}

/** A spoken run without any mark closes at the last breath word once it is this long. */
const BREATH_WORDS = 45;
const BREATH = /\s(?:and then|and so|so then|okay so|so|then|but|also|anyway)\s/g;

/**
 * The offset up to which the text is made of closed sentences, 0 where none is closed. Speech that comes with no marks at all
 * closes at a joining word ("and then", "so") after about 45 words. Text after `from`, an earlier answer, is all that is read.
 */
export function closedLength(text: string, from = 0): number {
  let end = Math.min(from, text.length);
  for (let i = end; i < text.length; i++) {
    if (endsAt(text, i) && /\S/.test(text.slice(end, i))) end = i + 1;
  }
  const rest = text.slice(end);
  const words = rest.match(/\S+/g)?.length ?? 0;
  if (words < BREATH_WORDS) return end;
  let last = -1;
  for (const match of rest.matchAll(BREATH)) {
    const before = rest.slice(0, match.index).match(/\S+/g)?.length ?? 0;
    if (before >= BREATH_WORDS / 2 && words - before >= 4) last = match.index;
  }
  return last < 0 ? end : end + last;
}

/** The sentences of a text, the last one whether closed or not. */
export function sentencesOf(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  const take = (to: number) => {
    const raw = text.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const body = raw.trim();
    if (/[\p{L}\p{N}]/u.test(body)) found.push({ from: from + lead, to: from + lead + body.length, text: body });
    from = to;
  };
  for (let i = 0; i < text.length; i++) if (endsAt(text, i)) take(i + 1);
  take(text.length);
  return found;
}

/**
 * The words of a passage cut to at most `limit`, marks at the ends removed: at the end of a clause where there is one after the
 * fifth word, else with an ellipsis where something was left off.
 */
export function clip(text: string, limit = 14): string {
  const words = text.trim().replace(/\s+/g, ' ').split(' ');
  if (words.length <= limit) return bare(words.join(' '));
  for (let n = limit; n > 5; n--) if (/[,;:.!?]$/.test(words[n - 1] ?? '')) return bare(words.slice(0, n).join(' '));
  return `${bare(words.slice(0, limit).join(' '))} …`;
}

/** The words of a passage around the range `from` to `to`, at most `limit` of them, with an ellipsis where something was left off. */
export function clipAround(text: string, from: number, to: number, limit = 14): string {
  if ((text.match(/\S+/g)?.length ?? 0) <= limit) return bare(text.replace(/\s+/g, ' '));
  const inside = text.slice(from, to).match(/\S+/g)?.length ?? 0;
  const side = Math.max(1, Math.floor((limit - inside) / 2));
  const before = new RegExp(`(?:\\S+\\s+){0,${side}}\\S*$`).exec(text.slice(Math.max(0, from - 200), from))?.[0] ?? '';
  const after = new RegExp(`^\\S*(?:\\s+\\S+){0,${side}}`).exec(text.slice(to, to + 200))?.[0] ?? '';
  const quote = bare(`${before}${text.slice(from, to)}${after}`.replace(/\s+/g, ' '));
  return `${from - before.length > 0 ? '… ' : ''}${quote}${to + after.length < text.trimEnd().length ? ' …' : ''}`;
}

/** A question in a few words: its longest sentence, without end marks inside or out. */
export function clipQuestion(text: string, limit = 16): string {
  // Split at every full stop, also at one that may end no sentence ("a Series A. We …"), so that none is left inside.
  const pieces = sentencesOf(text).flatMap((sentence) => sentence.text.split(/(?<=[.!?])\s+/));
  const [longest] = pieces.toSorted((a, b) => b.length - a.length);
  return clip(longest ?? text, limit);
}

function bare(words: string): string {
  return words.replace(/^[\s"'“”,;:.-]+|[\s"'“”,;:.!?-]+$/g, '');
}
