import type { Rule } from './rule.ts';

const rule: Rule = {
  fault: 'leaky-split',
  gravity: 2,
  absence: false,
  about: '“{quote}” lets the future, or the same entity, into training: the offline number will be too good.',
  better: 'Split by time and by entity, and compute each feature as it was known at the moment of prediction.',
  cues: [
    {
      name: 'random',
      phrases: [
        'random|randomly|shuffle|shuffled|shuffling .. {split|splits|test|train|training|holdout|held|hold|80|eighty|20|twenty|rows|fold|folds|part|portion|half|days}',
        'split|divide|divided|splitting|hold out .. {random|randomly|shuffled|at random|rows|row}',
        'random|eighty|80 {holdout|twenty|20|test|split}',
        'k|five|ten|5|10 fold {cross validation|with shuffling}',
        'cross validation',
        'split {it|them|the data|the}? {eighty|80|stratified|randomly|by row}',
      ],
    },
    {
      name: 'before-split',
      phrases: [
        'oversampl*|smote|balance|balanced|duplicate|duplicated|copy|copied|upsampl*|impute|imputed|scale|normalis*|normaliz*|fill|filled|encode|mean|statistics|select .. {before|first|then|whole|all|entire|full|complete|everything} .. {split|splitting|divide|divided|test}',
        'before splitting|the split|i split',
        '{on|over} the {whole|entire|full|complete} {data|dataset|data set|set|file|table|log|history|period}',
        'first then split',
        'whole data|dataset|file',
        'smote|oversample|duplicated|copied .. equal|fifty|50',
      ],
    },
    {
      name: 'future',
      phrases: [
        'as {it|they}? {is|are|stands|stand|of} {now|today}',
        'as of|stands today|now',
        'current value|state|total*|count*|snapshot',
        'final|total|lifetime {amount|number|count|reserve|fee|minutes|status|length|duration|value}',
        'status|duration|length|outcome {of|field|flag|column}',
        'number of {reminder|notes|calls|reminders|visits|contacts} .. {after|adjuster|collection|final}',
        'evaluation weeks included',
        'including the {test|evaluation|final|future|last}',
        'after the {event|fact|outcome|failure|purchase|decision}',
        'from the warehouse',
        'strongest {feature|by far}',
        'start to finish',
      ],
    },
    {
      name: 'reuse',
      phrases: [
        'test {set|data|part|portion}? {for|to|into|in} {tune|tuning|training|choose|pick|select|calibrat*|train}',
        'tune|tuned|pick|picked|choose|chose|calibrate|calibrated|threshold|early stopping .. {on|with|using} the test',
        'folded|added|put .. {into|to|both} .. {training|train}',
        'both {train|halves|sets|train and test}',
        'appears|shows|in both',
        'same {user|users|patient|patients|customer|customers|player|players|machine|entity} {in|on} both',
        'its own training data',
        'evaluate on that',
      ],
    },
    {
      name: 'critical',
      phrases: [
        'leak|leaks|leaking|leaked|leakage',
        'future',
        '{not|never|no|avoid|instead of|rather than} {a}? {random|shuffle|shuffled|randomly}',
        'would|will|can {leak|cheat|inflate|flatter|memorise|memorize}',
        'by {time|date|user|customer|patient|machine|week|month|entity|account}',
        'as {it|they} was|were {known|then}',
        'as of {the}? {prediction|decision|that|the moment|request|order|booking|event}',
        'point in time',
        'group|grouped',
        'inflated|optimistic|memori*|wrong|mistake|bug|suspicious',
        'too good',
        'only past|before',
      ],
    },
  ],
  structure: (reading) =>
    reading.moves.has('critical') ? ['doubted'] : reading.moves.has('negated') ? ['negated'] : ['plain'],
  fires: [
    {
      kind: 'design-prediction',
      text: 'I take two years of transactions, shuffle them and keep 20 percent as the test set. Then I train boosted trees on the rest.',
    },
    {
      kind: 'probe',
      text: 'First I apply oversampling to the full dataset so the classes are equal, and then I split into train and test, so both sets are balanced.',
    },
    {
      kind: 'design-prediction',
      text: 'id export the customer table as it is today with the plan and the number of support calls and the cancelled flag and do a random eighty twenty split',
    },
    {
      kind: 'design-ranking',
      text: 'One strong feature is the total number of purchases of each listing, computed once over the whole log including the evaluation month, and joined to every row.',
    },
    {
      kind: 'probe',
      text: 'I scale the features on the complete data first, then do ten-fold cross validation with shuffling over all days of the time series.',
    },
    {
      kind: 'story-data',
      text: 'I tuned the threshold on the test set until it looked best and reported that figure, since the test set was the cleanest data we had.',
    },
    {
      kind: 'design-prediction',
      text: 'As features I would include the final settlement amount and how many letters the collections office has sent, they are the most predictive by far.',
    },
    {
      kind: 'transition',
      text: 'I split the scans randomly by image, so every patient is in both parts, which gives the model the best chance.',
    },
  ],
  silent: [
    {
      kind: 'design-prediction',
      text: 'A random split would leak: the same card appears on both sides. I train on everything up to March and test on May, with April left out while the labels mature.',
    },
    {
      kind: 'probe',
      text: 'I split by patient, not by image, because the model would recognise the scanner and not the disease.',
    },
    {
      kind: 'story-data',
      text: 'The bug was that I had shuffled before splitting, so each user was in both halves; by user the score fell from 0.97 to 0.84, and that was the honest one.',
    },
    {
      kind: 'probe',
      text: 'Oversampling goes inside the fold, after the split; done before, copies of one fraud sit on both sides and recall looks perfect.',
    },
    {
      kind: 'design-ranking',
      text: 'Popularity is counted up to the moment of each search. Counted over the whole log it would know which listing is going to sell.',
    },
    {
      kind: 'design-prediction',
      text: 'I keep the last two months untouched until the end, and choose thresholds on the month before.',
    },
    {
      kind: 'probe',
      text: 'I would randomise half of the users into the new ranking and compare purchases after two weeks.',
    },
  ],
};
export default rule;
