import { count, numbersIn, percent, sharesIn } from '../language/numbers.ts';
import { clip, sentencesOf } from '../language/sentences.ts';
import { shareKind } from '../language/shares.ts';

/** A question of arithmetic that the candidate's own numbers decide. */
export interface Sum {
  /** Kind of sum and wording; never asked twice. */
  readonly id: string;
  readonly line: string;
  readonly answer: number;
  /** Whether the answer is a count or a share of 0 to 1. */
  readonly unit: 'count' | 'share';
  /** How the answer is reached, in one line. */
  readonly working: string;
  /** The words with the numbers. */
  readonly quote: string;
}

/** What came of asking it. */
export interface SumCheck {
  readonly id: string;
  readonly line: string;
  readonly answer: number;
  readonly unit: 'count' | 'share';
  readonly working: string;
  readonly quote: string;
  readonly reply: string;
  /** The number of the reply that was taken as the answer, null where it had none. */
  readonly given: number | null;
  readonly right: boolean;
  readonly round: number;
}

/** Numbers of a text that sums are made of; fractions 0 to 1, counts per day, times in milliseconds. */
export interface Quantities {
  readonly rate?: number;
  readonly precision?: number;
  readonly recall?: number;
  readonly accuracy?: number;
  readonly perDay?: number;
  readonly perSecond?: number;
  readonly latency?: number;
  readonly share?: number;
  readonly cost?: number;
  /** The sentences they were found in. */
  readonly words: Readonly<Record<string, string>>;
}

/** Six words before and after a number, so that a quote of it holds the number. */
function around(sentence: string, from: number, to: number): string {
  const before = sentence
    .slice(Math.max(0, from - 90), from)
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .slice(-6)
    .join(' ');
  const after = sentence
    .slice(to, to + 90)
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 6)
    .join(' ');
  const glue = /^\s/.test(sentence.slice(to, to + 1)) ? ' ' : '';
  return clip(`${before} ${sentence.slice(from, to)}${glue}${after}`, 20);
}

/** Things that are counted by the day because they happen, not because somebody handles them. */
const HAPPENS =
  /^\s*(?:\w+\s)?(?:payments?|transactions?|orders?|requests?|users?|visits?|visitors?|posts?|messages?|mails?|e-?mails?|events?|cases|clicks?|impressions?|queries|searches|claims?|listings?|parcels?|predictions?|calls?|sessions?|rows?)\b/i;

/** Reads the quantities of a text; a later mention replaces an earlier one. */
export function quantitiesIn(text: string): Quantities {
  const found: Record<string, number> = {};
  const words: Record<string, string> = {};
  const put = (key: string, value: number, sentence: string) => {
    found[key] = value;
    words[key] = sentence;
  };
  for (const { text: sentence } of sentencesOf(text)) {
    for (const share of sharesIn(sentence)) {
      const kind = shareKind(sentence, share);
      if (kind !== null) put(kind, share.fraction, around(sentence, share.from, share.to));
    }
    for (const { from, text: said, value } of numbersIn(sentence)) {
      const rest = sentence.slice(from + said.length, from + said.length + 40);
      const before = sentence.slice(Math.max(0, from - 12), from);
      const quote = around(sentence, from, from + said.length);
      if (HAPPENS.test(rest) && /^\s*(?:\w+[\s-]?){1,2}\s(?:a|per|each|every)\s(?:day|night)\b|^\s*daily\b/i.test(rest))
        put('perDay', value, quote);
      else if (/^\s*(?:\w+\s){0,2}(?:a|per|each) second\b|^\s*(?:qps|rps)\b/i.test(rest))
        put('perSecond', value, quote);
      else if (/^\s?(?:ms|milliseconds?)\b/i.test(rest)) put('latency', value, quote);
      else if (/^\s*(?:dollars?|euros?|pounds?|cents?)\b/i.test(rest) || /[$€£]\s?$/.test(before))
        put('cost', value, quote);
    }
  }
  return { ...found, words };
}

/** The volume the interviewer supplies where the candidate gave none. */
const SUPPOSED_PER_DAY = 1_000_000;

/**
 * The sums that these quantities allow, the most telling first, each in several wordings. At least one number of each must be
 * among `own`, the candidate's, and is quoted; the others may come from the question.
 */
export function sumsFrom(q: Quantities, own: Quantities = q): readonly Sum[] {
  const sums: Sum[] = [];
  const volume = q.perDay ?? SUPPOSED_PER_DAY;
  const at = q.perDay === undefined ? `, at ${count(volume)} cases a day` : ` on your ${count(volume)} a day`;
  const add = (id: string, of: readonly string[], answer: number, working: string, lines: readonly string[]) => {
    const key = of.find((one) => own.words[one] !== undefined);
    const quote = key === undefined ? undefined : own.words[key];
    if (quote !== undefined && Number.isFinite(answer) && answer > 0)
      lines.forEach((line, i) =>
        sums.push({
          id: `sum-${id}-${i + 1}`,
          line,
          answer,
          unit: id === 'constant' ? 'share' : 'count',
          working,
          quote,
        }),
      );
  };
  if (q.rate !== undefined && q.precision !== undefined) {
    const recall = q.recall ?? 1;
    const caught = q.recall === undefined ? 'if you catch all of them' : `with recall ${percent(q.recall)}`;
    const reviews = (volume * q.rate * recall) / q.precision;
    add(
      'reviews',
      ['precision', 'recall', 'rate', 'perDay'],
      reviews,
      `${count(volume)} × ${percent(q.rate)} × ${percent(recall)} ÷ ${percent(q.precision)} = ${count(reviews)}`,
      [
        `${percent(q.rate)} positives, precision ${percent(q.precision)}: how many reviews a day is that${at}, ${caught}?`,
        `You have ${percent(q.rate)} positives and ${percent(q.precision)} precision. Size me the review queue for one day${at}, ${caught}.`,
        `Precision ${percent(q.precision)} on ${percent(q.rate)} positives${at}, ${caught}. How many cases land on somebody's desk by evening?`,
      ],
    );
  }
  if (q.rate !== undefined && q.recall !== undefined) {
    const missed = volume * q.rate * (1 - q.recall);
    add(
      'missed',
      ['recall', 'rate', 'perDay'],
      missed,
      `${count(volume)} × ${percent(q.rate)} × ${percent(1 - q.recall)} = ${count(missed)}`,
      [
        `Recall ${percent(q.recall)} at ${percent(q.rate)} positives: how many do you miss in a day${at}?`,
        `Turn ${percent(q.recall)} recall round${at}, with ${percent(q.rate)} positives. How many got through yesterday?`,
      ],
    );
  }
  if (q.rate !== undefined && q.accuracy !== undefined)
    add('constant', ['accuracy', 'rate'], 1 - q.rate, `1 − ${percent(q.rate)} = ${percent(1 - q.rate)}`, [
      `You hold ${percent(q.accuracy)} accuracy against ${percent(q.rate)} positives. Say no to everything: what accuracy is that?`,
      `What accuracy does a rule with no input reach at ${percent(q.rate)} positives? Then put your ${percent(q.accuracy)} beside it.`,
    ]);
  if (q.rate !== undefined) {
    const positives = volume * q.rate;
    add('positives', ['rate', 'perDay'], positives, `${count(volume)} × ${percent(q.rate)} = ${count(positives)}`, [
      `${percent(q.rate)}${at}: how many positives do you see in a day?`,
      `How many positive rows does one day give you to learn from, with ${percent(q.rate)}${at}?`,
    ]);
    add('needed', ['rate'], 1000 / q.rate, `1,000 ÷ ${percent(q.rate)} = ${count(1000 / q.rate)}`, [
      `You want 1,000 positives in the test set and ${percent(q.rate)} are positive. How many rows must somebody look at?`,
      `At ${percent(q.rate)}, how many random rows do I have labelled before I hold 1,000 positives?`,
    ]);
  }
  if (q.perSecond !== undefined && q.latency !== undefined) {
    const busy = (q.perSecond * q.latency) / 1000;
    add(
      'concurrency',
      ['latency', 'perSecond'],
      busy,
      `${count(q.perSecond)} × ${count(q.latency)} ms = ${count(busy)} at once`,
      [
        `${count(q.perSecond)} requests a second at ${count(q.latency)} ms each: how many are in flight at any moment?`,
        `With ${count(q.latency)} ms a request and ${count(q.perSecond)} of them a second, how many workers are busy at once?`,
      ],
    );
  }
  if (q.share !== undefined) {
    const exposed = volume * q.share;
    add('exposed', ['share', 'perDay'], exposed, `${count(volume)} × ${percent(q.share)} = ${count(exposed)}`, [
      `A ${percent(q.share)} share${at}: how many cases a day carry the risk?`,
      `How many cases go through the new model on the first day with ${percent(q.share)}${at}?`,
    ]);
  }
  if (q.precision !== undefined && q.rate === undefined) {
    const wrong = 1000 * (1 - q.precision);
    add('false-alarms', ['precision'], wrong, `1,000 × ${percent(1 - q.precision)} = ${count(wrong)}`, [
      `Precision ${percent(q.precision)}: of the next 1,000 you flag, how many are people you have wronged?`,
      `I flag 1,000 at your precision of ${percent(q.precision)}. How many apologies do I write?`,
    ]);
  }
  if (q.latency !== undefined && q.perDay !== undefined) {
    const hours = (q.perDay * q.latency) / 3_600_000;
    add(
      'compute',
      ['latency', 'perDay'],
      hours,
      `${count(q.perDay)} × ${count(q.latency)} ms = ${count(hours)} hours`,
      [
        `${count(q.perDay)} a day at ${count(q.latency)} ms each: how many hours of computing is that?`,
        `Multiply it out for me: ${count(q.latency)} ms, ${count(q.perDay)} times a day. How many machine hours?`,
      ],
    );
  }
  if (q.cost !== undefined && q.perDay !== undefined) {
    const total = q.cost * q.perDay;
    add('money', ['cost', 'perDay'], total, `${count(q.cost)} × ${count(q.perDay)} = ${count(total)}`, [
      `At ${count(q.cost)} apiece and ${count(q.perDay)} a day, what is one day worth?`,
      `${count(q.perDay)} a day, ${count(q.cost)} each. What do you tell finance for a day?`,
    ]);
  }
  return sums;
}

/** Relative error up to which a reply is right; people round. */
const TOLERANCE = 0.12;

/** Checks the arithmetic of a reply: right where a number in it is within 12% of the answer; for a share near 1, of what is missing from 1. */
export function checkSum(sum: Sum, reply: string): { readonly given: number | null; readonly right: boolean } {
  const shares = sharesIn(reply).map(({ fraction }) => fraction);
  const plain = numbersIn(reply).map(({ value }) => value);
  const numbers = sum.unit === 'share' ? [...shares, ...plain.map((value) => value / 100)] : plain;
  const near = (value: number) =>
    sum.unit === 'share'
      ? Math.abs(1 - value - (1 - sum.answer)) <= TOLERANCE * (1 - sum.answer)
      : Math.abs(value - sum.answer) <= TOLERANCE * sum.answer;
  const right = numbers.find(near);
  // A number a thousand times off was about something else.
  const tried = numbers.filter((value) => value > 0 && Math.abs(Math.log10(value / sum.answer)) < 3);
  const nearest = tried.toSorted((a, b) => Math.abs(Math.log(a / sum.answer)) - Math.abs(Math.log(b / sum.answer)))[0];
  return { given: right ?? nearest ?? null, right: right !== undefined };
}

function said(answer: number, unit: Sum['unit']): string {
  return unit === 'share' ? percent(answer) : count(answer);
}

/** What the interviewer says to a reply that is wrong or has no number; asked once for a sum. */
export const SUM_REPLIES: readonly {
  readonly id: string;
  readonly given: boolean;
  say(given: string, sum: Sum): string;
}[] = [
  {
    id: 'sum-wrong-show',
    given: true,
    say: (given, { working }) =>
      `You said ${given}. I get ${working}. What did you do differently, and does your plan survive the difference?`,
  },
  {
    id: 'sum-wrong-once',
    given: true,
    say: (given, { working }) =>
      `${given} is not what your numbers give: ${working}. What changes in the design now that you know?`,
  },
  {
    id: 'sum-wrong-scale',
    given: true,
    say: (given, { answer, unit }) =>
      `Not ${given}; about ${said(answer, unit)}. Who in your design was going to handle that many?`,
  },
  {
    id: 'sum-none-rough',
    given: false,
    say: (_, { answer, quote, unit }) =>
      `I asked for a number and you gave me none. From “${quote}” it is about ${said(answer, unit)}. Good or bad for your plan?`,
  },
  {
    id: 'sum-none-working',
    given: false,
    say: (_, { working }) => `There was no number in that. Here is mine: ${working}. What does it do to your plan?`,
  },
  {
    id: 'sum-none-why',
    given: false,
    say: (_, { working, quote }) =>
      `You chose “${quote}” and cannot follow it down. It comes to this: ${working}. Would you still choose it?`,
  },
];
