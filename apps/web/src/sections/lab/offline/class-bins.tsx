import type { FeatureView } from '@legible/lab';
import type { PlotOptions } from '@observablehq/plot';
import { useCallback } from 'react';
import { Plot } from '../../../paper/plot.tsx';
import { brief } from '../charts/scale.ts';

type Bins = FeatureView['bins'];
type Bin = Bins[number];

/** Where the values of a column lie: shares of either label, one above the line and one below it. */
export function ClassBins({ bins, title }: { readonly bins: Bins; readonly title: string }) {
  const options = useCallback(
    (plot: typeof import('@observablehq/plot')): PlotOptions => {
      const first = bins[0]?.from ?? 0;
      const width = (bins[1]?.from ?? first + 1) - first;
      const end = first + bins.length * width;
      const sides = { x1: 'from', x2: ({ from }: Bin) => from + width, insetLeft: 0.5, insetRight: 0.5 };
      const most = Math.max(0.01, ...bins.flatMap(({ honest, fraud }) => [honest, fraud]));
      return {
        height: 92,
        marginTop: 4,
        marginBottom: 20,
        marginLeft: 42,
        marginRight: 14,
        x: { domain: [first, end], ticks: 4, label: null, tickFormat: (x: number) => brief(x) },
        y: { domain: [-most, most], axis: null },
        marks: [
          plot.rectY(bins, { ...sides, y1: 0, y2: 'fraud', fill: 'var(--ink)' }),
          plot.rectY(bins, { ...sides, y1: 0, y2: ({ honest }: Bin) => -honest, fill: 'var(--rule-strong)' }),
          plot.ruleY([0], { stroke: 'var(--ink)' }),
          ...[most, -most].map((at) =>
            plot.text([at > 0 ? 'fraud' : 'honest'], {
              y: at,
              text: (says: string) => says,
              frameAnchor: 'left',
              textAnchor: 'end',
              dx: -4,
              dy: at > 0 ? 10 : -10,
              fill: 'var(--ink-soft)',
            }),
          ),
        ],
      };
    },
    [bins],
  );
  const mean = (label: 'honest' | 'fraud'): string => {
    const half = bins.findIndex((_, i) => bins.slice(0, i + 1).reduce((sum, bin) => sum + bin[label], 0) >= 0.5);
    return brief(bins[half]?.from ?? Number.NaN);
  };
  return (
    <Plot
      options={options}
      label={`${title}: half of what was called honest lies below about ${mean('honest')}, half of what was called fraud below about ${mean('fraud')}.`}
    />
  );
}
