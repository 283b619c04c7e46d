import { WORLDS } from '@legible/lab';
import type { WorldStandings } from '@legible/lab/tournament/index';
import { STANDINGS } from '@legible/lab/tournament/standings.generated';
import { useMemo } from 'react';
import { Page } from '../../../shell/page.tsx';
import { titled } from '../charts/scale.ts';
import { count, dollars } from '../kept.ts';
import { SharesPlot } from './shares-plot.tsx';
import '../lab.css';
import './standings.css';

const nameOf = (name: string): string =>
  name === 'oracle'
    ? 'knowing the truth'
    : name === 'do nothing'
      ? 'doing nothing'
      : name === 'rule'
        ? 'the rule'
        : `the ${name} plan`;

/** The tournament: does each world reward judgment, and by how much? */
export function StandingsPage() {
  return (
    <Page
      title="Does judgment pay?"
      kicker="Lab"
      intro="Five reference plans, and plans drawn at random, lived the same seeds of each world. If a careful plan were no cheaper than a naive one, the lab would teach nothing. Here is how it went."
    >
      {STANDINGS.length === 0 ? (
        <p>
          No tournament has been played yet. <code>legible lab tournament --standings FILE</code> plays one.
        </p>
      ) : (
        <div className="standings">
          {STANDINGS.map((standings) => (
            <OneWorld key={standings.world} standings={standings} />
          ))}
        </div>
      )}
      <p className="small soft lab-prose">
        Each row is one plan over the seeds: the thick part holds the middle half, the thin one eight in ten, the dot is
        the median. A random plan is a new one on each seed; its row may run out of the picture on the left, since it
        can lose far more than doing nothing does. Differences are paired by seed, with 95% intervals.
      </p>
    </Page>
  );
}

function OneWorld({ standings }: { readonly standings: WorldStandings }) {
  const { world, volume, unit, seeds, contestants, comparisons, drawn } = standings;
  const rows = useMemo(
    () => [
      ...(drawn.plans === 0
        ? []
        : [{ name: 'Drawn at random', shares: drawn.shares, says: `${count(drawn.plans)} plans` }]),
      ...contestants
        .filter(({ name }) => name !== 'oracle' && name !== 'do nothing')
        .toReversed()
        .map(({ name, shares, cost }) => ({ name: titled(name), shares, says: `${dollars(cost.mean)} a run` })),
    ],
    [contestants, drawn],
  );
  const title = WORLDS[world]?.world.title ?? titled(world);
  const label = rows
    .map(({ name, shares }) => `${name} ${Math.round(100 * (shares[(shares.length - 1) / 2] ?? 0))}%`)
    .join(', ');
  return (
    <section className="stack" aria-labelledby={`standings-${world}`}>
      <h2 id={`standings-${world}`}>{title}</h2>
      <p className="small soft">
        {seeds} seeds, {count(volume)} {unit}
      </p>
      <SharesPlot rows={rows} label={`Median share of the way: ${label}.`} />
      <ul className="standings-claims small">
        {comparisons.map(({ better, worse, mean, low, high, wins, seeds: of }) => (
          <li key={`${better} ${worse}`}>
            {titled(nameOf(better))} saves {dollars(mean)} against {nameOf(worse)}
            <span className="soft">
              {' '}
              ({dollars(low)} to {dollars(high)}), {wins} of {of} seeds{low > 0 ? '' : ': not shown'}
            </span>
          </li>
        ))}
        {drawn.plans > 0 && (
          <li>
            Of {count(drawn.plans)} plans drawn at random {drawn.aboveExpert === 0 ? 'none' : count(drawn.aboveExpert)}{' '}
            {drawn.aboveExpert === 1 ? 'was' : 'were'} cheaper than the expert’s on its seed
            {drawn.unplayable > 0 ? `; ${count(drawn.unplayable)} more had nothing to learn from` : ''}.
          </li>
        )}
      </ul>
    </section>
  );
}
