import type { Cents, Valued } from '@legible/offers';
import type { PlotOptions } from '@observablehq/plot';
import { useCallback } from 'react';
import { Plot } from '../../paper/plot.tsx';

interface Props {
  readonly offers: readonly Valued[];
  readonly money: (cents: Cents) => string;
}

/** One small figure an offer: what each year pays, refreshers set on top. */
export function YearBars({ offers, money }: Props) {
  const most = Math.max(...offers.flatMap(({ years }) => years.map((year) => year.total)));
  return (
    <div className="year-bars">
      {offers.map((offer, k) => (
        <figure key={k}>
          <figcaption className="small theirs">{offer.company}</figcaption>
          <Bars offer={offer} most={most} money={money} />
        </figure>
      ))}
    </div>
  );
}

function Bars({
  offer,
  most,
  money,
}: {
  readonly offer: Valued;
  readonly most: Cents;
  readonly money: Props['money'];
}) {
  const options = useCallback(
    (plot: typeof import('@observablehq/plot')): PlotOptions => {
      const rows = offer.years.map((year, y) => ({ year: `${y + 1}`, ...year }));
      return {
        height: 150,
        marginLeft: 8,
        marginRight: 8,
        marginTop: 22,
        x: { label: null, type: 'band', padding: 0.25 },
        y: { axis: null, domain: [0, most * 1.05] },
        marks: [
          plot.barY(rows, { x: 'year', y: 'withoutRefreshers', fill: 'currentColor', fillOpacity: 0.75 }),
          plot.barY(rows, {
            x: 'year',
            y1: 'withoutRefreshers',
            y2: 'total',
            fill: 'currentColor',
            fillOpacity: 0.3,
          }),
          plot.text(rows, {
            x: 'year',
            y: 'total',
            dy: -8,
            text: ({ total }: { total: Cents }) => `${Math.round(total / 100_000)}k`,
          }),
        ],
      };
    },
    [offer, most],
  );
  const said = offer.years.map(({ total }, y) => `year ${y + 1} ${money(total)}`).join(', ');
  return <Plot options={options} label={`${offer.company}: ${said}`} />;
}
