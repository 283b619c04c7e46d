import type { PlotOptions } from '@observablehq/plot';
import { useCallback } from 'react';
import { Plot } from '../../../paper/plot.tsx';

/** A contestant's shares of the way over the seeds, as a row of the plot. */
export interface SharesRow {
  readonly name: string;
  /** Evenly spaced quantiles of its shares. */
  readonly shares: readonly number[];
  /** What is said at the end of the row. */
  readonly says: string;
  /** What it reached on the seed of the run. */
  readonly here?: number | undefined;
}

interface Props {
  readonly rows: readonly SharesRow[];
  /** The share of the run that is placed; none on a page that places nobody. */
  readonly you?: number;
  readonly label: string;
}

const ROW = 40;
const percent = (share: number): string => `${share < 0 ? '−' : ''}${Math.abs(Math.round(100 * share))}%`;
const at = (shares: readonly number[], part: number): number => shares[Math.round(part * (shares.length - 1))] ?? 0;

/** How far each contestant goes from doing nothing to knowing the truth, seed by seed: spread, middle half, median. */
export function SharesPlot({ rows, you, label }: Props) {
  const options = useCallback(
    (plot: typeof import('@observablehq/plot'), width: number): PlotOptions => {
      const spans = rows.map(({ name, shares, says, here }) => ({
        name,
        says,
        here,
        low: at(shares, 0.1),
        from: at(shares, 0.25),
        middle: at(shares, 0.5),
        to: at(shares, 0.75),
        high: at(shares, 0.9),
      }));
      // Plans drawn at random may reach far below doing nothing: their row is cut off where the others are small.
      const least = Math.max(-1, Math.min(0, you ?? 0, ...spans.map(({ low }) => low)));
      const narrow = width < 480;
      const height = ROW * rows.length;
      const inside = (share: number): number => Math.max(least, share);
      return {
        height: height + (you === undefined ? 46 : 64),
        marginLeft: 8,
        marginRight: 14,
        marginTop: you === undefined ? 2 : 20,
        marginBottom: 44,
        x: {
          label: 'share of the way from doing nothing to knowing the truth',
          labelAnchor: 'center',
          labelArrow: 'none',
          domain: [least, 1],
          ticks: narrow ? 4 : 7,
          tickFormat: percent,
        },
        y: { axis: null, type: 'band', domain: rows.map(({ name }) => name), padding: 0 },
        marks: [
          plot.ruleX([0], { stroke: 'var(--rule-strong)' }),
          plot.ruleY(spans, {
            y: 'name',
            x1: ({ low }) => inside(low),
            x2: ({ high }) => inside(high),
            dy: 9,
            stroke: 'var(--rule-strong)',
          }),
          plot.ruleY(spans, {
            y: 'name',
            x1: ({ from }) => inside(from),
            x2: ({ to }) => inside(to),
            dy: 9,
            stroke: 'var(--rule-strong)',
            strokeWidth: 7,
          }),
          plot.dot(
            spans.filter(({ middle }) => middle >= least),
            { x: 'middle', y: 'name', dy: 9, r: 4.5, fill: 'var(--ink)' },
          ),
          plot.dot(
            spans.filter(({ here }) => here !== undefined && here >= least),
            { x: 'here', y: 'name', dy: 9, r: 5, stroke: 'var(--ink)', strokeWidth: 1.5 },
          ),
          plot.text(spans, {
            x: least,
            y: 'name',
            text: 'name',
            textAnchor: 'start',
            dy: -7,
            fill: 'var(--ink)',
            fontWeight: 600,
            stroke: 'var(--plot-background)',
            strokeWidth: 4,
          }),
          plot.text(spans, { x: 1, y: 'name', text: 'says', textAnchor: 'end', dy: -7, fill: 'var(--ink-soft)' }),
          ...(you === undefined
            ? []
            : [
                plot.ruleX([inside(you)], { stroke: 'var(--ink)', strokeWidth: 2 }),
                plot.text([inside(you)], {
                  x: (x: number) => x,
                  frameAnchor: 'top',
                  dy: -14,
                  text: () => `you ${percent(you)}`,
                  textAnchor: you > (1 + least) / 2 ? 'end' : 'start',
                  fill: 'var(--ink)',
                  fontWeight: 600,
                }),
              ]),
        ],
      };
    },
    [rows, you],
  );
  return <Plot options={options} label={label} />;
}
