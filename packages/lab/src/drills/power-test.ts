import { powerOf, rowsNeeded } from '../metrics/index.ts';
import { byLevel, fixed, percent, range, rounded, whole, type DrillKind } from './kind.ts';

export const kind: DrillKind = {
  id: 'power-test',
  title: 'Power a test',
  trains: 'length of an experiment',
  make(stream, level) {
    const base = rounded(stream.between(0.02, 0.2), 3);
    const lift = rounded(stream.between(0.04, 0.15), 2);
    const changed = base * (1 + lift);
    const perDay = 1000 * (2 + stream.below(19));
    const share = level === 3 ? 0.1 * (2 + stream.below(4)) : 1;
    const visits = level === 3 ? 2 + stream.below(3) : 1;
    const rows = rowsNeeded({ base, changed, alpha: 0.05 }, 0.8);
    const perArm = (perDay * share) / visits / 2;
    const days = rows / perArm;
    if (days < 2 || days > 150) return null;
    const times = byLevel(level, [2, 2, 3]);
    const bigger = base * (1 + lift * times);
    const longest = (2 * days) / (times * times);
    return {
      asks: 'How many days until the test sees it with 80% power, at 5% two-sided?',
      given: [
        level === 1
          ? `The rate is ${percent(base)}; the change to see is to ${percent(changed, 2)}.`
          : `The rate is ${percent(base)}; the change to see is ${percent(lift, 0)} of it.`,
        level === 3
          ? `${whole(perDay)} visits a day, ${visits} a person; people are the unit, and every day’s people are new. ${percent(share, 0)} of traffic enters the test, half in each arm.`
          : `${whole(perDay)} new people a day, half in each arm.`,
        `The picture is of a change ${times} times as large.`,
      ],
      pictures: [
        {
          title: `Power for a change ${times} times as large`,
          mark: 'line',
          x: 'days',
          y: 'power',
          line: 0.8,
          points: range(25).map((i) => {
            const x = (longest * (i + 1)) / 25;
            return { x, y: powerOf({ base, changed: bigger, alpha: 0.05 }, Math.max(1, x * perArm)) };
          }),
        },
      ],
      answer: { kind: 'number', unit: 'days', value: days, tolerance: Math.max(1, 0.15 * days) },
      why: [
        `Variance: ${fixed(base, 3)} × ${fixed(1 - base, 3)} + ${fixed(changed, 4)} × ${fixed(1 - changed, 4)} = ${fixed(base * (1 - base) + changed * (1 - changed), 4)}.`,
        `Rows an arm: (1.96 + 0.84)² × that / ${fixed(changed - base, 5)}² = ${whole(rows)}.`,
        `An arm gets ${whole(perDay)}${level === 3 ? ` × ${fixed(share, 1)} / ${visits}` : ''} / 2 = ${whole(perArm)} a day: ${fixed(days, 1)} days.`,
        `Half the effect takes four times as long: 16 p(1−p)/d² is close enough in your head.`,
      ],
      data: { given: [base, changed, perDay, share, visits] },
    };
  },
};
