import { pow } from '../random/index.ts';
import { EYES } from '../worlds/recommendations/config.ts';
import { byLevel, clearBest, fixed, percent, range, rounded, sum, whole, type DrillKind } from './kind.ts';

const PLACES = 6;
/** Showings of each place in lists of random order. */
const SHUFFLED = 20_000;

export const kind: DrillKind = {
  id: 'debias-clicks',
  title: 'Debias clicks by position',
  trains: 'position bias',
  make(stream, level) {
    const steep = stream.between(EYES.scrollPhone, EYES.scrollPhone + EYES.glance);
    const eyes = range(PLACES).map((k) => pow(k + 1, -steep));
    // At level 3 the curve is to be read off lists that were shown in random order, noise and all.
    const trial = eyes.map((share) => stream.poisson(SHUFFLED * 0.2 * share));
    const looked = eyes.map((share, k) => rounded(level < 3 ? share : trial[k]! / trial[0]!, 3));
    const items = byLevel(level, [2, 3, 4]);
    const top = stream.below(items);
    const worth = range(items).map(
      (i) => (i === top ? 0 : -byLevel(level, [0.1, 0.05, 0.035])) + 0.25 + stream.between(-0.01, 0.01),
    );
    const shown = range(items).map((i) =>
      range(PLACES).map((k) => Math.round(100 * (1 + stream.below(3)) * ((i === top) === k >= PLACES / 2 ? 6 : 1))),
    );
    const clicked = shown.map((counts, i) =>
      counts.map((n, k) => {
        let count = 0;
        for (let c = 0; c < n; c++) if (stream.chance(worth[i]! * eyes[k]!)) count++;
        return count;
      }),
    );
    const share = worth.map((_, i) => sum(clicked[i]!) / sum(shown[i]!));
    const fair = worth.map((_, i) => sum(clicked[i]!) / sum(shown[i]!.map((n, k) => n * looked[k]!)));
    const right = clearBest(fair, byLevel(level, [0.06, 0.03, 0.02]));
    // The trap must be there: by plain click-through another item leads.
    if (right === null || clearBest(share, 0.005) === null || clearBest(share, 0.005) === right) return null;
    const names = range(items).map((i) => `Item ${'ABCD'[i]}`);
    const places = range(PLACES).map((k) => k + 1);
    return {
      asks: 'Which item do people want most, once seen?',
      given: [
        `Clicked of all showings: ${names.map((name, i) => `${name} ${percent(share[i]!)}`).join(', ')}.`,
        level < 3
          ? 'How often each place is looked at, against the first, was measured on shuffled lists.'
          : 'In shuffled lists every item is as likely in every place. Their clicks are drawn by place.',
        ...(level === 1 ? ['Divide clicks by showings that were looked at.'] : []),
      ],
      pictures: [
        level < 3
          ? {
              title: 'Looked at, against the first place',
              mark: 'line',
              x: 'place',
              y: 'share',
              points: places.map((x, k) => ({ x, y: looked[k]! })),
            }
          : {
              title: `Clicks on shuffled lists, ${whole(SHUFFLED)} a place`,
              mark: 'line',
              x: 'place',
              y: 'clicks',
              points: places.map((x, k) => ({ x, y: trial[k]! })),
            },
        ...names.map((name, i) => ({
          title: `${name}: where it was shown`,
          mark: 'bar' as const,
          x: 'place',
          y: 'showings',
          points: places.map((x, k) => ({ x: String(x), y: shown[i]![k]! })),
          span: [0, Math.max(...shown.flat())] as const,
        })),
      ],
      answer: { kind: 'choice', choices: names, right },
      why: [
        ...names.map(
          (name, i) =>
            `${name}: ${sum(clicked[i]!)} clicks of ${sum(shown[i]!)} showings, ${fixed(sum(shown[i]!.map((n, k) => n * looked[k]!)), 0)} of them looked at: ${percent(fair[i]!)}.`,
        ),
        'Click-through pays an item for its place. Divide by how often the place is looked at, or the old ranking votes for itself.',
      ],
      data: {
        looked,
        ...Object.fromEntries(shown.map((counts, i) => [`shown${i}`, counts])),
        ...Object.fromEntries(clicked.map((counts, i) => [`clicked${i}`, counts])),
      },
    };
  },
};
