import type { Claim } from './claim.ts';

export const MODELLING_CLAIMS: readonly Claim[] = [
  {
    id: 'deep-always-better',
    said: [
      'deep|neural|transformers|llm|llms|network* {is|are|will|would|always|learning} .. {always|simply|just}? {better|best|superior|beats|outperform*} .. {trees|boosting|everything|linear|tabular|always|classic*}',
      'trees|boosting|linear|logistic {is|are} {outdated|obsolete|old|dead|no longer}',
      'bigger|larger {model|models|network} {is|are} always',
      'considered good practice',
      'essential component of any',
      'more {complex|parameters} .. always .. better',
    ],
    unless: ['not', 'rarely', 'only', 'unless'],
    right: 'On tables, boosted trees are hard to beat, and the simpler model is cheaper to serve, explain and repair.',
  },
  {
    id: 'regularise-leak',
    said: [
      'regulari*|dropout|early stopping .. {fix*|prevents|solves|handles} .. {leak*|drift|bias|imbalance}',
      'overfit* .. {because|due} .. {class|imbalance|drift}',
      'more epochs .. {always|never}',
    ],
    unless: ['not', 'cannot', 'does not'],
    right: 'Regularisation limits the fit; it does nothing for data that lies.',
  },
  {
    id: 'feature-dropout-trees',
    said: [
      'trees|forest|boosting {cannot|never|do not|does not|are immune|do not need} .. {overfit*|scal*|leak*|outliers|drift}',
      'random forest .. {cannot|never} overfit*',
      'monotonic .. {same|predictions|unaffected} .. {serving|production|both}?',
      'any monotonic change',
    ],
    unless: ['can', 'but', 'if both', 'need'],
    right: 'Trees overfit too, and a transform must be the same in training and serving.',
  },
  {
    id: 'shap-causal',
    said: [
      'shap|importance|lime .. {proves|shows why|cause|causal|explains why the customer|real reason|true reason}',
      'interpretable .. {so|therefore|means} .. {correct|fair|right}',
    ],
    unless: ['not', 'does not', 'only the model'],
    right: 'Attributions explain the model’s output, not the world.',
  },
  {
    id: 'drop-sensitive-fair',
    said: [
      'drop|remove|without|delete|leave out .. {gender|race|age|sensitive|protected|zip} .. {fair|no bias|unbiased|cannot discriminate}',
    ],
    unless: ['not', 'proxy', 'proxies', 'still', 'but'],
    right: 'Other columns stand in for the one you dropped; measure outcomes by group.',
  },
  {
    id: 'anomaly-no-labels',
    said: [
      'isolation forest|autoencoder|anomaly .. {finds|detects|catches} .. {all|every|fraud} .. {without|no} labels',
      'golden ratio',
    ],
    unless: ['not', 'but'],
    right: 'Unusual is not fraudulent, and without labels one cannot say how much of it is.',
  },
  {
    id: 'llm-judge-truth',
    said: [
      'llm|gpt|model {as a|as|judge|grader} .. {objective|ground truth|unbiased|reliable|replaces|enough|human}',
      'gpt .. {labels|label|annotate*} .. {perfect|as good|ground truth|no need|better than human*}',
    ],
    unless: ['not', 'but', 'check', 'sample', 'agree*', 'against'],
    right: 'A model that grades has its own leanings: check it against people on a sample before you count on it.',
  },
  {
    id: 'ensemble-free',
    said: [
      'ensemble|ensembl* .. {no cost|free|always better|always improves|never hurts}',
      'mixup .. free',
      'those are free',
    ],
    unless: ['not', 'but', 'cost'],
    right: 'Every extra model is paid for in latency, in upkeep and in what can go stale.',
  },
  {
    id: 'bias-variance-swapped',
    said: [
      'overfit* {is|means} {high}? bias',
      'underfit* {is|means} {high}? variance',
      'more data .. {reduces|fixes|lowers} {the}? bias',
      'training error {high|is high} .. overfit*',
    ],
    right: 'Overfitting is variance: low training error and high test error; more data lowers variance, not bias.',
  },
  {
    id: 'embedding-similar-relevant',
    said: [
      'embeddings|vectors|semantic .. {understand*|understands} .. {so|no need|everything|meaning} .. {keyword*|exact|labels|bm25|evaluation}',
      'cosine .. {probability|percent|confidence}',
      'rag .. {no|eliminates|prevents|removes} hallucinat*',
      'temperature 0|zero .. {deterministic|no hallucinat*|truth|factual}',
    ],
    unless: ['not', 'but', 'still', 'reduce*'],
    right:
      'Near in the embedding space is not relevant for the task, and grounding lowers invention without ending it.',
  },
];
