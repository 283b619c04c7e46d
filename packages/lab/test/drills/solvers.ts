/** Each kind solved from its plain numbers by other means than its own: a mark for each choice, greatest best, or a number. */
import type { Drill } from '../../src/drills/index.ts';

type Solver = (drill: Drill) => readonly number[] | number;

const column = (drill: Drill, name: string): readonly number[] => {
  const found = drill.data[name];
  if (found === undefined) throw new Error(`${drill.kind} holds no ${name}`);
  return found;
};
const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const average = (values: readonly number[]): number => total(values) / values.length;
const choices = (drill: Drill): number[] =>
  drill.answer.kind === 'choice' ? drill.answer.choices.map((_, i) => i) : [];

/** Pairs of a case and a non-case that stand in the right order: by ranks. */
function auc(labels: readonly number[], scores: readonly number[]): number {
  let wins = 0;
  let pairs = 0;
  const negatives = scores.filter((_, i) => labels[i] === 0).toSorted((a, b) => a - b);
  for (const [i, score] of scores.entries()) {
    if (labels[i] !== 1) continue;
    let low = 0;
    let high = negatives.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (negatives[middle]! < score) low = middle + 1;
      else high = middle;
    }
    let same = low;
    while (same < negatives.length && negatives[same] === score) same++;
    wins += low + (same - low) / 2;
    pairs += negatives.length;
  }
  return wins / pairs;
}

/** Where choices stand in `data.order`, marks of the choices from those of the originals. */
const inOrder = (drill: Drill, right: number): number[] => column(drill, 'order').map((i) => (i === right ? 1 : 0));

export const SOLVERS: Readonly<Record<string, Solver>> = {
  'leaking-feature': (drill) => {
    const labels = column(drill, 'labels');
    const age = column(drill, 'age');
    const at = (values: readonly number[], a: number) => {
      const rows = age.flatMap((x, i) => (x === a ? [i] : []));
      return auc(
        rows.map((i) => labels[i]!),
        rows.map((i) => values[i]!),
      );
    };
    return choices(drill).map((f) => {
      const values = column(drill, `feature${f}`);
      return at(values, Math.max(...age)) - at(values, 0);
    });
  },
  'choose-split': (drill) => {
    const truth = auc(column(drill, 'liveLabels'), column(drill, 'liveScores'));
    return choices(drill).map((c) => -Math.abs(auc(column(drill, `labels${c}`), column(drill, `scores${c}`)) - truth));
  },
  'calibration-plot': (drill) => {
    const p = column(drill, 'probability');
    const y = column(drill, 'label');
    const gap = (high: boolean) => {
      const rows = p.flatMap((x, i) => (x >= 0.5 === high ? [i] : []));
      const said = total(rows.map((i) => p[i]!));
      const spread = Math.sqrt(total(rows.map((i) => p[i]! * (1 - p[i]!))));
      return (total(rows.map((i) => y[i]!)) - said) / spread;
    };
    const [low, high] = [gap(false), gap(true)];
    const sign = (z: number) => (Math.abs(z) < 2 ? 0 : Math.sign(z));
    const table: Record<string, number> = { '-1,-1': 0, '1,1': 1, '1,-1': 2, '-1,1': 3, '0,0': 4 };
    return inOrder(drill, table[`${sign(low)},${sign(high)}`] ?? -1);
  },
  'bad-slice': (drill) => {
    const n = column(drill, 'cases');
    const bad = column(drill, 'missed');
    const share = total(bad) / total(n);
    // Excess over what the overall share expects, in units of its spread when the total is fixed.
    return n.map((rows, i) => {
      const expected = rows * share;
      return (bad[i]! - expected) / Math.sqrt(expected * (1 - share) * (1 - rows / total(n)));
    });
  },
  'first-monitor': (drill) => {
    const inARow = column(drill, 'inARow')[0]!;
    return choices(drill).map((m) => {
      const line = column(drill, `series${m}`);
      const quiet = line.slice(0, 14);
      const square = average(quiet.map((x) => x * x)) - average(quiet) ** 2;
      const limit = average(quiet) + 3 * Math.sqrt(square);
      const day = line.findIndex(
        (_, i) => i + 1 >= inARow && line.slice(i + 1 - inARow, i + 1).every((x) => x > limit),
      );
      return -day;
    });
  },
  'cost-threshold': (drill) => {
    const label = column(drill, 'label');
    const score = column(drill, 'score');
    const [missed, alarm, look] = column(drill, 'dollars');
    return column(drill, 'thresholds').map(
      (t) =>
        -total(score.map((s, i) => (s >= t ? look! + (label[i] === 0 ? alarm! : 0) : label[i] === 1 ? missed! : 0))),
    );
  },
  'power-test': (drill) => {
    const [base, changed, perDay, share, visits] = column(drill, 'given');
    const variance = base! * (1 - base!) + changed! * (1 - changed!);
    const rows = ((1.959964 + 0.841621) ** 2 * variance) / (changed! - base!) ** 2;
    return rows / ((perDay! * share!) / visits! / 2);
  },
  'drift-or-pipe': (drill) => {
    const sources = [0, 1, 2].map((s) => column(drill, `source${s}`));
    const steps = sources.map((line) => {
      const first = line.slice(0, 12);
      const m = average(first);
      const unit = Math.sqrt(total(first.map((x) => (x - m) ** 2)) / 11 / 6);
      return [line.slice(12, 24), line.slice(24)].map((part) => Math.abs(average(part) - m) / unit > 3);
    });
    const ended = steps.filter(([, end]) => end).length;
    const middle = steps.filter(([mid]) => mid).length;
    return inOrder(drill, ended === 3 ? 0 : ended === 1 ? 1 : middle === 3 ? 2 : middle === 0 ? 3 : -1);
  },
  'debias-clicks': (drill) => {
    const looked = column(drill, 'looked');
    return choices(drill).map((i) => {
      const seen = total(column(drill, `shown${i}`).map((n, k) => n * looked[k]!));
      return total(column(drill, `clicked${i}`)) / seen;
    });
  },
  'choose-baseline': (drill) => {
    const line = column(drill, 'line');
    const guesses = [
      (d: number) => line[d - 1]!,
      (d: number) => line[d - 7]!,
      (d: number) => average(line.slice(d - 28, d)),
      (d: number) => average(line.slice(d - 7, d)),
    ];
    return column(drill, 'order').map((b) => {
      let off = 0;
      for (let day = 42; day < 56; day++) off += Math.abs(line[day]! - guesses[b]!(day));
      return -off;
    });
  },
  'review-capacity': (drill) => {
    const labels = column(drill, 'labels');
    const scores = column(drill, 'scores');
    const day = column(drill, 'day');
    const capacity = column(drill, 'capacity')[0]!;
    let caught = 0;
    let reviewed = 0;
    for (const d of new Set(day)) {
      let room = capacity;
      for (const s of [...new Set(scores)].toSorted((a, b) => b - a)) {
        const own = labels.filter((_, i) => day[i] === d && scores[i] === s);
        const taken = Math.min(room, own.length);
        room -= taken;
        reviewed += taken;
        caught += own.length === 0 ? 0 : (total(own) * taken) / own.length;
      }
    }
    return (100 * caught) / (drill.level === 3 ? total(labels) : reviewed);
  },
  'label-window': (drill) => {
    const curve = column(drill, 'curve');
    if (drill.level === 1) {
      let day = 0;
      while (curve[day]! < column(drill, 'target')[0]!) day++;
      return day;
    }
    const rows = column(drill, 'rows');
    return (1000 * total(column(drill, 'seen'))) / total(rows.map((n, i) => n * curve[column(drill, 'ages')[i]!]!));
  },
  prevalence: (drill) => {
    const [level, recall, tested, live, last, keep] = column(drill, 'given');
    // By odds: precision odds are the odds of the rate times the likelihood ratio of an alarm.
    const odds = (p: number) => p / (1 - p);
    const ratio = level === 1 ? recall! / last! : odds(last!) / odds(tested!);
    const after = odds(live!) * ratio * keep!;
    return (100 * after) / (1 + after);
  },
  'off-policy': (drill) => {
    const [logged, target, counts, clicks] = ['logged', 'target', 'counts', 'clicks'].map((name) =>
      column(drill, name),
    );
    const weight = logged!.map((p, a) => Math.min(drill.level === 2 ? 3 : Infinity, target![a]! / p));
    const below = total(drill.level === 3 ? counts!.map((n, a) => n * weight[a]!) : counts!);
    return (100 * total(clicks!.map((n, a) => n * weight[a]!))) / below;
  },
};
