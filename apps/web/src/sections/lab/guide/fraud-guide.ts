import type { Plan, PlanBase } from '@legible/lab';
import type { Guide, GuideDecision } from './guide.ts';
import { optionsOf } from './option.ts';

type Change = (plan: Plan) => Plan;

const option = optionsOf<Plan>();

const maturity =
  (maturityDays: number): Change =>
  (plan) => ({ ...plan, labels: { ...plan.labels, maturityDays } });
const asOfThen =
  (pointInTime: boolean): Change =>
  (plan) => ({ ...plan, features: plan.features.map((feature) => ({ ...feature, pointInTime })) });
const monitors =
  (list: Plan['monitors']): Change =>
  (plan) => ({ ...plan, monitors: list });

const WATCH: Plan['monitors'] = [
  { kind: 'nullRate', threshold: 0.15 },
  { kind: 'psi', threshold: 2.5 },
  { kind: 'blockRate', threshold: 4 },
  { kind: 'calibration', threshold: 2.5 },
  { kind: 'latency', threshold: 0.08 },
];

const DECISIONS: readonly GuideDecision[] = [
  {
    id: 'labels',
    title: 'When may a payment without a complaint count as honest?',
    why: 'The only proof of fraud is a chargeback, and it comes weeks after the payment.',
    options: [
      option('30', 'After 30 days', 'Some chargebacks come later still and are taught as honest.', maturity(30)),
      option(
        '0',
        'At once',
        'Most recent fraud has no complaint yet: the model is taught that it is honest.',
        maturity(0),
      ),
      option(
        '60',
        'After 60 days',
        'Nearly every label is right, and the newest tricks are not in the data.',
        maturity(60),
      ),
    ],
  },
  {
    id: 'past',
    title: 'Twenty columns describe each payment. How do you fill in their past?',
    why: 'To train, you need what each column said when the payment was made; the tables only say what they say now.',
    options: [
      option(
        'today',
        'As the tables stand today: free, ready this afternoon',
        'A table may have been written to since, after the outcome was known.',
        asOfThen(false),
      ),
      option(
        'then',
        'As it was at that moment: rebuilt from logs, paid once for each column',
        'It costs money before you know that it was needed.',
        asOfThen(true),
      ),
    ],
  },
  {
    id: 'split',
    title: 'Which payments are kept back to test the model?',
    why: 'The test must look like the future, or its number is about the past.',
    options: [
      option('time', 'The newest, with three days left out in between', 'Fewer frauds to test on.', (plan) => ({
        ...plan,
        split: { ...plan.split, kind: 'time-gap', gapDays: 3 },
      })),
      option(
        'random',
        'A random third',
        'One burst on one stolen card stands on both sides: an easy test.',
        (plan) => ({
          ...plan,
          split: { ...plan.split, kind: 'random', gapDays: 0 },
        }),
      ),
    ],
  },
  {
    id: 'metric',
    title: 'Which number must be better than the old rule’s?',
    why: 'About one payment in a thousand is fraud, so approving everything is right 999 times in 1,000.',
    options: [
      option(
        'average-precision',
        'Average precision: how pure the riskiest payments are',
        'It knows no dollars.',
        (plan) => ({
          ...plan,
          evaluation: { ...plan.evaluation, metric: 'average-precision' },
        }),
      ),
      option('accuracy', 'Accuracy: how often it is right', 'Approving everything wins.', (plan) => ({
        ...plan,
        evaluation: { ...plan.evaluation, metric: 'accuracy' },
      })),
      option('cost', 'Cost on the test payments', 'As right as your idea of what a mistake costs.', (plan) => ({
        ...plan,
        evaluation: { ...plan.evaluation, metric: 'cost' },
      })),
    ],
  },
  {
    id: 'decision',
    title: 'When is a payment declined?',
    why: 'A declined thief saves the amount; a declined customer costs the sale, and sometimes the customer.',
    options: [
      option(
        'cost',
        'When the expected loss is more than the expected cost of a mistake',
        'It needs scores that are true probabilities.',
        (plan) => ({
          ...plan,
          decision: { ...plan.decision, mode: 'cost' },
        }),
      ),
      option(
        'fixed',
        'When the score is above 0.5',
        'Large payments at 0.4 go through; small ones at 0.6 do not.',
        (plan) => ({
          ...plan,
          decision: { ...plan.decision, mode: 'fixed', blockAbove: 0.5 },
        }),
      ),
    ],
  },
  {
    id: 'rollout',
    title: 'Who gets it first?',
    why: 'Whatever is wrong with it will first be wrong in front of somebody.',
    options: [
      option(
        'canary',
        'A day of watching, a quarter of customers for three days, then everybody',
        'Three days show declines and speed, not fraud.',
        (plan) => ({
          ...plan,
          rollout: { ...plan.rollout, shadowDays: 1, canary: [0.25], stepDays: 3, advance: 'always' },
        }),
      ),
      option('all', 'Everybody, on the first day', 'The first mistake is everybody’s.', (plan) => ({
        ...plan,
        rollout: { ...plan.rollout, shadowDays: 0, canary: [], stepDays: 1, advance: 'always' },
      })),
      option(
        'slow',
        'Two weeks of watching, then one customer in twenty, in five, in two, a week each',
        'Five weeks of fraud that you could have stopped.',
        (plan) => ({
          ...plan,
          rollout: { ...plan.rollout, shadowDays: 14, canary: [0.05, 0.2, 0.5], stepDays: 7, advance: 'always' },
        }),
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
        'Empty values, shifted values, too many declines, late answers, scores against what came true',
        'About ten dollars a day, and alarms to think about.',
        monitors(WATCH),
      ),
      option(
        'two',
        'Empty values and late answers',
        'A value that is there and wrong goes unseen.',
        monitors(WATCH.filter(({ kind }) => kind === 'nullRate' || kind === 'latency')),
      ),
      option('none', 'Nothing: finance will call', 'Chargebacks tell you a month later.', monitors([])),
    ],
  },
];

/** The fraud world at its gentlest: a seed on which the weak decision costs plainly, and few things break. */
export const fraudGuide: Guide = {
  world: 'fraud',
  seed: 3,
  about: 'a product that stops card fraud',
  opening:
    'You are given a product that approves or declines card payments. You decide how its model is made, launch it, live with it for twelve weeks, and then see what was true. Nothing here needs code.',
  plan: (references) => {
    const expert = references['expert'] as Plan;
    return {
      ...expert,
      name: 'My first run',
      features: expert.features.map((feature) => ({ ...feature, pointInTime: false })),
      rollout: { ...expert.rollout, advance: 'always' },
      monitors: WATCH,
      rollback: { to: 'rule', responses: [] },
      prediction: { saves: 0, firstFailure: '', why: '' },
    } as PlanBase;
  },
  decisions: DECISIONS,
  scale:
    'The shop takes about 3,000 payments a day. Without any of this, fraud costs it something between $45,000 and $120,000 in twelve weeks. A hand-written rule saves about a fifth of that.',
  weakness: (plan) =>
    (plan as Plan).features.some(({ pointInTime }) => !pointInTime)
      ? 'One of the decisions you were offered was weak, and it stood: the past of the columns was filled in as the tables stand today. Some of those tables had been written to after the fraud was known. Look for “Values as they were, or as they stand today”.'
      : 'One of the decisions you were offered was weak, and you changed it: the past of the columns. Filled in as the tables stand today, some of them would have known the outcome. What is left is the price of the rest.',
};
