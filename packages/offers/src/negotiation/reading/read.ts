import { ISSUE_LABELS, type Issue } from '../terms.ts';
import type { Act, Reading, Unclear } from './acts.ts';
import { clausesOf, sentencesOf, type Clause, type Context } from './clauses.ts';
import { areasIn, issuesIn, MORE, NOT, WANT } from './lexicon.ts';
import { readMoney } from './money.ts';
import { readRelative } from './relative.ts';
import { mask, unmask, type Masked } from './numbers.ts';
import { mendSlips } from './slips.ts';
import { correct } from './corrections.ts';
import { uncovered } from './coverage.ts';
import { readOther } from './other.ts';
import { accepts, readTalk, rejects } from './talk.ts';

const SPELLED_LEVEL: Readonly<Record<string, string>> = { three: '3', four: '4', five: '5', six: '6' };

/** Slips and spellings that would hide a word from the reader. */
function tidyWords(text: string): string {
  return (
    text
      .replace(/[‘’´`]/g, "'")
      .replace(/[“”]/g, '"')
      .replace(/[‐‑‒]/g, '-')
      .replace(/\s[–—-]\s|—/g, ', ')
      .replace(
        /\b(level|L|IC)[ -]?(three|four|five|six|[2-7])\b(?!\d|[.,]\d|k)/gi,
        (_, _word: string, n: string) => `L${SPELLED_LEVEL[n.toLowerCase()] ?? n}`,
      )
      .replace(/\bl([2-7])\b/g, 'L$1')
      .replace(/\b(?:wouldn't|won't|would not|will not|can't|couldn't) say no to\b/gi, 'would take')
      // "L5, not an L4" names one level and denies the other.
      .replace(
        /(\bL[2-7]\b[^.?!]*?),? (?:and |but )?(?:not|rather than|instead of) (?:as )?(?:an? )?L[2-7]\b/g,
        (whole, kept: string) => (/^\W*(?:why|what|how|who)\b/i.test(text) ? whole : kept),
      )
      .replace(/\bmonth (three|six|nine|twelve|3|6|9|12)\b/gi, '$1 months')
      .replace(/\b24\/7\b/g, 'always')
  );
}

/**
 * What someone does with their words in a negotiation: proposals with figures, conditions, questions, what they leak.
 * What could mean several things comes back as `unclear`, and never as an act. `context` is what relative words ("ten
 * more", "meet in the middle") are relative to.
 */
export function read(words: string, context: Context): Reading {
  const { text, mentions } = mask(mendSlips(tidyWords(words)));
  const masked: Masked = { text: correct(text, mentions), mentions };
  const acts: Act[] = [];
  const unclear: Unclear[] = [];
  let otherBase = context.otherBase;
  const clauses = clausesOf(masked);
  const bySentence = new Map<string, { acts: Act[]; unclear: Unclear[] }>();
  for (const clause of clauses) {
    const part = readClause(clause, masked, { ...context, otherBase });
    for (const act of part.acts) if (act.kind === 'alternative' && act.base !== null) otherBase = act.base;
    const whole = bySentence.get(clause.sentence) ?? { acts: [], unclear: [] };
    whole.acts.push(...part.acts);
    whole.unclear.push(...part.unclear);
    bySentence.set(clause.sentence, whole);
    acts.push(...part.acts);
    unclear.push(...part.unclear);
  }
  for (const sentence of sentencesOf(masked.text)) {
    const quote = unmask(masked, sentence);
    const before = acts.length;
    talk(sentence, quote, acts, unclear);
    const own = bySentence.get(sentence);
    if (!own || own.unclear.length === 0)
      unclear.push(
        ...uncovered(
          sentence,
          quote,
          [...(own?.acts ?? []), ...acts.slice(before)],
          mentions.map(({ unit }) => unit),
          clauses.every(({ sentence: one }) => one === sentence) || /§/.test(sentence),
        ),
      );
  }
  const rival = rivals(acts);
  if (rival)
    unclear.push({
      quote: words,
      ask: `You named more than one figure for ${ISSUE_LABELS[rival].toLowerCase()}: which one counts?`,
    });
  return { acts: settle(acts.filter((act) => act.kind !== 'propose' || act.issue !== rival)), unclear };
}

function readClause(clause: Clause, masked: Masked, context: Context): { acts: Act[]; unclear: Unclear[] } {
  const acts: Act[] = [];
  const unclear: Unclear[] = [];
  const { text, quote, conditional } = clause;
  const asking = asks(clause);
  const other = readOther(clause, masked.mentions, context, asking);
  acts.push(...other.acts);
  unclear.push(...other.unclear);
  const relative = readRelative(clause, context);
  if (relative) {
    acts.push(...relative.acts);
    unclear.push(...relative.unclear);
  }
  for (const match of text.matchAll(/§(\d+)§/g)) {
    const index = Number(match[1]);
    const mention = masked.mentions[index];
    if (!mention || other.used.has(index) || mention.unit === 'year') continue;
    const money = readMoney(clause, mention, index, context);
    acts.push(...money.acts);
    unclear.push(...money.unclear);
  }
  if (conditional) acts.push(...condition(clause, acts));
  const settled = acts.length + unclear.length > 0;
  const issue = first(text);
  if (!settled && asking) acts.push(question(clause, issue));
  else if (!settled && !conditional && clause.voice === 'mine' && better(text))
    acts.push({ kind: 'push', issue: issue === null || issue === 'scope' ? 'base' : issue, quote });
  else if (!settled && issue !== null && NOT.test(text) && /\b(?:need|want|care|insist|require)\b/i.test(text))
    unclear.push({
      quote,
      ask: `Do you give up ${ISSUE_LABELS[issue].toLowerCase()}, or do you ask for something on it?`,
    });
  else if (
    !settled &&
    issue !== null &&
    issue !== 'scope' &&
    WANT.test(text) &&
    !/\b(?:keep|leave|fine|understand|know|talk|discuss|think)\b/i.test(text) &&
    issue !== 'start'
  )
    unclear.push({ quote, ask: `What do you ask for on ${ISSUE_LABELS[issue].toLowerCase()}?` });
  return { acts, unclear };
}

const first = (text: string): Issue | null => issuesIn(text)[0]?.issue ?? null;

const better = (text: string): boolean =>
  (MORE.test(text) &&
    (issuesIn(text).length > 0 || /\b(?:a bit|a little|slightly|go|do|any)\b/i.test(text)) &&
    !/\b(?:not|any ?more|more than|think more|experience|matters?|important|care|value)\b/i.test(text)) ||
  (/\b(?:room|negotiable|(?<=\?.*|(?:more|some|any|bit of|little) )flexib\w+|movement|wiggle|revisit|reconsider|look again|come up|a stretch)\b/i.test(
    text,
  ) &&
    (issuesIn(text).length > 0 || /\broom\b/i.test(text)));

/** A question that wants to know, not one that asks for something. */
function asks({ text, sentence }: Clause): boolean {
  if (!/\?/.test(sentence) || /§/.test(text)) return false;
  if (/^\W*(?:what would it take|how (?:does|do|is|are|can|could) )/i.test(text)) return true;
  if (/^\W*(?:and |so |but )?how (?:much|many|far|high|low|often|flexible)\b/i.test(text)) return true;
  if (better(text)) return false;
  return /^\W*(?:and |so |but )?(?:what(?!'s? about| about)|which|who|how (?!about)|when|where|why|is|are|do|does|would|will|can you (?:tell|say|explain)|could you (?:tell|say|explain))\b/i.test(
    text,
  );
}

function question({ text, quote }: Clause, issue: Issue | null): Act {
  const about = /\b(?:range|band|usually pay|pay range|budget|highest|ceiling|cap|top of|most you)\b/i.test(text)
    ? 'range'
    : /\b(?:approv\w+|who (?:decides|has to|signs)|sign off|process|next steps?|how long)\b/i.test(text)
      ? 'process'
      : (issue ?? (areasIn(text).length > 0 ? 'scope' : /\bL[2-7]\b/.test(text) ? 'level' : 'other'));
  return { kind: 'question', about, quote };
}

function condition({ text, quote }: Clause, acts: readonly Act[]): Act[] {
  const areas = areasIn(text);
  const on = first(text.replace(/\bstart\w*\b/gi, ''));
  const named = acts.some(({ kind }) => kind === 'propose' || kind === 'refuse');
  if (areas.length > 0) return [{ kind: 'condition', on: on === 'level' ? 'level' : 'scope', areas, quote }];
  if (named || NOT.test(text)) return [];
  return on === null || !/\b(?:reflects?|includes?|covers?|moves?|goes|is|are|level)\b/i.test(text)
    ? []
    : [{ kind: 'condition', on, areas, quote }];
}

function talk(sentence: string, quote: string, acts: Act[], unclear: readonly Unclear[]): void {
  const signs = readTalk(sentence, quote).filter(
    (act) => act.kind !== 'alternative' || !acts.some(({ kind }) => kind === 'alternative'),
  );
  const refusing = /\bif (?:you|they|this|that) (?:can'?t|cannot|won'?t|don'?t|doesn'?t)\b/i.test(sentence);
  acts.push(...signs);
  const open =
    acts.some(({ kind }) => kind === 'propose' || kind === 'propose-scope' || kind === 'push' || kind === 'refuse') ||
    unclear.length > 0;
  if (rejects(sentence) && !open && !refusing) acts.push({ kind: 'reject', quote });
  else if (
    accepts(sentence) &&
    !/§/.test(sentence) &&
    !open &&
    !acts.some(({ kind }) => kind === 'ultimatum' || kind === 'reject')
  )
    acts.push({ kind: 'accept', quote });
}

/** The issue for which more than one figure is asked, if there is one. */
function rivals(acts: readonly Act[]): Issue | null {
  const seen = new Map<Issue, string>();
  for (const act of acts) {
    if (act.kind !== 'propose') continue;
    const figure = `${act.figure.low} ${act.figure.high} ${act.figure.bound}`;
    const before = seen.get(act.issue);
    if (before !== undefined && before !== figure) return act.issue;
    seen.set(act.issue, figure);
  }
  return null;
}

/** One figure an issue: the last one said; a refused figure does not stand beside an ask of the same figure. */
function settle(acts: readonly Act[]): Act[] {
  return acts.filter((act, i) => {
    if (act.kind === 'accept')
      return !acts.some(({ kind }) => kind === 'propose' || kind === 'refuse' || kind === 'push' || kind === 'reject');
    if (act.kind === 'propose')
      return !acts.slice(i + 1).some((later) => later.kind === 'propose' && later.issue === act.issue);
    if (act.kind === 'alternative' && act.base === null)
      return !acts.some((one) => one.kind === 'alternative' && (one.base !== null || acts.indexOf(one) < i));
    if (act.kind === 'ultimatum') return !acts.slice(0, i).some(({ kind }) => kind === 'ultimatum');
    return true;
  });
}
