import type { OfflineReport } from '@legible/lab';
import type { PlotOptions } from '@observablehq/plot';
import { useCallback } from 'react';
import { Plot } from '../../paper/plot.tsx';
import { dollars } from './kept.ts';
import { OfflineTables } from './offline-tables.tsx';

type PlotModule = typeof import('@observablehq/plot');

function Curve({
  points,
  title,
  x,
  y,
}: {
  readonly points: OfflineReport['roc'];
  readonly title: string;
  readonly x: string;
  readonly y: string;
}) {
  const options = useCallback(
    (plot: PlotModule): PlotOptions => ({
      height: 200,
      x: { label: x },
      y: { label: y, grid: true },
      marks: [plot.line(points, { x: 'x', y: 'y' })],
    }),
    [points, x, y],
  );
  return (
    <figure>
      <h3>{title}</h3>
      <Plot options={options} label={`${title}: ${y} against ${x}`} />
    </figure>
  );
}

const count = (n: number): string => n.toLocaleString('en-US');
/** Four places say nothing about a measure in dollars. */
const figure = (x: number): string => (Math.abs(x) >= 100 ? count(Math.round(x)) : x.toFixed(4));

/** What the plan's own evaluation says; observation only, so it may lie. */
export function OfflineView({ report }: { readonly report: OfflineReport }) {
  const { rows, metric } = report;
  return (
    <section className="stack">
      <h2>The offline report, which may lie</h2>
      <p>
        Its {metric.name} is {figure(metric.value)}
        {metric.baseline === null ? ', against no baseline' : `, against the baseline's ${figure(metric.baseline)}`}. It
        promises {dollars(report.promisedPerDay)} a day. Trained on {count(rows.train)} payments, tested on{' '}
        {count(rows.test)} with {count(rows.testFraud)} called fraud.
        {metric.launched === 'baseline' && ' The model lost: the baseline is what launches.'}
      </p>
      <div className="lab-multiples">
        <Curve points={report.roc} title="ROC" x="false positive rate" y="true positive rate" />
        <Curve points={report.precisionRecall} title="Precision and recall" x="recall" y="precision" />
        <Curve
          points={report.labelCurve}
          title="Chargebacks by age"
          x="weeks since the payment"
          y="per 1,000 payments"
        />
        <Curve points={report.cost} title="Cost by threshold" x="threshold" y="dollars" />
      </div>
      <OfflineTables report={report} />
    </section>
  );
}
