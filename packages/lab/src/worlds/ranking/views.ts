/** What an offline report shows of the columns and estimates of any plan that ranks. */
import { rocAuc } from '../../metrics/index.ts';
import type { Estimator } from './estimate.ts';
import type { Launched } from './launch.ts';
import type { FeatureOrder, RankingSession } from './life.ts';

export interface Estimate {
  readonly estimator: Estimator;
  readonly value: number;
  readonly standardError: number;
  readonly effectiveSample: number;
}

export interface FeatureView {
  readonly name: string;
  readonly nulls: number;
  readonly quartiles: readonly (number | null)[];
  /** Mean by week of history, oldest first; null where the week is empty. */
  readonly byWeek: readonly (number | null)[];
  /** How well the column alone tells rewarded rows. */
  readonly auc: number;
  /** Share of the gain of the trees; null without a model. */
  readonly weight: number | null;
}

/** The columns of a plan on the log of before launch: every twelfth row, the AUC on the test lists, by weeks of history. */
export function featureViews(
  session: RankingSession,
  features: readonly FeatureOrder[],
  launched: Launched,
  historyDays: number,
): FeatureView[] {
  const { log, test, rewards } = launched.trial;
  const labels = Uint8Array.from(rewards, (y) => (y > 0 ? 1 : 0));
  const every = launched.trial.all.rows.filter((_, i) => i % 12 === 0);
  const overall = session.columns(features, every);
  const tested = session.columns(features, test.rows);
  const gain = launched.model?.gain;
  const total = gain?.reduce((a, b) => a + b, 0) ?? 0;
  return features.map(({ name }, f) => {
    const column = overall[name]!;
    const there = column.filter((x) => x === x).sort();
    const weeks = new Float64Array(12);
    const counts = new Float64Array(12);
    column.forEach((x, i) => {
      const week = Math.floor((log.day[every[i]!]! + historyDays) / 7);
      if (x !== x || week < 0 || week > 11) return;
      weeks[week] = weeks[week]! + x;
      counts[week] = counts[week]! + 1;
    });
    return {
      name,
      nulls: 1 - there.length / Math.max(1, column.length),
      quartiles: [0.25, 0.5, 0.75].map((q) => there[Math.floor(q * (there.length - 1))] ?? null),
      byWeek: Array.from(weeks, (sum, w) => (counts[w]! > 0 ? sum / counts[w]! : null)),
      auc: rocAuc(
        labels,
        Float64Array.from(tested[name]!, (x) => (x === x ? x : -1e9)),
      ),
      weight: gain && total > 0 ? gain[f]! / total : null,
    };
  });
}
