import { rocAuc } from '../metrics/index.ts';
import { splitByEntity, splitByTime, splitRandom, type Split } from '../learn/index.ts';
import { byLevel, clearBest, fixed, percent, range, type DrillKind } from './kind.ts';

const SPLITS = ['Random rows', 'By time: train before, test after', 'By customer: none on both sides'] as const;
const WEEKS = 12;

export const kind: DrillKind = {
  id: 'choose-split',
  title: 'Choose the split',
  trains: 'validation that matches use',
  make(stream, level) {
    // Either customers stay and the signal wears off, or customers are new each time and the signal holds.
    const drifts = stream.chance(0.5);
    const people = 140;
    const rows = 1100;
    const wear = byLevel(level, [1.3, 1.2, 1.1]);
    const habit = byLevel(level, [2.2, 1.9, 1.6]);
    const habits = range(people * 2).map(() => stream.normal(0, habit));
    const draw = (count: number, live: boolean) => {
      const week = range(count).map((i) => (live ? WEEKS : Math.floor((i * WEEKS) / count)));
      const person = week.map(() => stream.below(people) + (live && !drifts ? people : 0));
      const x = week.map(() => stream.normal());
      const label = week.map((w, i) => {
        const holds = drifts ? 1 - (wear * w) / WEEKS : 1;
        const margin = 1.6 * holds * x[i]! + (drifts ? 0 : habits[person[i]!]!);
        return stream.normal(margin) > 0 ? 1 : 0;
      });
      return { week, person, x, label };
    };
    const past = draw(rows, false);
    const live = draw(700, true);
    // The model: the slope of x, plus how often this customer was a case before.
    const scoresOf = (train: Iterable<number>, on: typeof past, test: Iterable<number>): number[] => {
      let slope = 0;
      let seen = 0;
      const hits = new Map<number, [number, number]>();
      for (const i of train) {
        const y = past.label[i]! - 0.5;
        slope += y * past.x[i]!;
        seen++;
        const [s, n] = hits.get(past.person[i]!) ?? [0, 0];
        hits.set(past.person[i]!, [s + y, n + 1]);
      }
      return Array.from(test, (i) => {
        const [s, n] = hits.get(on.person[i]!) ?? [0, 0];
        return (slope / seen) * on.x[i]! + s / (n + 2);
      });
    };
    const splits: Split[] = [
      splitRandom(rows, 0.3, stream.substream('random')),
      splitByTime(past.week, 9),
      splitByEntity(past.person, 0.3, stream.substream('person')),
    ];
    const liveScores = scoresOf(range(rows), live, range(700));
    const truth = rocAuc(live.label, liveScores);
    const tests = splits.map(({ train, test }) => ({
      labels: Array.from(test, (i) => past.label[i]!),
      scores: scoresOf(train, past, test),
    }));
    const estimates = tests.map(({ labels, scores }) => rocAuc(labels, scores));
    const order = stream.shuffle([0, 1, 2]);
    const errors = order.map((i) => Math.abs(estimates[i]! - truth));
    const right = clearBest(
      errors.map((error) => -error),
      byLevel(level, [0.06, 0.04, 0.025]),
    );
    // Where a wrong split came near by luck, the draw teaches the wrong thing.
    if (right === null || order[right] !== (drifts ? 1 : 2)) return null;
    const slopes = range(WEEKS / 2).map((w) => {
      const own = range(rows).filter((i) => Math.floor(past.week[i]! / 2) === w);
      return own.reduce((s, i) => s + (past.label[i]! - 0.5) * past.x[i]!, 0) / own.length;
    });
    const known = new Set(past.person);
    const overlap = live.person.filter((p) => known.has(p)).length / live.person.length;
    const names = order.map((i) => SPLITS[i]!);
    return {
      asks: 'Which split tells what the model will do next month?',
      given: [
        'The model uses one signal and how often this customer was a case before. Test it on the past so that the figure holds on next month’s traffic.',
        ...(level === 1
          ? [drifts ? 'Next month brings the same customers. Watch the signal.' : 'Next month brings new customers.']
          : []),
      ],
      pictures: [
        {
          title: 'How strongly the signal goes with the outcome',
          mark: 'line',
          x: 'week',
          y: 'covariance',
          points: slopes.map((y, w) => ({ x: 2 * w + 1, y })),
          line: 0,
        },
        {
          title: 'Rows whose customer was seen before',
          mark: 'bar',
          x: '',
          y: 'share',
          points: [
            { x: 'random test', y: 1 },
            { x: 'next month', y: overlap },
          ],
        },
      ],
      answer: { kind: 'choice', choices: names, right },
      why: [
        `Next month the ROC AUC is ${fixed(truth)}.`,
        ...names.map((name, c) => `${name}: says ${fixed(estimates[order[c]!]!)}, off by ${fixed(errors[c]!)}.`),
        drifts
          ? `The signal goes from ${fixed(slopes[0]!)} to ${fixed(slopes.at(-1)!)}: only a test that lies after its training shows it.`
          : `${percent(1 - overlap, 0)} of next month's rows are of customers never seen: what was learned by heart about the old ones is worth nothing.`,
      ],
      data: {
        liveLabels: live.label,
        liveScores,
        ...Object.fromEntries(order.map((i, c) => [`labels${c}`, tests[i]!.labels])),
        ...Object.fromEntries(order.map((i, c) => [`scores${c}`, tests[i]!.scores])),
      },
    };
  },
};
