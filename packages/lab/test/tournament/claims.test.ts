import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WORLDS } from '../../src/index.ts';
import { drive, prepare } from '../../src/run/run.ts';
import {
  belowIn,
  contestants,
  costOf,
  pairedDifference,
  placeOf,
  QUANTILES,
  shareOf,
} from '../../src/tournament/index.ts';
import { STANDINGS } from '../../src/tournament/standings.generated.ts';

interface Committed {
  readonly world: string;
  readonly volume: number;
  readonly seeds: readonly number[];
  readonly costs: Readonly<Record<string, readonly (number | null)[]>>;
  readonly drawn: readonly { readonly seed: number; readonly cost: number | null }[];
}

const committed = JSON.parse(
  readFileSync(new URL('../../../../benches/tournament.json', import.meta.url), 'utf8'),
) as readonly Committed[];

it('a tournament is committed for every world, and runs are placed by that one', () => {
  expect(committed.map(({ world }) => world)).toEqual(Object.keys(WORLDS));
  expect(STANDINGS.map(({ world, volume, seeds }) => [world, volume, seeds])).toEqual(
    committed.map(({ world, volume, seeds }) => [world, volume, seeds.length]),
  );
});

describe.each(committed)('the $world world', ({ world: name, volume, seeds, costs, drawn }) => {
  const entry = WORLDS[name]!;
  const standings = STANDINGS.find(({ world }) => world === name)!;
  const totals = Object.fromEntries(
    Object.entries(costs).map(([who, all]) => [who, all.map((cost) => cost ?? Number.NaN)]),
  );

  it.each([
    ['expert', 'cautious'],
    ['expert', 'textbook'],
    ['textbook', 'naive'],
    ['textbook', 'rule'],
    ['textbook', 'do nothing'],
    ['oracle', 'expert'],
  ])('rewards judgment: %s beats %s by an interval that excludes zero', (better, worse) => {
    expect(seeds.length).toBeGreaterThanOrEqual(40);
    expect(pairedDifference(totals, better, worse).low).toBeGreaterThan(0);
  });

  it('is placed at its own volume, by curves that rise', () => {
    expect(volume).toBe(entry.world.defaultVolume);
    for (const { shares } of [...standings.contestants, standings.drawn]) {
      expect(shares).toHaveLength(QUANTILES);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    }
  });

  it('places a run of the expert about the middle of the experts, and its draws evenly over the draws', () => {
    const at = (cost: number, i: number): number =>
      shareOf(cost, totals['do nothing']![i]!, totals['oracle']![i]!) ?? Number.NaN;
    const experts = standings.contestants.find((one) => one.name === 'expert')!.shares;
    const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(totals['expert']!.map((cost, i) => belowIn(experts, at(cost, i))))).toBeCloseTo(0.5, 1);
    const lived = drawn.flatMap(({ seed, cost }) => (cost === null ? [] : [at(cost, seeds.indexOf(seed))]));
    expect(lived).toHaveLength(standings.drawn.plans);
    expect(mean(lived.map((share) => belowIn(standings.drawn.shares, share)))).toBeCloseTo(0.5, 1);
  });

  it('places a run of this very tournament by its bill', () => {
    const bill = (who: string) => ({ total: totals[who]![0]!, byDay: [] });
    const place = placeOf(
      {
        file: { world: name, volume },
        ledger: { ours: bill('expert'), 'doing nothing': bill('do nothing'), oracle: bill('oracle') },
      },
      STANDINGS,
    );
    expect(place).toMatchObject({
      share: expect.closeTo(
        shareOf(bill('expert').total, bill('do nothing').total, bill('oracle').total)!,
        9,
      ) as number,
    });
  });

  it('still comes out as it was committed, to the dollar', () => {
    const { launch } = drive(prepare(entry.world, seeds[1]!, volume));
    const all = contestants(entry, seeds[1]!, 0);
    for (const who of ['do nothing', 'oracle', 'naive', 'textbook', 'expert'])
      expect(Math.round(costOf(launch, all.get(who)!)), who).toBe(costs[who]![1]);
  }, 240_000);
});
