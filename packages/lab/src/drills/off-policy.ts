import { clippedIps, ips, selfNormalisedIps } from '../metrics/index.ts';
import { byLevel, fixed, range, rounded, sum, type DrillKind } from './kind.ts';

export const kind: DrillKind = {
  id: 'off-policy',
  title: 'Judge a policy from old logs',
  trains: 'weights by propensity',
  make(stream, level) {
    const shown = byLevel(level, [3, 4, 4]);
    const share = range(shown).map(() => stream.between(0.4, 1));
    const want = range(shown).map(() => stream.between(0.2, 1));
    if (level > 1) share[0] = 0.12;
    if (level > 1) want[0] = 1;
    const logged = share.map((x) => rounded(x / sum(share), 2));
    const target = want.map((x) => rounded(x / sum(want), 2));
    const counts = logged.map((p) => Math.round(200 * p * stream.between(0.85, 1.15)));
    const clicks = counts.map((n) => Math.max(1, Math.round(n * stream.between(0.05, 0.5))));
    const rows = range(shown).flatMap((a) => range(counts[a]!).map((i) => ({ a, reward: i < clicks[a]! ? 1 : 0 })));
    const log = {
      rewards: rows.map(({ reward }) => reward),
      logged: rows.map(({ a }) => logged[a]!),
      target: rows.map(({ a }) => target[a]!),
    };
    const cap = 3;
    const estimate = level === 1 ? ips(log) : level === 2 ? clippedIps(log, cap) : selfNormalisedIps(log);
    const value = estimate.value;
    if (!(value < 0.95) || Math.abs(value - sum(clicks) / rows.length) < 0.02) return null;
    const names = range(shown).map((a) => `item ${'ABCD'[a]}`);
    const weights = range(shown).map((a) => Math.min(level === 2 ? cap : Infinity, target[a]! / logged[a]!));
    return {
      asks: 'How many clicks of a hundred would the new policy have had?',
      given: [
        `Logged: ${names.map((name, a) => `${name} ${clicks[a]} of ${counts[a]}`).join(', ')} clicked.`,
        `Chance of each, old: ${logged.map((p) => fixed(p)).join(', ')}; new: ${target.map((p) => fixed(p)).join(', ')}.`,
        level === 1
          ? 'By inverse propensity: weigh each click by new over old, divide by all rows.'
          : level === 2
            ? `By inverse propensity with weights cut at ${cap}.`
            : 'By inverse propensity, self-normalised.',
      ],
      pictures: [
        {
          title: 'Chance under the old policy',
          mark: 'bar',
          x: '',
          y: 'chance',
          points: names.map((x, a) => ({ x, y: logged[a]! })),
        },
        {
          title: 'Chance under the new one',
          mark: 'bar',
          x: '',
          y: 'chance',
          points: names.map((x, a) => ({ x, y: target[a]! })),
        },
        {
          title: 'Clicked of those shown',
          mark: 'bar',
          x: '',
          y: 'share',
          points: names.map((x, a) => ({ x, y: clicks[a]! / counts[a]! })),
        },
      ],
      answer: { kind: 'number', unit: 'of a hundred', value: 100 * value, tolerance: Math.max(1, 5 * value) },
      why: [
        ...names.map(
          (name, a) =>
            `${name}: weight ${fixed(weights[a]!)}, ${clicks[a]} ${clicks[a] === 1 ? 'click makes' : 'clicks make'} ${fixed(weights[a]! * clicks[a]!, 1)}.`,
        ),
        `Sum ${fixed(sum(weights.map((w, a) => w * clicks[a]!)), 1)} over ${level === 3 ? `the sum of weights ${fixed(sum(weights.map((w, a) => w * counts[a]!)), 1)}` : `${rows.length} rows`} = ${fixed(100 * value, 1)} of a hundred.`,
        `${rows.length} rows are worth ${fixed(estimate.effectiveSample, 0)} here. The plain rate of the logs, ${fixed((100 * sum(clicks)) / rows.length, 1)}, is the old policy’s.`,
      ],
      data: { logged, target, counts, clicks },
    };
  },
};
