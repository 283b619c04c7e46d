import { useCallback } from 'react';
import type { PlotOptions } from '@observablehq/plot';
import { Plot } from '../../paper/plot.tsx';
import type { CardPlot } from './card-format.ts';

type PlotLibrary = typeof import('@observablehq/plot');

/** The plots of one section, one small figure a series, all in the same scale. */
export function CardFigure({ plot, title }: { readonly plot: CardPlot; readonly title: string }) {
  if (plot.kind === 'calibration')
    return (
      <div className="card-plots narrow">
        {plot.series.map(({ name, points }) => (
          <Calibration key={name} name={name} points={points} />
        ))}
      </div>
    );
  const values = plot.series.flatMap(({ points }) =>
    points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
  );
  const most = Math.max(...values, 0);
  // Shares and kappas are drawn on the whole of their scale.
  const domain = plot.domain ?? [Math.min(0, ...values), most > 0.6 && most <= 1 ? 1 : most];
  return (
    <div className="card-plots">
      {plot.series.map(({ name, points }) => (
        <Dots
          key={name}
          name={plot.series.length > 1 ? name : ''}
          title={title}
          points={points}
          bars={plot.kind === 'bars'}
          domain={domain as [number, number]}
          unit={plot.unit ?? ''}
        />
      ))}
    </div>
  );
}

type DotsPlot = Extract<CardPlot, { kind: 'dots' }>;
type DotPoint = DotsPlot['series'][number]['points'][number];

interface DotsProps {
  readonly name: string;
  readonly title: string;
  readonly points: readonly DotPoint[];
  readonly bars: boolean;
  readonly domain: readonly [number, number];
  readonly unit: string;
}

const shown = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(2));

function Dots({ name, title, points, bars, domain, unit }: DotsProps) {
  const options = useCallback(
    (plot: PlotLibrary, width: number): PlotOptions => {
      const left = Math.min(width * 0.42, Math.max(...points.map(({ label }) => label.length)) * 6.7 + 12);
      const ink = (point: DotPoint) => (point.reference ? 'var(--ink-faint)' : 'var(--ink)');
      return {
        height: points.length * 26 + 26,
        marginLeft: left,
        marginRight: 52,
        marginTop: 4,
        marginBottom: 22,
        x: { domain: [...domain], ticks: 5, label: null, tickSize: 0, grid: false },
        y: { domain: points.map(({ label }) => label), label: null, tickSize: 0 },
        marks: [
          plot.ruleY(points, { y: 'label', x1: domain[0], x2: domain[1], stroke: 'var(--rule)' }),
          ...(bars
            ? [plot.ruleY(points, { y: 'label', x1: Math.max(0, domain[0]), x2: 'value', stroke: ink, strokeWidth: 7 })]
            : []),
          plot.ruleY(
            points.filter(({ low, high }) => low !== undefined && high !== undefined),
            { y: 'label', x1: 'low', x2: 'high', stroke: ink, strokeWidth: 2 },
          ),
          ...(bars
            ? []
            : [
                plot.dot(points, {
                  x: 'value',
                  y: 'label',
                  r: 4.5,
                  stroke: ink,
                  strokeWidth: 1.5,
                  fill: (point: DotPoint) => (point.reference ? 'var(--paper)' : 'var(--ink)'),
                }),
              ]),
          plot.text(points, {
            x: (point: DotPoint) => Math.max(point.value, point.high ?? point.value),
            y: 'label',
            text: (point: DotPoint) => shown(point.value),
            textAnchor: 'start',
            dx: 9,
            fill: ink,
            fontWeight: 600,
          }),
        ],
      };
    },
    [points, bars, domain],
  );
  return (
    <figure>
      {name && <figcaption>{name}</figcaption>}
      <Plot
        options={options}
        label={`${name || title}${unit && ` (${unit})`}: ${points.map(({ label, value, low, high }) => `${label} ${shown(value)}${low === undefined || high === undefined ? '' : ` (${shown(low)} to ${shown(high)})`}`).join('; ')}`}
      />
    </figure>
  );
}

type Bins = Extract<CardPlot, { kind: 'calibration' }>['series'][number]['points'];

function Calibration({ name, points }: { readonly name: string; readonly points: Bins }) {
  const options = useCallback(
    (plot: PlotLibrary, width: number): PlotOptions => ({
      height: Math.min(width + 20, 290),
      marginLeft: 34,
      marginBottom: 36,
      marginTop: 26,
      marginRight: 12,
      x: { domain: [0, 1], ticks: 5, label: 'said', tickSize: 0, labelArrow: 'none' },
      y: { domain: [0, 1], ticks: 5, label: 'was', tickSize: 0, labelArrow: 'none' },
      marks: [
        plot.line(
          [
            [0, 0],
            [1, 1],
          ],
          { stroke: 'var(--rule-strong)', strokeDasharray: '3 3' },
        ),
        plot.line(points, { x: 'predicted', y: 'observed', stroke: 'var(--ink)', strokeWidth: 1.5 }),
        plot.dot(points, { x: 'predicted', y: 'observed', r: 4, fill: 'var(--ink)' }),
      ],
    }),
    [points],
  );
  return (
    <figure>
      <figcaption>{name}</figcaption>
      <Plot
        options={options}
        label={`${name}: ${points.map(({ predicted, observed }) => `said ${shown(predicted)}, was ${shown(observed)}`).join('; ')}`}
      />
    </figure>
  );
}
