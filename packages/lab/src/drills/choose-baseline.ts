import { byLevel, clearBest, fixed, mean, range, rounded, type DrillKind } from './kind.ts';

const BASELINES = [
  'The day before',
  'The same weekday last week',
  'Mean of the last four weeks',
  'Mean of the last week',
] as const;
const DAYS = 56;
const FROM = 42;

const guess = (line: readonly number[], day: number, which: number): number =>
  which === 0
    ? line[day - 1]!
    : which === 1
      ? line[day - 7]!
      : which === 2
        ? mean(line.slice(day - 28, day))
        : mean(line.slice(day - 7, day));

export const kind: DrillKind = {
  id: 'choose-baseline',
  title: 'Choose the baseline',
  trains: 'what a model must beat',
  make(stream, level) {
    const wanted = stream.below(BASELINES.length);
    const noise = byLevel(level, [4, 6, 8]);
    const week = range(7).map((d) => (wanted === 1 ? (d > 4 ? 1 : -0.4) * byLevel(level, [40, 25, 20]) : 0));
    let walk = 0;
    const line = range(DAYS).map((day) => {
      // A wandering level favours the last day, a change of level the last week, none of them the long mean.
      if (wanted === 0) walk += stream.normal(0, byLevel(level, [12, 9, 9]));
      if (wanted === 3) walk += byLevel(level, [1.6, 1.5, 1.4]);
      return rounded(200 + week[day % 7]! + walk + stream.normal(0, wanted === 0 ? 2 : wanted === 3 ? 9 : noise), 1);
    });
    const errors = BASELINES.map((_, b) =>
      mean(range(DAYS - FROM).map((i) => Math.abs(line[FROM + i]! - guess(line, FROM + i, b)))),
    );
    const order = stream.shuffle(range(BASELINES.length));
    const least = Math.min(...errors);
    const right = clearBest(
      order.map((b) => -errors[b]! / least),
      byLevel(level, [0.2, 0.1, 0.05]),
    );
    if (right === null || order[right] !== wanted) return null;
    return {
      asks: 'Which baseline must a model of tomorrow beat?',
      given: [
        `Payments an hour, by day. The last 14 days are the test, by mean absolute error.`,
        ...(level === 1 ? ['Look first for a weekly shape, then for a level that wanders.'] : []),
      ],
      pictures: [
        {
          title: 'The series',
          mark: 'line',
          x: 'day',
          y: '',
          points: line.slice(level === 3 ? 14 : 0).map((y, x) => ({ x: x + (level === 3 ? 14 : 0), y })),
        },
      ],
      answer: { kind: 'choice', choices: order.map((b) => BASELINES[b]!), right },
      why: [
        ...order.map((b) => `${BASELINES[b]}: off by ${fixed(errors[b]!, 1)} a day.`),
        'The baseline is the best thing that needs no model. Beat the weak one and you have shown nothing.',
      ],
      data: { line, order },
    };
  },
};
