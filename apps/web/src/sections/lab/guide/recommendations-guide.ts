import type { PlanBase } from '@legible/lab';
import type { Plan } from '@legible/lab/worlds/recommendations/plan/types';
import type { Guide, GuideDecision } from './guide.ts';
import { optionsOf } from './option.ts';
import { rankingChanges } from './ranking-changes.ts';

const option = optionsOf<Plan>();
const { asOfThen, candidates, experiment, monitors } = rankingChanges<Plan>();

type Reward = Plan['labels']['reward'];
const reward =
  (counts: Reward, tested: Plan['evaluation']['reward']) =>
  (plan: Plan): Plan => ({
    ...plan,
    labels: { ...plan.labels, reward: counts },
    evaluation: { ...plan.evaluation, reward: tested },
  });
const weighting =
  (own: Plan['weighting']) =>
  (plan: Plan): Plan => ({ ...plan, weighting: own });
const explores =
  (share: number) =>
  (plan: Plan): Plan => ({ ...plan, exploration: { ...plan.exploration, share } });

const WATCH: Plan['monitors'] = [
  { kind: 'nullRate', threshold: 0.05 },
  { kind: 'psi', threshold: 1 },
  { kind: 'clickRate', threshold: 1.4 },
  { kind: 'readRate', threshold: 1.3 },
  { kind: 'latency', threshold: 0.08 },
];

const DECISIONS: readonly GuideDecision[] = [
  {
    id: 'reward',
    title: 'What counts as a good recommendation?',
    why: 'You are paid while people stay. The log holds what they did in the minute after they saw the page.',
    options: [
      option(
        'click',
        'A click: there are many, and they are there at once',
        'A lurid title is clicked too.',
        reward('click', 'click'),
      ),
      option(
        'read',
        'A click that was read for 40 seconds',
        'Short things that were worth it count as bad, long ones that bored as good.',
        reward('long-click', 'long-click'),
      ),
      option(
        'blend',
        'Reading, likes and survey answers together',
        'Likes are few and answers fewer: part of it is noise.',
        reward('blend', 'long-click'),
      ),
    ],
  },
  {
    id: 'past',
    title: 'Columns describe each item and reader. How do you fill in their past?',
    why: 'To train, you need what each column said when the page was shown.',
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
        'A click rate of today has counted the click that you want to forecast.',
        asOfThen(false),
      ),
    ],
  },
  {
    id: 'weighting',
    title: 'The first place is clicked most. How do you weigh a click?',
    why: 'Some of what looks like taste is only where a thing stood.',
    options: [
      option(
        'measured',
        'By how often each place is looked at, measured on shuffled pages, six at most',
        'Cutting a weight at six leans back towards the old order.',
        weighting({ method: 'clipped', cap: 6, curve: 'shuffled' }),
      ),
      option(
        'none',
        'Every click the same',
        'What the old page put first goes first again.',
        weighting({ method: 'none', cap: 6, curve: 'shuffled' }),
      ),
    ],
  },
  {
    id: 'candidates',
    title: 'How many items are scored for one page?',
    why: 'What is not among them cannot be shown, however good it is.',
    options: [
      option(
        'mixed',
        'Forty: popular ones, ones to the reader’s taste, and some new',
        'Each takes time and money to score.',
        candidates({ source: 'mixed', depth: 40, newShare: 0.15 }),
      ),
      option(
        'popular',
        'The twenty most popular',
        'The popular stay popular; nobody meets the rest.',
        candidates({ source: 'popular', depth: 20, newShare: 0 }),
      ),
    ],
  },
  {
    id: 'exploration',
    title: 'Do you show things of which you know nothing?',
    why: 'A new item has no clicks because it was never shown, and is not shown because it has no clicks.',
    options: [
      option(
        'some',
        'In eight pages of a hundred, one place goes to chance',
        'That place is often wasted.',
        explores(0.08),
      ),
      option('none', 'Never: each place is too dear', 'You learn only about what you already show.', explores(0)),
    ],
  },
  {
    id: 'experiment',
    title: 'How do you find out whether it helps?',
    why: 'New things are clicked because they are new, and that wears off.',
    options: [
      option(
        'people',
        'Two weeks, half of the people, by what they read, and nobody may come back less often',
        'For two weeks half of the people get the worse page.',
        experiment({ days: 14, unit: 'user', share: 0.5, metric: 'reads', guardrail: 'return', boundary: 'pocock' }),
      ),
      option(
        'clicks',
        'Three days, half of the visits, by clicks',
        'It measures curiosity, and one person sees both pages.',
        experiment({ days: 3, unit: 'visit', share: 0.5, metric: 'clicks', guardrail: 'none', boundary: 'fixed' }),
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
        'Empty values, shifted values, clicks, reading, late pages',
        'A few dollars a day, and alarms to think about.',
        monitors(WATCH),
      ),
      option(
        'two',
        'Empty values and late pages',
        'A value that is there and wrong goes unseen.',
        monitors(WATCH.filter(({ kind }) => kind === 'nullRate' || kind === 'latency')),
      ),
      option('none', 'Nothing: readers will complain', 'Readers leave without a word.', monitors([])),
    ],
  },
];

/** The recommendations world on a seed where clicks and what is worth it part plainly. */
export const recommendationsGuide: Guide = {
  world: 'recommendations',
  seed: 3,
  about: 'a subscription whose first page is put together for each reader',
  opening:
    'You are given the first page of a subscription for things to read and watch. You decide how its order is learned, launch it, live with it for twelve weeks, and then see what was true. Nothing here needs code.',
  plan: (references) => {
    const expert = references['expert'] as Plan;
    return {
      ...reward('click', 'click')(expert),
      name: 'My first page',
      monitors: WATCH,
      rollback: { responses: [] },
      prediction: { saves: 0, firstFailure: '', why: '' },
    } as PlanBase;
  },
  decisions: DECISIONS,
  scale:
    'About 300 people a day open the page. Left as it is, twelve weeks lose about $43,000: most of it subscribers who cancel. Knowing every reader’s taste from the first day would save about $20,000 of that.',
  weakness: (plan) =>
    (plan as Plan).labels.reward === 'click'
      ? 'One of the decisions you were offered was weak, and it stood: a click counted as good. About half of the clicks were not worth it to those who clicked, and people leave over the difference, weeks later. Look for “What counts as good”.'
      : 'One of the decisions you were offered was weak, and you changed it: what counts as good. A model of clicks would have learned to promise. What is left is the price of the rest.',
};
