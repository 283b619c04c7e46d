/** Every field of a search plan: type, range, what it decides and what it risks. */
import {
  choice,
  fieldsOf,
  flag,
  number,
  text,
  whole,
  type Field,
  type FieldRow,
  type MonitorCard,
} from '../../../plan/fields.ts';
import { rankingRows } from '../../ranking/plan.ts';
import { REWARDS, type MonitorKind } from './types.ts';

const BEFORE: readonly FieldRow[] = [
  ['name', 'Name of the plan', text(80), 'How you will recognise it later.', 'Nothing.'],
  [
    'goal.metric',
    'Goal',
    choice('relevance', 'clicks', 'orders'),
    'What the shop wants from its search.',
    'Relevance by judgment is what annotators think; orders are what pays.',
  ],
  [
    'goal.searchDollars',
    'Worth of a search',
    number(0, 20, 'dollars'),
    'What you believe a search brings in margin.',
    'It makes the promise, and nothing else: a wrong belief shows in the bill.',
  ],
  [
    'labels.reward',
    'Reward',
    choice(...REWARDS),
    'What counts as good: a grade by annotators, a click, an order, or all of them together.',
    'Judgments cover what was never shown and say what the guideline asked. Clicks follow the place. Orders are rare.',
  ],
  [
    'labels.guideline',
    'Guideline',
    choice('all', 'current'),
    'All judgments, or only those since the guideline last changed.',
    'All: two questions in one column. Current: fewer judgments.',
  ],
  [
    'labels.votes',
    'Votes',
    choice('one', 'three'),
    'The first annotator’s grade, or the mean of three.',
    'One: a lenient person is a good product. Three: paid three times.',
  ],
  [
    'labels.windowDays',
    'Window',
    whole(7, 84, 'days'),
    'How far back the training reaches.',
    'Short: few rewards, none for the tail. Long: another season, another guideline.',
  ],
  [
    'labels.machines',
    'Machines',
    choice('keep', 'filter'),
    'Leave out searches whose clicks follow each other faster than a person reads.',
    'Kept: crawlers vote for the old order. Filtered: a few quick people are lost.',
  ],
  [
    'split.kind',
    'Split',
    choice('random', 'query', 'time'),
    'How the test lists are set apart.',
    'Random puts the same queries and products on both sides.',
  ],
  [
    'split.testShare',
    'Test share',
    number(0.1, 0.5, 'share'),
    'Share of the lists, queries or days kept for the test.',
    'Small: nothing can be measured. Large: little to learn from.',
  ],
  [
    'evaluation.metric',
    'Offline metric',
    choice('ndcg', 'mrr', 'recall', 'ips', 'snips', 'dr'),
    'The number that decides whether the model beats the old order.',
    'NDCG on logged clicks rewards whoever repeats the old order; IPS rests on the few lists that agree.',
  ],
  [
    'evaluation.reward',
    'Offline reward',
    choice('judgment', 'click', 'order'),
    'What the metric counts.',
    'A model for judgments will win on judgments: ask what you would not have trained on.',
  ],
  [
    'evaluation.baseline',
    'Baseline',
    choice('none', 'rule'),
    'What the model must beat to be launched.',
    'Without one you cannot know that it is worth its price.',
  ],
  [
    'evaluation.refit',
    'Fit again on all rows',
    flag,
    'Once chosen, train again on training and test lists together.',
    'Not done, the model does not know the last weeks. Done, nobody has tested the very model that runs.',
  ],
  [
    'model.kind',
    'Model',
    choice('rule', 'trees'),
    'The old engine as it is, or ranking trees.',
    'Words serve the head and miss the tail; trees learn every lie of the log.',
  ],
  [
    'model.trees',
    'Trees',
    whole(10, 150, 'trees'),
    'How many trees are boosted.',
    'More are slower to serve and learn noise.',
  ],
];

const AFTER: readonly FieldRow[] = [
  [
    'index.refresh',
    'Refresh of the index',
    choice('daily', 'hourly'),
    'How often stock and prices come into the index.',
    'Daily: what is sold out is shown. Hourly: dearer.',
  ],
  [
    'index.soldOut',
    'Sold out',
    choice('show', 'drop'),
    'Whether candidates go that the index calls sold out.',
    'Shown: places are wasted. Dropped: what came back in this morning is missing.',
  ],
  [
    'retraining.everyDays',
    'Retrain every',
    whole(0, 84, 'days'),
    'Days between trainings; 0 is never.',
    'Never: seasons and stock move on. Often: each training may learn from a broken log, or from its own lists.',
  ],
  [
    'serving.budgetMs',
    'Time budget',
    whole(30, 600, 'ms'),
    'How long the page waits for the list; then the old engine answers.',
    'Tight: the old list is shown. Loose: people wait and some give up.',
  ],
  [
    'rollout.shadowDays',
    'Shadow days',
    whole(0, 28, 'days'),
    'Days on which lists are made and not shown.',
    'None: people find the first fault.',
  ],
  [
    'prediction.saves',
    'You predict: saved',
    number(-1_000_000, 1_000_000, 'dollars'),
    'Dollars saved over the live period against leaving the old engine alone.',
    'It is held against what happened.',
  ],
  [
    'prediction.firstFailure',
    'You predict: fails first',
    text(60),
    'What will lie or break first: judgments, metric, logs, features, split, experiment, or a kind of incident.',
    'It is held against what happened.',
  ],
  ['prediction.why', 'Because', text(600), 'Your reasons, before you know.', 'Nobody sees it but you.'],
];

export const FIELDS: readonly Field[] = fieldsOf([
  ...BEFORE,
  ...rankingRows({
    sources: ['text', 'vector', 'mixed'],
    sourcesRisk: 'Words: long queries find little. Meaning: exact names are missed.',
    depth: [12, 120],
    group: 'brand',
    metrics: ['clicks', 'orders', 'margin'],
    guardrails: ['none', 'clicks', 'orders', 'margin'],
  }),
  ...AFTER,
]);

type MonitorRow = readonly [
  kind: MonitorKind,
  title: string,
  says: string,
  risks: string,
  range: readonly [number, number, number],
  dollarsPerDay: number,
];

const MONITOR_ROWS: readonly MonitorRow[] = [
  [
    'nullRate',
    'Empty values',
    'Largest rise of the empty share of a feature.',
    'Blind to values that are there and wrong.',
    [0.01, 1, 0.05],
    1,
  ],
  [
    'psi',
    'Shift of a feature',
    'Population stability of the feature that moved most against training.',
    'Many features shift for good reasons.',
    [0.05, 5, 0.5],
    2,
  ],
  [
    'scoreDrift',
    'Shift of the scores',
    'Population stability of the scores.',
    'Says that, not why.',
    [0.05, 5, 0.35],
    1,
  ],
  [
    'skew',
    'Served against stored',
    'Share of served values that differ from the training table’s for the same pair, worst feature.',
    'Costs a second look-up of every value sampled.',
    [0.01, 1, 0.08],
    3,
  ],
  [
    'clickRate',
    'Click rate',
    'Clicks a search against the two weeks before, whichever way it moved.',
    'Good news alarms too.',
    [1.05, 5, 1.3],
    1,
  ],
  [
    'orderRate',
    'Order rate',
    'Orders a click in the four weeks of history over those of this week: above 1 it has fallen.',
    'Seasons move it as well.',
    [1.05, 3, 1.25],
    1,
  ],
  [
    'soldOut',
    'Not as listed',
    'Share of the clicks on what was sold out, or dearer than the list said.',
    'Some is normal where stock is low.',
    [0.01, 1, 0.25],
    1,
  ],
  [
    'latency',
    'Late lists',
    'Share of lists that came too late.',
    'Says nothing of what is in them.',
    [0.005, 1, 0.08],
    1,
  ],
];

export const MONITORS: readonly MonitorCard[] = MONITOR_ROWS.map(
  ([kind, title, says, risks, [min, max, usual], dollarsPerDay]) => ({
    kind,
    title,
    says,
    risks,
    min,
    max,
    usual,
    dollarsPerDay,
  }),
);
