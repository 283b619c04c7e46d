import { MONITORS } from '@legible/lab';
import type { DayReport } from '@legible/lab';
import type { PlotOptions } from '@observablehq/plot';
import { useCallback } from 'react';
import { Plot } from '../../paper/plot.tsx';

interface Reading {
  readonly day: number;
  readonly value: number;
}

interface ChartProps {
  readonly title: string;
  readonly readings: readonly Reading[];
  readonly length: number;
  /** Above it the monitor raises an alarm; null where nothing does. */
  readonly threshold: number | null;
}

function Chart({ title, readings, length, threshold }: ChartProps) {
  const options = useCallback(
    (plot: typeof import('@observablehq/plot')): PlotOptions => ({
      height: 112,
      marginTop: 8,
      marginBottom: 20,
      marginLeft: 36,
      marginRight: 8,
      x: { domain: [0, length - 1], label: null, ticks: 4 },
      y: { label: null, ticks: 3, zero: true, nice: true },
      marks: [
        plot.ruleY([0], { stroke: 'var(--rule)' }),
        ...(threshold === null
          ? []
          : [plot.ruleY([threshold], { stroke: 'var(--rule-strong)', strokeDasharray: '3 3' })]),
        plot.line(readings, { x: 'day', y: 'value', stroke: 'var(--ink)', strokeWidth: 1.5 }),
        plot.dot(
          readings.filter(({ value }) => threshold !== null && value > threshold),
          { x: 'day', y: 'value', r: 3, fill: 'var(--ink)' },
        ),
      ],
    }),
    [readings, length, threshold],
  );
  const last = readings.at(-1);
  return (
    <figure className="lab-multiple">
      <figcaption>
        {title}
        {last && <span className="soft"> now {Number(last.value.toPrecision(3))}</span>}
      </figcaption>
      <Plot
        options={options}
        label={`${title} over ${readings.length} days${last ? `, now ${Number(last.value.toPrecision(3))}` : ''}${threshold === null ? '' : `; alarm above ${threshold}`}.`}
      />
    </figure>
  );
}

interface Props {
  readonly days: readonly DayReport[];
  readonly length: number;
  readonly monitors: readonly { readonly kind: string; readonly threshold: number }[];
}

/** One small chart for each monitor that was bought, and for what finance sees anyway. */
export function MonitorCharts({ days, length, monitors }: Props) {
  if (days.length === 0) return <p className="soft">No day lived yet. The charts begin with the first.</p>;
  return (
    <div className="lab-multiples">
      {monitors.map(({ kind, threshold }) => (
        <Chart
          key={kind}
          title={MONITORS.find((card) => card.kind === kind)?.title ?? kind}
          readings={days.flatMap(({ readings }) => readings.filter((reading) => reading.kind === kind))}
          length={length}
          threshold={threshold}
        />
      ))}
      <Chart
        title="Chargebacks, dollars"
        readings={days.map(({ day, chargebackDollars }) => ({ day, value: chargebackDollars }))}
        length={length}
        threshold={null}
      />
      <Chart
        title="Share the model decides"
        readings={days.map(({ day, share }) => ({ day, value: share }))}
        length={length}
        threshold={null}
      />
    </div>
  );
}
