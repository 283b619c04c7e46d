/** A table shaped like the fraud world's features, for benches: 15 columns, skewed, some missing, rare positives. */
import { RandomStream, log, sigmoid } from '@legible/lab/random/index';
import { tableOf, type Table } from '@legible/lab/learn/index';

export interface LabelledTable {
  readonly table: Table;
  readonly labels: Uint8Array;
}

const NAMES = [
  'amount',
  'hour',
  'cardAge',
  'countHour',
  'countDay',
  'distance',
  'category',
  'merchantRisk',
  'deviceAge',
  'abroad',
  'usualAmount',
  'amountRatio',
  'habit',
  'spread',
  'noise',
] as const;

/** Draws `rows` rows; `intercept` sets how rare positives are (-8.3: about 1 in 330; -6: about 1 in 38). */
export function fraudLikeTable(rows: number, seed: number, intercept: number): LabelledTable {
  const columns = NAMES.map(() => new Float32Array(rows));
  const labels = new Uint8Array(rows);
  const s = new RandomStream(seed, 'bench/fraud-like');
  for (let i = 0; i < rows; i++) {
    const amount = s.lognormal(3.6, 1.2);
    const hour = s.below(24);
    const cardAge = s.exponential(400);
    const countHour = s.poisson(0.6);
    const distance = s.chance(0.08) ? NaN : s.gamma(0.7, 80);
    const category = s.below(40);
    const merchantRisk = s.beta(1.2, 20);
    const deviceAge = s.chance(0.15) ? NaN : s.exponential(90);
    const abroad = s.chance(0.04) ? 1 : 0;
    const usualAmount = s.lognormal(3.5, 0.7);
    const ratio = amount / usualAmount;
    const habit = s.normal();
    const row = [
      amount,
      hour,
      cardAge,
      countHour,
      countHour + s.poisson(3),
      distance,
      category,
      merchantRisk,
      deviceAge,
      abroad,
      usualAmount,
      ratio,
      habit,
      s.normal(),
      s.uniform(),
    ];
    for (let c = 0; c < columns.length; c++) columns[c]![i] = row[c]!;
    const margin =
      intercept +
      0.5 * Math.min(4, log(ratio + 0.1)) +
      0.55 * countHour +
      9 * merchantRisk +
      1.1 * abroad +
      (hour < 5 ? 0.9 : 0) +
      (deviceAge < 3 ? 1.6 : 0) +
      (Number.isNaN(distance) ? 0.4 : distance > 300 ? 0.8 : 0) +
      (category === 7 || category === 23 ? 1.3 : 0) +
      0.25 * habit * habit +
      (cardAge < 30 ? 0.7 : 0) +
      (countHour > 2 && amount > 150 ? 1.5 : 0);
    labels[i] = s.chance(sigmoid(margin)) ? 1 : 0;
  }
  return { table: tableOf(Object.fromEntries(NAMES.map((name, c) => [name, columns[c]!]))), labels };
}
