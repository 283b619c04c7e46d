import type { Rule } from './rule.ts';
import { isDesign } from './reading/kinds.ts';

const rule: Rule = {
  fault: 'label-from-nowhere',
  gravity: 9,
  absence: true,
  about: 'You train a supervised model and never say where a label comes from.',
  better: 'Name the event that makes a row positive, who records it, how long it takes and how often it is wrong.',
  cues: [],
  whole: (answer) => [
    answer.topics.has('labels') ? 'labels' : 'no-labels',
    answer.topics.has('model') ? 'model' : 'no-model',
    ...(!answer.topics.has('labels') && answer.topics.has('model') ? ['unlabelled-model'] : []),
    `list${Math.min(5, answer.listed)}`,
  ],
  possible: (answer) =>
    isDesign(answer.asked.kind, answer.words) &&
    !/ (?:labels?|labell?ed|chargebacks?|ground truth|annotat\w+) /.test(
      answer.readings.map((reading) => reading.plain).join(''),
    ),
  fires: [
    {
      kind: 'design-prediction',
      text: 'I would build a streaming pipeline with Kafka and Flink, compute features in a feature store, and train an ensemble of XGBoost and a neural network. Hyperparameters are tuned with Optuna. The model is served on Kubernetes behind a gateway, with autoscaling, and monitored with Grafana. We retrain weekly and use SHAP for explanations.',
    },
    {
      kind: 'design-prediction',
      text: 'It is a binary classification problem. You clean the data, encode the categories, scale the numbers, choose the features with mutual information, and compare random forest, SVM and gradient boosting by grid search. The best one is deployed as a REST service and monitored for drift, and you explain it with SHAP values.',
    },
    {
      kind: 'design-prediction',
      text: 'so for this you use a regression model like gradient boosting or a neural net with features such as distance and weather and time of day and you tune it with cross validation and then deploy it in the cloud with a load balancer and some caching and you monitor the latency and the memory and scale it up',
    },
    {
      kind: 'design-prediction',
      text: 'We bring together all the sensors in one lake, a deep autoencoder and a transformer work on it in real time, and an ensemble takes the final decision. The platform is scalable, secure and explainable, with a dashboard for the operators and alerts on their phones, and it is integrated with the existing systems by open interfaces.',
    },
    {
      kind: 'design-prediction',
      text: 'I have led such projects and the key is a holistic approach: align the stakeholders, get quality data, select a state of the art model, and iterate quickly. The model is then embedded into the process, with governance and monitoring, so that the organisation can act on the scores with confidence and drive value from the investment.',
    },
    {
      kind: 'design-prediction',
      text: 'First comes the architecture: an API gateway, a scoring service with a transformer encoder, Redis for features, a model registry, and blue-green deployment. The encoder has six layers and is trained on eight GPUs with mixed precision. Latency is kept under fifty milliseconds by quantisation and batching, and everything is written in Terraform.',
    },
  ],
  silent: [
    {
      kind: 'design-prediction',
      text: 'A payment is positive when a chargeback arrives within sixty days. A tenth of those are customers who forgot a purchase, so I read three hundred by hand. Blocked payments never get a label, and so I let half a percent of them through. Then boosted trees, tested on the last month.',
    },
    {
      kind: 'design-prediction',
      text: 'What counts as failed? The work order says repaired, and planned repairs are in there as well. I would ask the crew to tick a box for two months and train on those rows only; it costs me two months, and without it I would be predicting the maintenance calendar.',
    },
    {
      kind: 'design-prediction',
      text: 'The timestamp of the hand-over is the truth, and couriers press the button early when it rains. I would compare with the position of the phone for a week, correct the label by the median difference, and train a quantile model on it for each city.',
    },
    { kind: 'probe', text: 'I would use XGBoost and tune it.' },
    {
      kind: 'design-prediction',
      text: 'Churn is someone who cancels and does not come back in thirty days; a failed card is not churn. The cancellations of last year are the labels, and the customers we called are set aside, because our call changed their outcome. A logistic model on six features comes first.',
    },
    {
      kind: 'transition',
      text: 'I moved from backend to the serving of models, because the incidents that I was paged for were caused by features that arrived late, and I had built the cache in front of them. That was two years ago and I have owned this path since then, with its on-call.',
    },
  ],
};
export default rule;
