import type { RunResult } from '@legible/lab';
import { useMemo } from 'react';
import { Bars } from '../charts/bars.tsx';
import { spaced } from '../charts/scale.ts';
import { dollars } from '../kept.ts';

/** What each decision cost: the same weeks with that decision alone replaced by the reference's. */
export function DecisionCosts({ result }: { readonly result: RunResult }) {
  const { decisions, shapley, reference } = result;
  const told = useMemo(
    () =>
      decisions
        .flatMap(({ title, cost }) =>
          cost === null || cost === 0 ? [] : [{ name: title, value: cost, ours: cost > 0 }],
        )
        .toSorted((a, b) => b.value - a.value),
    [decisions],
  );
  const shares = useMemo(
    () =>
      (shapley?.shares ?? [])
        .map(({ player, value, low, high }) => ({
          name: decisions.find(({ decision }) => decision === player)?.title ?? spaced(player),
          value,
          low,
          high,
          ours: value > 0,
        }))
        .toSorted((a, b) => b.value - a.value),
    [shapley, decisions],
  );
  const untold = decisions.filter(({ cost }) => cost === null);
  const same = decisions.filter(({ cost }) => cost === 0).map(({ title }) => title.toLowerCase());
  return (
    <>
      {told.length === 0 ? (
        <p>No single decision of yours moved the money against the {reference} plan.</p>
      ) : (
        <>
          <Bars
            bars={told}
            figure={dollars}
            label={`What each decision cost against the ${reference} plan: ${told.map(({ name, value }) => `${name} ${dollars(value)}`).join(', ')}.`}
          />
          <p className="tiny soft">Full bars cost money; pale ones, below zero, saved it.</p>
        </>
      )}
      {shapley && (
        <>
          <h4>Their shares, taken together</h4>
          <p className="soft lab-prose">
            Decisions lean on each other: a good threshold is worth little on bad labels. Changed together these{' '}
            {shares.length} would have saved {dollars(shapley.together)}. Each bar is a decision’s share of that,
            averaged over {shapley.orders} orders of changing them; the line through its end is a 95% interval.
          </p>
          <Bars
            bars={shares}
            figure={dollars}
            label={`Shares of the decisions: ${shares.map(({ name, value, low, high }) => `${name} ${dollars(value)}, ${dollars(low ?? value)} to ${dollars(high ?? value)}`).join('; ')}.`}
          />
        </>
      )}
      {untold.length > 0 && (
        <ul className="lab-notes small soft">
          {untold.map(({ decision, title, note }) => (
            <li key={decision}>
              {title}: cannot be told alone; it {note}.
            </li>
          ))}
        </ul>
      )}
      {same.length > 0 && <p className="small soft">No difference: {same.join('; ')}.</p>}
    </>
  );
}

/** What each thing that the world did cost: the same run without it. */
export function IncidentCosts({ result }: { readonly result: RunResult }) {
  const { incidentCosts } = result;
  const bars = useMemo(
    () =>
      incidentCosts
        .flatMap(({ title, feature, from, cost }) =>
          cost === null
            ? []
            : [
                {
                  name: `Day ${from}: ${title.toLowerCase()}${feature ? ` (${feature})` : ''}`,
                  value: cost,
                  ours: cost > 0,
                },
              ],
        )
        .toSorted((a, b) => b.value - a.value),
    [incidentCosts],
  );
  if (bars.length === 0) return <p>Nothing happened to this run.</p>;
  return (
    <>
      <Bars
        bars={bars}
        figure={dollars}
        label={`What each incident cost: ${bars.map(({ name, value }) => `${name} ${dollars(value)}`).join(', ')}.`}
      />
      {incidentCosts.some(({ cost }) => cost === null) && (
        <p className="small soft">What is missing here could not be told: the run could not be lived without it.</p>
      )}
    </>
  );
}
