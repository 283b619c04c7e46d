import type { BaseReport, PlanBase, World } from '@legible/lab';
import { valueAt } from '../plan/groups.ts';
import { Figure, Rows } from '../charts/figure.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { brief, spaced, titled } from '../charts/scale.ts';
import { count, dollars } from '../kept.ts';
import { Pieces } from '../pieces.tsx';
import type { After, Piece } from '../pieces.tsx';
import { FeatureMultiples } from './feature-multiples.tsx';
import { hasOthers, OtherFigures } from './other-figures.tsx';
import { rankingPieces } from './ranking-pieces.tsx';
import { isRanking, RANKING_PARTS } from './ranking-report.ts';
import { metricTitle } from './report.ts';
import type { AnyReport } from './report.ts';
import { ScoreCharts } from './score-charts.tsx';

const KNOWN = new Set([
  'metric',
  'metrics',
  'promisedPerDay',
  'rows',
  'threshold',
  'roc',
  'precisionRecall',
  'calibration',
  'cost',
  'scores',
  'labelCurve',
  'slices',
  'features',
  ...RANKING_PARTS,
]);

/** Four places say nothing about a measure in dollars. */
const figure = (x: number): string => (Math.abs(x) >= 100 ? count(x) : x.toFixed(4));

/** Means and rates as percentages, counts as counts. */
const shareOrCount = (name: string, x: number): string =>
  /rate|mean|share|per/i.test(name) ? `${(100 * x).toFixed(2)}%` : count(x);

function headline({ metric, rows }: AnyReport): string {
  const against =
    metric.baseline === null
      ? 'No baseline was asked for, so nothing says whether that is good.'
      : `The baseline has ${figure(metric.baseline)}.`;
  const { train, test, testFraud } = rows ?? {};
  const tested =
    train !== undefined && test !== undefined && testFraud !== undefined
      ? ` Trained on ${count(train)}, tested on ${count(test)}, of which ${count(testFraud)} are called fraud.`
      : ` Trained on ${count(rows?.['trainLists'] ?? 0)} lists, tested on ${count(rows?.['testLists'] ?? 0)}; ${count(rows?.['rewarded'] ?? 0)} of the tested rows have a reward, out of ${count(rows?.['logged'] ?? 0)} rows logged.`;
  const lost = metric.launched === 'baseline' ? ' The model lost: the baseline is what launches.' : '';
  return `${against}${tested}${lost}`;
}

function piecesOf(report: AnyReport, plan: PlanBase, world: World): readonly Piece[] {
  const { metric, metrics, roc, precisionRecall, labelCurve, features, slices } = report;
  const maturity = valueAt(plan, 'labels.maturityDays');
  const pieces: Piece[] = [
    {
      id: 'number',
      title: 'The number',
      look: 'Is it better than something simple? Is it too good? A number that is nearly perfect on a hard problem has seen the answer more often than it has found it.',
      body: (
        <>
          <p className="lab-headline">
            {metricTitle(metric.name, titled)} <strong>{figure(metric.value)}</strong>
          </p>
          <p className="lab-prose">
            {headline(report)} By its own beliefs the plan saves {dollars(report.promisedPerDay)} a day,{' '}
            {dollars(report.promisedPerDay * world.liveDays)} in {world.liveDays} days.
          </p>
          <div className="lab-multiples">
            {roc && (
              <Figure
                title="ROC"
                {...(metrics['rocAuc'] !== undefined && { now: `AUC ${metrics['rocAuc'].toFixed(3)}` })}
              >
                <LineChart
                  points={roc}
                  label="True positive rate against false positive rate."
                  x="false positive rate"
                  y="true positive rate"
                  domain={[0, 1]}
                  range={[0, 1]}
                  diagonal
                />
              </Figure>
            )}
            {precisionRecall && (
              <Figure
                title="Precision and recall"
                {...(metrics['averagePrecision'] !== undefined && {
                  now: `average ${metrics['averagePrecision'].toFixed(3)}`,
                })}
              >
                <LineChart
                  points={precisionRecall}
                  label="Precision against recall."
                  x="recall"
                  y="precision"
                  domain={[0, 1]}
                  range={[0, 1]}
                />
              </Figure>
            )}
          </div>
          <details className="lab-part">
            <summary>
              <h4>Every metric on the test rows</h4>
            </summary>
            <Rows
              title="Every metric on the test rows"
              hidden
              heads={['Metric', 'Value']}
              rows={Object.entries(metrics).map(([name, value]) => [metricTitle(name, titled), brief(value)])}
            />
          </details>
        </>
      ),
    },
  ];
  if (labelCurve)
    pieces.push({
      id: 'labels',
      title: 'Have the labels arrived?',
      look: 'The line is how many chargebacks had come when a payment was so many weeks old. Where it still rises past your maturity window, real fraud is being taught as honest.',
      body: (
        <div className="lab-multiples lab-wide">
          <Figure title="Chargebacks for 1,000 payments, by age">
            <LineChart
              points={labelCurve}
              label={`Chargebacks for 1,000 payments by weeks since the payment: ${labelCurve.map(({ x, y }) => `week ${x} ${brief(y)}`).join(', ')}.`}
              x="weeks since the payment"
              height={190}
              domain={[0, 12]}
              dots="all"
              place={
                typeof maturity === 'number' ? { x: maturity / 7, says: `your window, ${maturity} days` } : undefined
              }
            />
          </Figure>
        </div>
      ),
    });
  if (features && features.length > 0)
    pieces.push({
      id: 'features',
      title: 'The columns, week by week',
      look: `${features[0]?.bins ? 'Above: where its values lie, fraud over honest. Below: its' : 'Its'} mean in each week of history, over the band that holds the middle half of its values. Look for a jump, which is a change of unit or a broken join, and for a column that tells too well alone: it may have been filled in after the outcome.`,
      body: <FeatureMultiples features={features} cards={world.features} />,
    });
  if (isRanking(report)) pieces.push(...rankingPieces(report, plan));
  if (report.scores && report.calibration && report.cost && report.threshold)
    pieces.push({
      id: 'scores',
      title: 'The scores',
      look: 'Do the two classes part? Does a score of 0.3 mean 3 in 10? Only then is a threshold in money where it seems to be.',
      body: (
        <ScoreCharts
          report={{
            scores: report.scores,
            calibration: report.calibration,
            cost: report.cost,
            threshold: report.threshold,
          }}
        />
      ),
    });
  if (slices && slices.length > 0)
    pieces.push({
      id: 'slices',
      title: 'Slices',
      look: 'An average hides the group that it fails. Compare what happened in a slice with what the model says of it.',
      body: (
        <Rows
          title="Slices of the test rows"
          hidden
          heads={Object.keys(slices[0] ?? {}).map(titled)}
          rows={slices.map((slice) =>
            Object.entries(slice).map(([name, value]) =>
              typeof value === 'string' ? value : shareOrCount(name, value),
            ),
          )}
        />
      ),
    });
  if (hasOthers(report, KNOWN))
    pieces.push({
      id: 'others',
      title: `More of what ${spaced(world.title)} reports`,
      look: 'Figures of this world. Ask of each where its rows came from.',
      body: <OtherFigures report={report} known={KNOWN} />,
    });
  return pieces;
}

interface Props {
  readonly report: BaseReport;
  readonly plan: PlanBase;
  readonly world: World;
  readonly at: number | null;
  readonly onMove: (by: 1 | -1) => void;
  readonly after?: After;
}

/** What the plan's own evaluation says, and the data to look at; observation only, so it may lie. */
export function OfflineView({ report, plan, world, at, onMove, after }: Props) {
  return <Pieces pieces={piecesOf(report, plan, world)} at={at} onMove={onMove} {...(after && { after })} />;
}
