/** Measures what the fraud world makes, over seeds, for worlds/fraud/README.md. Usage: node tools/measure-fraud-world.ts [seeds] */
import { rocAuc } from '@legible/lab/metrics/index';
import { fraudWorld } from '@legible/lab/worlds/fraud/world';
import { createMotion, createSetting, liveHistory } from '@legible/lab/worlds/fraud/motion';
import { FEATURES } from '@legible/lab/worlds/fraud/features';

const seeds = Number(process.argv[2] ?? 20);
const VOLUME = fraudWorld.defaultVolume;
const prevalence: number[] = [];
const delays: number[] = [];
const honest: number[] = [];
const fraud: number[] = [];
const kinds = new Float64Array(5);
let frauds = 0;
let reported = 0;
let friendly = 0;
let payments = 0;
let reviewed = 0;
let declined = 0;
const labels: number[] = [];
const columns: number[][] = FEATURES.map(() => []);

for (let seed = 1; seed <= seeds; seed++) {
  const motion = createMotion(createSetting(seed, VOLUME), VOLUME * 90);
  for (const _ of liveHistory(motion, 84));
  const { store } = motion;
  let here = 0;
  for (let row = 0; row < store.rows; row++) {
    const isFraud = store.kind[row] !== 0;
    payments++;
    reviewed += store.review[row] === 0 ? 0 : 1;
    declined += store.blocked[row]!;
    kinds[store.kind[row]!] = kinds[store.kind[row]!]! + 1;
    if (isFraud) {
      here++;
      frauds++;
      fraud.push(store.amount[row]!);
      if (store.disputeDay[row]! >= 0) {
        reported++;
        delays.push(store.disputeDay[row]! - Math.floor(store.time[row]! / 86_400));
      }
    } else {
      if (row % 7 === 0) honest.push(store.amount[row]!);
      if (store.disputeDay[row]! >= 0) friendly++;
    }
    if (isFraud || row % 50 === 0) {
      labels.push(isFraud ? 1 : 0);
      FEATURES.forEach((_, f) => columns[f]!.push(store.features[f]![row]!));
    }
  }
  prevalence.push(here / store.rows);
}

const quantile = (list: number[], q: number): number => list.sort((a, b) => a - b)[Math.floor(q * (list.length - 1))]!;
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
console.log(`seeds ${seeds}, payments a day ${VOLUME}, payments ${payments}, frauds ${frauds}`);
console.log(
  'one fraud in',
  [0, 0.5, 1].map((q) => Math.round(1 / quantile(prevalence, 1 - q))).join(', '),
  '(least, median, most over seeds)',
);
console.log('kinds', Array.from(kinds.slice(1), (x) => (x / frauds).toFixed(2)).join(' '));
console.log('chargeback delay, days: 10, 50, 90 in 100', [0.1, 0.5, 0.9].map((q) => quantile(delays, q)).join(', '));
console.log(
  'reported',
  (reported / frauds).toFixed(3),
  'share of chargebacks from honest customers',
  (friendly / (friendly + reported)).toFixed(3),
);
console.log(
  'amount honest: median, mean',
  quantile(honest, 0.5).toFixed(1),
  mean(honest).toFixed(1),
  'fraud',
  quantile(fraud, 0.5).toFixed(1),
  mean(fraud).toFixed(1),
);
console.log(
  'reviewed in history',
  (reviewed / payments).toFixed(5),
  'declined in history',
  (declined / payments).toFixed(5),
);
const y = Uint8Array.from(labels);
FEATURES.forEach(({ name }, f) => console.log(name.padEnd(24), rocAuc(y, columns[f]!).toFixed(3)));
