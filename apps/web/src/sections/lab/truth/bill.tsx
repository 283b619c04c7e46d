import type { RunResult, World } from '@legible/lab';
import { useMemo } from 'react';
import { Bars } from '../charts/bars.tsx';
import { titled } from '../charts/scale.ts';
import { dollars } from '../kept.ts';
import { ledgerName } from '../references.ts';
import { BillByDay } from './bill-by-day.tsx';

/** One sentence that places the run among the others. */
export function placed({ ledger }: RunResult): string {
  const ours = ledger['ours']?.total ?? 0;
  const nothing = ledger['doing nothing']?.total ?? 0;
  const others = Object.entries(ledger).filter(([name]) => name !== 'ours' && name !== 'oracle');
  const better = others.filter(([, { total }]) => total < ours).map(([name]) => ledgerName(name));
  const against =
    ours <= nothing
      ? `${dollars(nothing - ours)} less than doing nothing`
      : `${dollars(ours - nothing)} more than doing nothing at all`;
  const rank =
    better.length === 0 ? 'No reference plan did better on this seed.' : `Cheaper than yours: ${better.join(', ')}.`;
  return `Your weeks cost ${dollars(ours)}, ${against}. ${rank}`;
}

/** The bill of each plan on the same weeks: as it grew, and at the end. */
export function Bill({ result }: { readonly result: RunResult }) {
  const { ledger, incidentCosts } = result;
  const bars = useMemo(
    () =>
      Object.entries(ledger)
        .map(([name, { total }]) => ({ name: ledgerName(name), value: total, ours: name === 'ours' }))
        .toSorted((a, b) => b.value - a.value),
    [ledger],
  );
  return (
    <>
      <p className="lab-headline">{placed(result)}</p>
      <h4>As it grew, day by day</h4>
      <BillByDay ledger={ledger} incidents={incidentCosts} />
      <p className="tiny soft">Dotted upright lines are days on which something broke or changed.</p>
      <h4>At the end</h4>
      <Bars
        bars={bars}
        figure={dollars}
        label={`Cost of the weeks: ${bars.map(({ name, value }) => `${name} ${dollars(value)}`).join(', ')}.`}
      />
    </>
  );
}

/** The same, by cause. */
export function ByCause({ result, world }: { readonly result: RunResult; readonly world: World }) {
  const { ledger, causes, reference } = result;
  const shown = ['ours', reference, 'doing nothing'].filter((name, i, all) => ledger[name] && all.indexOf(name) === i);
  const words = (cause: string): string => world.causes.find((card) => card.cause === cause)?.says ?? '';
  return (
    <div className="lab-scroll" tabIndex={0} role="region" aria-label="Cost by cause">
      <table>
        <thead>
          <tr>
            <th scope="col">Cause</th>
            {shown.map((name) => (
              <th key={name} scope="col" className="number">
                {titled(ledgerName(name))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {causes.map((cause, i) => (
            <tr key={cause}>
              <th scope="row">
                {titled(cause)}
                <span className="lab-cause small soft">{words(cause)}</span>
              </th>
              {shown.map((name) => (
                <td key={name} className="number">
                  {dollars(ledger[name]?.byCause[i] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
