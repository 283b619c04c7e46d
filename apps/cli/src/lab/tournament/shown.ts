/** A tournament's result as text: dots with intervals, and the comparisons in words. */
import type { WorldStandings } from '@legible/lab/tournament/index';

const dollars = (x: number): string => `${x < 0 ? '−' : ''}$${Math.abs(Math.round(x)).toLocaleString('en-US')}`;
const percent = (share: number): string => `${share < 0 ? '−' : ''}${Math.abs(Math.round(100 * share))}%`;

/** `width` in characters. */
export function shown(
  { world, seeds, volume, unit, contestants, comparisons, drawn }: WorldStandings,
  width: number,
): string {
  const low = Math.min(...contestants.map(({ cost }) => cost.low));
  const high = Math.max(...contestants.map(({ cost }) => cost.high));
  const columns = Math.max(20, width - 26);
  const at = (cost: number): number => Math.round(((cost - low) / (high - low || 1)) * (columns - 1));
  const line = ({ name, cost: { mean, low: from, high: to } }: WorldStandings['contestants'][number]): string => {
    const cells: string[] = Array.from({ length: columns }, (_, k) => (k >= at(from) && k <= at(to) ? '─' : ' '));
    cells[at(mean)] = '●';
    return `${name.padEnd(11)} ${cells.join('')} ${dollars(mean).padStart(12)}`;
  };
  const middle = (drawn.shares.length - 1) / 2;
  return `${[
    `${world}, ${seeds} seeds at ${volume.toLocaleString('en-US')} ${unit}; cost of the live weeks, cheapest first`,
    ...contestants.map(line),
    ...(drawn.plans === 0
      ? []
      : [
          '',
          `${drawn.plans} plans drawn at random${drawn.unplayable === 0 ? '' : `, and ${drawn.unplayable} that had nothing to learn from`}: half of them go ${percent(drawn.shares[middle]!)} of the way from doing nothing to the oracle, or less; the best goes ${percent(drawn.shares.at(-1)!)}. ${drawn.aboveExpert} ${drawn.aboveExpert === 1 ? 'was' : 'were'} cheaper than the expert on the same seed.`,
        ]),
    '',
    ...comparisons.map(
      ({ better, worse, mean, low: from, high: to, wins, seeds: n }) =>
        `${better} saves ${dollars(mean)} against ${worse} (${dollars(from)} to ${dollars(to)}), and wins ${wins} of ${n}${from > 0 ? '' : ': not shown'}`,
    ),
  ].join('\n')}\n`;
}
