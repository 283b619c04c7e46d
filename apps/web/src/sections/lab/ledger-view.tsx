import { CAUSE_WORDS } from '@legible/lab';
import type { Cause, RunResult } from '@legible/lab';
import type { PlotOptions } from '@observablehq/plot';
import { useCallback } from 'react';
import { Plot } from '../../paper/plot.tsx';
import { dollars } from './kept.ts';

const causeTitle = (cause: string): string => cause.replaceAll(/([A-Z])/g, ' $1').toLowerCase();

/** The bill of each plan on the same twelve weeks, as bars and by cause. */
export function LedgerView({ result }: { readonly result: RunResult }) {
  const { ledger, causes, reference } = result;
  const options = useCallback(
    (plot: typeof import('@observablehq/plot')): PlotOptions => {
      const bars = Object.entries(ledger)
        .map(([name, { total }]) => ({ name, total }))
        .toSorted((a, b) => b.total - a.total);
      return {
        height: 34 * bars.length + 12,
        marginLeft: 96,
        marginRight: 76,
        marginTop: 4,
        marginBottom: 4,
        x: { axis: null },
        y: { label: null, domain: bars.map(({ name }) => name), tickSize: 0 },
        marks: [
          plot.barX(bars, {
            x: 'total',
            y: 'name',
            fill: ({ name }: { name: string }) => (name === 'ours' ? 'var(--ink)' : 'var(--rule-strong)'),
          }),
          plot.text(bars, {
            x: ({ total }: { total: number }) => Math.max(0, total),
            y: 'name',
            text: ({ total }: { total: number }) => dollars(total),
            textAnchor: 'start',
            dx: 6,
            fill: 'var(--ink)',
          }),
        ],
      };
    },
    [ledger],
  );
  const shown = ['ours', reference, 'doing nothing'].filter((name, i, all) => ledger[name] && all.indexOf(name) === i);
  return (
    <>
      <h3>What the twelve weeks cost, plan by plan</h3>
      <Plot
        options={options}
        label={`Cost of the twelve weeks: ${Object.entries(ledger)
          .map(([name, { total }]) => `${name} ${dollars(total)}`)
          .join(', ')}.`}
      />
      <h3>The same, by cause</h3>
      <div className="lab-scroll" tabIndex={0} role="region" aria-label="Cost by cause">
        <table>
          <thead>
            <tr>
              <th scope="col">Cause</th>
              {shown.map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {causes.map((cause, i) => (
              <tr key={cause}>
                <th scope="row">
                  {causeTitle(cause)}
                  <span className="lab-cause small soft">{CAUSE_WORDS[cause as Cause]}</span>
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
    </>
  );
}
