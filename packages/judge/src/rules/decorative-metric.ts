import type { Rule } from './rule.ts';
import { countTerms } from './reading/reading.ts';

const rule: Rule = {
  fault: 'decorative-metric',
  gravity: 8,
  absence: false,
  about: 'You named {metric} and not one reason why it is right for this goal.',
  better: 'Say which decision the metric serves, what each kind of error costs, and when the number would mislead.',
  cues: [
    {
      name: 'measure-by',
      phrases: [
        'look|looking|check|use|using|report|track|evaluate|measure|monitor|optimize|optimise {at|on|with|by|for|using}? .. {precision|recall|auc|roc|ndcg|map|mrr|f1|accuracy|mae|rmse|mape|loss|metrics}',
        'metrics|metric|evaluation|kpis {are|would be|is|with|like|such as|will be|i would|include|:}? {precision|recall|auc|roc|ndcg|map|mrr|f1|accuracy|mae|rmse|mape}',
        'metrics would|are|include',
        'for|offline {evaluation|metrics|metric}',
        'precision {and|or}? recall',
        'standard {one|metric}',
      ],
    },
    {
      name: 'result',
      phrases: [
        'accuracy {on|of|was|is|went|above|is above|reached|came}',
        'percent|% accuracy',
        'accuracy .. percent|%',
        'got|reached|achieved|had|reported|scored|hit|agreement .. {percent|%|accuracy|auc}',
        'best|highest|good|better|nice {score|accuracy|auc|loss|number}',
        'loss {curve|curves|went|came|was}',
        'auc {of|was|above|on}',
      ],
    },
    {
      name: 'reasoned',
      phrases: [
        'because',
        'since',
        'so that',
        'which means',
        'costs',
        'cost',
        'hides',
        'misleads',
        'mislead',
        'lies',
        'lie',
        'blind',
        'ignores',
        'rather than',
        'instead of',
        'not',
        'but',
        'tells',
        'capacity',
        'per day',
        'if',
        'goal',
        'customer*',
        'user*',
        'base rate',
        'prevalence',
        'rare',
        'worth',
        'guardrail',
        'threshold',
      ],
    },
    {
      name: 'taste',
      phrases: [
        'nicest',
        'favourite',
        'favorite',
        'prefer it',
        'always liked',
        'everybody',
        'everyone',
        'standard',
        'usual',
        'usually',
        'popular',
        'one number',
        'for sure',
        'better target',
      ],
    },
  ],
  structure: (reading, before) => {
    const metrics = countTerms(reading, 'metric');
    const reasoned =
      reading.moves.has('because') ||
      reading.moves.has('critical') ||
      reading.moves.has('contrast') ||
      reading.moves.has('cost');
    return [
      `metrics${Math.min(4, metrics)}`,
      ...(metrics > 0 && !reasoned ? ['bare-metric'] : []),
      ...(metrics > 1 && !reasoned ? ['bare-metrics'] : []),
      ...(metrics > 0 && reasoned ? ['argued-metric'] : []),
      ...(metrics > 0 && before !== null && before.moves.has('because') ? ['reason-before'] : []),
    ];
  },
  fires: [
    {
      kind: 'design-prediction',
      text: 'Then I train gradient boosting on the history and tune it. For evaluation I would use precision, recall and AUC. After that I deploy it behind an API.',
    },
    {
      kind: 'design-ranking',
      text: 'candidates from embeddings then a ranker and offline you look at ndcg and map and then you do an ab test',
    },
    {
      kind: 'transition',
      text: 'In my course project I built an image classifier that reached 96 percent accuracy, and I was very happy with that.',
    },
    { kind: 'probe', text: 'I would go with F1. It is the standard one, everybody uses it.' },
    { kind: 'design-prediction', text: 'Metrics: MAE, RMSE, MAPE.\nModel: LightGBM.\nServing: REST.' },
    {
      kind: 'story-metric',
      text: 'The new version had an AUC of 0.91, up from 0.88, so nobody had to argue about that one and we moved on.',
    },
    { kind: 'design-ranking', text: 'Seventh step, evaluation. I take NDCG at 10 and MRR. Eighth step, deployment.' },
  ],
  silent: [
    {
      kind: 'design-prediction',
      text: 'Reviewers can read two hundred cases a day, so I measure precision in the top two hundred: below forty percent they stop trusting the queue.',
    },
    {
      kind: 'design-ranking',
      text: 'NDCG is a proxy here, and it flatters whatever was shown on top. I would trust it only to reject bad candidates, and decide on purchases in an A/B test.',
    },
    {
      kind: 'probe',
      text: 'AUC averages over thresholds that we will never use. I would report recall at the one percent of payments that we can afford to stop.',
    },
    {
      kind: 'story-metric',
      text: 'Accuracy was 98 percent and it told us nothing, because 98 percent of the tickets were closed by the sender.',
    },
    {
      kind: 'design-prediction',
      text: 'Mean absolute error treats five minutes early and five minutes late alike. A late meal costs us a refund, so I use a quantile at eighty percent.',
    },
    {
      kind: 'probe',
      text: 'I would not report F1: it weighs the two errors equally, and here a missed fraud costs ninety euros and a blocked customer costs four.',
    },
    {
      kind: 'transition',
      text: 'The model was not mine. I owned the latency, which was 40 milliseconds, and the fallback.',
    },
  ],
};
export default rule;
