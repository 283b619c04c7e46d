import { describe, expect, it } from 'vitest';
import { examination } from '../../src/worlds/recommendations/behaviour.ts';
import { PLACES } from '../../src/worlds/recommendations/config.ts';
import { recommendationsTable } from '../../src/worlds/recommendations/dataset.ts';
import { drawIncidents, INCIDENT_KINDS } from '../../src/worlds/recommendations/incidents.ts';
import { rewardAt } from '../../src/worlds/recommendations/observe/rewards.ts';
import { groundOf, launchOf } from './ground.ts';

const session = launchOf(groundOf(3, 200)).session;
const log = session.log(0);
const satisfied = session.truth.satisfied();
const machine = session.truth.machine();

function share(of: (row: number) => boolean, among: (row: number) => boolean): number {
  let hits = 0;
  let rows = 0;
  for (let row = 0; row < log.rows; row++) {
    if (!among(row)) continue;
    rows++;
    if (of(row)) hits++;
  }
  return hits / rows;
}

describe('the hidden world', () => {
  it('looks less at each place further down, and less far on a phone', () => {
    for (let k = 1; k < PLACES; k++) {
      expect(examination(1, k)).toBeLessThan(examination(1, k - 1));
      expect(examination(1, k)).toBeLessThan(examination(0, k));
    }
  });

  it('clicks more at the top even where the order was random', () => {
    const rate = (place: number): number =>
      share(
        (r) => log.clicked[r] === 1,
        (r) => log.shuffled[r] === 1 && log.place[r] === place && machine[r] === 0,
      );
    expect(rate(0)).toBeGreaterThan(1.5 * rate(3));
  });

  it('lets clicks and satisfaction disagree, and reads agree with it better', () => {
    const people = (r: number): boolean => machine[r] === 0;
    const worth = (reward: 'click' | 'long-click' | 'like'): number =>
      share(
        (r) => satisfied[r] === 1,
        (r) => people(r) && rewardAt(log, r, reward, 30) > 0,
      );
    expect(worth('click')).toBeGreaterThan(0.25);
    expect(worth('click')).toBeLessThan(0.7);
    expect(worth('long-click')).toBeGreaterThan(worth('click') + 0.15);
    expect(worth('like')).toBeGreaterThan(worth('long-click'));
  });

  it('shows a few items most of the time, and new ones with no past', () => {
    const shown = new Map<number, number>();
    for (const item of log.item) shown.set(item, (shown.get(item) ?? 0) + 1);
    const counts = [...shown.values()].sort((a, b) => b - a);
    const top = counts.slice(0, Math.ceil(counts.length / 10)).reduce((a, b) => a + b, 0);
    expect(top / log.rows).toBeGreaterThan(0.25);
    const views = session.columns(
      [{ name: 'item_views_7d', pointInTime: true, freshness: 'hourly' }],
      Uint32Array.from({ length: log.rows }, (_, i) => i),
    ).item_views_7d!;
    expect(views.some((x, row) => x === 0 && log.day[row]! > -40)).toBe(true);
  });

  it('logs with what chance each item got its place', () => {
    const first = Float64Array.from(log.propensity).filter((_, r) => log.place[r] === 0);
    expect(first.every((p) => p > 0 && p <= 1)).toBe(true);
    // Randomly ordered lists put any of ten first.
    for (let r = 0; r < log.rows; r++)
      if (log.shuffled[r] === 1 && log.place[r] === 0) expect(log.propensity[r]).toBeCloseTo(0.1, 6);
  });
});

describe('incidents', () => {
  it('are three to five of the kinds, each at most once, inside the live period, the same for a seed', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 60; seed++) {
      const drawn = drawIncidents(seed);
      expect(drawn).toEqual(drawIncidents(seed));
      expect(drawn.length).toBeGreaterThanOrEqual(3);
      expect(drawn.length).toBeLessThanOrEqual(5);
      expect(new Set(drawn.map((i) => i.kind)).size).toBe(drawn.length);
      for (const i of drawn) {
        expect(i.from).toBeGreaterThanOrEqual(4);
        expect(i.until).toBeGreaterThan(i.from);
        seen.add(i.kind);
      }
    }
    expect(seen.size).toBe(INCIDENT_KINDS.length);
  });
});

describe('a generated table', () => {
  it('has exactly the rows asked for, and the same bytes each time', () => {
    const sums = [0, 1].map(() => {
      let rows = 0;
      let sum = 0;
      for (const chunk of recommendationsTable(5, 12_345)) {
        rows += chunk.rows;
        for (const column of Object.values(chunk.columns)) for (const x of column) sum += x === x ? x : 1;
      }
      return [rows, sum];
    });
    expect(sums[0]![0]).toBe(12_345);
    expect(sums[1]).toEqual(sums[0]);
  });
});
