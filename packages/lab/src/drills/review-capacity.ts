import { reviewAtCapacity } from '../metrics/index.ts';
import { byLevel, percent, range, sum, type DrillKind } from './kind.ts';

export const kind: DrillKind = {
  id: 'review-capacity',
  title: 'Precision at a review capacity',
  trains: 'the metric of a team',
  make(stream, level) {
    const bins = byLevel(level, [5, 6, 6]);
    const days = level === 3 ? 2 : 1;
    const names = range(bins).map((b) => `${fixed1(1 - b / 10)}`);
    const cases = range(days).map(() => range(bins).map((b) => 10 * (1 + stream.below(3 + 3 * b))));
    const frauds = cases.map((row) =>
      row.map((n, b) => Math.round((n * Math.max(1, 9 - 2 * b - stream.below(2))) / 12)),
    );
    const atEdge = sum(cases[0]!.slice(0, 2));
    const capacity = level === 1 ? atEdge : atEdge + Math.round(cases[0]![2]! / 2);
    const labels: number[] = [];
    const scores: number[] = [];
    const day: number[] = [];
    for (const d of range(days)) {
      for (const b of range(bins)) {
        for (const i of range(cases[d]![b]!)) {
          labels.push(i < frauds[d]![b]! ? 1 : 0);
          scores.push(bins - b);
          day.push(d);
        }
      }
    }
    const found = reviewAtCapacity(labels, scores, day, capacity);
    const value = level === 3 ? found.recall : found.precision;
    return {
      asks:
        level === 3
          ? 'What share of the frauds do the two days of review catch?'
          : 'What is the precision of what is reviewed?',
      given: [
        `The team reviews the ${capacity} highest scores ${days === 1 ? 'of the day' : 'of each day'}.`,
        ...(level > 1 ? ['Cases of one score are taken at random.'] : []),
      ],
      pictures: range(days).flatMap((d) => [
        {
          title: `Cases by score${days > 1 ? `, day ${d + 1}` : ''}`,
          mark: 'bar' as const,
          x: '',
          y: 'count',
          points: names.map((x, b) => ({ x, y: cases[d]![b]! })),
        },
        {
          title: `Frauds by score${days > 1 ? `, day ${d + 1}` : ''}`,
          mark: 'bar' as const,
          x: '',
          y: 'count',
          points: names.map((x, b) => ({ x, y: frauds[d]![b]! })),
        },
      ]),
      answer: { kind: 'number', unit: '%', value: 100 * value, tolerance: 2 },
      why: [
        `Reviewed: ${found.reviewed}. Frauds among them, part of the last score counted in proportion: ${found.caught.toFixed(1)}.`,
        level === 3
          ? `All frauds: ${sum(labels)}. ${found.caught.toFixed(1)} / ${sum(labels)} = ${percent(value)}.`
          : `${found.caught.toFixed(1)} / ${found.reviewed} = ${percent(value)}.`,
        'Nobody acts below the capacity: what the model does there is worth nothing to this team.',
      ],
      data: { labels, scores, day, capacity: [capacity] },
    };
  },
};

const fixed1 = (x: number): string => x.toFixed(1);
