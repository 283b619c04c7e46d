import {
  monthsOld,
  place,
  show,
  type Assumptions,
  type Band,
  type BreakEven,
  type Cents,
  type Comparison,
  type Offer,
  type Placed,
} from '@legible/offers';
import { useState } from 'react';
import { ComparisonTable } from './comparison-table.tsx';
import { OptionsView } from './options-view.tsx';
import { YearBars } from './year-bars.tsx';

interface Props {
  readonly comparison: Comparison;
  /** The offers as written, in their own currencies, in the same order. */
  readonly given: readonly Offer[];
  readonly assumptions: Assumptions;
  readonly bands: readonly Band[];
}

/** Offers side by side, as a document. */
export function ComparisonView({ comparison, given, assumptions, bands }: Props) {
  const { offers, breakEven, currency } = comparison;
  const money = (cents: Cents): string => show(Math.round(cents / 100) * 100, currency);
  const asks = offers.flatMap(({ company, ask }) => ask.map((question) => ({ company, question })));
  return (
    <article className="comparison">
      <section aria-labelledby="by-year">
        <h2 id="by-year">What they pay</h2>
        <YearBars offers={offers} money={money} />
        <ComparisonTable offers={offers} given={given} money={money} />
      </section>
      {offers.some(({ options }) => options !== null) && (
        <section aria-labelledby="by-chance">
          <h2 id="by-chance">Options, in no sum above</h2>
          <OptionsView offers={offers} given={given} money={money} />
        </section>
      )}
      {breakEven.length > 0 && (
        <section aria-labelledby="what-if">
          <h2 id="what-if">What would have to be true</h2>
          <ul className="plain-list">
            {breakEven.map((pair) => (
              <li key={`${pair.behind}-${pair.ahead}`}>{sentence(pair, comparison, money)}</li>
            ))}
          </ul>
        </section>
      )}
      <Standing given={given} bands={bands} />
      {asks.length > 0 && (
        <section aria-labelledby="to-ask">
          <h2 id="to-ask">Ask before you decide</h2>
          <ul className="plain-list">
            {asks.map(({ company, question }) => (
              <li key={`${company} ${question}`}>
                <span className="theirs">{company}</span>: {question}
              </li>
            ))}
          </ul>
        </section>
      )}
      <footer className="small soft">
        Shares at {assumptions.path.map((price) => `${price / 100}%`).join(', ')} of the grant’s price in the four
        years. Bonus as target times how much of it is usually paid. Options over 100,000 exits drawn from{' '}
        {assumptions.ladder.source} ({assumptions.ladder.asOf}), seed {assumptions.seed}. Nothing is taxed or
        discounted, and this is no tax advice: options have tax of their own, before and after exercise.
      </footer>
      <p className="no-print">
        <button type="button" className="button" onClick={() => print()}>
          Print, or keep as PDF
        </button>
      </p>
    </article>
  );
}

function sentence(pair: BreakEven, { offers, currency }: Comparison, money: (cents: Cents) => string): string {
  const [behind, ahead] = [offers[pair.behind]!.company, offers[pair.ahead]!.company];
  if (pair.gap === 0) return `${behind} and ${ahead} pay the same over four years, options left aside.`;
  const ways = [
    ...(pair.exit === null
      ? []
      : [
          `exits above ${show(Math.ceil(pair.exit / 100_000_000) * 100_000_000, currency)}${
            pair.times === null ? '' : `, ${(pair.times / 100).toFixed(1)} times its last round`
          }`,
        ]),
    ...(pair.sharePrice === null
      ? []
      : [`holds its shares above ${(pair.sharePrice / 100).toFixed(0)}% of the grant’s price`]),
  ];
  return ways.length === 0
    ? `${ahead} pays ${money(pair.gap)} more than ${behind} over four years, and nothing in ${behind}’s letter can make that up.`
    : `${ahead} pays ${money(pair.gap)} more over four years. ${behind} wins only if it ${ways.join(', or ')}.`;
}

function Standing({ given, bands }: Pick<Props, 'given' | 'bands'>) {
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const rows = given.flatMap((offer) => {
    // The band is the one whose kind of company the letter speaks for: options for a young one, shares for a late one.
    const young = offer.options !== undefined && offer.rsu.value === 0;
    const band = bands.find((each) => each.currency === offer.currency && (each.equity === undefined) === young);
    if (band === undefined) return [];
    const placed = [
      place('base', offer.base, band),
      offer.bonus.target === 0 ? null : place('bonus', Math.round((offer.base * offer.bonus.target) / 10_000), band),
      offer.signOn.amount === 0 ? null : place('signOn', offer.signOn.amount, band),
      offer.rsu.value === 0 ? null : place('equity', offer.rsu.value, band),
    ].filter((each): each is Placed => each !== null);
    return [{ company: offer.company, band, placed }];
  });
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">Against the bands</h2>
      {rows.map(({ company, band, placed }) => (
        <div key={company} className="stack">
          <h3 className="theirs">{company}</h3>
          <ul className="plain-list">
            {placed.map(({ part, standing, reason }) => (
              <li key={part}>
                <strong>{standing}</strong>. {reason}
              </li>
            ))}
          </ul>
          <p className="tiny soft">
            {band.source}. {monthsOld(band, today) >= 12 ? 'This band is over a year old: ' : 'Bands age: '}look for
            newer figures before you lean on them. It says something about the offer, nothing about you.
          </p>
        </div>
      ))}
    </section>
  );
}
