import type { PlanBase } from '@legible/lab';
import type { Plan } from '@legible/lab/worlds/search/plan/types';
import type { Guide, GuideDecision } from './guide.ts';
import { optionsOf } from './option.ts';
import { rankingChanges } from './ranking-changes.ts';

const option = optionsOf<Plan>();
const { asOfThen, candidates, experiment, monitors } = rankingChanges<Plan>();

const taught =
  (
    labels: Pick<Plan['labels'], 'reward' | 'guideline' | 'votes'>,
    tested: Pick<Plan['evaluation'], 'metric' | 'reward'>,
  ) =>
  (plan: Plan): Plan => ({
    ...plan,
    labels: { ...plan.labels, ...labels },
    evaluation: { ...plan.evaluation, ...tested },
    // Grades were given without looking at places: there is nothing to weigh.
    weighting: { ...plan.weighting, method: labels.reward === 'judgment' ? 'none' : 'clipped' },
  });
const ALL = taught({ reward: 'judgment', guideline: 'all', votes: 'one' }, { metric: 'ndcg', reward: 'judgment' });
const index =
  (own: Plan['index']) =>
  (plan: Plan): Plan => ({ ...plan, index: own });
const split =
  (kind: Plan['split']['kind']) =>
  (plan: Plan): Plan => ({ ...plan, split: { ...plan.split, kind } });

const WATCH: Plan['monitors'] = [
  { kind: 'nullRate', threshold: 0.05 },
  { kind: 'psi', threshold: 1.5 },
  { kind: 'clickRate', threshold: 1.4 },
  { kind: 'soldOut', threshold: 0.25 },
  { kind: 'latency', threshold: 0.15 },
];

const DECISIONS: readonly GuideDecision[] = [
  {
    id: 'judgments',
    title: 'From what does the model learn which product is right?',
    why: 'People are paid to grade products for a query. Five weeks before launch they were given another instruction.',
    options: [
      option(
        'all',
        'From all twelve weeks of grades, one vote each: the most there is',
        'The same grade means two things, and one annotator is a noisy one.',
        ALL,
      ),
      option(
        'current',
        'From the grades under today’s instruction, three votes each',
        'Five weeks of grades instead of twelve.',
        taught({ reward: 'judgment', guideline: 'current', votes: 'three' }, { metric: 'ndcg', reward: 'judgment' }),
      ),
      option(
        'blend',
        'From those, with clicks and orders beside them',
        'Clicks know the place as well as the product.',
        taught({ reward: 'blend', guideline: 'current', votes: 'three' }, { metric: 'dr', reward: 'order' }),
      ),
    ],
  },
  {
    id: 'past',
    title: 'Columns describe each product. How do you fill in their past?',
    why: 'To train, you need what each column said when the search was made.',
    options: [
      option(
        'then',
        'As it was at that moment: rebuilt from logs, paid once for each column',
        'It costs money before you know that it was needed.',
        asOfThen(true),
      ),
      option(
        'today',
        'As the tables stand today: free, ready this afternoon',
        'The sales of today have counted the order that you want to forecast.',
        asOfThen(false),
      ),
    ],
  },
  {
    id: 'split',
    title: 'Which searches are kept back to test the model?',
    why: 'The test must look like the future, or its number is about the past.',
    options: [
      option('time', 'The newest', 'Fewer rare queries to test on.', split('time')),
      option('random', 'A random part', 'The same query stands on both sides: an easy test.', split('random')),
    ],
  },
  {
    id: 'candidates',
    title: 'How many products are scored for one search?',
    why: 'What is not found cannot be put first. But every product scored costs time, and people leave while they wait.',
    options: [
      option(
        'deep',
        'Sixty-four, found by words and by meaning',
        'The answer takes longer; a slow day is felt at once.',
        candidates({ source: 'mixed', depth: 64 }),
      ),
      option(
        'words',
        'Twenty, found by words, as today',
        'Who asks in other words than the shop’s finds nothing.',
        candidates({ source: 'text', depth: 20 }),
      ),
    ],
  },
  {
    id: 'index',
    title: 'How often do stock and prices get into the search?',
    why: 'Seventeen clicks of a hundred meet something sold out, or dearer than the list said.',
    options: [
      option(
        'hourly',
        'Every hour, and what is sold out is left away',
        'Refreshing costs money each day.',
        index({ refresh: 'hourly', soldOut: 'drop' }),
      ),
      option(
        'daily',
        'Every night, and what is sold out stays in the list',
        'By noon the list sells what is no longer there.',
        index({ refresh: 'daily', soldOut: 'show' }),
      ),
    ],
  },
  {
    id: 'experiment',
    title: 'How do you find out whether it helps?',
    why: 'New things are clicked because they are new, and that wears off.',
    options: [
      option(
        'people',
        'Up to two weeks, half of the people, by orders, ended early where the answer is plain',
        'For that time half of the people get the worse list.',
        experiment({ days: 14, unit: 'user', share: 0.5, metric: 'orders', boundary: 'always-valid' }),
      ),
      option(
        'clicks',
        'Three days, half of the searches, by clicks',
        'It measures curiosity, and one person sees both lists.',
        experiment({ days: 3, unit: 'visit', share: 0.5, metric: 'clicks', boundary: 'fixed' }),
      ),
    ],
  },
  {
    id: 'monitors',
    title: 'What do you have watched?',
    why: 'You will see what your monitors show, and nothing else.',
    options: [
      option(
        'five',
        'Empty values, shifted values, clicks, sold-out products, late lists',
        'A few dollars a day, and alarms to think about.',
        monitors(WATCH),
      ),
      option(
        'two',
        'Empty values and late lists',
        'A value that is there and wrong goes unseen.',
        monitors(WATCH.filter(({ kind }) => kind === 'nullRate' || kind === 'latency')),
      ),
      option('none', 'Nothing: the shop will call', 'Who finds nothing goes elsewhere without a word.', monitors([])),
    ],
  },
];

/** The search world on a seed where two instructions in one column of grades cost plainly. */
export const searchGuide: Guide = {
  world: 'search',
  seed: 3,
  about: 'a shop’s search',
  opening:
    'You are given the search of a shop: which products are found for a query, and in which order. You decide how the order is learned, launch it, live with it for twelve weeks, and then see what was true. Nothing here needs code.',
  plan: (references) => {
    const expert = references['expert'] as Plan;
    return {
      ...ALL(expert),
      name: 'My first search',
      monitors: WATCH,
      rollback: { responses: [] },
      prediction: { saves: 0, firstFailure: '', why: '' },
    } as PlanBase;
  },
  decisions: DECISIONS,
  scale:
    'About 200 searches a day are made. Left as it is, twelve weeks lose about $114,000 that a perfect search would have sold: products not found, or put too far down.',
  weakness: (plan) =>
    (plan as Plan).labels.guideline === 'all'
      ? 'One of the decisions you were offered was weak, and it stood: all grades in one column. For seven weeks they said whether the words were there, for five whether it was what was meant. Look for “Which judgments count” and “What counts as good”.'
      : 'One of the decisions you were offered was weak, and you changed it: which grades teach the model. Two instructions stood in one column. What is left is the price of the rest.',
};
