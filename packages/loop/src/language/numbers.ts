/** A share stated in words or figures, as a fraction. */
export interface Share {
  readonly from: number;
  readonly to: number;
  /** The words as said. */
  readonly text: string;
  /** 0 to 1; may exceed 1 for "120%". */
  readonly fraction: number;
}

const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  a: 1,
  an: 1,
  half: 0.5,
};
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  k: 1e3,
  m: 1e6,
  bn: 1e9,
};
const WORD = `(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half)`;
const DIGITS = String.raw`\d+(?:[,  ]\d{3}){0,5}(?:\.\d+)?`;
const QUANTITY = `(?:${DIGITS}(?:\\s?(?:k|m|bn)\\b)?(?:\\s(?:hundred|thousand|million|billion))?|(?:${WORD}|an?(?=\\s(?:hundred|thousand|million|billion)))(?:[\\s-](?:and\\s)?(?:${WORD}|point|hundred|thousand|million|billion)){0,9})`;

/** The value of a quantity in figures or words ("12,500", "40k", "two thousand", "ninety-nine point five"), or null. */
export function valueOf(quantity: string): number | null {
  const text = quantity.toLowerCase().trim();
  const figure = /^(\d+(?:[,  ]\d{3})*(?:\.\d+)?)\s?([a-z]*)$/.exec(text);
  if (figure !== null) {
    const scale = figure[2] === '' ? 1 : SCALES[figure[2] ?? ''];
    return scale === undefined ? null : Number((figure[1] ?? '').replace(/[,  ]/g, '')) * scale;
  }
  let total = 0;
  let group = 0;
  let decimals = 0;
  let seen = false;
  for (const word of text.split(/[\s-]+/)) {
    if (word === 'and' || word === '') continue;
    if (word === 'point') {
      decimals = 0.1;
      continue;
    }
    const unit = UNITS[word] ?? (/^\d+$/.test(word) ? Number(word) : undefined);
    const scale = SCALES[word];
    if (unit !== undefined && decimals > 0) {
      group += unit * decimals;
      decimals /= 10;
    } else if (unit !== undefined) group += unit;
    else if (scale === 100) group = (group === 0 ? 1 : group) * 100;
    else if (scale !== undefined) {
      total += (group === 0 ? 1 : group) * scale;
      group = 0;
    } else return null;
    seen = true;
  }
  // 0.1 * 5 and the like are kept to the digits that were said.
  return seen ? Number((total + group).toPrecision(12)) : null;
}

const PERCENT = new RegExp(`(?<![\\w.])(${QUANTITY})\\s?(?:%|percent\\b|per cent\\b)`, 'gi');
const ONE_IN = new RegExp(`(?<![\\w.])(${QUANTITY})\\s(?:in|out of)\\s(?:every\\s|a\\s)?(${QUANTITY})(?![\\w%])`, 'gi');

/** Shares in a text: "99%", "0.2 percent", "one in two thousand", "3 out of 500", in order. */
export function sharesIn(text: string): readonly Share[] {
  const found: Share[] = [];
  for (const match of /%|per ?cent/i.test(text) ? text.matchAll(PERCENT) : []) {
    const value = valueOf(match[1] ?? '');
    if (value !== null)
      found.push({ from: match.index, to: match.index + match[0].length, text: match[0], fraction: value / 100 });
  }
  for (const match of /\s(?:in|out of)\s/i.test(text) ? text.matchAll(ONE_IN) : []) {
    const part = valueOf(match[1] ?? '');
    const whole = valueOf(match[2] ?? '');
    if (part !== null && whole !== null && whole > part && whole > 0)
      found.push({ from: match.index, to: match.index + match[0].length, text: match[0], fraction: part / whole });
  }
  return found.sort((a, b) => a.from - b.from);
}

const NUMBER = new RegExp(`(?<![\\w.])(${QUANTITY})(?![\\w%])`, 'gi');

/** Every plain number of a text with its words, in order; shares in percent are not among them. */
export function numbersIn(
  text: string,
): readonly { readonly from: number; readonly text: string; readonly value: number }[] {
  const found = [];
  for (const match of text.matchAll(NUMBER)) {
    const value = valueOf(match[1] ?? '');
    if (value !== null && !/^\s?(?:%|percent|per cent)/i.test(text.slice(match.index + match[0].length)))
      found.push({ from: match.index, text: match[0], value });
  }
  return found;
}

/** A fraction as a percentage with as many digits as tell it apart from 0 and 100: 0.9995 is "99.95%". */
export function percent(fraction: number): string {
  const value = fraction * 100;
  const gap = Math.min(Math.abs(value), Math.abs(100 - value));
  const digits = gap === 0 ? 0 : Math.max(0, Math.min(6, 1 - Math.floor(Math.log10(gap))));
  return `${Number(value.toFixed(digits))}%`;
}

/** A count with thousands marked and at most two significant digits below ten. */
export function count(value: number): string {
  const rounded = value < 10 ? Number(value.toPrecision(2)) : Math.round(value);
  const [whole = '0', rest] = String(rounded).split('.');
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? marked : `${marked}.${rest}`;
}
