import { log } from '../random/index.ts';
import { normalCdf } from '../metrics/index.ts';
import { LABELS } from '../worlds/fraud/config.ts';
import { byLevel, fixed, percent, range, rounded, sum, type DrillKind } from './kind.ts';

export const kind: DrillKind = {
  id: 'label-window',
  title: 'Wait for the labels',
  trains: 'label maturity',
  make(stream, level) {
    const median = stream.between(0.6, 1.4) * LABELS.medianDelay;
    const arrived = (days: number): number =>
      days <= 0 ? 0 : rounded(normalCdf(log(days / median) / LABELS.sigmaDelay), 3);
    const curve = range(91).map(arrived);
    const picture = {
      title: 'Chargebacks that have arrived, of those that ever will',
      mark: 'line' as const,
      x: 'days since the payment',
      y: 'share',
      points: curve.map((y, x) => ({ x, y })),
    };
    if (level === 1) {
      const target = 0.05 * (14 + stream.below(5));
      const value = curve.findIndex((share) => share >= target);
      if (value < 0) return null;
      return {
        asks: `How many days old must a payment be so that ${percent(target, 0)} of its kind’s labels are in?`,
        given: ['Chargebacks only; a payment without one counts as honest until then.'],
        pictures: [{ ...picture, line: target }],
        answer: { kind: 'number', unit: 'days', value, tolerance: 2 },
        why: [
          `On day ${value - 1}: ${percent(curve[value - 1]!)}. On day ${value}: ${percent(curve[value]!)}.`,
          'Younger rows hold frauds that are called honest. Leave them out, or weigh them.',
        ],
        data: { curve, target: [target] },
      };
    }
    const ages = byLevel(level, [
      [15],
      [20 + stream.below(8)],
      [10 + stream.below(4), 20 + stream.below(6), 40 + stream.below(9)],
    ]);
    const rows = ages.map(() => 10_000 * (1 + stream.below(5)));
    const rate = stream.between(0.002, 0.008);
    const seen = rows.map((n, i) => stream.poisson(n * rate * curve[ages[i]!]!));
    if (sum(seen) < 20) return null;
    const mature = sum(rows.map((n, i) => n * curve[ages[i]!]!));
    const value = (1000 * sum(seen)) / mature;
    return {
      asks: 'How many of a thousand payments will be charged back in the end?',
      given: rows.map(
        (n, i) => `${n.toLocaleString('en-US')} payments are ${ages[i]} days old: ${seen[i]} chargebacks so far.`,
      ),
      pictures: [picture],
      answer: { kind: 'number', unit: 'of a thousand', value, tolerance: 0.1 * value },
      why: [
        ...rows.map(
          (n, i) =>
            `At ${ages[i]} days ${percent(curve[ages[i]!]!)} are in: ${n} × that = ${fixed(n * curve[ages[i]!]!, 0)} payments’ worth of labels.`,
        ),
        `${sum(seen)} / ${fixed(mature, 0)} = ${fixed(value, 2)} of a thousand; the plain rate says ${fixed((1000 * sum(seen)) / sum(rows), 2)}.`,
        'The newest weeks always look better than they are.',
      ],
      data: { curve, ages, rows, seen },
    };
  },
};
