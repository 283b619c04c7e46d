import type { InterviewSummary } from '@legible/app/contract/index';
import type { Level, SignalId } from '@legible/judge';
import { LEVEL_NAMES, SIGNALS } from '@legible/judge/rubric';
import { useCallback } from 'react';
import { SIGNAL_LABELS } from '../../paper/names.ts';
import { Plot } from '../../paper/plot.tsx';

interface Point {
  readonly order: number;
  readonly level: Level;
}

/** One small plot a signal, in the same scale: the level of every answer that called for it, in order. */
export function LevelsOverTime({ interviews }: { readonly interviews: readonly InterviewSummary[] }) {
  const oldestFirst = interviews.filter(({ status }) => status === 'finished').toReversed();
  const series = SIGNALS.map((signal) => ({
    signal,
    points: oldestFirst.flatMap(({ levels }, order): Point[] => {
      const level = levels[signal];
      return level === undefined ? [] : [{ order, level }];
    }),
  })).filter(({ points }) => points.length > 0);
  if (oldestFirst.length < 2)
    return oldestFirst.length === 1 ? (
      <p className="notice history-hint">
        One answer is a point, not a line. Give a second, and the levels are drawn here.
      </p>
    ) : null;
  return (
    <section aria-labelledby="levels-title" className="levels">
      <h2 id="levels-title">Levels, answer by answer</h2>
      <div className="multiples">
        {series.map(({ signal, points }) => (
          <SignalPlot key={signal} signal={signal} points={points} answers={oldestFirst.length} />
        ))}
      </div>
    </section>
  );
}

interface SignalPlotProps {
  readonly signal: SignalId;
  readonly points: readonly Point[];
  readonly answers: number;
}

function SignalPlot({ signal, points, answers }: SignalPlotProps) {
  const last = points.at(-1);
  const key = JSON.stringify(points);
  const options = useCallback(
    (plot: typeof import('@observablehq/plot')) => {
      const data = JSON.parse(key) as Point[];
      const end = data.at(-1);
      return {
        height: 112,
        marginTop: 8,
        marginBottom: 8,
        marginLeft: 16,
        marginRight: 76,
        x: { domain: [0, Math.max(1, answers - 1)], axis: null },
        y: { domain: [0, 3], axis: null },
        marks: [
          plot.ruleY([0, 1, 2, 3], { stroke: 'var(--rule)', strokeWidth: 1 }),
          plot.text([0, 1, 2, 3], {
            y: (level: number) => level,
            frameAnchor: 'left' as const,
            textAnchor: 'end' as const,
            dx: -6,
            fontSize: 10,
            fill: 'var(--ink-faint)',
          }),
          plot.line(data, { x: 'order', y: 'level', stroke: 'var(--ink)', strokeWidth: 1.5, curve: 'linear' }),
          plot.dot(data, {
            x: 'order',
            y: 'level',
            r: 3.5,
            fill: (point: Point) => (point.level >= 2 ? 'var(--green)' : 'var(--ink)'),
          }),
          ...(end
            ? [
                plot.text([end], {
                  x: 'order',
                  y: 'level',
                  text: (point: Point) => `${point.level} ${LEVEL_NAMES[point.level]}`,
                  textAnchor: 'start' as const,
                  dx: 9,
                  fontSize: 12,
                  fontWeight: 600,
                  fill: end.level >= 2 ? 'var(--green)' : 'var(--ink)',
                }),
              ]
            : []),
        ],
      };
    },
    [key, answers],
  );
  return (
    <figure className="multiple">
      <figcaption>{SIGNAL_LABELS[signal]}</figcaption>
      <Plot
        options={options}
        label={`${SIGNAL_LABELS[signal]}, oldest first: ${points.map(({ level }) => level).join(', ')}. ${last ? `Now ${last.level} ${LEVEL_NAMES[last.level]}.` : ''}`}
      />
    </figure>
  );
}
