import {
  show,
  type Assumptions,
  type BreakEven,
  type Cents,
  type Comparison,
  type Valued,
  type Year,
} from '@legible/offers';
import type { Pen } from '../terminal/paint.ts';
import { wrap } from '../terminal/wrap.ts';

const NAME = 22;
const PARTS: readonly (readonly [label: string, part: keyof Year])[] = [
  ['base', 'base'],
  ['bonus, as likely', 'bonus'],
  ['sign-on', 'signOn'],
  ['shares', 'rsu'],
  ['refreshers', 'refreshers'],
  ['benefits', 'benefits'],
];

/** Offers as a table for a terminal: the first year by part, each year, the average, then the options, then what would have to be true. */
export function sideBySide(comparison: Comparison, assumptions: Assumptions, pen: Pen, width: number): string {
  const { offers, breakEven, currency } = comparison;
  const column = Math.max(14, ...offers.map(({ company }) => Math.min(20, company.length) + 2));
  const money = (cents: Cents): string => show(Math.round(cents / 100) * 100, currency);
  const row = (label: string, cells: readonly string[]): string =>
    label.padEnd(NAME) + cells.map((cell) => cell.padStart(column)).join('');
  const each = (label: string, pick: (offer: Valued) => Cents | null): string =>
    row(
      label,
      offers.map((offer) => {
        const cents = pick(offer);
        return cents === null ? '–' : money(cents);
      }),
    );
  const lines = [
    pen.strong(
      row(
        '',
        offers.map(({ company }) => company.slice(0, 20)),
      ),
    ),
    pen.strong('First year'),
    ...PARTS.flatMap(([label, part]) =>
      offers.every((offer) => offer.years[0]![part] === 0)
        ? []
        : [each(`  ${label}`, (offer) => offer.years[0]![part])],
    ),
    each('  together', ({ firstYear }) => firstYear),
    pen.strong('Each year, with refreshers'),
    ...offers[0]!.years.map((_, y) => each(`  year ${y + 1}`, (offer) => offer.years[y]!.total)),
    pen.strong('Four-year average'),
    each('  with refreshers', ({ average }) => average.withRefreshers),
    each('  without', ({ average }) => average.without),
  ];
  if (offers.some(({ options }) => options !== null)) {
    const known = (offer: Valued) => (offer.options !== null && !('unknown' in offer.options) ? offer.options : null);
    lines.push(
      pen.strong('Options, in no sum above'),
      row(
        '  worth nothing in',
        offers.map((offer) => {
          const options = known(offer);
          return options === null ? '–' : `${Math.round(100 * options.worthless)} of 100`;
        }),
      ),
      each('  half stay below', (offer) => known(offer)?.percentiles[50] ?? null),
      each('  9 in 10 stay below', (offer) => known(offer)?.percentiles[90] ?? null),
      each('  to exercise', (offer) => known(offer)?.exercise ?? null),
    );
  }
  const notes = [
    ...breakEven.map((pair) => sentence(pair, comparison, money)),
    ...offers.flatMap((offer) =>
      offer.options !== null && 'unknown' in offer.options ? [`${offer.company}: ${offer.options.unknown}`] : [],
    ),
    `Shares at ${assumptions.path.map((price) => `${price / 100}%`).join(', ')} of the grant's price in the four years. Options over exits drawn from: ${assumptions.ladder.source} (${assumptions.ladder.asOf}). Nothing is taxed or discounted here, and this is no tax advice.`,
  ];
  const asks = offers.flatMap((offer) => offer.ask.map((question) => `  ${offer.company}: ${question}`));
  return `${[
    ...lines,
    '',
    ...notes.flatMap((note) => [...wrap(note, width), '']),
    ...(asks.length === 0 ? [] : [pen.strong('Ask before you compare further'), ...asks]),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function sentence(pair: BreakEven, { offers, currency }: Comparison, money: (cents: Cents) => string): string {
  const [behind, ahead] = [offers[pair.behind]!.company, offers[pair.ahead]!.company];
  if (pair.gap === 0) return `${behind} and ${ahead} pay the same over four years, options left aside.`;
  const ways = [
    ...(pair.exit === null
      ? []
      : [
          `exits above ${show(Math.ceil(pair.exit / 100) * 100, currency)}${
            pair.times === null ? '' : ` (${(pair.times / 100).toFixed(1)} times its last round)`
          }`,
        ]),
    ...(pair.sharePrice === null
      ? []
      : [`holds its shares above ${(pair.sharePrice / 100).toFixed(0)}% of the grant's price`]),
  ];
  return ways.length === 0
    ? `${ahead} pays ${money(pair.gap)} more than ${behind} over four years, and nothing in ${behind}'s letter can make that up.`
    : `${ahead} pays ${money(pair.gap)} more over four years. ${behind} wins only if it ${ways.join(', or ')}.`;
}
