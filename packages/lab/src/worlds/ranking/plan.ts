/** What the plans of both ranking worlds decide, beside what every plan has. */
import type { RankingObjective } from '../../learn/index.ts';
import { choice, number, whole, type FieldRow } from '../../plan/fields.ts';
import type { PlanProblem } from '../../plan/check.ts';
import type { FeatureOrder } from './life.ts';

export const OBJECTIVES = ['pointwise', 'pairwise', 'listwise'] as const satisfies readonly RankingObjective[];

/** How a click is weighed for the place it was shown at. */
export const WEIGHTINGS = ['none', 'ips', 'clipped', 'snips', 'doubly-robust'] as const;
export type Weighting = (typeof WEIGHTINGS)[number];

/** Where the chance to be looked at comes from: 1 / rank by assumption, or measured on lists shown in random order. */
export const CURVES = ['inverse-rank', 'shuffled'] as const;
export type CurveSource = (typeof CURVES)[number];

export const UNITS = ['visit', 'user'] as const;
export const BOUNDARIES = ['none', 'peek', 'fixed', 'pocock', 'obrien-fleming', 'always-valid'] as const;
export type Boundary = (typeof BOUNDARIES)[number];

export interface WeightingPlan {
  readonly method: Weighting;
  /** Largest weight of a click; used by `clipped` and `doubly-robust`. */
  readonly cap: number;
  readonly curve: CurveSource;
}

export interface ExperimentPlan {
  /** 0: no experiment, everybody gets the model at once. */
  readonly days: number;
  readonly unit: (typeof UNITS)[number];
  /** Share of the units that get the model while it runs. */
  readonly share: number;
  /** A world's own name for what is compared. */
  readonly metric: string;
  /** A world's own name for what must not fall; `none` guards nothing. */
  readonly guardrail: string;
  /** Relative change that it should be able to see, and the chance to see it. */
  readonly effect: number;
  readonly power: number;
  readonly boundary: Boundary;
  /** What happens when it ends without an answer and had too little power for one. */
  readonly inconclusive: 'ship' | 'hold';
}

/** What a plan does by itself on the morning after an alarm. */
export interface AlarmResponse {
  readonly on: string;
  readonly do: 'rollback' | 'feature-off' | 'page' | 'retrain';
}

/** Where only a name is said, the name is a world's own. */
export interface RankingPlan {
  readonly labels: { readonly reward: string; readonly windowDays: number; readonly machines: 'keep' | 'filter' };
  readonly features: readonly FeatureOrder[];
  readonly split: { readonly kind: string; readonly testShare: number };
  readonly evaluation: {
    readonly metric: 'ndcg' | 'mrr' | 'recall' | 'ips' | 'snips' | 'dr';
    readonly reward: string;
    readonly baseline: string;
    readonly refit: boolean;
  };
  /** `trees`, or a world's own name for the old order. */
  readonly model: { readonly kind: string; readonly trees: number };
  readonly training: { readonly objective: RankingObjective };
  readonly weighting: WeightingPlan;
  readonly candidates: {
    /** A world's own name for where candidates come from. */
    readonly source: string;
    /** Candidates that are scored for one list. */
    readonly depth: number;
  };
  readonly diversity: {
    /** Taken off the score for each item of the same group above it, in standard deviations of the scores of the list. */
    readonly penalty: number;
  };
  readonly exploration: {
    /** Share of lists in which one place goes to a candidate drawn at random. */
    readonly share: number;
  };
  readonly experiment: ExperimentPlan;
  readonly retraining: { readonly everyDays: number };
  readonly serving: { readonly budgetMs: number };
  readonly rollout: { readonly shadowDays: number };
  readonly monitors: readonly { readonly kind: string; readonly threshold: number }[];
  readonly rollback: { readonly responses: readonly AlarmResponse[] };
}

export interface RankingWords {
  /** Names of candidate sources, and what to say about them. */
  readonly sources: readonly string[];
  readonly sourcesRisk: string;
  readonly depth: readonly [least: number, most: number];
  /** What the items of one list are grouped by, such as topic. */
  readonly group: string;
  readonly metrics: readonly string[];
  readonly guardrails: readonly string[];
}

/** The rows of the plan's schema that both ranking worlds share. */
export function rankingRows(words: RankingWords): readonly FieldRow[] {
  return [
    [
      'training.objective',
      'Training objective',
      choice(...OBJECTIVES),
      'Whether the model learns each reward by itself, the order of each pair, or the order of the whole list.',
      'Pointwise spends its trees on who clicks at all; listwise cares most for the top, where the logs are most biased.',
    ],
    [
      'weighting.method',
      'Weights against position',
      choice(...WEIGHTINGS),
      'How a click is weighed up for the places where hardly anybody looks.',
      'None: the model learns the old order. IPS: a few clicks far down decide everything. Clipped: steadier, and biased toward the top.',
    ],
    [
      'weighting.cap',
      'Largest weight',
      number(1, 50, 'times'),
      'The most that one click may count.',
      'Low: position bias stays. High: noise.',
    ],
    [
      'weighting.curve',
      'How much each place is looked at',
      choice(...CURVES),
      'Assume one over the rank, or measure it on the few lists that the old policy showed in random order.',
      'Assumed: wrong by a factor of two far down. Measured: noisy where few lists were shuffled.',
    ],
    [
      'candidates.source',
      'Candidates',
      choice(...words.sources),
      'Where the items that are scored come from.',
      words.sourcesRisk,
    ],
    [
      'candidates.depth',
      'Candidates scored',
      whole(words.depth[0], words.depth[1], 'items'),
      'How many items are scored for one list.',
      'Few: what they would have liked is never scored. Many: slow and dear.',
    ],
    [
      'diversity.penalty',
      'Diversity',
      number(0, 2, 'standard deviations'),
      `Taken off the score for each item of the same ${words.group} further up.`,
      `None: ten of one ${words.group}. Much: the list fills with what nobody wanted.`,
    ],
    [
      'exploration.share',
      'Exploration',
      number(0, 0.3, 'share'),
      'Share of lists in which one place goes to a candidate drawn at random.',
      'None: what was never shown stays unknown. Much: people pay for your learning.',
    ],
    [
      'experiment.days',
      'Experiment',
      whole(0, 56, 'days'),
      'Days on which a part gets the model and the rest the old policy, before one of them gets everybody.',
      'None: you ship on an offline number. Short: novelty. Long: every day of a good model is given away to one half.',
    ],
    [
      'experiment.unit',
      'Split by',
      choice(...UNITS),
      'Whether a visit or a person is drawn into an arm.',
      'By visit: the same person sees both, so nothing that takes longer than a visit can show. By user: fewer units.',
    ],
    [
      'experiment.share',
      'Share with the model',
      number(0.05, 0.5, 'share'),
      'Share of the units in the arm with the model.',
      'Small: little power. Half: half of the people meet the first mistake.',
    ],
    [
      'experiment.metric',
      'Compared',
      choice(...words.metrics),
      'What is compared between the arms.',
      'A number that moves in a day may move against what moves in a month.',
    ],
    [
      'experiment.guardrail',
      'Guardrail',
      choice(...words.guardrails),
      'What must not get worse for the model to be shipped.',
      'None: a win on one number hides the loss on another.',
    ],
    [
      'experiment.effect',
      'Effect to see',
      number(0.005, 0.5, 'relative change'),
      'The smallest relative change that would change your mind.',
      'Small: it needs more people than there are. Large: a real change goes unseen.',
    ],
    [
      'experiment.power',
      'Power',
      number(0.5, 0.99, 'chance'),
      'The chance to see that effect if it is there.',
      'Low: no difference found says nothing.',
    ],
    [
      'experiment.boundary',
      'When to stop',
      choice(...BOUNDARIES),
      'When a difference counts: never, at any daily look above 1.96, once at the end, or by a boundary that allows for looking.',
      'Peeking finds a winner where there is none.',
    ],
    [
      'experiment.inconclusive',
      'Without an answer',
      choice('ship', 'hold'),
      'What happens if it ends with too little power and no answer.',
      'Ship: no proof was needed after all. Hold: a good model is thrown away for want of people.',
    ],
  ];
}

/** What cannot stand together in the shared part. `slow` names the metrics and guardrails that need a person in one arm. */
export function rankingContradictions(plan: RankingPlan, learns: boolean, slow: readonly string[]): PlanProblem[] {
  const out: PlanProblem[] = [];
  const say = (field: string, reason: string): void => void out.push({ field, reason });
  const { experiment, weighting } = plan;
  if (!learns && weighting.method !== 'none')
    say('weighting.method', 'weighs the clicks of a model, but a hand-written rule learns from none; set it to none');
  if (experiment.days > 0) {
    if (experiment.unit === 'visit' && slow.includes(experiment.metric))
      say(
        'experiment.unit',
        `is visit, but ${experiment.metric} belongs to a person; split by user, or compare something else`,
      );
    if (experiment.unit === 'visit' && slow.includes(experiment.guardrail))
      say('experiment.unit', `is visit, but the guardrail ${experiment.guardrail} belongs to a person; split by user`);
    if (experiment.guardrail === experiment.metric)
      say('experiment.guardrail', 'is what is compared already; guard something else, or choose none');
    if (experiment.boundary === 'none' && experiment.inconclusive === 'hold')
      say(
        'experiment.inconclusive',
        'is hold with no boundary: the model could never be shipped; choose a boundary, or ship',
      );
    if (['pocock', 'obrien-fleming'].includes(experiment.boundary) && experiment.days < 14)
      say(
        'experiment.boundary',
        `is ${experiment.boundary}, which looks once a week; ${experiment.days} days hold one look, choose fixed or 14 days`,
      );
  }
  return out;
}
