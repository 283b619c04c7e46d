/** How far each estimator and each monitor can be trusted, measured over seeds where the truth is known. */
export interface EstimatorHonesty {
  readonly estimator: string;
  readonly seeds: number;
  /** Mean of estimate ÷ truth − 1, and its standard deviation over seeds. */
  readonly bias: number;
  readonly spread: number;
  /** Share of seeds in which the 95% interval held the truth. */
  readonly covered: number;
  readonly errors: readonly number[];
}

export interface MonitorHonesty {
  readonly world: string;
  readonly kind: string;
  readonly title: string;
  /** The threshold it was held against. */
  readonly usual: number;
  /** Days on which nothing was wrong, and the share of them with an alarm; null without such a day. */
  readonly quietDays: number;
  readonly falseAlarms: number | null;
  readonly incidents: number;
  /** Share of the incidents during which, or within five days after which, it raised one. */
  readonly seen: number;
}

export interface Honesty {
  readonly seeds: number;
  readonly estimators: readonly EstimatorHonesty[];
  readonly monitors: readonly MonitorHonesty[];
}
