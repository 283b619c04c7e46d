import type { PlotOptions } from '@observablehq/plot';
import { useCallback } from 'react';
import { Plot } from '../../../paper/plot.tsx';

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** Interval around the value. */
  readonly low?: number;
  readonly high?: number;
  /** Drawn in full ink. */
  readonly ours?: boolean;
}

interface Props {
  readonly bars: readonly Bar[];
  readonly figure: (x: number) => string;
  readonly label: string;
}

/** Lengths to compare, each with its name over it and its figure behind it. Names may be long: they wrap nowhere. */
export function Bars({ bars, figure, label }: Props) {
  const options = useCallback(
    (plot: typeof import('@observablehq/plot'), width: number): PlotOptions => {
      const ends = bars.flatMap(({ value, low, high }) => [0, value, low ?? value, high ?? value]);
      const [least, most] = [Math.min(...ends), Math.max(...ends)];
      const room = ((most - least || 1) * 78) / Math.max(120, width - 78);
      const ends2 = (bar: Bar) => Math.max(0, bar.value, bar.high ?? bar.value);
      return {
        height: 40 * bars.length + 8,
        marginLeft: 2,
        marginRight: 2,
        marginTop: 4,
        marginBottom: 4,
        x: { axis: null, domain: [least, most + room] },
        y: { axis: null, domain: bars.map(({ name }) => name), paddingInner: 0, paddingOuter: 0 },
        marks: [
          plot.barX(bars, {
            x1: 0,
            x2: 'value',
            y: 'name',
            insetTop: 19,
            insetBottom: 5,
            fill: ({ ours }: Bar) => (ours ? 'var(--ink)' : 'var(--rule-strong)'),
          }),
          plot.ruleY(
            bars.filter(({ low }) => low !== undefined),
            { x1: 'low', x2: 'high', y: 'name', dy: 7, stroke: 'var(--paper)', strokeWidth: 4 },
          ),
          plot.ruleY(
            bars.filter(({ low }) => low !== undefined),
            { x1: 'low', x2: 'high', y: 'name', dy: 7, stroke: 'var(--ink)', strokeWidth: 1.5 },
          ),
          ...(least < 0 ? [plot.ruleX([0], { stroke: 'var(--rule-strong)' })] : []),
          plot.text(bars, {
            x: least,
            y: 'name',
            text: 'name',
            textAnchor: 'start',
            lineAnchor: 'middle',
            dy: -11,
            fill: 'var(--ink)',
            stroke: 'var(--paper)',
            strokeWidth: 4,
          }),
          plot.text(bars, {
            x: ends2,
            y: 'name',
            text: ({ value }: Bar) => figure(value),
            textAnchor: 'start',
            dx: 6,
            dy: 7,
            fill: 'var(--ink)',
          }),
        ],
      };
    },
    [bars, figure],
  );
  return <Plot options={options} label={label} />;
}
