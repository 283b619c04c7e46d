import type { EstimatorHonesty } from '@legible/lab/honesty/index';
import { HONESTY } from '@legible/lab/honesty/figures.generated';
import type { PlotOptions } from '@observablehq/plot';
import { useCallback } from 'react';
import { Plot } from '../../paper/plot.tsx';
import { Page } from '../../shell/page.tsx';
import './honesty.css';

const ESTIMATOR_WORDS: Readonly<Record<string, string>> = {
  ips: 'Inverse propensity: right on average, and wild where the old policy rarely showed what the new one wants.',
  clipped: 'Clipped: large weights are cut, so it swings less and leans to one side.',
  snips: 'Self-normalised: weights are divided by their sum; steadier, with a small lean.',
  dr: 'Doubly robust: a model fills in, weights correct it; as good as the better of the two, and here with clipped weights.',
  direct: 'Direct method: only the model; steady, and as wrong as the model is.',
};

const percent = (share: number): string => `${share < 0 ? '−' : ''}${Math.abs(100 * share).toFixed(0)}%`;

/** Which tools lie, and when: the simulator knows the truth, so each can be held against it. */
export function HonestyPage() {
  const worlds = [...new Set(HONESTY.monitors.map(({ world }) => world))];
  return (
    <Page
      title="Which tools lie, and when"
      kicker="Lab"
      intro={`Each tool of the lab against the truth, over ${HONESTY.seeds} seeds. Off-policy estimates are of the clicks of the first place, for the expert’s order in the recommendations world.`}
    >
      <section className="honesty-part" aria-labelledby="estimators-title">
        <h2 id="estimators-title">Off-policy estimators</h2>
        <p className="small soft">A dot is one seed: how far the estimate was above or below the truth.</p>
        <ul className="honesty-list">
          {HONESTY.estimators.map((one) => (
            <li key={one.estimator}>
              <h3>{one.estimator.toUpperCase()}</h3>
              <p className="small">{ESTIMATOR_WORDS[one.estimator]}</p>
              <Errors one={one} />
              <p className="small">
                Off by {percent(one.bias)} on average, and by {percent(one.spread)} from seed to seed. Its 95% interval
                held the truth {percent(one.covered)} of the time.
              </p>
            </li>
          ))}
        </ul>
      </section>
      {worlds.map((world) => (
        <section key={world} className="honesty-part" aria-labelledby={`monitors-${world}`}>
          <h2 id={`monitors-${world}`}>Monitors, {world}</h2>
          <div className="table-scroll" tabIndex={0} role="region" aria-label={`Monitors of ${world}`}>
            <table className="honesty-table">
              <thead>
                <tr>
                  <th scope="col">Monitor</th>
                  <th scope="col">Usual threshold</th>
                  <th scope="col">Alarm on a day with nothing wrong</th>
                  <th scope="col">Incidents that raised it</th>
                </tr>
              </thead>
              <tbody>
                {HONESTY.monitors
                  .filter((one) => one.world === world)
                  .map((one) => (
                    <tr key={one.kind}>
                      <th scope="row">{one.title}</th>
                      <td>{one.usual}</td>
                      <td>
                        {one.falseAlarms === null ? 'no such day' : `${percent(one.falseAlarms)} of ${one.quietDays}`}
                      </td>
                      <td>
                        {percent(one.seen)} of {one.incidents}
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
      <p className="small soft">
        A monitor that is held against every incident is not at fault for those it was not made to see. One that is loud
        on quiet days trains people to look away. A run of one’s own has other plans and other seeds: these are the
        tools, not the forecast.
      </p>
    </Page>
  );
}

function Errors({ one }: { readonly one: EstimatorHonesty }) {
  const options = useCallback(
    (plot: typeof import('@observablehq/plot')): PlotOptions => ({
      height: 64,
      marginLeft: 22,
      marginRight: 22,
      x: {
        label: null,
        domain: [-0.6, 0.6],
        tickFormat: (value: number) => percent(value),
        ticks: 5,
        clamp: true,
      },
      y: { axis: null },
      marks: [
        plot.ruleX([0]),
        plot.dot(one.errors, { x: (error: number) => error, y: 0, r: 4, fillOpacity: 0.5, fill: 'currentColor' }),
        plot.tickX([one.bias], { x: (bias: number) => bias, strokeWidth: 2 }),
      ],
    }),
    [one],
  );
  return (
    <Plot
      options={options}
      label={`${one.estimator}: mean error ${percent(one.bias)}, from ${percent(Math.min(...one.errors))} to ${percent(Math.max(...one.errors))}`}
    />
  );
}
