import { CURRENCIES, type Currency } from '@legible/offers';

interface Props {
  /** Share price of each year, in percent of the grant's. */
  readonly path: readonly number[];
  readonly onPath: (path: readonly number[]) => void;
  readonly currency: Currency;
  readonly onCurrency: (currency: Currency) => void;
  /** Currencies that need a rate. */
  readonly foreign: readonly Currency[];
  readonly rates: Readonly<Record<string, number>>;
  readonly onRates: (rates: Readonly<Record<string, number>>) => void;
}

/** What nobody knows and everybody assumes, where it can be changed. */
export function AssumptionsForm({ path, onPath, currency, onCurrency, foreign, rates, onRates }: Props) {
  return (
    <fieldset className="assumptions no-print">
      <legend className="label">Assume that shares stand at</legend>
      <div className="path-sliders">
        {path.map((percent, year) => (
          <label key={year} className="path-slider">
            <span className="tiny">
              year {year + 1} <output className="number">{percent}%</output>
            </span>
            <input
              type="range"
              min={10}
              max={400}
              step={5}
              value={percent}
              aria-label={`Share price in year ${year + 1}, in percent of the grant's`}
              onChange={(event) => onPath(path.with(year, Number(event.target.value)))}
            />
          </label>
        ))}
      </div>
      <p className="row small">
        <span>of the price of the grant.</span>
        <button type="button" className="link" onClick={() => onPath(path.map(() => 100))}>
          Unchanged
        </button>
        <button type="button" className="link" onClick={() => onPath([80, 60, 50, 50])}>
          Halved
        </button>
        <button type="button" className="link" onClick={() => onPath([115, 130, 150, 175])}>
          Rising
        </button>
        <label className="row">
          All in
          <select className="input" value={currency} onChange={(event) => onCurrency(event.target.value as Currency)}>
            {CURRENCIES.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
        {foreign.map((code) => (
          <label key={code} className="row">
            one {code} is
            <input
              className="input rate"
              type="number"
              inputMode="decimal"
              min={0}
              step="any"
              value={rates[code] ?? ''}
              onChange={(event) => onRates({ ...rates, [code]: Number(event.target.value) })}
            />
            {currency}
          </label>
        ))}
      </p>
    </fieldset>
  );
}
