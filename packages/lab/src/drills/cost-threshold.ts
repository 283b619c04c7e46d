import { exp, log } from '../random/index.ts';
import { confusion, totalCost } from '../metrics/index.ts';
import { byLevel, clearBest, range, whole, type DrillKind } from './kind.ts';

export const kind: DrillKind = {
  id: 'cost-threshold',
  title: 'Cost a threshold',
  trains: 'errors as money',
  make(stream, level) {
    const rows = 1500;
    const label = range(rows).map(() => (stream.chance(0.08) ? 1 : 0));
    const score = label.map((y) => Math.min(1, Math.max(0, stream.normal(y ? 0.62 : 0.32, 0.15))));
    // Prices from a miss that hardly matters to one that outweighs a hundred alarms, so that any threshold may win.
    const alarmDollars = 5 * (1 + stream.below(8));
    const missedDollars = Math.ceil(alarmDollars * exp(stream.between(log(0.4), log(150))));
    const reviewDollars = level === 3 ? 2 + stream.below(6) : 0;
    const thresholds = byLevel(level, [
      [0.2, 0.5, 0.8],
      [0.3, 0.45, 0.6, 0.75],
      [0.35, 0.45, 0.55, 0.65, 0.75],
    ]);
    const costs = thresholds.map((t) =>
      totalCost(label, score, t, {
        truePositive: reviewDollars,
        falsePositive: alarmDollars + reviewDollars,
        falseNegative: missedDollars,
        trueNegative: 0,
      }),
    );
    const least = Math.min(...costs);
    const right = clearBest(
      costs.map((cost) => -cost / least),
      byLevel(level, [0.25, 0.12, 0.06]),
    );
    if (right === null) return null;
    const counts = thresholds.map((t) => confusion(label, score, t));
    const points = (pick: (i: number) => number) => thresholds.map((t, i) => ({ x: String(t), y: pick(i) }));
    return {
      asks: 'Which threshold costs least?',
      given: [
        `A missed fraud costs $${whole(missedDollars)}, a false alarm $${alarmDollars}.`,
        ...(level === 3 ? [`Every alarm, right or wrong, also costs $${reviewDollars} to look at.`] : []),
      ],
      pictures: [
        {
          title: 'Missed frauds',
          mark: 'bar',
          x: 'threshold',
          y: 'count',
          points: points((i) => counts[i]!.falseNegative),
        },
        {
          title: 'False alarms',
          mark: 'bar',
          x: 'threshold',
          y: 'count',
          points: points((i) => counts[i]!.falsePositive),
        },
        ...(level === 3
          ? [
              {
                title: 'Frauds caught',
                mark: 'bar' as const,
                x: 'threshold',
                y: 'count',
                points: points((i) => counts[i]!.truePositive),
              },
            ]
          : []),
      ],
      answer: { kind: 'choice', choices: thresholds.map(String), right },
      why: [
        ...thresholds.map((t, i) => {
          const { falseNegative, falsePositive, truePositive } = counts[i]!;
          const looked = reviewDollars > 0 ? ` + ${falsePositive + truePositive} × $${reviewDollars}` : '';
          return `At ${t}: ${falseNegative} × $${whole(missedDollars)} + ${whole(falsePositive)} × $${alarmDollars}${looked} = $${whole(costs[i]!)}.`;
        }),
        'Count both errors, price both, add. The threshold of the best F1 knows no prices.',
      ],
      data: { label, score, thresholds, dollars: [missedDollars, alarmDollars, reviewDollars] },
    };
  },
};
