import { describe, expect, it } from 'vitest';
import { WORLDS } from '../../src/index.ts';
import { LEAKS } from '../../src/worlds/fraud/truth.ts';
import { corrupt } from '../../src/worlds/fraud/faults.ts';
import { F, FEATURES } from '../../src/worlds/fraud/features.ts';
import { drawIncidents, INCIDENT_KINDS } from '../../src/worlds/fraud/incidents.ts';
import { createMotion, createSetting, liveHistory } from '../../src/worlds/fraud/motion.ts';
import { groundOf, sessionOf } from './ground.ts';

const motion = createMotion(createSetting(5, 2500), 230_000);
for (const _ of liveHistory(motion, 84));
const { store, setting } = motion;
const rows = [...Array(store.rows).keys()];
const frauds = rows.filter((r) => store.kind[r] !== 0);

describe('the fraud world', () => {
  it('keeps to the prevalence that was drawn, between 1 in 500 and 1 in 2,000, for every seed and size', () => {
    const within = (share: number, name: string): void => {
      expect(share, name).toBeGreaterThanOrEqual(1 / 2000);
      expect(share, name).toBeLessThanOrEqual(1 / 500);
    };
    const cases = [...Array(60).keys()].map((k) => [k + 1, k % 20 === 0 ? 2000 : 300] as const);
    for (const [seed, volume] of cases) {
      const lived = createMotion(createSetting(seed, volume), volume * 90);
      for (const _ of liveHistory(lived, 84));
      const honest = lived.store.kind.subarray(0, lived.store.rows).filter((kind) => kind === 0).length;
      within(1 - honest / lived.store.rows, `seed ${seed}, ${volume} a day`);
      within(lived.setting.prevalence, `seed ${seed}, drawn`);
    }
    expect(frauds.length / store.rows / setting.prevalence).toBeCloseTo(1, 1);
  });

  it('keeps to it in the live period as well, where a new attack comes on top', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const life = sessionOf(groundOf(seed, 400)).fork([]);
      let [attempts, payments] = [0, 0];
      for (let day = 0; day < 84; day++) {
        const { rows } = life.openDay(day);
        const propensity = new Float32Array(rows).fill(1);
        const truth = life.closeDay(day, { action: new Uint8Array(rows), propensity, waitMs: 0 });
        attempts += truth.frauds;
        payments += truth.payments;
      }
      expect(attempts / payments, `seed ${seed}`).toBeGreaterThanOrEqual(1 / 2000);
      expect(attempts / payments, `seed ${seed}`).toBeLessThanOrEqual(1 / 500);
    }
  });

  it('runs in time order, and its counts look back only', () => {
    for (let r = 1; r < store.rows; r++) expect(store.time[r]! >= store.time[r - 1]!).toBe(true);
    const last = new Map<number, number[]>();
    for (let r = 0; r < 30_000; r++) {
      const before = last.get(store.card[r]!) ?? [];
      const hour = before.slice(-8).filter((t) => store.time[r]! - t <= 3600).length;
      expect(store.features[F.cardTx1h]![r]).toBe(hour);
      last.set(store.card[r]!, [...before, store.time[r]!]);
    }
  });

  it('sends chargebacks weeks late, some never, some on honest payments', () => {
    const delays = frauds
      .filter((r) => store.disputeDay[r]! >= 0)
      .map((r) => store.disputeDay[r]! - Math.floor(store.time[r]! / 86_400));
    delays.sort((a, b) => a - b);
    expect(delays[Math.floor(delays.length / 2)]!).toBeGreaterThan(12);
    expect(delays[Math.floor(delays.length / 2)]!).toBeLessThan(35);
    expect(delays.length / frauds.length).toBeLessThan(0.95);
    expect(delays.length / frauds.length).toBeGreaterThan(0.6);
    expect(rows.filter((r) => store.kind[r] === 0 && store.disputeDay[r]! >= 0).length).toBeGreaterThan(5);
  });

  it('gives no outcome to a declined payment', () => {
    const log = sessionOf(groundOf(11)).log(0);
    let declined = 0;
    for (let r = 0; r < log.rows; r++) {
      if (log.blocked[r] === 0) continue;
      declined++;
      expect(log.disputedOn[r]).toBe(32_767);
    }
    expect(declined).toBeGreaterThan(0);
  });

  it('has about 25 candidate features, some of which leak under innocent names', () => {
    expect(FEATURES.length).toBeGreaterThanOrEqual(25);
    expect(LEAKS.size).toBeGreaterThanOrEqual(5);
    for (const at of LEAKS.keys())
      expect(`${FEATURES[at]!.name} ${FEATURES[at]!.says}`).not.toMatch(/leak|future|label|fraud|outcome/i);
  });

  it('knows at least ten kinds of incident, and every kind is drawn by some seed', () => {
    expect(INCIDENT_KINDS.length).toBeGreaterThanOrEqual(10);
    const drawn = new Set<string>();
    for (let seed = 0; seed < 200; seed++) {
      const incidents = drawIncidents(seed);
      expect(incidents.length).toBeGreaterThanOrEqual(4);
      expect(new Set(incidents.map((i) => i.kind)).size).toBe(incidents.length);
      for (const i of incidents) {
        drawn.add(i.kind);
        expect(i.from).toBeGreaterThanOrEqual(0);
        expect(i.until).toBeGreaterThan(i.from);
      }
    }
    expect([...drawn].sort()).toEqual(INCIDENT_KINDS.map((k) => k.kind).sort());
  });

  it.each(
    INCIDENT_KINDS.filter((k) => k.features[0] !== -1 && k.kind !== 'stale-store').map((k) => [k.kind, k] as const),
  )('%s changes the served values that it names', (kind, { features, size }) => {
    const feature = features[0]!;
    const copy = { ...store, features: store.features.map((column) => column.slice(0, 5000)), rows: 5000 };
    corrupt(copy, 0, [{ kind, from: 0, until: 5, feature, size: size[0] }], 1);
    let changed = 0;
    for (let r = 0; r < 5000; r++) if (!Object.is(copy.features[feature]![r], store.features[feature]![r])) changed++;
    expect(changed).toBeGreaterThan(0);
  });

  it('makes a table of exactly the size that is asked for, the same every time', () => {
    for (const size of [1, 1000, 4321]) {
      const sums = [0, 0].map(() => {
        let count = 0;
        let sum = 0;
        for (const chunk of WORLDS.fraud!.world.table(3, size)) {
          count += chunk.rows;
          for (let r = 0; r < chunk.rows; r++) sum += chunk.columns.amount![r]!;
        }
        expect(count).toBe(size);
        return sum;
      });
      expect(sums[1]).toBe(sums[0]);
    }
  });
});
