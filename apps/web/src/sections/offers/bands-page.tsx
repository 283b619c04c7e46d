import {
  DEFAULT_BANDS,
  monthsOld,
  OfferError,
  parseBands,
  show,
  writeBands,
  type Band,
  type Range,
} from '@legible/offers';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { bandsQuery, keepBands } from './kept.ts';
import './offers.css';

/** What is paid elsewhere, dated, and yours to change. */
export function BandsPage() {
  const { data, error } = useQuery(bandsQuery);
  return (
    <Page
      title="Bands"
      intro="What a role at a level is paid elsewhere. Bands age: each has its date and its source, and newer figures of your own are worth more."
    >
      {error && <Trouble error={error} />}
      {!data && !error && <Waiting />}
      {data && <Bands key={data.version} {...data} />}
    </Page>
  );
}

function Bands({ bands, version }: { readonly bands: readonly Band[]; readonly version: number }) {
  const queries = useQueryClient();
  const [csv, setCsv] = useState(() => writeBands(bands));
  const [trouble, setTrouble] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (next: readonly Band[]) => keepBands(next, version),
    onSuccess: () => queries.invalidateQueries({ queryKey: bandsQuery.queryKey }),
  });
  const keep = (): void => {
    try {
      const next = parseBands(csv);
      setTrouble(null);
      save.mutate(next);
    } catch (error) {
      if (!(error instanceof OfferError)) throw error;
      setTrouble(error.message);
    }
  };
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  return (
    <div className="scope-page">
      <BandTable bands={bands} today={today} />
      <section aria-labelledby="edit-bands">
        <h2 id="edit-bands">Change or add</h2>
        <label className="stack">
          <span className="small">
            One line a band, as a spreadsheet keeps it (CSV). Leave a range empty where there is none.
          </span>
          <textarea
            className="textarea bands-text"
            spellCheck={false}
            value={csv}
            onChange={(event) => setCsv(event.target.value)}
          />
        </label>
        <label className="row small">
          Or take a CSV file:
          <input
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => void event.target.files?.[0]?.text().then(setCsv)}
          />
        </label>
        {trouble && (
          <div className="notice" role="alert">
            {trouble}
          </div>
        )}
        {save.error && <Trouble error={save.error} />}
        <p className="row">
          <button type="button" className="button primary" disabled={save.isPending} onClick={keep}>
            Keep these bands
          </button>
          <button type="button" className="link" onClick={() => setCsv(writeBands(DEFAULT_BANDS))}>
            Put back the shipped ones
          </button>
          <Link className="link" to="/offers">
            Back to the offers
          </Link>
        </p>
      </section>
    </div>
  );
}

function BandTable({ bands, today }: { readonly bands: readonly Band[]; readonly today: string }) {
  const said = (range: Range | undefined, { currency }: Band): string =>
    range === undefined ? '–' : `${show(range.low, currency)} to ${show(range.high, currency)}`;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Bands">
      <table className="money-table">
        <thead>
          <tr>
            <th scope="col">Band</th>
            <th scope="col">Base</th>
            <th scope="col">Bonus a year</th>
            <th scope="col">Sign-on</th>
            <th scope="col">Shares, four years</th>
            <th scope="col">As of</th>
          </tr>
        </thead>
        <tbody>
          {bands.map((band, k) => (
            <tr key={k}>
              <th scope="row">
                {band.name}, {band.level}, {band.where}
                <span className="tiny soft"> {band.source}</span>
              </th>
              <td>{said(band.base, band)}</td>
              <td>{said(band.bonus, band)}</td>
              <td>{said(band.signOn, band)}</td>
              <td>{said(band.equity, band)}</td>
              <td>
                {band.asOf}
                {monthsOld(band, today) >= 12 && <strong> old</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
