import type { Claim } from './claim.ts';

export const DATA_CLAIMS: readonly Claim[] = [
  {
    id: 'resample-before-split',
    said: [
      'oversampl*|smote|balance|upsampl*|duplicate*|copy .. {first|before|everything|complete|whole|full} .. {split|splitting|test}',
      'smote only .. {unfair|another distribution|different}',
      'smote|oversample {on|to} the {whole|full|complete|entire}',
    ],
    unless: ['never', 'not', 'leak', 'wrong', 'mistake', 'inside', 'after the', 'training part', 'bug'],
    right: 'Resampling before the split puts copies of the same case on both sides.',
  },
  {
    id: 'resampling-keeps-probabilities',
    said: [
      'oversampl*|undersampl*|balance*|smote|weights|class weights .. {true|calibrated|real|right} {probabilit*|rate}',
      'outputs are true',
      'class weights .. {calibrated|well calibrated}',
      'rare class come out at its true',
    ],
    unless: ['not', 'no longer', 'destroy*', 'correct*', 'prior', 'shift*', 'distort*', 'break*'],
    right:
      'Resampling and class weights shift the scores: they are no probabilities until corrected for the true rate.',
  },
  {
    id: 'impute-keeps-distribution',
    said: [
      'mean .. {keeps|preserves|same} {the}? {same}? distribution',
      'mean imputation .. {safe|harmless|neutral|unbiased|no effect}',
      'fill* .. {zero|mean|median} .. {without problem|no problem|harmless|handle*}',
      'compute {the}? mean {on|over} {the}? {whole|all|full|entire}',
    ],
    unless: ['not', 'but', 'shrinks', 'distort*', 'indicator'],
    right:
      'Filling in a mean shrinks the spread and hides why the value is missing, and statistics must come from training rows only.',
  },
  {
    id: 'serve-fill-zero',
    said: [
      'in production|serving|live .. {fill|zero|default|null} .. {fine|problem|handle*|ok}',
      'trees {handle|handles|do not mind|do not care} {it|them|that|missing|this}',
      'at serving .. {bias|removed}',
    ],
    unless: ['not', 'but', 'skew', 'same as', 'unless'],
    right: 'A value that training never saw in that role is skew: the model answers, and answers wrongly.',
  },
  {
    id: 'more-data-fixes-bias',
    said: [
      'more|enough|much|that much|several million|large|big|millions|years {of}? {data|rows|orders|examples|records}? .. {fix*|wash*|average*|negligible|cancel*|drown*|outweigh*|compensat*|correct*|disappear*|solve*|only makes it more right|heals|learns around}',
      'bias .. {negligible|becomes small|disappears|vanishes} .. {data|orders|rows|millions|scale}?',
      'with several million',
      'fix itself',
      'fixes itself',
      'fix it self',
      'model will|would learn {to}? {ignore|around} {it|them|the noise}',
    ],
    unless: ['not', 'never', 'does not', 'do not', 'cannot', 'will not', 'only random', 'unless', 'no amount'],
    right: 'More of the same data repeats the same bias; only other data, or knowing how it was collected, removes it.',
  },
  {
    id: 'clicks-are-truth',
    said: [
      'click* .. {honest|truth|objective|unbiased|they wanted|want it|ground truth|do not lie|never lie|real preference}',
      'if they click',
      'clicks are {abundant|the best|real|honest}',
      'without clicks .. {unattractive|bad|irrelevant|not interested}',
      'not clicked .. {negative|bad|irrelevant|not interested}',
      'no click means',
    ],
    unless: ['not', 'but', 'position', 'only', 'seen', 'unless', 'bias'],
    right: 'A click shows what was put on top and what looked tempting; an item never seen has no label.',
  },
  {
    id: 'purchases-unbiased',
    said: [
      'purchase*|bookings|orders|sales {do not|have no|are free|are not|without} .. {position|bias|biased}',
      'no {position}? bias .. {purchase*|bookings}',
      'money does not lie',
    ],
    right: 'One can only buy what one was shown, so purchases carry position bias too.',
  },
  {
    id: 'position-fix-at-serving',
    said: [
      'real|last|true position .. bias .. {removed|gone|solved}',
      'bias is removed',
      'bias {disappears|is gone|removes itself|removed by itself}',
    ],
    unless: ['not', 'if', 'when', 'random*', 'propensity', 'weight*'],
    right: 'Position must be fixed to one value at serving; feeding the real one back repeats the old order.',
  },
  {
    id: 'rejected-known-label',
    said: [
      'rejected|declined|refused|blocked|denied .. {for a reason|know the label|are bad|is bad|would have defaulted|label them|as bad|is fraud|are fraud|already know}',
      'treat|label|mark|count .. {rejected|declined|blocked} .. {bad|default*|fraud|negative|positive}',
      'only {loses money|costs money} and',
    ],
    unless: ['not', 'never', 'unknown', 'cannot', 'why', 'circular', 'sample', 'let'],
    right: 'A case that was turned away has no outcome; calling it bad teaches the model the old policy.',
  },
  {
    id: 'censored-is-negative',
    said: [
      'not {yet|arrived|churned|bought|come|happened} .. {means|is|are|label*} .. {0|zero|negative|not churned|no|good}',
      'label {is|as} {0|zero|negative} .. {yet|so far|until}',
      'which means their label is',
      'no {label|chargeback|complaint|event} {yet|so far} .. {good|negative|zero|fine|legitimate}',
      'no waiting time',
      'they cannot tell you anything',
    ],
    unless: ['not mean', 'wait', 'mature', 'unknown', 'exclude*', 'leave out', 'drop', 'later'],
    right: 'An outcome that has not happened yet is unknown, not negative: wait, or model the time to it.',
  },
  {
    id: 'treated-as-untreated',
    said: [
      'called and stayed|contacted and stayed|offer and stayed .. {label*|non|not churn*|negative}',
      'labelling them non',
      'truth observed',
      'stayed .. {not churn*|non churn*|negative} .. {truth|observed|label}',
    ],
    unless: ['not', 'wrong', 'holdout', 'exclude'],
    right: 'The offer changed the outcome, so those labels describe the offer; keep a group that gets none.',
  },
  {
    id: 'noise-harmless',
    said: [
      'noise|noisy|wrong|errors|mistakes .. {does not|do not|will not|not} {matter|hurt|harm|change}',
      'label|labels noise|errors .. {cancel|average|random so|regulariz*|regularis*}',
      'one in ten .. {fine|harmless|ok}',
      'architecture {pretty much|basically|just}? absorbs',
      'network|model {absorbs|handles|learns} .. {noise|imbalance|it itself|by itself|inside}',
      'imbalance .. {handled|gets handled|solved|takes care|not matter} .. {network|inside|itself|automatically}?',
      'smoothing .. {free|solves|fixes}',
    ],
    unless: ['unless', 'only if', 'not random', 'but', 'depends'],
    right: 'Label errors cap what can be measured and, where they are not random, teach the wrong rule.',
  },
  {
    id: 'labels-not-needed',
    said: [
      'labels {are|is} {not|hardly|no longer} {strictly|really}? {required|needed|necessary}',
      'without labels .. {train|supervised|works}',
      'skip label',
    ],
    unless: ['unsupervised', 'anomaly', 'cannot'],
    right: 'A supervised model needs an outcome, and so does any claim that it works.',
  },
  {
    id: 'fresh-is-correct',
    said: [
      'fresh {is|means|data is} {correct|right|good|true}',
      'if|when .. {pipeline|job|four|checks|dashboard*} .. {green|passes|runs} .. {model|data} {is|are} {good|fine|correct|right|healthy}',
      'source of truth so',
      'from {our|the} {own}? warehouse .. {no need|correct|trusted|right}',
    ],
    unless: ['not', 'but', 'never'],
    right: 'Fresh and complete data can still mean something else than it says.',
  },
  {
    id: 'random-split-time',
    said: [
      'random|shuffle*|shuffling .. {time series|days|hourly|readings|weeks} .. {prevents|stops|better|overfit*|fair|every season}',
      'shuffle .. {stops|prevents|avoids|that is what} .. overfit*',
      'every week is in both',
      'every {candidate|user|customer|player|patient|item} {appears|is|shows|shows up} in both',
      'both halves .. {advantage|good|fair|best}',
    ],
    unless: ['not', 'leak', 'wrong', 'problem', 'never', 'mistake'],
    right: 'Shuffling a time series puts tomorrow in the training set; test on later days than you trained on.',
  },
  {
    id: 'group-split-wasteful',
    said: [
      'split* by {patient|user|customer|group|player|time|date} .. {waste*|artificially|too pessimistic|unfair|low|loses}',
      'artificially {low|pessimistic}',
      'time split .. {unfair|waste*|pessimistic|throws}',
    ],
    unless: ['not'],
    right: 'Splitting by entity gives the honest score; the higher one came from recognising the entity.',
  },
  {
    id: 'as-of-is-noise',
    said: [
      'as of .. {noisier|noise|penal*|unnecessary|overkill|slower for nothing}',
      'point in time .. {overkill|unnecessary|noisier|not needed}',
      'current {value|values|state|snapshot} .. {fine|good enough|better|cleaner|more accurate}',
      'teaches the model the right pattern',
    ],
    right: 'A feature must be computed as it was known then; the final value knows the outcome.',
  },
  {
    id: 'correlation-causes',
    said: [
      'importance .. {shows|proves|means} .. {cause*|causes|because of}',
      'suggested price .. {most|best|income}',
      'the feature .. {causes|is the cause}',
      'correlat* .. {so|therefore|means} .. {cause*|driver}',
    ],
    unless: ['not', 'does not'],
    right: 'A feature that predicts an outcome need not change it; that takes an experiment.',
  },
  {
    id: 'synthetic-test',
    said: [
      'synthetic|generated|augmented {data|examples|rows} .. {test|validation|evaluate}',
      'evaluate {on|with} {synthetic|generated|augmented}',
    ],
    unless: ['not', 'never', 'only train*'],
    right: 'Evaluate on real cases only; generated ones share the generator’s blind spots.',
  },
];
