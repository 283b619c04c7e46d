import { discountOverFourYears, show, type Band, type Cents } from '@legible/offers';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Trouble } from '../../shell/fallbacks.tsx';
import { bandsQuery, offersQuery } from './kept.ts';

/** What one level less costs over four years, in money. */
export function DiscountView() {
  const bands = useQuery(bandsQuery);
  const offers = useQuery(offersQuery);
  const [name, setName] = useState('');
  const error = bands.error ?? offers.error;
  const usable = (offers.data ?? []).flatMap(({ offer }) => (offer === null ? [] : [offer]));
  const all = bands.data?.bands ?? [];
  const band = all.find((each) => key(each) === name) ?? all[0];
  return (
    <section aria-labelledby="discount">
      <h2 id="discount">What a level less costs</h2>
      {error && <Trouble error={error} />}
      {band && (
        <label className="row small no-print">
          The level that the scope is paid as
          <select className="input" value={key(band)} onChange={(event) => setName(event.target.value)}>
            {all.map((each) => (
              <option key={key(each)}>{key(each)}</option>
            ))}
          </select>
        </label>
      )}
      {band && usable.length === 0 && offers.data && (
        <>
          <p>
            Even without an offer: each {show(1_000_000, band.currency)} of base less is{' '}
            <strong>{show(discountOverFourYears(tenLess(band), band), band.currency)}</strong> over four years, since
            raises come in percent of what you have.
          </p>
          <p className="small">
            <Link to="/offers">Write down an offer</Link> to see what its level costs.
          </p>
        </>
      )}
      {band && (
        <ul className="plain-list">
          {usable.map((offer, k) => {
            if (offer.currency !== band.currency)
              return (
                <li key={k}>
                  <span className="theirs">{offer.company}</span> pays in {offer.currency}, the band in {band.currency}:
                  they cannot be set against each other here.
                </li>
              );
            const bonus = Math.round((offer.base * offer.bonus.target) / 10_000);
            const cost = discountOverFourYears({ base: offer.base, bonus, equity: offer.rsu.value }, band);
            return (
              <li key={k}>
                <span className="theirs">{offer.company}</span>{' '}
                {cost > 0 ? (
                  <>
                    pays <strong>{show(whole(cost), band.currency)}</strong> less over four years than the middle of
                    this band.
                  </>
                ) : (
                  <>
                    pays {show(whole(-cost), band.currency)} more over four years than the middle of this band: no
                    discount.
                  </>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {band && (
        <p className="tiny soft">
          Base and target bonus with raises of 3% a year, shares at the grant’s price; nothing taxed. {band.source} (
          {band.asOf}
          ). Bands age: put the band of the level you argue for under <Link to="/offers/bands">Bands</Link>.
        </p>
      )}
    </section>
  );
}

const key = (band: Band): string => `${band.name}, ${band.level}, ${band.where}`;
const whole = (cents: Cents): Cents => Math.round(cents / 100) * 100;

/** The middle of a band with ten thousand of base less. */
function tenLess(band: Band): { base: Cents; bonus: Cents; equity: Cents } {
  const middle = (part: 'base' | 'bonus' | 'equity'): Cents =>
    band[part] === undefined ? 0 : Math.round((band[part].low + band[part].high) / 2);
  return { base: middle('base') - 1_000_000, bonus: middle('bonus'), equity: middle('equity') };
}
