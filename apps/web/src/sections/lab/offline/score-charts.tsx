import type { OfflineReport } from '@legible/lab';
import type { PlotOptions } from '@observablehq/plot';
import { useCallback } from 'react';
import { Plot } from '../../../paper/plot.tsx';
import { Figure } from '../charts/figure.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { brief } from '../charts/scale.ts';

type Scores = OfflineReport['scores'];

/** One class's scores in bins; heights as shares of the class, so that a rare class is seen beside a common one. */
function ClassHistogram({
  scores,
  of,
  title,
}: {
  readonly scores: Scores;
  readonly of: 'honest' | 'fraud';
  readonly title: string;
}) {
  const total = scores.reduce((sum, bin) => sum + bin[of], 0);
  const options = useCallback(
    (plot: typeof import('@observablehq/plot')): PlotOptions => ({
      height: 116,
      marginTop: 8,
      marginBottom: 34,
      marginLeft: 42,
      marginRight: 14,
      x: { label: 'score', ticks: 5 },
      y: { label: null, domain: [0, 1], ticks: 3, tickFormat: '%' },
      marks: [
        plot.rectY(scores, {
          x1: 'from',
          x2: ({ from }: Scores[number]) => from + 1 / scores.length,
          y: (bin: Scores[number]) => bin[of] / Math.max(1, total),
          fill: 'var(--ink)',
          insetLeft: 0.5,
          insetRight: 0.5,
        }),
        plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
      ],
    }),
    [scores, of, total],
  );
  const low = scores[0]?.[of] ?? 0;
  return (
    <Figure title={title} now={total.toLocaleString('en-US')}>
      <Plot
        options={options}
        label={`${title}: share of them by score, in ${scores.length} bins; ${Math.round((100 * low) / Math.max(1, total))} in 100 are in the lowest.`}
      />
    </Figure>
  );
}

interface Props {
  readonly report: Pick<OfflineReport, 'scores' | 'calibration' | 'cost' | 'threshold'>;
}

/** How the scores part the classes, whether they are probabilities, and what each threshold would cost by the plan's own beliefs. */
export function ScoreCharts({ report }: Props) {
  const { scores, calibration, cost, threshold } = report;
  const most = Math.max(0.01, ...calibration.flatMap(({ predicted, observed }) => [predicted, observed]));
  // Declining everybody costs so much that nothing else would be seen: what is far dearer than declining nobody is cut.
  const nobody = cost.reduce((top, point) => (point.x > top.x ? point : top), cost[0] ?? { x: 0, y: Infinity });
  const ceiling = 2 * nobody.y;
  const near = cost.filter(({ y }) => y <= ceiling);
  const cheapest = cost.reduce<(typeof cost)[number] | undefined>(
    (best, point) => (best === undefined || point.y < best.y ? point : best),
    undefined,
  );
  return (
    <div className="lab-multiples">
      <ClassHistogram scores={scores} of="honest" title="Scores of what was called honest" />
      <ClassHistogram scores={scores} of="fraud" title="Scores of what was called fraud" />
      <Figure title="Calibration" note="On the dashed line a score of 0.3 means 3 in 10.">
        <LineChart
          points={calibration.map(({ predicted, observed }) => ({ x: predicted, y: observed }))}
          label={`Observed share by predicted, in tenths of the test rows: ${calibration.map(({ predicted, observed }) => `${brief(predicted)} gave ${brief(observed)}`).join(', ')}.`}
          x="predicted"
          y="observed"
          domain={[0, most]}
          range={[0, most]}
          root
          diagonal
          dots="all"
        />
      </Figure>
      <Figure
        title="Cost by threshold"
        now={cheapest && `least at ${brief(cheapest.x)}`}
        note="By the costs that the plan believes in, on the labels that the plan has."
      >
        <LineChart
          points={near.length > 1 ? near : cost}
          label={`Dollars on the test rows by threshold${cheapest ? `, least at ${brief(cheapest.x)}` : ''}.`}
          x="threshold"
          y="dollars"
          place={threshold.blockAt === null ? undefined : { x: threshold.blockAt, says: 'yours' }}
        />
      </Figure>
    </div>
  );
}
