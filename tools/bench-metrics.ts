import * as metrics from '@legible/lab/metrics/index';
import { exp, log, RandomStream } from '@legible/lab/random/index';
import type { Bench, Measure } from './bench.ts';
import { peerFolder } from './peer.ts';

const ROWS = 1_000_000;
const { rocAuc, averagePrecision, logLoss, brier } = metrics;
const PEERED = { rocAuc, averagePrecision, logLoss, brier };

function secondsOf(work: () => unknown, runs = 5): number {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

function rateOf(name: string, draws: number, draw: () => number, least?: number): Measure {
  let sink = 0;
  const seconds = secondsOf(() => {
    for (let i = 0; i < draws; i++) sink += draw();
  }, 3);
  if (Number.isNaN(sink)) throw new Error(`${name} gave NaN`);
  const made = { name, value: draws / seconds / 1e6, unit: 'million/s' };
  return least === undefined ? made : { ...made, target: { least } };
}

const bench: Bench = {
  title: 'Metrics and random numbers',
  about:
    'Metrics at 1,000,000 rows with 1 positive in 50, checks of the input included; processor seconds; random streams, one core.',
  run() {
    const stream = new RandomStream(1, 'bench/metrics');
    const labels = Float64Array.from({ length: ROWS }, () => (stream.chance(0.02) ? 1 : 0));
    const scores = labels.map((label) => stream.beta(1 + label, 6));
    const days = Uint32Array.from(labels, () => stream.below(84));
    const costs = { truePositive: 2, falsePositive: 5, falseNegative: 100, trueNegative: 0 };
    using peer = peerFolder();
    peer.floats('labels', labels);
    peer.floats('scores', scores);
    const their = peer.run('metrics');
    const made: Measure[] = [];
    let apart = 0;
    for (const [name, metric] of Object.entries(PEERED)) {
      const seconds = secondsOf(() => metric(labels, scores));
      if (their === undefined) made.push({ name, value: seconds, unit: 's', note: 'scikit-learn is not installed' });
      else {
        made.push({ name, value: seconds, unit: 's', peer: { name: 'scikit-learn', value: their[`${name}Seconds`]! } });
        apart = Math.max(apart, Math.abs(metric(labels, scores) - their[name]!));
      }
    }
    if (their !== undefined) {
      made.push({
        name: 'greatest difference from scikit-learn on these rows',
        value: apart,
        unit: '',
        target: { most: 1e-12 },
      });
    }
    const alone: Record<string, () => unknown> = {
      'calibration error, equal mass': () => metrics.expectedCalibrationError(labels, scores, 'mass'),
      'population stability': () => metrics.populationStability(scores, scores),
      'review at capacity, 84 days': () => metrics.reviewAtCapacity(labels, scores, days, 200),
      'cost curve': () => metrics.costCurve(labels, scores, costs),
    };
    for (const [name, work] of Object.entries(alone)) made.push({ name, value: secondsOf(work, 3), unit: 's' });
    let x = 0;
    made.push(
      rateOf('uniform, 53 bits', 3e7, () => stream.uniform(), 50),
      rateOf('normal', 1e7, () => stream.normal()),
      rateOf('exponential', 1e7, () => stream.exponential()),
      rateOf('poisson, mean 3', 1e7, () => stream.poisson(3)),
      rateOf('gamma, shape 2', 1e7, () => stream.gamma(2)),
      rateOf('exp', 2e7, () => exp((x = (x + 0.37) % 20) - 10)),
      rateOf('log', 2e7, () => log((x = (x + 0.37) % 20) + 0.01)),
    );
    return made;
  },
};
export default bench;
