import type { Finding, Quote } from '../judgment.ts';
import type { Asked } from './reading/answer.ts';
import { compilePhrases } from './reading/pattern.ts';
import { matchWords, termText, type Reading, type Stretch } from './reading/reading.ts';
import type { Feature } from './model/sentence-features.ts';
import type { Rule } from './rule.ts';

/** The sentence that shows a fault, and what its model saw there. */
export interface Evidence {
  readonly reading: Reading;
  readonly features: readonly Feature[];
  readonly weigh: (name: string) => number;
}

/** A quote is a whole sentence up to this many words, and the telling clause of a longer one. */
const WHOLE = 16;
const SHORTEST = 4;
const RARITY = compilePhrases([
  'one|two|three|five|1|2|3|5 {in|out of} {a}? .. {hundred|thousand|million|10|100|200|300|500|1000|2000}',
  '*|half {percent|%} .. {fraud|churn|positive|positives|fail|default|spam|rare}',
  '*% .. {fraud|churn|positive|positives|fail|default|spam}',
]);

export function findingOf(
  rule: Rule,
  asked: Asked,
  evidence: Evidence,
  end: number,
  confidence: number,
  interrupts: boolean,
): Finding {
  const shown = quoteOf(evidence);
  const whole = rule.absence || rule.fault === 'off-topic';
  const quote: Quote = rule.absence ? { from: end, to: end, text: '' } : shown;
  const slots = slotsOf(evidence.reading, asked, quote);
  const fit = whole ? null : (rule.explain?.(evidence.reading) ?? null);
  return {
    fault: rule.fault,
    quote,
    reason: fill(fit?.reason ?? rule.about, quote.text, slots),
    better: fill(fit?.better ?? rule.better, quote.text, slots),
    confidence,
    interrupts: interrupts && !rule.absence,
    slots,
  };
}

/** The clause whose words weigh most for the fault. */
function quoteOf({ reading, features, weigh }: Evidence): Quote {
  const { sentence, words } = reading;
  if (words.length <= WHOLE) return { from: sentence.from, to: sentence.to, text: sentence.text };
  const weights = new Float64Array(words.length);
  for (const { name, value, at } of features) {
    if (at === null) continue;
    const share = (weigh(name) * value) / Math.max(1, at.end - at.start);
    for (let i = at.start; i < at.end; i++) weights[i] = (weights[i] as number) + share;
  }
  let best: Stretch = { start: 0, end: Math.min(words.length, WHOLE) };
  let most = -Infinity;
  for (const clause of clausesOf(reading)) {
    let sum = 0;
    for (let i = clause.start; i < clause.end; i++) sum += weights[i] as number;
    if (sum <= most) continue;
    most = sum;
    best = clause;
  }
  const from = words[best.start]?.from ?? sentence.from;
  const to = words[best.end - 1]?.to ?? sentence.to;
  return { from, to, text: sentence.text.slice(from - sentence.from, to - sentence.from) };
}

const BREAKS = new Set(['but', 'because', 'so', 'which', 'then']);

/** Stretches between marks and clause words, each of at least a few words. */
function clausesOf(reading: Reading): Stretch[] {
  const { sentence, words } = reading;
  const marks = sentence.tokens
    .filter((token) => token.kind === 'mark' && /^[,;:–—()\n]/.test(token.raw))
    .map((token) => token.from);
  const out: Stretch[] = [];
  let start = 0;
  let mark = 0;
  for (let i = 1; i < words.length; i++) {
    const word = words[i] as { norm: string; from: number };
    let marked = false;
    while (mark < marks.length && (marks[mark] as number) < word.from) {
      marked = true;
      mark++;
    }
    if (i - start < SHORTEST || !(marked || BREAKS.has(word.norm) || i - start >= WHOLE)) continue;
    out.push({ start, end: i });
    start = i;
  }
  if (words.length - start < SHORTEST && out.length > 0) start = (out.pop() as Stretch).start;
  out.push({ start, end: words.length });
  return out;
}

/** Values lifted from the words: the claim, a metric, a number, how rare the positive class is, the terms listed. */
function slotsOf(reading: Reading, asked: Asked, quote: Quote): Record<string, string> {
  const slots: Record<string, string> = {};
  if (quote.text !== '') slots['claim'] = quote.text;
  const metric = reading.terms.find((term) => term.kind === 'metric');
  if (metric !== undefined) slots['metric'] = termText(reading, metric);
  const model = reading.terms.find((term) => term.kind === 'model');
  if (model !== undefined) slots['model'] = termText(reading, model);
  const terms = reading.terms.map((term) => termText(reading, term));
  if (terms.length >= 3) slots['terms'] = terms.slice(0, 6).join(', ');
  const number = reading.sentence.tokens.find(
    (token, i) => token.kind === 'number' && (i > 0 || reading.sentence.tokens.length > 1),
  );
  if (number !== undefined) slots['number'] = withUnit(reading, number.from, number.to);
  const rare =
    /(?:one|two|three|five|\d+(?:\.\d+)?) (?:in|out of) (?:a |every )?(?:\w+ ){0,2}(?:hundred|thousand|million|\d+)|\d+(?:\.\d+)? ?(?:%|percent)/i.exec(
      asked.text.slice(0, 1000),
    );
  const prevalence = rare?.[0] ?? prevalenceIn(reading);
  if (prevalence !== null && prevalence !== undefined) slots['prevalence'] = prevalence;
  return slots;
}

function prevalenceIn(reading: Reading): string | null {
  const at = matchWords(reading, RARITY);
  if (at === null) return null;
  const from = reading.words[at.start]?.from ?? 0;
  const to = reading.words[at.end - 1]?.to ?? from;
  return reading.sentence.text.slice(from - reading.sentence.from, to - reading.sentence.from);
}

function withUnit(reading: Reading, from: number, to: number): string {
  const rest = reading.sentence.text.slice(to - reading.sentence.from, to - reading.sentence.from + 9);
  const unit = /^ ?(?:percent|per cent|%)/i.exec(rest)?.[0] ?? '';
  return reading.sentence.text.slice(from - reading.sentence.from, to - reading.sentence.from) + unit;
}

function fill(template: string, quote: string, slots: Readonly<Record<string, string>>): string {
  const text = template
    .replace('{quote}', () => shorten(quote))
    .replace('{metric}', () => slots['metric'] ?? 'a metric')
    .replace('{number} ', () => (slots['number'] === undefined ? '' : `${slots['number']} `));
  return text.replaceAll('“” ', 'This ');
}

function shorten(quote: string): string {
  const words = quote.replace(/\s+/g, ' ').split(' ');
  return words.length <= 18 ? words.join(' ').replace(/[.,;:]+$/, '') : `${words.slice(0, 16).join(' ')} …`;
}
