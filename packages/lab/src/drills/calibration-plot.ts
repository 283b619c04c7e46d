import { reliabilityBins } from '../metrics/index.ts';
import { exp, log } from '../random/index.ts';
import { byLevel, fixed, mean, range, type DrillKind } from './kind.ts';

const SHAPES = [
  'It says too much',
  'It says too little',
  'It is too sure of itself',
  'It is too timid',
  'It is calibrated',
] as const;

export const kind: DrillKind = {
  id: 'calibration-plot',
  title: 'Read a calibration plot',
  trains: 'calibration',
  make(stream, level) {
    const shape = stream.below(SHAPES.length);
    const rows = byLevel(level, [3000, 1800, 1200]);
    const off = byLevel(level, [1.2, 0.8, 0.6]);
    const slope = byLevel(level, [2.2, 1.8, 1.6]);
    const probability: number[] = [];
    const label: number[] = [];
    for (let i = 0; i < rows; i++) {
      const p = rounded3(stream.between(0.02, 0.98));
      const logit = log(p / (1 - p));
      const true_ =
        shape === 0
          ? logit - off
          : shape === 1
            ? logit + off
            : shape === 2
              ? logit / slope
              : shape === 3
                ? logit * slope
                : logit;
      probability.push(p);
      label.push(stream.chance(1 / (1 + exp(-true_))) ? 1 : 0);
    }
    const half = (high: boolean) => {
      const own = range(rows).filter((i) => probability[i]! >= 0.5 === high);
      const gaps = own.map((i) => label[i]! - probability[i]!);
      const sd = Math.sqrt(own.reduce((s, i) => s + probability[i]! * (1 - probability[i]!), 0)) / own.length;
      return { gap: mean(gaps), z: mean(gaps) / sd };
    };
    const low = half(false);
    const high = half(true);
    // Clear cases only: each half plainly off, or both plainly within chance.
    const found = shapeOf(low.z, high.z);
    if (found !== shape) return null;
    const bins = reliabilityBins(label, probability, 'width', byLevel(level, [5, 8, 10]));
    const order = stream.shuffle(range(SHAPES.length));
    return {
      asks: 'What is wrong with these probabilities?',
      given: [
        `${rows} cases. Dots are what happened, by what was said; the dashed line is a forecast that holds.`,
        ...(level === 1 ? [] : ['The bars are 95% intervals.']),
      ],
      pictures: [
        {
          title: 'Said and seen',
          mark: 'dot',
          x: 'said',
          y: 'happened',
          diagonal: true,
          points: bins.map(({ predicted, observed, weight }) => {
            const half95 = 1.96 * Math.sqrt(Math.max(1e-4, observed * (1 - observed)) / weight);
            return level === 1
              ? { x: predicted, y: observed }
              : {
                  x: predicted,
                  y: observed,
                  low: Math.max(0, observed - half95),
                  high: Math.min(1, observed + half95),
                };
          }),
        },
      ],
      answer: { kind: 'choice', choices: order.map((i) => SHAPES[i]!), right: order.indexOf(shape) },
      why: [
        `Said below 0.5: what happened lies ${fixed(low.gap, 3)} off what was said (${fixed(low.z, 1)} standard errors).`,
        `Said 0.5 and above: ${fixed(high.gap, 3)} off (${fixed(high.z, 1)} standard errors).`,
        'Both below the line: it says too much. Both above: too little. Above then below: too sure. Below then above: too timid. A cost threshold set on such numbers is a wrong threshold.',
      ],
      data: { probability, label, order },
    };
  },
};

const rounded3 = (p: number): number => Math.round(p * 1000) / 1000;

function shapeOf(low: number, high: number): number | null {
  if (Math.abs(low) < 1 && Math.abs(high) < 1) return 4;
  if (Math.abs(low) < 3 || Math.abs(high) < 3) return null;
  if (low < 0) return high < 0 ? 0 : 3;
  return high > 0 ? 1 : 2;
}
