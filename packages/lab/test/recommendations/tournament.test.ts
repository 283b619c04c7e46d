import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ledgerOf, live } from '../../src/ledger/replay.ts';
import { WORLDS } from '../../src/index.ts';
import { groundOf, reference } from './ground.ts';

interface Tournament {
  readonly volume: number;
  readonly comparisons: readonly {
    readonly better: string;
    readonly worse: string;
    readonly low: number;
    readonly of: number;
  }[];
  readonly totals: Readonly<Record<string, readonly number[]>>;
}

const committed = JSON.parse(
  readFileSync(new URL('../../../../benches/tournament-recommendations.json', import.meta.url), 'utf8'),
) as Tournament;

describe('the recommendations world rewards judgment', () => {
  it('over forty seeds, by intervals that exclude zero', () => {
    const pairs = [
      ['expert', 'cautious'],
      ['expert', 'textbook'],
      ['textbook', 'naive'],
      ['textbook', 'rule'],
      ['textbook', 'nothing'],
    ];
    for (const [better, worse] of pairs) {
      const found = committed.comparisons.find((c) => c.better === better && c.worse === worse)!;
      expect(found.of).toBe(40);
      expect(found.low, `${better} over ${worse}`).toBeGreaterThan(0);
    }
  });

  it('and still does: seed 2 comes out as it was committed, to the dollar', () => {
    expect(committed.volume).toBe(WORLDS.recommendations!.world.defaultVolume);
    const { launch } = groundOf(2, committed.volume);
    const now: Record<string, number> = { nothing: ledgerOf(launch.policy('nothing')).total };
    for (const name of ['naive', 'expert']) now[name] = ledgerOf(live(launch, reference(name)).money).total;
    for (const [name, total] of Object.entries(now)) expect(Math.round(total), name).toBe(committed.totals[name]![1]);
  }, 240_000);
});
