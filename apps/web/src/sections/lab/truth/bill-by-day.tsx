import type { IncidentCost, LedgerLine } from '@legible/lab';
import type { PlotOptions } from '@observablehq/plot';
import { useCallback } from 'react';
import { Plot } from '../../../paper/plot.tsx';
import { apart, brief } from '../charts/scale.ts';
import { dollars } from '../kept.ts';
import { ledgerName } from '../references.ts';

interface Props {
  readonly ledger: Readonly<Record<string, LedgerLine>>;
  readonly incidents: readonly IncidentCost[];
}

interface Point {
  readonly name: string;
  readonly day: number;
  readonly sum: number;
}

const HEIGHT = 340;
const TOP = 12;
const BOTTOM = 36;

/** What had been lost by each day, plan by plan: the longer the run, the further apart good and bad decisions are. */
export function BillByDay({ ledger, incidents }: Props) {
  const options = useCallback(
    (plot: typeof import('@observablehq/plot'), width: number): PlotOptions => {
      const points = Object.entries(ledger).flatMap(([name, { byDay }]): Point[] => {
        let sum = 0;
        return byDay.map((cost, day) => ({ name, day, sum: (sum += cost) }));
      });
      const last = Math.max(0, ...points.map(({ day }) => day));
      const ends = points.filter(({ day }) => day === last);
      const sums = points.map(({ sum }) => sum);
      const [least, most] = [Math.min(0, ...sums), Math.max(1, ...sums)];
      const tall = HEIGHT - TOP - BOTTOM;
      const unit = (most - least) / tall;
      const places = apart(
        ends.map(({ sum }) => sum),
        14 * unit,
        least + 4 * unit,
        most,
      );
      const labels = ends.map((end, i) => ({ ...end, at: places[i] ?? end.sum }));
      const narrow = width < 480;
      return {
        height: HEIGHT,
        marginTop: TOP,
        marginBottom: BOTTOM,
        marginLeft: 42,
        marginRight: narrow ? 112 : 168,
        x: { label: 'live day', domain: [0, last], ticks: narrow ? 4 : 8, labelAnchor: 'right' },
        y: { label: null, domain: [least, most], ticks: 5, tickFormat: (x: number) => `$${brief(x)}` },
        marks: [
          plot.ruleX(incidents, { x: 'from', stroke: 'var(--rule)', strokeDasharray: '2 3' }),
          plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
          ...[false, true].map((ours) =>
            plot.line(
              points.filter(({ name }) => (name === 'ours') === ours),
              {
                x: 'day',
                y: 'sum',
                z: 'name',
                stroke: ours ? 'var(--ink)' : 'var(--rule-strong)',
                strokeWidth: ours ? 2.75 : 1.25,
              },
            ),
          ),
          plot.text(labels, {
            x: last,
            y: 'at',
            text: ({ name, sum }: Point) => (narrow ? `${ledgerName(name)}` : `${ledgerName(name)} ${dollars(sum)}`),
            textAnchor: 'start',
            dx: 7,
            fill: ({ name }: Point) => (name === 'ours' ? 'var(--ink)' : 'var(--ink-soft)'),
          }),
        ],
      };
    },
    [ledger, incidents],
  );
  const said = Object.entries(ledger).map(([name, { total }]) => `${ledgerName(name)} ${dollars(total)}`);
  return <Plot options={options} label={`Cost summed day by day; at the end ${said.join(', ')}.`} />;
}
