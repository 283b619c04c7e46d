import type { RunResult } from '@legible/lab';
import { placeOf, placeWords, type WorldStandings } from '@legible/lab/tournament/index';

const WIDTH = 46;

/** Where a run stands among the plans of the tournament: sentences, and a line for each contestant. */
export function placed(result: RunResult, standings: readonly WorldStandings[]): string[] {
  const place = placeOf(result, standings);
  if ('unplaced' in place) return [`No percentile: ${place.unplaced}`];
  const { contestants, drawn, seeds } = standings.find(({ world }) => world === result.file.world)!;
  const rows = [
    { name: 'at random', shares: drawn.shares, ahead: place.ofDrawn },
    ...place.against
      .toSorted((a, b) => b.ofSeeds - a.ofSeeds)
      .map(({ name, ofSeeds }) => ({
        name,
        shares: contestants.find((one) => one.name === name)!.shares,
        ahead: ofSeeds,
      })),
  ];
  const quarter = (shares: readonly number[], k: number): number => shares[(k * (shares.length - 1)) / 4]!;
  // The worst quarter of the draws reaches far to the left; it may leave the picture.
  const low = Math.min(0, place.share, ...rows.slice(1).map(({ shares }) => quarter(shares, 1)));
  const at = (share: number): number =>
    Math.max(0, Math.min(WIDTH - 1, Math.round(((share - low) / (1 - low)) * (WIDTH - 1))));
  const line = (shares: readonly number[]): string => {
    const [from, middle, to] = [1, 2, 3].map((k) => at(quarter(shares, k))) as [number, number, number];
    const cells: string[] = Array.from({ length: WIDTH }, (_, k) => (k >= from && k <= to ? '─' : ' '));
    cells[middle] = '●';
    cells[at(place.share)] = '┃';
    return cells.join('');
  };
  return [
    ...placeWords(place),
    ...rows.map(({ name, shares, ahead }) => `  ${name.padEnd(10)} ${line(shares)}  you are ahead of ${ahead} in 100`),
    `  The line is the middle half of what a plan reaches over ${seeds} seeds, the dot its median, the bar you.`,
  ];
}
