import type { OfflineReport } from '@legible/lab';

const share = (x: number): string => `${(100 * x).toFixed(2)}%`;
const figure = (x: number | null): string => (x === null ? 'none' : String(Number(x.toPrecision(4))));
const METRIC_TITLES: Readonly<Record<string, string>> = {
  accuracy: 'Accuracy at 0.5',
  rocAuc: 'ROC AUC',
  averagePrecision: 'Average precision',
  logLoss: 'Log loss',
  brier: 'Brier score',
  calibrationError: 'Calibration error',
  precisionAtCapacity: 'Precision at review capacity',
  recallAtCapacity: 'Recall at review capacity',
};

interface TableProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function Table({ title, heads, rows }: TableProps) {
  return (
    <div className="lab-scroll" tabIndex={0} role="region" aria-label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {heads.map((head, i) => (
              <th key={head} scope="col" className={i === 0 ? undefined : 'number'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head = '', ...cells]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {cells.map((cell, i) => (
                <td key={heads[i + 1]} className="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The figures behind the curves: every metric, each feature, each slice, and the bins of calibration. */
export function OfflineTables({ report }: { readonly report: OfflineReport }) {
  return (
    <>
      <Table
        title="Every metric on the test rows"
        heads={['Metric', 'Value']}
        rows={Object.entries(report.metrics).map(([name, value]) => [METRIC_TITLES[name] ?? name, figure(value)])}
      />
      <Table
        title="Features, as the training table has them"
        heads={['Feature', 'Empty', 'Lower quartile', 'Median', 'Upper quartile', 'AUC alone', 'Weight']}
        rows={report.features.map(({ name, nulls, quartiles, auc, weight }) => [
          name,
          share(nulls),
          ...quartiles.map(figure),
          auc.toFixed(3),
          weight === null ? 'none' : share(weight),
        ])}
      />
      <Table
        title="Slices of the test rows"
        heads={['Slice', 'Payments', 'Called fraud', 'Fraud rate', 'Mean score']}
        rows={report.slices.map(({ slice, payments, fraud, meanScore }) => [
          slice,
          payments.toLocaleString('en-US'),
          String(fraud),
          payments > 0 ? share(fraud / payments) : 'none',
          figure(meanScore),
        ])}
      />
      <Table
        title="Calibration: tenths of the test rows by score"
        heads={['Tenth', 'Predicted', 'Observed']}
        rows={report.calibration.map(({ predicted, observed }, i) => [
          String(i + 1),
          share(predicted),
          share(observed),
        ])}
      />
    </>
  );
}
