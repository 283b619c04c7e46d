import type { PlotOptions } from '@observablehq/plot';
import { useCallback } from 'react';
import { Plot } from '../../../paper/plot.tsx';
import { brief } from './scale.ts';

export interface XY {
  readonly x: number;
  readonly y: number | null;
}

interface Props {
  readonly points: readonly XY[];
  readonly label: string;
  readonly x?: string;
  readonly y?: string;
  readonly height?: number;
  readonly domain?: readonly [number, number];
  readonly range?: readonly [number, number];
  /** A level that matters, and what it is. */
  readonly level?: { readonly y: number; readonly says: string } | undefined;
  /** A place on the x axis that matters, and what it is. */
  readonly place?: { readonly x: number; readonly says: string } | undefined;
  /** A band in which half of the values lie. */
  readonly band?: readonly [number, number] | undefined;
  /** A line that a perfect answer would follow: y = x. */
  readonly diagonal?: boolean;
  /** Square roots on both axes, so that small shares are seen. */
  readonly root?: boolean;
  readonly zero?: boolean;
  readonly dots?: 'over' | 'all' | 'none';
}

/** One line, its axis titles in place, and what is to be compared with it drawn and named beside it. */
export function LineChart({ points, label, ...rest }: Props) {
  // Levels, places and domains are small objects, new at each drawing; what they say is what counts.
  const look = JSON.stringify(rest);
  const options = useCallback(
    (plot: typeof import('@observablehq/plot'), width: number): PlotOptions =>
      drawn(plot, width, points, JSON.parse(look) as Look),
    [points, look],
  );
  return <Plot options={options} label={label} />;
}

type Look = Omit<Props, 'points' | 'label'>;

function drawn(
  plot: typeof import('@observablehq/plot'),
  width: number,
  points: readonly XY[],
  { x, y, height = 132, domain, range, level, place, band, diagonal, root, zero, dots = 'none' }: Look,
): PlotOptions {
  const right = domain?.[1] ?? Math.max(...points.map((point) => point.x));
  const there = points.filter((point) => point.y !== null);
  return {
    height,
    marginTop: y === undefined ? 8 : 18,
    marginBottom: x === undefined ? 20 : 34,
    marginLeft: 42,
    marginRight: 14,
    x: {
      ...(root && { type: 'sqrt' as const }),
      label: x ?? null,
      ticks: root ? [0, right / 4, right] : Math.max(2, Math.floor(width / 60)),
      ...(root && { tickFormat: (value: number) => brief(value) }),
      labelAnchor: 'right',
      ...(domain && { domain: [...domain] }),
    },
    y: {
      ...(root && { type: 'sqrt' as const }),
      label: y ?? null,
      ticks: root && range ? [0, range[1] / 4, range[1]] : 3,
      nice: range === undefined,
      ...(range ? { domain: [...range] } : { zero: zero ?? true }),
      tickFormat: (value: number) => brief(value),
    },
    marks: [
      ...(band ? [plot.rect([band], { y1: band[0], y2: band[1], fill: 'var(--rule)', fillOpacity: 0.55 })] : []),
      ...(diagonal
        ? [
            plot.line(
              [
                [0, 0],
                [domain?.[1] ?? 1, domain?.[1] ?? 1],
              ],
              { stroke: 'var(--rule-strong)', strokeDasharray: '3 3' },
            ),
          ]
        : []),
      ...(level
        ? [
            plot.ruleY([level.y], { stroke: 'var(--rule-strong)', strokeDasharray: '3 3' }),
            plot.text([level], {
              y: 'y',
              text: 'says',
              frameAnchor: 'right',
              lineAnchor: 'bottom',
              textAnchor: 'end',
              dy: -3,
              fill: 'var(--ink-soft)',
              stroke: 'var(--paper)',
              strokeWidth: 4,
            }),
          ]
        : []),
      ...(place
        ? [
            plot.ruleX([place.x], { stroke: 'var(--ink)', strokeDasharray: '3 3' }),
            plot.text([place], {
              x: 'x',
              text: 'says',
              frameAnchor: 'top',
              textAnchor: place.x > right / 2 ? 'end' : 'start',
              dx: place.x > right / 2 ? -5 : 5,
              dy: 2,
              fill: 'var(--ink)',
              stroke: 'var(--paper)',
              strokeWidth: 4,
            }),
          ]
        : []),
      plot.line(points, { x: 'x', y: 'y', stroke: 'var(--ink)', strokeWidth: 1.5 }),
      ...(dots === 'none'
        ? []
        : [
            plot.dot(
              dots === 'all' ? there : there.filter((point) => level !== undefined && (point.y ?? 0) > level.y),
              { x: 'x', y: 'y', r: 2.5, fill: 'var(--ink)' },
            ),
          ]),
    ],
  };
}
