import { rocAuc } from '../metrics/index.ts';
import { byLevel, clearBest, fixed, range, spanOf, type DrillKind } from './kind.ts';

/** Of a subscription: any of them may be overwritten when a customer cancels, so that no name gives it away. */
const COLUMNS = [
  ['Support contacts', 'contacts with support in a window of fourteen days'],
  ['State of the payment card', '0 in order, 1 to be replaced'],
  ['Discount', 'percent off the list price'],
  ['Account score', 'a score of the sales team, 0 to 1'],
  ['Seats in use', 'share of paid seats that signed in'],
  ['Open tickets', 'tickets that are not closed'],
  ['Days since the last visit', 'at most ninety'],
  ['Plan', '0 free, 1 basic, 2 full'],
  ['Balance', 'dollars owed'],
  ['Owner of the account', '1 where a person of ours looks after it'],
] as const;

export const kind: DrillKind = {
  id: 'leaking-feature',
  title: 'Spot the leaking feature',
  trains: 'leakage by time',
  make(stream, level) {
    const drawn = stream.shuffle(range(COLUMNS.length)).slice(0, byLevel(level, [3, 4, 5]));
    const [leak, strong] = drawn;
    const features = stream.shuffle([...drawn]);
    const ages = byLevel(level, [2, 4, 4]);
    const perAge = byLevel(level, [500, 600, 900]);
    const labels: number[] = [];
    const age: number[] = [];
    for (const a of range(ages)) {
      for (let i = 0; i < perAge; i++) {
        labels.push(i % 4 === 0 ? 1 : 0);
        age.push(a);
      }
    }
    // The leak is filled as outcomes are confirmed: nothing on the newest rows, all of it on the oldest.
    const filledBy = byLevel(level, [1.6, 0.95, 0.7]);
    const values = features.map((feature) => {
      const lift =
        feature === leak ? 0.3 : feature === strong ? byLevel(level, [0.6, 1.1, 1.3]) : stream.between(0.2, 0.6);
      return labels.map((y, i) => {
        const more = feature === leak ? (filledBy * age[i]!) / (ages - 1) : 0;
        return stream.normal(y * (lift + more));
      });
    });
    const aucs = values.map((column) =>
      range(ages).map((a) => {
        const rows = labels.map((_, i) => i).filter((i) => age[i] === a);
        return rocAuc(
          rows.map((i) => labels[i]!),
          rows.map((i) => column[i]!),
        );
      }),
    );
    const rises = aucs.map((line) => line[ages - 1]! - line[0]!);
    const right = clearBest(rises, byLevel(level, [0.15, 0.1, 0.06]));
    if (right === null) return null;
    const names = features.map((feature) => COLUMNS[feature]![0]);
    return {
      asks: 'Which column holds the outcome?',
      given: [
        'Each column alone ranks customers who cancelled above the others. Its ROC AUC is drawn by the age of the row when today’s table was read. Rows of age 0 were read before anybody knew the outcome.',
        ...(level === 1 ? features.map((f) => `${COLUMNS[f]![0]}: ${COLUMNS[f]![1]}.`) : []),
      ],
      pictures: names.map((name, f) => ({
        title: name,
        mark: 'line',
        x: 'age of the rows, weeks',
        y: 'ROC AUC',
        points: aucs[f]!.map((y, x) => ({ x: x * (12 / (ages - 1)), y })),
        line: 0.5,
        span: spanOf([0.5, ...aucs.flat()]),
      })),
      answer: { kind: 'choice', choices: names, right },
      why: [
        ...names.map(
          (name, f) =>
            `${name}: ${fixed(aucs[f]![0]!)} on new rows, ${fixed(aucs[f]![ages - 1]!)} on old ones, a rise of ${fixed(rises[f]!)}.`,
        ),
        `A strong column need not leak. One that gets better once the outcome is known does. Here ${names[right]} is overwritten when a customer cancels.`,
      ],
      data: { labels, age, ...Object.fromEntries(values.map((column, f) => [`feature${f}`, column])) },
    };
  },
};
