import { describe, expect, it } from 'vitest';
import { DECISION } from '../../src/worlds/fraud/causes.ts';
import type { WorldSession } from '../../src/worlds/fraud/life.ts';
import { groundOf, sessionOf } from './ground.ts';

/** Lives some days, declining what `block` says, and gives what was served. */
function lived(session: WorldSession, days: number, block: (amount: number, lot: number) => boolean) {
  const honest = new Map<string, number>();
  for (let day = 0; day < days; day++) {
    const batch = session.openDay(day);
    const action = new Uint8Array(batch.rows);
    for (let i = 0; i < batch.rows; i++) {
      if (block(batch.amount[i]!, batch.lot[i]!)) action[i] = DECISION.block;
      honest.set(
        `${day}/${batch.lot[i]!.toFixed(9)}/${batch.amount[i]!.toFixed(4)}`,
        batch.features.ip_distance_km![i]!,
      );
    }
    session.closeDay(day, { action, propensity: new Float32Array(batch.rows).fill(1), waitMs: 0 });
  }
  return honest;
}

describe('common random numbers', () => {
  it('leave every honest payment as it was when a decision changes, but those of customers who left', () => {
    const launch = sessionOf(groundOf(11));
    const nothing = lived(launch.fork([]), 20, () => false);
    const harsh = lived(launch.fork([]), 20, (_, lot) => lot < 0.02);
    let kept = 0;
    for (const [key, distance] of harsh) {
      if (!nothing.has(key)) continue;
      kept++;
      // A payment that stays the same payment keeps its own draws, to the bit.
      expect(nothing.get(key)).toBe(distance);
    }
    expect(kept / harsh.size).toBeGreaterThan(0.998);
    expect(harsh.size).toBeLessThan(nothing.size);
  });

  it('give the same fork the same life', () => {
    const launch = sessionOf(groundOf(11));
    expect([...lived(launch.fork([]), 5, () => false)]).toEqual([...lived(launch.fork([]), 5, () => false)]);
  });

  it('give another seed another world', () => {
    const a = sessionOf(groundOf(11)).log(0);
    const b = sessionOf(groundOf(12)).log(0);
    expect(Buffer.from(a.amount.buffer).equals(Buffer.from(b.amount.buffer))).toBe(false);
  });

  it('do not change history with the fork’s freshness', () => {
    const launch = sessionOf(groundOf(11));
    const rows = Uint32Array.from({ length: 200 }, (_, i) => i * 50);
    const order = { name: 'card_tx_24h', pointInTime: true, freshness: 'realtime' } as const;
    const before = launch.columns([order], rows, 0);
    launch.fork([{ ...order, freshness: 'daily' }]).openDay(0);
    expect(launch.columns([order], rows, 0)).toEqual(before);
  });
});
