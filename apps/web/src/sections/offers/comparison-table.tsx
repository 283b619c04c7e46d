import { clawback, show, type Cents, type Offer, type Valued, type Year } from '@legible/offers';

interface Props {
  readonly offers: readonly Valued[];
  /** The offers as written, in the same order. */
  readonly given: readonly Offer[];
  readonly money: (cents: Cents) => string;
}

const PARTS: readonly (readonly [label: string, part: keyof Year])[] = [
  ['Base', 'base'],
  ['Bonus, as likely', 'bonus'],
  ['Sign-on', 'signOn'],
  ['Shares', 'rsu'],
  ['Refreshers', 'refreshers'],
  ['Benefits', 'benefits'],
];

/** Year by year, part by part: never one total. */
export function ComparisonTable({ offers, given, money }: Props) {
  const used = PARTS.filter(([, part]) => offers.some(({ years }) => years.some((year) => year[part] !== 0)));
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="What each offer pays in each year">
      <table className="money-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">What</span>
            </th>
            {offers.map(({ company }, k) => (
              <th key={k} scope="col" className="theirs">
                {company}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="group">
            <th scope="rowgroup" colSpan={offers.length + 1}>
              First year
            </th>
          </tr>
          {used.map(([label, part]) => (
            <tr key={part}>
              <th scope="row">{label}</th>
              {offers.map(({ years }, k) => (
                <td key={k}>{years[0]![part] === 0 ? '–' : money(years[0]![part])}</td>
              ))}
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">Together</th>
            {offers.map(({ firstYear }, k) => (
              <td key={k}>{money(firstYear)}</td>
            ))}
          </tr>
        </tbody>
        <tbody>
          <tr className="group">
            <th scope="rowgroup" colSpan={offers.length + 1}>
              Each year, with refreshers
            </th>
          </tr>
          {offers[0]!.years.map((_, year) => (
            <tr key={year}>
              <th scope="row">Year {year + 1}</th>
              {offers.map(({ years }, k) => (
                <td key={k}>{money(years[year]!.total)}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tbody>
          <tr className="group">
            <th scope="rowgroup" colSpan={offers.length + 1}>
              Four-year average
            </th>
          </tr>
          <tr>
            <th scope="row">With refreshers</th>
            {offers.map(({ average }, k) => (
              <td key={k}>{money(average.withRefreshers)}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">Without</th>
            {offers.map(({ average }, k) => (
              <td key={k}>{money(average.without)}</td>
            ))}
          </tr>
        </tbody>
        <tbody>
          <tr className="group">
            <th scope="rowgroup" colSpan={offers.length + 1}>
              The rest of the letter
            </th>
          </tr>
          {given.some(({ signOn }) => signOn.amount > 0) && (
            <tr>
              <th scope="row">Sign-on to pay back if you leave after six months</th>
              {given.map((offer, k) => (
                <td key={k}>{owed(offer)}</td>
              ))}
            </tr>
          )}
          <tr>
            <th scope="row">Remote</th>
            {given.map(({ remote }, k) => (
              <td key={k} className="words">
                {remote}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">Answer by</th>
            {given.map(({ deadline }, k) => (
              <td key={k}>{deadline}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** What leaving in the middle of the first year costs of the sign-on, and until when it costs anything. */
function owed(offer: Offer): string {
  const { amount, clawbackMonths } = offer.signOn;
  if (amount === 0) return '–';
  if (clawbackMonths === 0) return 'not stated';
  return `${show(clawback(offer, 6), offer.currency)}, none from month ${clawbackMonths}`;
}
