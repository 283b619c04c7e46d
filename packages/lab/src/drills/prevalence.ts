import { byLevel, fixed, percent, rounded, whole, type DrillKind } from './kind.ts';

const precisionOf = (rate: number, recall: number, alarm: number): number =>
  (rate * recall) / (rate * recall + (1 - rate) * alarm);

export const kind: DrillKind = {
  id: 'prevalence',
  title: 'Move the base rate',
  trains: 'precision away from the test set',
  make(stream, level) {
    const recall = rounded(stream.between(0.5, 0.95), 2);
    const tested = byLevel(level, [0.5, 0.3, 0.2]);
    const live = rounded(stream.between(0.005, 0.05), 3);
    const shown = rounded(stream.between(0.75, 0.96), 2);
    // At level 1 the false alarm rate is given; beyond, it has to be worked out of the precision on the test set.
    const alarm =
      level === 1 ? rounded(stream.between(0.01, 0.12), 3) : (tested * recall * (1 - shown)) / (shown * (1 - tested));
    const keep = level === 3 ? 0.1 * (5 + stream.below(5)) : 1;
    const value = precisionOf(live, recall * keep, alarm);
    const hits = 1e5 * live * recall * keep;
    const alarms = 1e5 * (1 - live) * alarm;
    return {
      asks: 'What is the precision in production?',
      given: [
        level === 1
          ? `Of the frauds ${percent(recall, 0)} are flagged, of the honest payments ${percent(alarm)}.`
          : `On a test set with ${percent(tested, 0)} fraud: recall ${percent(recall, 0)}, precision ${percent(shown, 0)}.`,
        `In production ${percent(live)} is fraud.`,
        ...(level === 3
          ? [
              `There, fraud has learned: recall is ${fixed(keep, 1)} times what it was; false alarms are as likely as before.`,
            ]
          : []),
      ],
      pictures: [
        {
          title: level === 1 ? 'On a test set of which half is fraud, and live' : 'On the test set, and live',
          mark: 'bar',
          x: '',
          y: 'share',
          points: [
            { x: 'fraud in test', y: tested },
            { x: 'recall', y: recall },
            { x: 'precision', y: precisionOf(tested, recall, alarm) },
            { x: 'fraud live', y: live },
          ],
        },
      ],
      answer: { kind: 'number', unit: '%', value: 100 * value, tolerance: Math.max(1, 5 * value) },
      why: [
        ...(level === 1
          ? []
          : [
              `False alarm rate: ${fixed(tested, 2)} × ${fixed(recall, 2)} × ${fixed(1 - shown, 2)} / (${fixed(shown, 2)} × ${fixed(1 - tested, 2)}) = ${fixed(alarm, 4)}.`,
            ]),
        `Of 100,000: ${whole(hits)} frauds flagged, ${whole(alarms)} honest payments flagged.`,
        `${whole(hits)} / (${whole(hits)} + ${whole(alarms)}) = ${percent(value)}.`,
        'A precision belongs to a base rate; recall and false alarm rate do not.',
      ],
      data: { given: [level, recall, tested, live, level === 1 ? alarm : shown, keep] },
    };
  },
};
