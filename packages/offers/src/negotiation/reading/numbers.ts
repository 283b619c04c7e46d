import type { Currency } from '../../money.ts';

/** A number in the words: its value as said, its unit, and where it was. */
export interface Mention {
  readonly raw: string;
  /** As said: "205", "205k" and "two-oh-five" are 205, 205 and 205; `thousands` tells which were said as thousands. */
  readonly low: number;
  readonly high: number;
  readonly thousands: boolean;
  readonly unit: 'plain' | 'percent' | 'week' | 'month' | 'day' | 'year' | 'odd';
  readonly currency: Currency | null;
}

const ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const WORDS: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, i * 10] as const).filter(([word]) => word !== ''),
  ['fourty', 40] as const,
  ['oh', 0] as const,
  ['o', 0] as const,
]);
const WORD = `(?:${[...WORDS.keys()].filter((w) => w !== 'o' && w !== 'oh').join('|')}|hundred)`;
const SPELLED = `(?:a[ -]hundred|${WORD})(?:[ -]+(?:and[ -]+)?(?:${WORD}|oh|o)\\b)*`;
const DIGITS = '(?:\\d{1,3}(?: \\d{3})+\\b|\\d+(?:[.,]\\d+)*)';
const SCALE = '(?:[ -]?(?:k|ks|grand|thousands?|mil|million|m)\\b)?';
const ONE = `(?:[$€£]\\s?)?(?:${DIGITS}|\\b${SPELLED}\\b)${SCALE}`;
const MONEY_WORD = '(?:\\s?(?:usd|dollars?|bucks|euros?|eur|pounds?|gbp|[$€£](?!\\d)))?';
const RANGE = new RegExp(
  `(${ONE})${MONEY_WORD}(?:\\s?(?:-|–|to|and|or)\\s?(${ONE}))?${MONEY_WORD}(?:[ -]?(%|percent|per cent|weeks?|months?|days?|years?|yrs?|ish\\b|s\\b(?!ign)))?`,
  'gi',
);
const SPECIAL: readonly (readonly [RegExp, Omit<Mention, 'raw'>])[] = [
  [/\b(?:a )?quarter (?:of )?(?:a )?million\b/i, plain(250, true)],
  [/\bhalf a million\b/i, plain(500, true)],
  [/\bhalf (?:a )?year\b|\bhalf-year(?:ly)?\b/i, { ...plain(6, false), unit: 'month' }],
  [
    /\b(?:half|a quarter|a third|one) (?:of )?(?:a )?(?:percent|per cent|point)\b/i,
    { ...plain(0.5, false), unit: 'percent' },
  ],
  [
    /\b(?:a (?:couple|few|handful|bunch)|several|some|a dozen)(?: of)? (?:k|grand|thousand|weeks|months|days|percent|points|hundred)\b(?<!couple of (?:weeks|months|days))/gi,
    { ...plain(0, false), unit: 'odd' },
  ],
  [/(?<!\b(?:days?|times|once|twice|hours) )\ba (?=week\b)/i, { ...plain(1, false), unit: 'week' }],
  [/\ba couple of (weeks|months|days)\b/i, { ...plain(2, false), unit: 'odd' }],
];

function plain(value: number, thousands: boolean): Omit<Mention, 'raw'> {
  return { low: value, high: value, thousands, unit: 'plain', currency: null };
}

/** A spelled number: "two hundred and five", "two oh five", "one ninety-eight", "a hundred ninety". */
export function spelled(text: string): number | null {
  const words = text
    .toLowerCase()
    .replace(/\band\b/g, ' ')
    .split(/[ -]+/)
    .filter(Boolean);
  if (words[0] === 'a') words[0] = 'one';
  if (words.includes('hundred')) {
    const at = words.indexOf('hundred');
    const before = at === 0 ? 1 : (WORDS.get(words[at - 1] ?? '') ?? null);
    const rest = words.slice(at + 1);
    const after = rest.length === 0 ? 0 : spelled(rest.join(' '));
    return before === null || after === null || at > 1 ? null : before * 100 + after;
  }
  const values = words.map((word) => WORDS.get(word));
  if (values.some((value) => value === undefined)) return null;
  const [a = 0, b, c, d] = values as number[];
  if (b === undefined) return a;
  if (a >= 20 && b < 10 && b > 0 && c === undefined) return a + b;
  if (a === 0 || a > 9 || d !== undefined) return null;
  if (b === 0) return c === undefined ? null : c < 10 ? a * 100 + c : null;
  if (b >= 10) return c === undefined ? a * 100 + b : b >= 20 && c < 10 ? a * 100 + b + c : null;
  return c !== undefined && c < 10 ? a * 100 + b * 10 + c : null;
}

interface Value {
  readonly value: number;
  readonly thousands: boolean;
}

function valueOf(raw: string): Value | null {
  const text = raw
    .replace(/[$€£\s]/g, ' ')
    .trim()
    .toLowerCase();
  const [, body = '', scale] = /^(.*?)[ -]?(ks?|grand|thousands?|mil|million|m)?$/.exec(text) ?? [];
  let value: number | null;
  if (/\d/.test(body)) {
    const grouped = /^\d{1,3}(?:[., ]\d{3})+$/.test(body);
    if (!grouped && (body.match(/[.,]/g) ?? []).length > 1) return null;
    value = Number(grouped ? body.replace(/[., ]/g, '') : body.replace(',', '.'));
  } else value = spelled(body);
  if (value === null || Number.isNaN(value)) return null;
  if (scale === 'm' || scale === 'mil' || scale === 'million') return { value: value * 1000, thousands: true };
  if (scale) return { value, thousands: true };
  return value >= 1000 ? { value: value / 1000, thousands: true } : { value, thousands: false };
}

function currencyOf(raw: string): Currency | null {
  if (/€|euros?|\beur\b/i.test(raw)) return 'EUR';
  if (/£|pounds?|\bgbp\b/i.test(raw)) return 'GBP';
  return /\$|usd|dollar|bucks/i.test(raw) ? 'USD' : null;
}

export interface Masked {
  /** The words with each number replaced by §i§. */
  readonly text: string;
  readonly mentions: readonly Mention[];
}

const LEVEL_MARKS = '②③④⑤⑥⑦';

/** Takes the numbers out of the words, so that everything else can be read without them. */
export function mask(text: string): Masked {
  const mentions: Mention[] = [];
  const put = (mention: Mention): string => `§${mentions.push(mention) - 1}§`;
  // "A buck ninety" is a hundred and ninety.
  // The figure of a level is no figure of pay.
  const levelled = text.replace(/\bL([2-7])\b/g, (_, n: string) => `L${LEVEL_MARKS[Number(n) - 2]}`);
  let masked = levelled.replace(
    /\b(?:a|one) buck (?=twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|\d\d\b)/gi,
    'one ',
  );
  masked = masked.replace(
    /\b(?:high|mid|middle|low|lower|upper|early|late)(?:[ -](?:to|and)[ -](?:high|mid|upper))?[ -](?:the )?(?:(?:one|two)[ -])?(?:hundreds|nineties|eighties|seventies|\d{3}s?k?|two hundreds?)\b(?! ?thousand)/gi,
    (raw) => put({ ...plain(0, false), unit: 'odd', raw }),
  );
  // Letters inside of figures cannot be told from slips of the finger.
  masked = masked.replace(/(?<![\w§])\d+[oOlI]\d*k?\b/g, (raw) => put({ ...plain(0, false), unit: 'odd', raw }));
  for (const [pattern, mention] of SPECIAL) masked = masked.replace(pattern, (raw) => put({ ...mention, raw }));
  masked = masked.replace(
    RANGE,
    (
      raw: string,
      first: string,
      second: string | undefined,
      after: string | undefined,
      offset: number,
      whole: string,
    ) => {
      const before = whole.slice(0, offset);
      if (/[§\w]$/.test(before) || whole.slice(offset + raw.length).startsWith('§')) return raw;
      const a = valueOf(first);
      const b = second === undefined ? a : valueOf(second);
      if (!a || !b) return put({ ...plain(0, false), unit: 'odd', raw });
      if (/^one$/i.test(first.trim()) && second === undefined && !/^(week|month|day)/i.test(after ?? '')) return raw;
      const joined = second !== undefined;
      if (
        joined &&
        /(?:^|\W)(?:and|or)\s/i.test(raw.slice(first.length)) &&
        !/between\s*$/i.test(before) &&
        !/\bor\b/i.test(raw)
      )
        return `${put(single(first, a, ''))}${raw.slice(first.length, raw.length - (second?.length ?? 0) - (after?.length ?? 0))}${put(single(second ?? '', b, after ?? ''))}${''}`;
      const thousands = a.thousands || b.thousands;
      if (
        joined &&
        /\b(?:raise|go|bump|move|lift|increase|up|take|bring|change|get|jump|step)\b[^§.,;]*\bfrom(?: (?:the|your))?\s*$/i.test(
          before,
        )
      )
        return put(single(second ?? '', b, after ?? ''));
      const odd = joined && b.value <= a.value;
      return put({
        raw,
        low: a.value,
        high: b.value,
        thousands,
        unit: odd ? 'odd' : unitOf(after),
        currency: currencyOf(raw),
      });
    },
  );
  return {
    text: masked.replace(/L([②③④⑤⑥⑦])/g, (_, mark: string) => `L${LEVEL_MARKS.indexOf(mark) + 2}`),
    mentions,
  };
}

const single = (raw: string, { value, thousands }: Value, after: string): Mention => ({
  raw,
  low: value,
  high: value,
  thousands,
  unit: unitOf(after),
  currency: currencyOf(raw),
});

function unitOf(after: string | undefined): Mention['unit'] {
  if (!after || /^ish$/i.test(after)) return 'plain';
  if (/^(%|per)/i.test(after)) return 'percent';
  if (/^s$/i.test(after)) return 'odd';
  return after.toLowerCase().startsWith('y')
    ? 'year'
    : (/^(week|month|day)/i.exec(after)?.[1]?.toLowerCase() as Mention['unit']);
}

/** The words again, with their numbers. */
export const unmask = ({ mentions }: Masked, part: string): string =>
  part.replace(/§(\d+)§/g, (_, i: string) => mentions[Number(i)]?.raw ?? '').trim();
