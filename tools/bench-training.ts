import { spawnSync } from 'node:child_process';
import { predict, tableOf, trainLogistic, trainTrees } from '@legible/lab/learn/index';
import { rocAuc } from '@legible/lab/metrics/index';
import type { Bench, Measure } from './bench.ts';
import { fraudLikeTable, type LabelledTable } from './fraud-like-table.ts';
import { peerFolder, type PeerFolder } from './peer.ts';

const ROWS = 1_000_000;
const TEST_ROWS = 300_000;
/** Intercepts that make positives common enough for a steady AUC, and as rare as fraud is. */
const RATES = { '1 in 38': -6, '1 in 330': -8.3 };

/** Processor seconds of this process, its compiler and garbage collector included; other work does not count. */
function timed<T>(work: () => T): { seconds: number; result: T } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, result };
}

function aucMeasure(name: string, ours: number, peer: number | undefined): Measure[] {
  if (peer === undefined) return [{ name: `${name}, AUC`, value: ours, unit: '' }];
  return [
    { name: `${name}, AUC`, value: ours, unit: '', peer: { name: 'scikit-learn', value: peer } },
    { name: `${name}, AUC above the peer's`, value: ours - peer, unit: '', target: { least: -0.003 } },
  ];
}

function treesMeasures(rate: string, train: LabelledTable, test: LabelledTable, peer: PeerFolder): Measure[] {
  const defaults = peer.run('trees');
  const { seconds, result: model } = timed(() => trainTrees(train.table, train.labels));
  const alike = peer.run('trees-l2');
  const { seconds: predicting, result: scores } = timed(() => predict(model, test.table));
  const name = `trees, positives ${rate}`;
  const made: Measure[] = [];
  if (defaults !== undefined && alike !== undefined) {
    made.push(
      {
        name: `${name}, 100 trees`,
        value: seconds,
        unit: 's',
        peer: { name: 'scikit-learn, L2 10 too', value: alike['seconds']! },
        target: { most: 2 },
      },
      {
        name: `${name}, scoring ${TEST_ROWS.toLocaleString('en-US')} rows`,
        value: predicting,
        unit: 's',
        peer: { name: 'scikit-learn, L2 10 too', value: alike['predictSeconds']! },
      },
    );
    const auc = Math.max(defaults['auc']!, alike['auc']!);
    made.push(...aucMeasure(`${name} (peer: better of no L2 and L2 10)`, rocAuc(test.labels, scores), auc));
  } else {
    made.push({ name: `${name}, 100 trees`, value: seconds, unit: 's', note: 'scikit-learn is not installed' });
    made.push(...aucMeasure(name, rocAuc(test.labels, scores), undefined));
  }
  return made;
}

function logisticMeasures(rate: string, train: LabelledTable, test: LabelledTable, peer: PeerFolder): Measure[] {
  const { seconds, result: model } = timed(() => trainLogistic(train.table, train.labels));
  const their = peer.run('logistic');
  const name = `logistic regression, positives ${rate}`;
  const time: Measure = { name, value: seconds, unit: 's' };
  return [
    their === undefined
      ? { ...time, note: 'scikit-learn is not installed' }
      : { ...time, peer: { name: 'scikit-learn', value: their['seconds']! }, target: { most: 2 } },
    ...aucMeasure(name, rocAuc(test.labels, predict(model, test.table)), their?.['auc']),
  ];
}

/** Peak memory of training in a fresh process, the table included, over the bytes of the table. */
function memoryMeasure(kind: 'trees' | 'logistic'): Measure {
  const script = `
    import { trainTrees, trainLogistic } from '@legible/lab/learn/index';
    import { fraudLikeTable } from './tools/fraud-like-table.ts';
    fraudLikeTable(2000, 1, -6);
    const { table, labels } = fraudLikeTable(${ROWS}, 1, -6);
    gc();
    const before = process.resourceUsage().maxRSS;
    ${kind === 'trees' ? 'trainTrees(table, labels, { trees: 10 })' : 'trainLogistic(table, labels)'};
    console.log((process.resourceUsage().maxRSS - before) * 1024);`;
  const child = spawnSync(process.execPath, ['--expose-gc', '--input-type=module-typescript', '-e', script], {
    encoding: 'utf8',
    cwd: new URL('../', import.meta.url).pathname,
  });
  const extra = Number(child.stdout);
  if (child.status !== 0 || !(extra >= 0)) throw new Error(`measuring memory failed: ${child.stderr}`);
  const data = ROWS * 15 * 4;
  return {
    name: `memory of training ${kind}, times the table`,
    value: (data + extra) / data,
    unit: '',
    target: { most: 3 },
    note: `${Math.round(extra / 1e6)} MB beside a table of ${Math.round(data / 1e6)} MB`,
  };
}

/** How training time grows with rows. */
function curve(): Measure[] {
  return [125_000, 250_000, 500_000, 1_000_000, 2_000_000].map((rows) => {
    const { table, labels } = fraudLikeTable(rows, 3, -6);
    const { columns, names } = table;
    const copy = tableOf(Object.fromEntries(names.map((name, c) => [name, columns[c]!])));
    const { seconds } = timed(() => trainTrees(copy, labels, { trees: 10 }));
    return {
      name: `trees, 10 trees at ${rows.toLocaleString('en-US')} rows`,
      value: seconds,
      unit: 's',
      note: `${((seconds / rows / 10) * 1e9).toFixed(0)} ns a row and tree`,
    };
  });
}

const bench: Bench = {
  title: 'Training',
  about:
    '1,000,000 rows by 15 features shaped like the fraud world, processor seconds, one thread each: 100 trees of 31 leaves on 255 bins, ' +
    'binning included, and logistic regression, standardising included. AUC is on 300,000 other rows.',
  run() {
    const made: Measure[] = [memoryMeasure('trees'), memoryMeasure('logistic')];
    for (const [rate, intercept] of Object.entries(RATES)) {
      using peer = peerFolder();
      const train = fraudLikeTable(ROWS, 1, intercept);
      const test = fraudLikeTable(TEST_ROWS, 2, intercept);
      peer.table('train', train);
      peer.table('test', test);
      made.push(...treesMeasures(rate, train, test, peer), ...logisticMeasures(rate, train, test, peer));
    }
    return [...made, ...curve()];
  },
};
export default bench;
