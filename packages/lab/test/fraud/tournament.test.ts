import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ledgerOf, live } from '../../src/ledger/replay.ts';
import { liveTrivial } from '../../src/worlds/fraud/lived.ts';
import { WORLDS } from '../../src/index.ts';
import { groundOf, reference, sessionOf } from './ground.ts';

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
  readFileSync(new URL('../../../../benches/lab-tournament.json', import.meta.url), 'utf8'),
) as Tournament;

describe('the world rewards judgment', () => {
  it('over a hundred seeds, by intervals that exclude zero', () => {
    const holds = (better: string, worse: string): void => {
      const found = committed.comparisons.find((c) => c.better === better && c.worse === worse)!;
      expect(found.of).toBe(100);
      expect(found.low, `${better} over ${worse}`).toBeGreaterThan(0);
    };
    holds('expert', 'textbook');
    holds('expert', 'cautious');
    holds('textbook', 'naive');
    for (const trivial of ['rule', 'approve all', 'block all']) holds('textbook', trivial);
  });

  it('and still does: seed 2 comes out as it was committed, to the dollar', () => {
    const { volume, totals } = committed;
    expect(volume).toBe(WORLDS.fraud!.world.defaultVolume);
    const ground = groundOf(2, volume);
    const trivial = (action: 'approve' | 'block'): number => ledgerOf(liveTrivial(sessionOf(ground), action)).total;
    const now: Record<string, number> = {
      'approve all': trivial('approve'),
      'block all': trivial('block'),
    };
    for (const name of ['rule', 'naive', 'textbook', 'expert'] as const) {
      now[name] = ledgerOf(live(ground.launch, reference(name)).money).total;
    }
    for (const [name, total] of Object.entries(now)) expect(Math.round(total), name).toBe(totals[name]![1]);
    expect(now.expert!).toBeLessThan(now.textbook!);
    expect(now.textbook!).toBeLessThan(Math.min(now.naive!, now.rule!, now['approve all']!, now['block all']!));
  });
});
