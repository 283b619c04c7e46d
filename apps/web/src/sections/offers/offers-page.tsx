import { DEFAULT_LADDER, MOST_OFFERS, YEARS, type Assumptions, type Offer } from '@legible/offers';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { server } from '../../server/server.ts';
import { Confirm } from '../../shell/confirm.tsx';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { AssumptionsForm } from './assumptions-form.tsx';
import { ComparisonView } from './comparison-view.tsx';
import { bandsQuery, offersQuery, type KeptOffer } from './kept.ts';
import { useComparison } from './use-comparison.ts';
import './offers.css';

const FLAT = Array.from({ length: YEARS }, () => 100);

/** The offers one has, and what they pay side by side. */
export function OffersPage() {
  const { data, error } = useQuery(offersQuery);
  const navigate = useNavigate();
  return (
    <Page
      title="Offers"
      intro="What each one pays, year by year; options as what they are, a chance; and what would have to be true for the other one to win."
    >
      {error && <Trouble error={error} />}
      {!data && !error && <Waiting />}
      <p className="row no-print">
        <button
          type="button"
          className="button primary"
          onClick={() => void navigate({ to: `/offers/edit/${crypto.randomUUID()}` })}
        >
          Write down an offer
        </button>
        <Link className="button" to="/offers/scope">
          Scope before number
        </Link>
        <Link className="button" to="/offers/bands">
          Bands
        </Link>
      </p>
      {data?.length === 0 && (
        <div className="notice">
          <p>
            <strong>No offers yet.</strong>
          </p>
          <p>
            Company and base are enough to begin. Before you have one, <Link to="/offers/scope">settle the scope</Link>:
            a number without it cannot be judged.
          </p>
        </div>
      )}
      {data && data.length > 0 && <Offers offers={data} />}
    </Page>
  );
}

function Offers({ offers }: { readonly offers: readonly KeptOffer[] }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const usable = offers.filter((kept): kept is KeptOffer & { offer: Offer } => kept.offer !== null);
  const chosen = usable.filter(({ id }) => !left.has(id)).slice(0, MOST_OFFERS);
  const toggle = (id: string): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <>
      <OfferList offers={offers} chosen={new Set(chosen.map(({ id }) => id))} onToggle={toggle} />
      {chosen.length > 0 && <Compared key={chosen[0]!.offer.currency} chosen={chosen.map(({ offer }) => offer)} />}
    </>
  );
}

interface ListProps {
  readonly offers: readonly KeptOffer[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

function OfferList({ offers, chosen, onToggle }: ListProps) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: (id: string) => server.deleteDocument({ params: { id } }),
    onSuccess: () => {
      setDoomed(null);
      return queries.invalidateQueries({ queryKey: offersQuery.queryKey });
    },
  });
  const [doomed, setDoomed] = useState<KeptOffer | null>(null);
  return (
    <section aria-labelledby="kept-offers" className="no-print">
      <h2 id="kept-offers">Kept</h2>
      <ul className="offer-list">
        {offers.map((kept) => {
          const { id, title, trouble } = kept;
          return (
            <li key={id} className="row">
              <label className="row">
                <input
                  type="checkbox"
                  checked={chosen.has(id)}
                  disabled={trouble !== null || (!chosen.has(id) && chosen.size >= MOST_OFFERS)}
                  onChange={() => onToggle(id)}
                />
                <span className="theirs">{title}</span>
              </label>
              <Link className="link" to={`/offers/edit/${id}`}>
                Change<span className="visually-hidden"> {title}</span>
              </Link>
              <button type="button" className="link" onClick={() => setDoomed(kept)}>
                Delete<span className="visually-hidden"> {title}</span>
              </button>
              {trouble !== null && <span className="small">Not valued yet: {trouble}</span>}
            </li>
          );
        })}
      </ul>
      <Confirm
        open={doomed !== null}
        title="Delete this offer?"
        busy={remove.isPending}
        error={remove.error}
        onYes={() => doomed && remove.mutate(doomed.id)}
        onClose={() => setDoomed(null)}
      >
        {doomed?.title}: what you wrote down of it goes for good.
      </Confirm>
    </section>
  );
}

function Compared({ chosen }: { readonly chosen: readonly Offer[] }) {
  const { data } = useQuery(bandsQuery);
  const [path, setPath] = useState<readonly number[]>(FLAT);
  const [currency, setCurrency] = useState(chosen[0]!.currency);
  const [rates, setRates] = useState<Readonly<Record<string, number>>>({});
  const assumptions = useMemo(
    (): Assumptions => ({
      path: path.map((percent) => Math.round(percent * 100)),
      ladder: DEFAULT_LADDER,
      seed: 1,
      draws: 100_000,
      currency,
      rates: Object.fromEntries(Object.entries(rates).map(([code, rate]) => [code, Math.round(rate * 1_000_000)])),
    }),
    [path, currency, rates],
  );
  const compared = useComparison(chosen, assumptions);
  return (
    <>
      <AssumptionsForm
        path={path}
        onPath={setPath}
        currency={currency}
        onCurrency={setCurrency}
        foreign={[...new Set(chosen.map((offer) => offer.currency))].filter((code) => code !== currency)}
        rates={rates}
        onRates={setRates}
      />
      {compared === null && <Waiting />}
      {compared?.trouble && (
        <div className="notice" role="status">
          {compared.trouble}
        </div>
      )}
      {compared?.comparison && (
        <ComparisonView
          comparison={compared.comparison}
          given={chosen}
          assumptions={assumptions}
          bands={data?.bands ?? []}
        />
      )}
    </>
  );
}
