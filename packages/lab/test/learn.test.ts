import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as learn from '../src/learn/index.ts';
import { TrainingMemory } from '../src/learn/training-memory.ts';
import { brier, expectedCalibrationError, rocAuc, totalCost } from '../src/metrics/index.ts';
import { RandomStream } from '../src/random/index.ts';
import { drawnTable, fixtureTable, reference } from './learn-tables.ts';

const train = fixtureTable(reference.train);
const test = fixtureTable(reference.test);

describe('splits', () => {
  const times = Float64Array.from({ length: 500 }, (_, i) => (i * 37) % 100);
  const entities = Uint32Array.from({ length: 500 }, (_, i) => i % 60);
  const stream = () => new RandomStream(1, 'split');
  const disjoint = (split: learn.Split) => new Set([...split.train, ...split.test]).size;

  it('put every row on one side, except in a gap', () => {
    expect(disjoint(learn.splitRandom(500, 0.3, stream()))).toBe(500);
    expect(disjoint(learn.splitByTime(times, 70))).toBe(500);
    expect(disjoint(learn.splitByEntity(entities, 0.3, stream()))).toBe(500);
    expect(disjoint(learn.splitByTimeWithGap(times, 70, 10))).toBe(450);
  });
  it('by time never trains on what comes after, and a gap keeps its distance', () => {
    const { train: before, test: after } = learn.splitByTimeWithGap(times, 70, 10);
    expect(Math.max(...before.map((row) => times[row]!))).toBeLessThan(60);
    expect(Math.min(...after.map((row) => times[row]!))).toBe(70);
  });
  it('by entity share no entity, and the side of one does not depend on the others', () => {
    const split = learn.splitByEntity(entities, 0.4, stream());
    const inTest = new Set(Array.from(split.test, (row) => entities[row]!));
    expect(Array.from(split.train).some((row) => inTest.has(entities[row]!))).toBe(false);
    const half = learn.splitByEntity(entities.subarray(0, 30), 0.4, stream());
    expect([...half.test]).toEqual([...split.test].filter((row) => row < 30));
  });
  it('refuse to leave one side empty', () => {
    expect(() => learn.splitByTime(times, -1)).toThrow(/^split leaves no row to train on: move the cut/);
    expect(() => learn.splitByTime(times, 1000)).toThrow(/^split leaves no row to test on/);
    expect(() => learn.splitRandom(10, 1.5, stream())).toThrow(/^testShare is 1.5/);
  });
});

describe('logistic regression', () => {
  it.each(reference.logistic)('has the coefficients of scikit-learn (l2 $l2, positives $positiveWeight)', (row) => {
    const model = learn.trainLogistic(train, reference.train.labels, {
      l2: row.l2,
      positiveWeight: row.positiveWeight,
    });
    expect(model.converged).toBe(true);
    row.coefficients.forEach((value, i) => expect(model.coefficients[i]).toBeCloseTo(value, 6));
    expect(model.intercept).toBeCloseTo(row.intercept, 6);
  });
  it('has its AUC on rows it did not see', () => {
    const model = learn.trainLogistic(train, reference.train.labels);
    const auc = rocAuc(reference.test.labels, learn.predict(model, test));
    expect(Math.abs(auc - reference.auc.logistic)).toBeLessThan(0.003);
  });
  it('takes a row weight of 2 for two rows, and any scale and shift of a feature', () => {
    const { table, labels } = drawnTable(300);
    const twice = learn.takeRows(
      table,
      Uint32Array.from({ length: 600 }, (_, i) => i >> 1),
    );
    const weighted = learn.trainLogistic(table, labels, {}, new Float64Array(300).fill(2));
    const doubled = learn.trainLogistic(
      twice,
      Uint8Array.from({ length: 600 }, (_, i) => labels[i >> 1]!),
    );
    const moved = { ...table, columns: table.columns.map((column) => column.map((value) => value * 64 + 3)) };
    const p = learn.predict(weighted, table);
    learn.predict(doubled, table).forEach((value, i) => expect(value).toBeCloseTo(p[i]!, 9));
    const shifted = learn.trainLogistic(moved, labels, {}, new Float64Array(300).fill(2));
    learn.predict(shifted, moved).forEach((value, i) => expect(value).toBeCloseTo(p[i]!, 4));
  });
  it('learns from a value being missing, and survives constant and separating features', () => {
    const { table, labels } = drawnTable(4000);
    const model = learn.trainLogistic(table, labels);
    const indicator = model.inputs.findIndex((input) => input.missing);
    expect(model.coefficients[indicator]!).toBeGreaterThan(0.2);
    const rigid = learn.tableOf({ constant: new Float32Array(4000).fill(5), leak: Float32Array.from(labels) });
    const leaky = learn.trainLogistic(rigid, labels);
    expect(leaky.converged).toBe(true);
    expect(rocAuc(labels, learn.predict(leaky, rigid))).toBe(1);
    expect(learn.trainLogistic(rigid, labels, { l2: 0, maxIterations: 20 }).coefficients.every(Number.isFinite)).toBe(
      true,
    );
  });
});

describe('boosted trees', () => {
  it('have the AUC of scikit-learn on rows they did not see', () => {
    const model = learn.trainTrees(train, reference.train.labels, { trees: 40, maxLeaves: 8 });
    const auc = rocAuc(reference.test.labels, learn.predict(model, test));
    expect(auc).toBeGreaterThan(reference.auc.trees - 0.003);
  });

  const { table, labels, truth } = drawnTable(20_000);
  const fresh = drawnTable(20_000, 2);
  it('come near the best score there is, and lean on the features that matter', () => {
    const model = learn.trainTrees(table, labels, { trees: 60, maxLeaves: 8 });
    const best = rocAuc(fresh.labels, fresh.truth);
    expect(rocAuc(fresh.labels, learn.predict(model, fresh.table))).toBeGreaterThan(best - 0.005);
    expect(expectedCalibrationError(fresh.labels, learn.predict(model, fresh.table))).toBeLessThan(0.02);
    expect(model.gain[0]!).toBeGreaterThan(model.gain[1]!);
    expect(model.gain[1]!).toBeGreaterThan(8 * model.gain[2]!);
  });
  it('are the same to the byte each time, sampled or not, and differ by stream', () => {
    const options = (seed: number) => ({
      trees: 10,
      rowShare: 0.6,
      columnShare: 0.67,
      stream: new RandomStream(seed, 't'),
    });
    expect(learn.trainTrees(table, labels, options(1))).toEqual(learn.trainTrees(table, labels, options(1)));
    expect(learn.trainTrees(table, labels, options(1)).value).not.toEqual(
      learn.trainTrees(table, labels, options(2)).value,
    );
    const sampled = learn.predict(
      learn.trainTrees(table, labels, { ...options(1), trees: 80, maxLeaves: 8 }),
      fresh.table,
    );
    expect(rocAuc(fresh.labels, sampled)).toBeGreaterThan(rocAuc(fresh.labels, fresh.truth) - 0.006);
  });
  it('are the same to the byte with the WebAssembly kernel and without, whatever was trained before', () => {
    for (const rows of [20_000, 300, 20_000]) {
      const part = learn.takeRows(
        table,
        Uint32Array.from({ length: rows }, (_, i) => i),
      );
      const run = (javascriptOnly: boolean) =>
        learn.trainTrees(part, labels.subarray(0, rows), {
          trees: 6,
          rowShare: 0.8,
          stream: new RandomStream(1, 'kernel'),
          javascriptOnly,
        });
      expect(run(false)).toEqual(run(true));
    }
    expect(new TrainingMemory(1000).kernel).toBeDefined();
  });
  it('give these exact bytes: a change here changes every run that was kept', () => {
    const model = learn.trainTrees(train, reference.train.labels, { trees: 5, maxLeaves: 6 });
    const margins = learn.treeMargins(model, test);
    const bits = new Uint32Array(margins.buffer);
    const digest = bits.reduce((hash, word) => Math.imul(hash ^ word, 0x01000193) >>> 0, 0x811c9dc5);
    expect([digest, model.value.length]).toMatchInlineSnapshot(`
      [
        2288423535,
        55,
      ]
    `);
  });
  it('score a row alike in training and after, whatever is missing', () => {
    const one = learn.trainTrees(table, labels, { trees: 1, learningRate: 1, maxLeaves: 32, l2: 1 });
    const margins = learn.treeMargins(one, table);
    const leaves = new Map<number, { g: number; h: number }>();
    const start = 1 / (1 + Math.exp(-one.base));
    margins.forEach((margin, i) => {
      const leaf = leaves.get(margin) ?? { g: 0, h: 0 };
      leaves.set(margin, { g: leaf.g + start - labels[i]!, h: leaf.h + start * (1 - start) });
    });
    expect(leaves.size).toBeGreaterThan(20);
    // A leaf's value is the Newton step on the rows that reach it: it fits only if the same rows reach it again.
    for (const [margin, { g, h }] of leaves) expect(margin - one.base).toBeCloseTo(-g / (h + 1), 4);
  });
  it('do not split when nothing can be gained, and obey their limits', () => {
    const flat = learn.tableOf({ constant: new Float32Array(50).fill(1) });
    const halves = Uint8Array.from({ length: 50 }, (_, i) => i % 2);
    const still = learn.trainTrees(flat, halves, { trees: 5 });
    expect(still.left.every((child) => child < 0)).toBe(true);
    const stump = learn.trainTrees(table, labels, { trees: 3, maxDepth: 1 });
    expect(stump.value.length).toBe(9);
    const heavy = learn.trainTrees(table, labels, { trees: 1, minChildWeight: 1e6 });
    expect(heavy.value.length).toBe(1);
  });
  it('keep their predictions under any increasing change of a feature that keeps its bins', () => {
    const cubed = { ...table, columns: table.columns.map((column) => column.map((value) => value * 8)) };
    const [plain, moved] = [
      learn.trainTrees(table, labels, { trees: 5 }),
      learn.trainTrees(cubed, labels, { trees: 5 }),
    ];
    expect(learn.predict(moved, cubed)).toEqual(learn.predict(plain, table));
  });
  it('weigh positives up when told to', () => {
    const model = learn.trainTrees(table, labels, { trees: 30, positiveWeight: 'balanced' });
    const mean = learn.predict(model, table).reduce((a, b) => a + b, 0) / 20_000;
    expect(mean).toBeGreaterThan(truth.reduce((a, b) => a + b, 0) / 20_000 + 0.1);
  });
});

describe('calibration', () => {
  const { labels, scores, fits } = reference.isotonic;
  it.each(fits)('isotonic regression gives the values of scikit-learn', (row) => {
    const fitted = learn.fitIsotonic(labels, scores, row.weights ?? undefined);
    const values = learn.calibrate(fitted, row.at);
    row.values.forEach((value, i) => expect(Math.abs(values[i]! - value)).toBeLessThan(1e-12));
  });
  it('isotonic regression never lowers the order and never raises the Brier score on its own rows', () => {
    const row = fc.record({ y: fc.integer({ min: 0, max: 1 }), s: fc.integer({ min: 0, max: 20 }).map((k) => k / 20) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
        const [y, s] = [rows.map((r) => r.y), rows.map((r) => r.s)];
        const made = learn.calibrate(learn.fitIsotonic(y, s), s);
        expect(brier(y, made)).toBeLessThanOrEqual(brier(y, s) + 1e-12);
        const sorted = [...s.keys()].sort((a, b) => s[a]! - s[b]!);
        sorted.slice(1).forEach((i, at) => expect(made[i]!).toBeGreaterThanOrEqual(made[sorted[at]!]! - 1e-12));
      }),
    );
  });
  it('Platt scaling undoes a stretch of the log-odds', () => {
    const { labels: y, truth } = drawnTable(30_000);
    const stretched = truth.map((p) => 3 * Math.log(p / (1 - p)) + 4);
    const fitted = learn.fitPlatt(y, stretched);
    if (fitted.kind !== 'platt') throw new Error('not Platt');
    expect(fitted.slope).toBeCloseTo(1 / 3, 1);
    expect(fitted.intercept).toBeCloseTo(-4 / 3, 1);
    expect(expectedCalibrationError(y, learn.calibrate(fitted, stretched))).toBeLessThan(0.01);
  });
  it('needs both classes for Platt, and leaves scores alone when there is none', () => {
    expect(() => learn.fitPlatt([0, 0], [0.1, 0.2])).toThrow(/^labels hold no positive/);
    expect([...learn.calibrate({ kind: 'none' }, [0.25, 0.5])]).toEqual([0.25, 0.5]);
  });
});

describe('thresholds', () => {
  const costs = { truePositive: -2, falsePositive: 5, falseNegative: 30, trueNegative: 0 };
  it('by cost cannot be beaten by any other on the same rows', () => {
    const row = fc.record({ y: fc.integer({ min: 0, max: 1 }), s: fc.integer({ min: 0, max: 9 }).map((k) => k / 9) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const [y, s] = [rows.map((r) => r.y), rows.map((r) => r.s)];
        const { value, promise } = learn.thresholdByCost(y, s, costs);
        expect(totalCost(y, s, value, costs)).toBeCloseTo(promise, 9);
        for (const other of [Infinity, ...s])
          expect(totalCost(y, s, other, costs)).toBeGreaterThanOrEqual(promise - 1e-9);
      }),
    );
  });
  it('by capacity fills the team and no more, and takes equal scores together', () => {
    const scores = [0.9, 0.8, 0.8, 0.7, 0.6, 0.5];
    expect(learn.thresholdByCapacity(scores, 2, 2)).toEqual({ value: 0.7, promise: 2 });
    expect(learn.thresholdByCapacity(scores, 1, 2)).toEqual({ value: 0.9, promise: 0.5 });
    expect(learn.thresholdByCapacity(scores, 0, 2)).toEqual({ value: Infinity, promise: 0 });
    expect(learn.thresholdByCapacity(scores, 100, 1)).toEqual({ value: 0.5, promise: 6 });
  });
  it('by precision takes as many as it may, or says what can be had', () => {
    const [y, s] = [
      [1, 1, 0, 1, 0],
      [0.9, 0.8, 0.7, 0.6, 0.5],
    ];
    expect(learn.thresholdByPrecision(y, s, 0.75)).toEqual({ value: 0.6, promise: 0.75 });
    expect(learn.thresholdByPrecision(y, s, 1)).toEqual({ value: 0.8, promise: 1 });
    expect(() => learn.thresholdByPrecision([0, 1], [0.9, 0.8], 0.9)).toThrow(/^precision is 0.9: .*best is 0.5000/);
  });
});

describe('bad input', () => {
  const { table, labels } = drawnTable(50);
  const trainers: [string, (t: learn.Table, y: ArrayLike<number>, w?: ArrayLike<number>) => unknown][] = [
    ['logistic', (t, y, w) => learn.trainLogistic(t, y, {}, w)],
    ['trees', (t, y, w) => learn.trainTrees(t, y, { trees: 1 }, w)],
  ];
  it.each(trainers)('%s: each message names the field and the mend', (_name, run) => {
    expect(() => run(table, labels.slice(1))).toThrow(/^labels has 49 rows, table has 50/);
    expect(() => run(table, new Uint8Array(50))).toThrow(/^labels hold only negative \(0\) rows: .*longer window/);
    expect(() => run(table, new Uint8Array(50).fill(1))).toThrow(/^labels hold only positive/);
    expect(() => run(table, Float32Array.from(labels).fill(NaN, 0, 1))).toThrow(/^labels\[0\] is NaN/);
    expect(() => run(table, labels, [1])).toThrow(/^weights has 1 rows/);
    expect(() => run(table, labels, Float32Array.from(labels))).toThrow(/^weights are 0 for one whole class/);
    expect(() => run(table, labels, new Float32Array(50).fill(-1))).toThrow(/^weights\[0\] is -1/);
    expect(() => run({ rows: 0, names: [], columns: [] }, [])).toThrow(/^table is empty/);
    const infinite = { ...table, columns: [new Float32Array(50).fill(Infinity), ...table.columns.slice(1)] };
    expect(() => run(infinite, labels)).toThrow(/^table\.a\[0\] is infinite: use NaN/);
  });
  it('options out of range, unknown columns, and a table of other features are refused by name', () => {
    expect(() => learn.trainTrees(table, labels, { maxLeaves: 1 })).toThrow(/^maxLeaves is 1/);
    expect(() => learn.trainTrees(table, labels, { rowShare: 0.5 })).toThrow(/^stream is missing/);
    expect(() => learn.trainTrees(table, labels, { learningRate: NaN })).toThrow(/^learningRate is NaN/);
    expect(() => learn.trainLogistic(table, labels, { l2: -1 })).toThrow(/^l2 is -1/);
    expect(() => learn.takeColumns(table, ['a', 'x'])).toThrow(/^names has "x", .*: a, b, noise/);
    expect(() => learn.tableOf({})).toThrow(/^columns is empty/);
    expect(() => learn.tableOf({ a: new Float32Array(2), b: new Float32Array(3) })).toThrow(/^columns.b has 3 rows/);
    const model = learn.trainLogistic(table, labels);
    expect(() => learn.predict(model, learn.takeColumns(table, ['a', 'b']))).toThrow(
      /^table has features a, b; .*noise/,
    );
  });
});
