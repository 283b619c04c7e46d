import type { Rule } from './rule.ts';
import { countTerms } from './reading/reading.ts';

const rule: Rule = {
  fault: 'model-first',
  gravity: 7,
  absence: false,
  about: '“{quote}”: you picked an architecture before saying what is predicted, for what goal and from which labels.',
  better: 'Say the decision, the label and the goal first; the model is the last choice and the cheapest to change.',
  cues: [
    {
      name: 'pick',
      phrases: [
        'i would {honestly|probably|definitely|just|immediately|propose|go|straight|go straight|start|design|use|build|replace}? .. {transformer|transformers|network|gnn|llm|lstm|bert|deep|embedding|embeddings|neural|encoder|diffusion|graph|attention|two tower|model with}',
        'go|going straight|with {to|for}? .. {transformer|network|llm|deep|graph|neural|encoder|model}',
        'perfect|natural|ideal|great {case|fit|use case|candidate} for',
        'natural fit',
        'architecture',
        'fine tune a|an|the',
        'the model {is|would be|itself}',
        'use an llm',
        'multi stage|two stage',
        'start with the {ranker|model|architecture|network}',
      ],
    },
    {
      name: 'layers',
      phrases: [
        'layers',
        'heads',
        'attention',
        'encoder',
        'decoder',
        'hidden',
        'embedding dimension',
        'pretrained',
        'backbone',
        'parameters',
        'batch size',
        'learning rate',
        'adam',
        'optimizer',
        'dueling',
        'cross attention',
        'residual',
      ],
    },
    {
      name: 'glamour',
      phrases: [
        'really interesting',
        'cool',
        'beautiful',
        'state of the art',
        'sota',
        'powerful',
        'latest',
        'modern',
        'cutting edge',
        'elegant',
        'fun part',
      ],
    },
    {
      name: 'grounded',
      phrases: [
        'label',
        'labels',
        'target',
        'goal',
        'baseline',
        'predict whether',
        'what counts',
        'decision',
        'cost',
        'because',
        'metric',
        'business',
      ],
    },
  ],
  structure: (reading, before) => {
    const models = countTerms(reading, 'model');
    return [
      ...(models > 0 ? ['names-model'] : []),
      ...(models > 1 ? ['names-models'] : []),
      ...(models > 0 && before === null ? ['opens-with-model'] : []),
    ];
  },
  whole: (answer) => {
    const at = answer.readings.findIndex((reading) => countTerms(reading, 'model') > 0);
    const label = answer.readings.findIndex((reading) =>
      / (?:labels?|target|chargebacks?|outcome|ground truth|counts as|purchases?|goal|positives?) /.test(reading.plain),
    );
    return [
      at < 0 ? 'no-model' : at <= 1 ? 'early-model' : 'late-model',
      label < 0 ? 'no-label' : label < at ? 'label-before' : 'label-after',
      ...(at === 0 && (label < 0 || label > 1) ? ['model-at-once'] : []),
      `models${Math.min(
        4,
        answer.readings.reduce((sum, reading) => sum + countTerms(reading, 'model'), 0),
      )}`,
    ];
  },
  fires: [
    {
      kind: 'design-prediction',
      text: 'I would go straight for a graph neural network with attention, since payments form a graph. Three layers, 128 hidden units, edge features for the amount. Then I would train it on a few GPUs and tune the learning rate.',
    },
    {
      kind: 'design-ranking',
      text: 'This is a natural fit for a two-tower transformer. The user tower encodes the history, the item tower the text and the image. On top I put a cross encoder for the re-ranking. The architecture is the really interesting part.',
    },
    {
      kind: 'design-prediction',
      text: 'so id use an lstm with attention maybe a temporal fusion transformer thats state of the art now and you stack the sensors as channels and the network figures out the rest',
    },
    {
      kind: 'probe',
      text: 'Honestly I would replace the encoder with a larger vision transformer, pretrained, and fine-tune all layers. Big models absorb this kind of thing.',
    },
    {
      kind: 'design-ranking',
      text: 'First, the model. I would fine-tune an LLM on the articles so it understands them, with LoRA adapters, and serve it with quantisation.',
    },
    {
      kind: 'story-rollout',
      text: 'I built a deep Q network with dueling heads and prioritised replay for the dispatching. The architecture was beautiful and the loss came down nicely.',
    },
  ],
  silent: [
    {
      kind: 'design-prediction',
      text: 'The decision is whether to stop the payment, the label is a chargeback within sixty days, and the goal is money lost plus customers annoyed. Boosted trees will do; I would spend the time on labels.',
    },
    {
      kind: 'design-ranking',
      text: 'Before any model I would ask which click is a success. Here it is a purchase that is not returned. Then a logistic model on ten features against the present order.',
    },
    {
      kind: 'design-prediction',
      text: 'A graph network is tempting, but without labels for the rings it only learns what the rules already caught. I start from rules and chargebacks.',
    },
    {
      kind: 'probe',
      text: 'The transformer was four times slower and half a point better. I kept the trees, because the page had 100 milliseconds.',
    },
    {
      kind: 'design-ranking',
      text: 'Goal: sessions that end in a play longer than ten minutes. Labels from plays started by hand. Baseline: most popular in the region. Model: two towers, later.',
    },
    {
      kind: 'story-rollout',
      text: 'I shipped a small linear model, because the team could read its weights at three in the morning.',
    },
  ],
};
export default rule;
