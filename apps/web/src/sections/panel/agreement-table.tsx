import type { Agreement } from '@legible/app/contract/index';
import { SIGNALS } from '@legible/judge/rubric';
import { SIGNAL_LABELS } from '../../paper/names.ts';

/** Your agreement with the panel, signal by signal, as it grows. */
export function AgreementTable({ agreement }: { readonly agreement: Agreement }) {
  if (agreement.graded === 0)
    return (
      <div className="panel-agreement">
        <h2>Your agreement</h2>
        <p className="small soft">
          Nothing graded yet. After a handful of answers this shows, for each signal, how far you agree with the panel
          (1 is full agreement, 0 is chance) and whether you are too generous or too hard.
        </p>
      </div>
    );
  const rows = [
    ...SIGNALS.flatMap((signal) => {
      const row = agreement.signals[signal];
      return row ? [{ name: SIGNAL_LABELS[signal], ...row }] : [];
    }),
    { name: 'Vote', ...agreement.verdict },
  ];
  return (
    <div className="panel-agreement">
      <h2>Your agreement</h2>
      <p className="tiny soft">
        {agreement.graded} graded. Kappa: 1 is full agreement, 0 is chance. Below ten answers it says little.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Signal</th>
            <th scope="col" className="number">
              Kappa
            </th>
            <th scope="col" className="number">
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, n, qwk, meanError }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <span className="tiny soft lean">{lean(meanError)}</span>
              </th>
              <td className="number">{qwk === null ? '–' : qwk.toFixed(2)}</td>
              <td className="number">{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function lean(meanError: number | null): string {
  if (meanError === null || Math.abs(meanError) < 0.15) return '';
  return `too ${meanError > 0 ? 'generous' : 'hard'} by ${Math.abs(meanError).toFixed(1)}`;
}
