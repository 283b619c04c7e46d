import type { BaseDay, World } from '@legible/lab';
import { memo, useMemo } from 'react';
import { Figure } from '../charts/figure.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import type { XY } from '../charts/line-chart.tsx';
import { brief } from '../charts/scale.ts';
import { figureOf, figuresOf, monitorCard } from './day-figures.ts';

interface Props {
  readonly days: readonly BaseDay[];
  readonly world: World;
  readonly monitors: readonly { readonly kind: string; readonly threshold: number }[];
}

interface Series {
  readonly key: string;
  readonly title: string;
  readonly points: readonly XY[];
  /** Above it the monitor raises an alarm. */
  readonly threshold?: number;
}

/** One small chart for each monitor that was bought, and for what the company sees anyway; drawn as the days pass. */
export const LiveCharts = memo(function LiveCharts({ days, world, monitors }: Props) {
  const series = useMemo((): readonly Series[] => {
    const bought = monitors.map(({ kind, threshold }): Series => ({
      key: `monitor ${kind}`,
      title: monitorCard(kind, world)?.title ?? kind,
      points: days.flatMap(({ day, readings }) =>
        readings.filter((reading) => reading.kind === kind).map(({ value }) => ({ x: day, y: value })),
      ),
      threshold,
    }));
    const seen = figuresOf(days).map(({ key, title }): Series => ({
      key,
      title,
      points: days.map((day) => ({ x: day.day, y: figureOf(day, key) })),
    }));
    return [...bought, ...seen];
  }, [days, world, monitors]);
  if (days.length === 0)
    return <p className="soft">No day lived yet. The charts begin with the first, one for each monitor you bought.</p>;
  return (
    <div className="lab-multiples">
      {series.map(({ key, title, points, threshold }) => {
        const last = points.at(-1)?.y;
        const now = last === undefined || last === null ? 'nothing yet' : brief(last);
        return (
          <Figure
            key={key}
            title={title}
            now={threshold === undefined ? now : `${now}, alarm above ${brief(threshold)}`}
          >
            <LineChart
              points={points}
              label={`${title} over ${points.length} days, now ${now}${threshold === undefined ? '' : `; alarm above ${brief(threshold)}`}.`}
              height={112}
              domain={[0, world.liveDays - 1]}
              level={threshold === undefined ? undefined : { y: threshold, says: '' }}
              dots={points.length < 3 ? 'all' : 'over'}
            />
          </Figure>
        );
      })}
    </div>
  );
});
