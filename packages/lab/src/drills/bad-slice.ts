import { CATEGORIES } from '../worlds/fraud/config.ts';
import { byLevel, clearBest, fixed, percent, sum, type DrillKind } from './kind.ts';

export const kind: DrillKind = {
  id: 'bad-slice',
  title: 'Find the bad slice',
  trains: 'slices and their noise',
  make(stream, level) {
    const slices = stream.shuffle([...CATEGORIES]).slice(0, byLevel(level, [4, 6, 8]));
    const bad = stream.below(slices.length);
    const small = (bad + 1 + stream.below(slices.length - 1)) % slices.length;
    const base = stream.between(0.15, 0.3);
    const more = byLevel(level, [0.3, 0.17, 0.12]);
    const cases = slices.map((_, i) =>
      level > 1 && i === small ? 6 + stream.below(5) : i === bad ? 220 + stream.below(120) : 90 + stream.below(300),
    );
    const missed = cases.map((n, i) => {
      const p = level > 1 && i === small ? base + more + 0.2 : i === bad ? base + more : base;
      let count = 0;
      for (let k = 0; k < n; k++) if (stream.chance(p)) count++;
      return count;
    });
    const z = cases.map((n, i) => {
      const rest = sum(cases) - n;
      const p = sum(missed) / sum(cases);
      const gap = missed[i]! / n - (sum(missed) - missed[i]!) / rest;
      return gap / Math.sqrt(p * (1 - p) * (1 / n + 1 / rest));
    });
    const right = clearBest(z, byLevel(level, [3, 1.5, 1]));
    // One surely bad, none of the others so by a one-sided test at 5%.
    if (right === null || z[right]! < 3 || z.some((other, i) => i !== right && other > 1.64)) return null;
    // A small slice must look worse than it is, or it fools nobody.
    if (level > 1 && missed[small]! / cases[small]! <= missed[right]! / cases[right]!) return null;
    const names = slices.map(({ name }) => name);
    return {
      asks: 'Which slice is surely worse than the rest? One only.',
      given: [
        'Share of frauds that the model missed, by shop category.',
        ...(level < 3 ? [`Frauds in each: ${names.map((name, i) => `${name} ${cases[i]}`).join(', ')}.`] : []),
        ...(level > 1 ? ['Bars are 95% intervals.'] : []),
      ],
      pictures: [
        {
          title: 'Missed',
          mark: level === 1 ? 'bar' : 'dot',
          x: '',
          y: 'share missed',
          points: names.map((x, i) => {
            const y = missed[i]! / cases[i]!;
            return level === 1 ? { x, y } : { x, y, ...wilson(missed[i]!, cases[i]!) };
          }),
          line: sum(missed) / sum(cases),
        },
      ],
      answer: { kind: 'choice', choices: names, right },
      why: [
        ...names.map(
          (name, i) =>
            `${name}: ${missed[i]} of ${cases[i]} missed, ${percent(missed[i]! / cases[i]!)}, ${fixed(z[i]!, 1)} standard errors from the rest.`,
        ),
        'The worst share is often the smallest slice. Divide the gap by its standard error, then act.',
      ],
      data: { cases, missed },
    };
  },
};

/** 95% interval of a share, honest for few rows too. Source: Wilson 1927. */
function wilson(hits: number, rows: number): { low: number; high: number } {
  const z2 = 1.96 * 1.96;
  const centre = (hits + z2 / 2) / (rows + z2);
  const half = (1.96 / (rows + z2)) * Math.sqrt((hits * (rows - hits)) / rows + z2 / 4);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
