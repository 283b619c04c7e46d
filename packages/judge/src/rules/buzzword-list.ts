import type { Reading } from './reading/reading.ts';
import type { Rule } from './rule.ts';
import { countTerms } from './reading/reading.ts';

const rule: Rule = {
  fault: 'buzzword-list',
  gravity: 15,
  absence: false,
  about: '“{quote}” is a list of terms, and nothing says why any of them fits here.',
  better: 'Take the one that this problem needs, say what it fixes here, and what it costs.',
  cues: [
    {
      name: 'menu',
      phrases: [
        'such as',
        'like',
        'including',
        'include',
        'includes',
        'options are',
        'for example',
        'or you can|could',
        'can use|be used',
        'and so on',
        'etc',
        'that kind|sort of thing',
        'the usual|standard',
        'all that',
        'things like',
        'in general',
        'various|several|different',
        'there is|are also|the usual',
        'stack|toolkit|tooling',
        'terms',
        'options',
        'other {things|aspects|methods|options|techniques}',
        'typical causes|methods|steps',
      ],
    },
    {
      name: 'steps',
      phrases: ['first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|step', 'then|next|finally|lastly'],
    },
    {
      name: 'linked',
      phrases: [
        'because',
        'since',
        'so that',
        'which means',
        'cost',
        'costs',
        'instead of',
        'rather than',
        'but',
        'not',
        'only',
        'until',
        'if',
        'cause',
      ],
    },
  ],
  structure: (reading) => {
    const terms = reading.terms.length;
    const density = terms / Math.max(1, reading.words.length);
    const linked =
      reading.moves.has('because') ||
      reading.moves.has('contrast') ||
      reading.moves.has('critical') ||
      reading.moves.has('cost');
    const packed = longestRun(reading.terms.map((term) => [term.start, term.end] as const));
    return [
      `list${Math.min(8, reading.list.items)}`,
      `named${Math.min(6, reading.list.named)}`,
      `terms${Math.min(8, terms)}`,
      `packed${Math.min(6, packed)}`,
      `density${Math.min(5, Math.floor(density * 10))}`,
      ...(reading.list.named >= 3 && !linked ? ['bare-list'] : []),
      ...(packed >= 3 && !linked ? ['bare-run'] : []),
      ...(terms >= 3 && !linked ? ['bare-terms'] : []),
      ...(terms >= 3 && linked ? ['linked-terms'] : []),
      ...(reading.list.items >= 4 && reading.list.named >= 2 && reading.numbers === 0 ? ['long-list'] : []),
      ...(countTerms(reading, 'tool') >= 3 ? ['tools'] : []),
      ...(countTerms(reading, 'virtue') >= 3 ? ['virtues'] : []),
    ];
  },
  whole: (answer) => [
    `most-listed${Math.min(6, answer.listed)}`,
    `term-rate${Math.min(6, Math.floor((answer.terms / Math.max(1, answer.words)) * 40))}`,
  ],
  shows: isList,
  possible: (answer) => answer.readings.some(isList),
  fires: [
    {
      kind: 'probe',
      text: 'For imbalance you have SMOTE, ADASYN, undersampling, class weights, focal loss and anomaly detection. Then you tune it.',
    },
    {
      kind: 'design-ranking',
      text: 'The stack would be Kafka, Flink, Feast, Redis and Triton on Kubernetes. Monitoring with Prometheus, Grafana and Evidently.',
    },
    {
      kind: 'why-mle',
      text: 'I have been learning deep learning, transformers, embeddings, RAG, vector databases, LoRA and agents, so the full modern toolkit.',
    },
    {
      kind: 'probe',
      text: 'so drift you have data drift concept drift label drift covariate shift and you use psi ks test kl divergence wasserstein and you retrain',
    },
    {
      kind: 'design-prediction',
      text: 'We should also think of latency, scalability, explainability, fairness, privacy and security. And data quality, of course.',
    },
    { kind: 'probe', text: '- class imbalance\n- label noise\n- overfitting\n- concept drift\n- train/serve skew' },
    {
      kind: 'story-data',
      text: 'We applied data contracts, schema validation, lineage and observability, and established trust, ownership and transparency across the pipeline.',
    },
    { kind: 'probe', text: 'Class imbalance, label noise, overfitting, drift.' },
  ],
  silent: [
    {
      kind: 'probe',
      text: 'I would use class weights and nothing else, because resampling changes the base rate and then the probability that reviewers see is wrong.',
    },
    {
      kind: 'design-ranking',
      text: 'Three signals: purchases, because they pay; returns, because they cost eleven euros each; and hides, because a buyer who hides a shop does not come back.',
    },
    {
      kind: 'probe',
      text: 'PSI tells me that the inputs moved, not that the model is worse. I would sample forty cases a week and label them, which costs two hours.',
    },
    {
      kind: 'story-rollout',
      text: 'We lost orders in Spain, Italy and Portugal, about four hundred in all, because the cache key did not hold the country.',
    },
    {
      kind: 'transition',
      text: 'I wrote the parser, the retry and the alert, and I carried the pager for all three until March.',
    },
    {
      kind: 'design-prediction',
      text: 'Kafka is there already, so features can be a minute old. I would not add a feature store for six features: a table and a nightly job are cheaper to repair.',
    },
    {
      kind: 'probe',
      text: 'Precision and recall pull against each other here: at 200 reviews a day I take the recall that is left, and it was 61 percent.',
    },
  ],
};

/** Three terms, four items of a list, or one bullet that is a term and little else. */
function isList(reading: Reading): boolean {
  const bullet = reading.terms.length > 0 && reading.words.length <= 5;
  return (
    bullet ||
    reading.terms.length >= 3 ||
    reading.list.items >= 4 ||
    (reading.list.items >= 3 && reading.list.named >= 1)
  );
}

function longestRun(spans: readonly (readonly [number, number])[]): number {
  let best = 0;
  let run = 0;
  let last = -9;
  for (const [start, end] of spans) {
    run = start - last <= 2 ? run + 1 : 1;
    last = end;
    best = Math.max(best, run);
  }
  return best;
}

export default rule;
