import type { Cents } from '@legible/offers';
import type { PlotOptions } from '@observablehq/plot';
import { useCallback } from 'react';
import { Plot } from '../../paper/plot.tsx';

interface Props {
  readonly company: string;
  /** A hundred outcomes, from the least to the most. */
  readonly futures: readonly Cents[];
  readonly money: (cents: Cents) => string;
}

/** Ends of the groups, in cents; the first group brings nothing. */
const ENDS = [100, 1_000_000, 5_000_000, 25_000_000, 100_000_000, Infinity] as const;

interface Group {
  readonly name: string;
  readonly count: number;
  readonly nothing: boolean;
}

/** How many of a hundred futures bring how much, those with nothing on top. */
export function FuturesPlot({ company, futures, money }: Props) {
  const groups = ENDS.map((end, k): Group => {
    const start = k === 0 ? -1 : ENDS[k - 1]!;
    return {
      name: nameOf(k, money),
      count: futures.filter((value) => value >= start && value < end).length,
      nothing: k === 0,
    };
  });
  const said = groups.map(({ name, count }) => `${count} ${name}`).join(', ');
  return <Bars groups={groups} label={`Of 100 futures of ${company}’s options: ${said}`} />;
}

function nameOf(k: number, money: Props['money']): string {
  if (k === 0) return 'nothing';
  if (k === 1) return `under ${money(ENDS[1])}`;
  const start = money(ENDS[k - 1]!);
  const end = ENDS[k]!;
  return end === Infinity ? `over ${start}` : `${start} to ${money(end)}`;
}

function Bars({ groups, label }: { readonly groups: readonly Group[]; readonly label: string }) {
  // The figure is drawn again only where what it shows has changed.
  const key = JSON.stringify(groups);
  const options = useCallback(
    (plot: typeof import('@observablehq/plot')): PlotOptions => {
      const rows = JSON.parse(key) as Group[];
      return {
        height: 26 * rows.length + 8,
        marginLeft: 165,
        marginRight: 32,
        marginTop: 4,
        marginBottom: 4,
        x: { axis: null, domain: [0, Math.max(...rows.map(({ count }) => count))] },
        y: { label: null, type: 'band', padding: 0.2, domain: rows.map(({ name }) => name), tickSize: 0 },
        marks: [
          plot.barX(rows, {
            y: 'name',
            x: 'count',
            fill: 'currentColor',
            fillOpacity: ({ nothing }: Group) => (nothing ? 0.75 : 0.35),
          }),
          plot.text(rows, {
            y: 'name',
            x: 'count',
            dx: 6,
            textAnchor: 'start',
            text: ({ count }: Group) => `${count}`,
          }),
        ],
      };
    },
    [key],
  );
  return <Plot options={options} label={label} />;
}
