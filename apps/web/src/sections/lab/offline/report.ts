import { REWARDS } from './ranking-report.ts';
import type { BaseReport, FeatureView, OfflineReport } from '@legible/lab';

type Fraud = Omit<OfflineReport, keyof BaseReport>;
export type AnyView = Omit<FeatureView, 'bins'> & Partial<Pick<FeatureView, 'bins'>>;

/** A report as the page reads it: whatever a world reports beyond the base may be there or not. */
export type AnyReport = BaseReport &
  Partial<Omit<Fraud, 'rows' | 'slices' | 'features'>> & {
    readonly rows?: Readonly<Record<string, number>>;
    readonly slices?: readonly Readonly<Record<string, string | number>>[];
    readonly features?: readonly AnyView[];
  };

const METRIC_TITLES: Readonly<Record<string, string>> = {
  accuracy: 'Accuracy at 0.5',
  rocAuc: 'ROC AUC',
  averagePrecision: 'Average precision',
  logLoss: 'Log loss',
  brier: 'Brier score',
  calibrationError: 'Calibration error',
  precisionAtCapacity: 'Precision at review capacity',
  recallAtCapacity: 'Recall at review capacity',
  ndcg: 'NDCG of ten',
  mrr: 'Mean reciprocal rank',
  recall: 'Recall at three',
  recallAt3: 'Recall at three',
  ips: 'IPS',
  clipped: 'IPS, clipped',
  snips: 'SNIPS',
  dr: 'Doubly robust',
  direct: 'The model’s own word',
};

/** A metric in words; a world that ranks names the reward too, as in "ndcg on click". */
export function metricTitle(name: string, spaced: (name: string) => string): string {
  const [metric = name, reward] = name.split(' on ');
  const title = METRIC_TITLES[metric] ?? spaced(metric);
  return reward === undefined ? title : `${title} on ${REWARDS[reward] ?? spaced(reward)}`;
}

/** Weeks of history over which a column's mean jumped by more than half of its usual spread; null where it did not. */
export function jumpOf(byWeek: readonly (number | null)[], spread: number): number | null {
  let worst: { week: number; size: number } | null = null;
  for (let week = 1; week < byWeek.length; week++) {
    const [before, now] = [byWeek[week - 1], byWeek[week]];
    if (before === null || before === undefined || now === null || now === undefined) continue;
    const size = Math.abs(now - before);
    if (spread > 0 && size > spread / 2 && (worst === null || size > worst.size)) worst = { week, size };
  }
  return worst === null ? null : worst.week;
}
