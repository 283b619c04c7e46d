import type { BaseReport } from '@legible/lab';

/** What the worlds that rank report beyond the base, as the page reads it. */
export interface RankingReport extends BaseReport {
  readonly places: readonly {
    readonly place: number;
    readonly clickRate: number;
    readonly shuffledRate: number | null;
    readonly curve: number;
  }[];
  readonly firstPlace: {
    readonly logged: number;
    readonly estimates: readonly {
      readonly estimator: string;
      readonly value: number;
      readonly standardError: number;
      readonly effectiveSample: number;
    }[];
  };
  readonly byReward: readonly { readonly reward: string; readonly model: number; readonly old: number }[];
  readonly experiment: { readonly units: number; readonly power: number };
  readonly agreement: readonly (
    | { readonly clickRate: number; readonly readsPerClick: number; readonly items: number }
    | {
        readonly grade: number;
        readonly guideline: 'old' | 'current';
        readonly clickRate: number | null;
        readonly shown: number;
      }
  )[];
  readonly grades?: readonly {
    readonly week: number;
    readonly judged: number;
    readonly mean: number | null;
    readonly voteError: number | null;
  }[];
  readonly popularity: readonly { readonly x: number; readonly y: number }[];
}

const PARTS = ['places', 'firstPlace', 'byReward', 'experiment', 'agreement', 'grades', 'popularity'] as const;
/** Names that the pieces for ranking show, so that nothing shows them twice. */
export const RANKING_PARTS: readonly string[] = PARTS;

export const isRanking = (report: BaseReport): report is RankingReport =>
  PARTS.every((part) => part === 'grades' || part in report);

/** Estimators as they are said in full. */
export const ESTIMATORS: Readonly<Record<string, string>> = {
  ips: 'IPS, by inverse propensity',
  clipped: 'IPS with clipped weights',
  snips: 'SNIPS, self-normalised',
  dr: 'Doubly robust',
  direct: 'The model’s own word',
};

/** Rewards as one says them. */
export const REWARDS: Readonly<Record<string, string>> = {
  click: 'clicks',
  'long-click': 'clicks that were read',
  like: 'likes',
  survey: 'survey answers',
  judgment: 'judgments',
  order: 'orders',
};
