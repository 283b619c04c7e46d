/** Every field of a plan: type, range, what it means and what it risks. The form, the CLI and validation read this. */

export type FieldType =
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly unit: string;
      readonly whole?: boolean;
    }
  | { readonly kind: 'flag' }
  | { readonly kind: 'text'; readonly maxLength: number }
  | { readonly kind: 'shares'; readonly maxItems: number };

export interface Field {
  /** Path in the document, dotted. */
  readonly path: string;
  readonly title: string;
  readonly type: FieldType;
  readonly says: string;
  readonly risks: string;
}

const choice = (...choices: string[]): FieldType => ({ kind: 'choice', choices });
const number = (min: number, max: number, unit: string): FieldType => ({ kind: 'number', min, max, unit });
const whole = (min: number, max: number, unit: string): FieldType => ({ kind: 'number', min, max, unit, whole: true });
const flag: FieldType = { kind: 'flag' };

type Row = readonly [path: string, title: string, type: FieldType, says: string, risks: string];

const ROWS: readonly Row[] = [
  ['name', 'Name of the plan', { kind: 'text', maxLength: 80 }, 'How you will recognise it later.', 'Nothing.'],
  [
    'goal.metric',
    'Goal',
    choice('money', 'fraud-caught', 'approval-rate'),
    'What the product wants from this system.',
    'Fraud caught alone rewards declining everybody; approval rate alone rewards declining nobody.',
  ],
  [
    'goal.falseDeclineDollars',
    'Cost of a false decline',
    number(0, 1000, 'dollars'),
    'What you believe a declined honest customer costs beyond the margin of the sale.',
    'Too low and you throw honest customers out; too high and you pay for fraud.',
  ],
  [
    'goal.chargebackDollars',
    'Cost of a chargeback',
    number(0, 500, 'dollars'),
    'What you believe a chargeback costs beyond the amount.',
    'Left at zero, small frauds look free.',
  ],
  [
    'labels.source',
    'Source of labels',
    choice('chargebacks', 'reviews', 'both'),
    'Where the answer "this was fraud" comes from.',
    'Chargebacks are late and partly wrong; reviews are fast and only about what somebody chose to look at.',
  ],
  [
    'labels.maturityDays',
    'Maturity window',
    whole(0, 75, 'days'),
    'How old a payment must be before "no chargeback" counts as honest.',
    'Short: recent fraud is taught as honest. Long: the newest attacks are not in the training data.',
  ],
  [
    'labels.blocked',
    'Declined payments',
    choice('exclude', 'assume-fraud'),
    'What a declined payment counts as, since it has no outcome.',
    'Assuming fraud makes the model agree with itself; excluding them hides what you decline.',
  ],
  [
    'labels.friendly',
    'Disputes by honest customers',
    choice('keep', 'drop-same-device'),
    'Whether a dispute counts where the card had used that very device before.',
    'Kept, honest habits are taught as fraud; dropped, so are some takeovers from a known device.',
  ],
  [
    'labels.deduplicate',
    'Remove duplicated events',
    flag,
    'Count each event of the log once.',
    'Left in, the same event can stand on both sides of the split and counts twice.',
  ],
  [
    'split.kind',
    'Split',
    choice('random', 'time', 'entity', 'time-gap'),
    'How the test rows are set apart.',
    'Random puts the same burst, and the future, on both sides.',
  ],
  [
    'split.gapDays',
    'Gap',
    whole(0, 30, 'days'),
    'Days left out between training and test.',
    'Without a gap, labels that arrive during the test leak into training.',
  ],
  [
    'split.testShare',
    'Test share',
    number(0.1, 0.5, 'share'),
    'Share of the rows, or of the time, kept for the test.',
    'Small: too few frauds to measure anything. Large: too few to learn from.',
  ],
  [
    'evaluation.metric',
    'Offline metric',
    choice('accuracy', 'roc-auc', 'average-precision', 'log-loss', 'cost'),
    'The number that decides whether the model beats the baseline.',
    'With one fraud in a thousand, accuracy is won by approving everything.',
  ],
  [
    'evaluation.baseline',
    'Baseline',
    choice('none', 'rule', 'logistic'),
    'What the model must beat to be launched.',
    'Without one you cannot know that the model is worth its price.',
  ],
  [
    'evaluation.refit',
    'Fit again on all rows',
    flag,
    'Once chosen, train again on training and test rows together.',
    'Not done, the model is as old as the start of the test. Done, nobody has tested the very model that runs.',
  ],
  [
    'model.kind',
    'Model',
    choice('rule', 'logistic', 'trees'),
    'A hand-written rule, logistic regression, or gradient-boosted trees.',
    'Trees find interactions, and every leak as well.',
  ],
  [
    'model.trees',
    'Trees',
    whole(10, 200, 'trees'),
    'How many trees are boosted; unused by the others.',
    'More are slower to serve, and learn the noise of few frauds by heart.',
  ],
  [
    'model.negativeRate',
    'Honest rows kept',
    number(0.01, 1, 'share'),
    'Share of the honest rows used for training; they are weighted back.',
    'Few: unsteady probabilities. All: slow and dear.',
  ],
  [
    'calibration',
    'Calibration',
    choice('none', 'platt', 'isotonic'),
    'Turn scores into probabilities on the test rows.',
    'A threshold in money needs probabilities; isotonic on few frauds makes steps.',
  ],
  [
    'decision.mode',
    'Threshold',
    choice('fixed', 'best-metric', 'cost'),
    'A fixed score; the score that does best on the offline metric; or the expected money of each payment.',
    'A fixed 0.5 declines almost nothing when fraud is rare.',
  ],
  [
    'decision.blockAbove',
    'Decline at',
    number(0.001, 1, 'probability'),
    'The score at which a payment is declined; used by the fixed threshold.',
    'Low: false declines. High: fraud.',
  ],
  [
    'decision.review',
    'Review',
    choice('none', 'band', 'fill'),
    'Nobody, everything from a score on, or as many of the riskiest as the team can take.',
    'Over capacity, the rest is approved unseen.',
  ],
  [
    'decision.reviewFrom',
    'Review from',
    number(0.0005, 1, 'probability'),
    'Lowest score that is reviewed; used by the band.',
    'Too low: the queue overflows and the worst cases wait behind harmless ones.',
  ],
  [
    'retraining.everyDays',
    'Retrain every',
    whole(0, 84, 'days'),
    'Days between trainings; 0 is never.',
    'Never: thieves learn and the model does not. Often: each training may learn from broken data.',
  ],
  [
    'serving.budgetMs',
    'Time budget',
    whole(20, 500, 'ms'),
    'How long checkout waits for the score.',
    'Tight: the fallback decides. Loose: customers wait and some give up.',
  ],
  [
    'serving.fallback',
    'Fallback',
    choice('approve', 'rule', 'block'),
    'What happens when the score is late.',
    'Approve: thieves get through on slow days. Block: customers do not.',
  ],
  [
    'rollout.shadowDays',
    'Shadow days',
    whole(0, 28, 'days'),
    'Days on which scores are logged and not used.',
    'Each day costs the fraud that you could have stopped; none means that customers find the fault.',
  ],
  [
    'rollout.canary',
    'Canary steps',
    { kind: 'shares', maxItems: 6 },
    'Shares of customers, rising; empty launches to all at once.',
    'Slow steps cost money; none puts the first mistake in front of everybody.',
  ],
  [
    'rollout.stepDays',
    'Days for each step',
    whole(1, 14, 'days'),
    'How long each canary step lasts.',
    'Chargebacks take weeks: a short step shows declines and latency, not fraud.',
  ],
  [
    'rollout.advance',
    'Go on when',
    choice('always', 'no-alarm'),
    'Whether an alarm holds the next step back.',
    'Always: the canary is a calendar, not a test.',
  ],
  [
    'rollout.exploration',
    'Exploration',
    number(0, 0.2, 'share'),
    'Share of would-be declines that are approved to see what they were.',
    'Costs some fraud; without it declined payments never get a label.',
  ],
  [
    'rollback.to',
    'Roll back to',
    choice('approve', 'rule'),
    'What decides after a rollback.',
    'Nothing safe is free: the rule misses most fraud, approving misses all.',
  ],
  [
    'prediction.saves',
    'You predict: saved',
    number(-10_000_000, 10_000_000, 'dollars'),
    'Dollars saved over the live period against doing nothing. Written before launch.',
    'A number you will be held to.',
  ],
  [
    'prediction.firstFailure',
    'You predict: first failure',
    { kind: 'text', maxLength: 60 },
    'What will fail first: a kind of incident, or "leak", "labels", "metric", "threshold", "drift".',
    'Vague guesses teach nothing.',
  ],
  ['prediction.why', 'Why', { kind: 'text', maxLength: 600 }, 'Your reason, in a sentence or two.', 'None.'],
];

export const FIELDS: readonly Field[] = ROWS.map(([path, title, type, says, risks]) => ({
  path,
  title,
  type,
  says,
  risks,
}));

/** A monitor that can be bought. `min` and `max` bound its threshold; above the threshold it raises an alarm. */
export interface MonitorCard {
  readonly kind: string;
  readonly title: string;
  readonly says: string;
  readonly risks: string;
  readonly min: number;
  readonly max: number;
  readonly usual: number;
  readonly dollarsPerDay: number;
}

export const MONITORS: readonly MonitorCard[] = [
  {
    kind: 'nullRate',
    title: 'Null rate',
    says: 'Largest rise of the empty share of a feature, against training.',
    risks: 'Sees empty values, not wrong ones.',
    min: 0.01,
    max: 1,
    usual: 0.15,
    dollarsPerDay: 2,
  },
  {
    kind: 'psi',
    title: 'Population stability',
    says: 'Largest population stability index of a feature, today against training.',
    risks: 'A sale moves it too; a tight threshold cries every week.',
    min: 0.05,
    max: 10,
    usual: 0.5,
    dollarsPerDay: 4,
  },
  {
    kind: 'scoreDrift',
    title: 'Score drift',
    says: 'Population stability index of the score, today against the test rows.',
    risks: 'Says that something moved, not what.',
    min: 0.02,
    max: 10,
    usual: 0.25,
    dollarsPerDay: 2,
  },
  {
    kind: 'calibration',
    title: 'Calibration on matured labels',
    says: 'Chargebacks on approved payments over the number expected, for payments 30 to 44 days old.',
    risks: 'Honest and late: a month after the fact.',
    min: 1.1,
    max: 20,
    usual: 2.5,
    dollarsPerDay: 3,
  },
  {
    kind: 'blockRate',
    title: 'Decline rate',
    says: 'Share declined today over the share expected from the test rows.',
    risks: 'Sees too many declines at once; never sees missed fraud.',
    min: 1.2,
    max: 50,
    usual: 2.5,
    dollarsPerDay: 1,
  },
  {
    kind: 'reviewBacklog',
    title: 'Review backlog',
    says: 'Share of the review queue that nobody could look at.',
    risks: 'Only about the queue.',
    min: 0.05,
    max: 1,
    usual: 0.4,
    dollarsPerDay: 1,
  },
  {
    kind: 'latency',
    title: 'Late answers',
    says: 'Share of payments that the fallback decided.',
    risks: 'Fast and wrong looks healthy.',
    min: 0.005,
    max: 1,
    usual: 0.05,
    dollarsPerDay: 1,
  },
  {
    kind: 'labelVolume',
    title: 'Label volume',
    says: 'Days in a row without a single new chargeback, over the usual gap.',
    risks: 'Noisy where fraud is rare.',
    min: 1.5,
    max: 30,
    usual: 6,
    dollarsPerDay: 1,
  },
];
