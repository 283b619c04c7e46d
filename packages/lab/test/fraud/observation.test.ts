import { describe, expect, expectTypeOf, it } from 'vitest';
import { ActiveRun, type DayReport, type ObservedLog, type OfflineReport } from '../../src/index.ts';
import { rocAuc } from '../../src/metrics/index.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { observatoryOf, type Observatory } from '../../src/worlds/fraud/life.ts';
import { labelRows } from '../../src/worlds/fraud/observe/labels.ts';
import { fitModel } from '../../src/worlds/fraud/offline/fit.ts';
import { launch } from '../../src/worlds/fraud/offline/launch.ts';
import { offlineReport } from '../../src/worlds/fraud/offline/report.ts';
import type { ServedBatch } from '../../src/worlds/fraud/life.ts';
import { groundOf, reference, sessionOf } from './ground.ts';

type Truth = 'kind' | 'isFraud' | 'fraud' | 'disputeDay' | 'campaign' | 'unit' | 'truth' | 'prevalence' | 'incidents';

/** Everything that can be reached from a value, functions and prototypes included. */
function reachable(root: unknown): { path: string; value: unknown }[] {
  const seen = new Set<unknown>();
  const out: { path: string; value: unknown }[] = [];
  const visit = (value: unknown, path: string): void => {
    out.push({ path, value });
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (ArrayBuffer.isView(value)) return;
    for (const key of Reflect.ownKeys(value)) {
      const descriptor = Object.getOwnPropertyDescriptor(value, key)!;
      visit(descriptor.get ?? descriptor.set ?? descriptor.value, `${path}.${String(key)}`);
    }
  };
  visit(root, '');
  return out;
}

const ground = groundOf(11);
const hidden = sessionOf(ground);
const frauds = hidden.truth.frauds();

/** How well a column alone tells fraud from honest payments: 0.5 not at all, 1 fully. */
function tells(column: ArrayLike<number>, truth: Uint8Array): number {
  return 0.5 + Math.abs(rocAuc(truth, Float64Array.from(column)) - 0.5);
}

describe('what a plan can see', () => {
  it('has no field of the truth, by its type', () => {
    expectTypeOf<Extract<keyof ObservedLog, Truth>>().toEqualTypeOf<never>();
    expectTypeOf<Extract<keyof ServedBatch, Truth>>().toEqualTypeOf<never>();
    expectTypeOf<Extract<keyof DayReport, Truth>>().toEqualTypeOf<never>();
    expectTypeOf<Extract<keyof OfflineReport, Truth>>().toEqualTypeOf<never>();
    // The labelling that every training goes through takes the log and nothing else of the world.
    expectTypeOf(labelRows).parameter(0).toEqualTypeOf<ObservedLog>();
  });

  it('goes through windows that do not lead to the truth, by their type', () => {
    expectTypeOf<keyof Observatory>().toEqualTypeOf<'facts' | 'feed' | 'log' | 'columns' | 'ruleAt' | 'audit'>();
    // All that trains or reports for a plan is handed these windows, never the session behind them.
    expectTypeOf(launch).parameter(0).toEqualTypeOf<Observatory>();
    expectTypeOf(fitModel).parameter(0).toEqualTypeOf<Observatory>();
    expectTypeOf(offlineReport).parameter(0).toEqualTypeOf<Observatory>();
  });

  it('goes through windows that do not lead to the truth, when it runs', () => {
    const windows = observatoryOf(hidden);
    expect(Object.isFrozen(windows)).toBe(true);
    expect(Reflect.ownKeys(windows).sort()).toEqual(['audit', 'columns', 'facts', 'feed', 'log', 'ruleAt']);
    expect(Object.getPrototypeOf(windows)).toBe(Object.prototype);
    for (const key of ['truth', 'fork', 'openDay', 'closeDay', 'page']) expect(key in windows, key).toBe(false);
    expect(() => Object.assign(windows, { facts: {} })).toThrow(TypeError);
    for (const value of Object.values(windows.facts)) expect(typeof value).toBe('number');
  });

  it('is all that the stages of a plan import', () => {
    const secret = [
      'store',
      'motion',
      'reveal',
      'truth',
      'session',
      'outcome',
      'attacks',
      'append',
      'snapshot',
      'tape',
    ];
    const root = new URL('../../src/worlds/fraud/', import.meta.url);
    for (const stage of ['plan', 'observe', 'offline', 'live']) {
      for (const file of readdirSync(new URL(`${stage}/`, root))) {
        const text = readFileSync(new URL(`${stage}/${file}`, root), 'utf8');
        const imported = [...text.matchAll(/from '\.\.\/([a-z-]+)\.ts'/g)].map((m) => m[1]!);
        expect(
          imported.filter((name) => secret.includes(name)),
          `${stage}/${file}`,
        ).toEqual([]);
      }
    }
  });

  it('is plain data: the log leads to no function, no hidden object, no column of truth', () => {
    const log = hidden.log(0);
    const parts = reachable(log);
    expect(parts.filter(({ value }) => typeof value === 'function')).toEqual([]);
    for (const { path, value } of parts) {
      if (typeof value !== 'object' || value === null || path === '') continue;
      expect(ArrayBuffer.isView(value), path).toBe(true);
      const column = value as unknown as ArrayLike<number> & { buffer: ArrayBuffer; byteLength: number };
      expect(column.buffer.byteLength, `${path} is a window on something larger`).toBe(column.byteLength);
      expect(tells(column, frauds), path).toBeLessThan(0.95);
    }
  });

  it('draws lots that say nothing about fraud', () => {
    expect(tells(hidden.log(0).lot, frauds)).toBeLessThan(0.5 + 4 / Math.sqrt(12 * frauds.reduce((a, b) => a + b, 0)));
  });

  it('serves a batch that is plain data, in columns of its own', () => {
    const session = hidden.fork([]);
    const batch = session.openDay(0);
    const parts = reachable(batch);
    expect(parts.filter(({ value }) => typeof value === 'function')).toEqual([]);
    batch.features.amount!.fill(0);
    const again = session.columns(
      [{ name: 'amount', pointInTime: true, freshness: 'request' }],
      Uint32Array.of(batch.firstRow),
      0,
    );
    expect(again.amount![0]).toBeGreaterThan(0);
  });

  it('reports a live day without its truth, and reads only the monitors that were bought', () => {
    const run = new ActiveRun(ground, { ...reference('textbook'), monitors: [{ kind: 'latency', threshold: 0.5 }] });
    const report = run.advance();
    expect(reachable(report).filter(({ value }) => typeof value === 'function')).toEqual([]);
    expect(report.readings.map((r) => r.kind)).toEqual(['latency']);
    expect(Object.keys(report).sort()).toEqual([
      'alarms',
      'chargebackDollars',
      'chargebacks',
      'day',
      'events',
      'payments',
      'readings',
      'share',
    ]);
    expect(Object.keys(run).filter((key) => key !== 'offline')).toEqual([]);
  });

  it('shows a chargeback only from the day after it arrived', () => {
    const early = hidden.log(0);
    for (let row = 0; row < early.rows; row++)
      if (early.disputedOn[row]! < 32_767) expect(early.disputedOn[row]).toBeLessThan(0);
  });
});
