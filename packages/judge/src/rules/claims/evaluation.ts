import type { Claim } from './claim.ts';

export const EVALUATION_CLAIMS: readonly Claim[] = [
  {
    id: 'accuracy-for-rare',
    said: [
      'accuracy {is|are} {the|a|still|also|perfectly}? {best|fine|right|good|fair|enough|all|everything}',
      'accuracy has everything',
      'just take accuracy',
      '99|99.5|98|99.9 {percent|%}? is {really|very|already|pretty}? good',
      'accuracy .. {which|that|and that} proves',
      'with|at .. percent|% accuracy .. {removed|no need|not needed|without}',
    ],
    unless: ['not', 'never', 'because', 'balanced', 'equally', 'would say'],
    right: 'Where one class is rare, a constant guess has a high accuracy; it says nothing about the rare class.',
  },
  {
    id: 'balance-test-set',
    said: [
      'balance|rebalance|rebalanced|balanced|even out|downsample|equalise .. {test|validation|evaluation|holdout} {set|part|data|side}?',
      'test {set|data|part} .. {half and half|fifty fifty|50 50|balanced|equal}',
      'test .. {half|50} {and|to} {half|50}',
      'copy|oversample|duplicate .. {fifty|50} .. evaluate',
    ],
    unless: [
      'never',
      'not',
      'do not',
      'wrong',
      'mistake',
      'only',
      'leave',
      'untouched',
      'keep',
      'natural',
      'real',
      'would be',
      'lies',
    ],
    right:
      'A test set must keep the live base rate: precision read at fifty-fifty is not the precision that users will see.',
  },
  {
    id: 'precision-carries-over',
    said: [
      'precision .. {carries over|stays|is the same|transfers|is what {we|you|they|doctors|users|customers}|does not depend|same in production|will get|will see|going to see}',
      'whatever precision',
      'precision {you|we} {measure|read|get|see} .. {live|practice|production|see}',
      'precision has no sense',
    ],
    unless: ['not', 'falls', 'drops', 'lower', 'depends', 'only if'],
    right: 'Precision depends on how common the positive class is; at a lower base rate it falls.',
  },
  {
    id: 'recall-changes-with-prevalence',
    said: ['recall {goes|drops|falls|gets|depends|changes|declines} .. {rarer|rare|prevalence|base rate|imbalance}'],
    unless: ['not', 'does'],
    right:
      'Recall is a share of the positives only, so the base rate alone does not change it; precision is what falls.',
  },
  {
    id: 'recall-defined-as-precision',
    said: [
      'recall {is|means|tells|says} .. {flagged|predicted|alerts|blocked|raised} .. {really|actually|correct|true|were}',
      'precision {is|means|tells} .. {all|every|actual|real} {fraud|positive|positives|cases} .. {found|caught|catch|find|detected}',
    ],
    right:
      'Recall is the share of real positives that were caught; precision is the share of flagged ones that are real.',
  },
  {
    id: 'threshold-both-better',
    said: [
      'lower .. threshold .. {fewer|less} {false|wrong}',
      'lower|lowering .. threshold .. precision {goes up|rises|improves|higher}',
      'raise|raising|higher .. threshold .. recall {goes up|rises|improves|higher}',
      'threshold .. {both|recall and precision} {go up|improve|rise}',
    ],
    right: 'Lowering the threshold catches more and raises more false alarms; it cannot lower both kinds of error.',
  },
  {
    id: 'threshold-half',
    said: [
      '0.5|half|point five|50 {is|as}? {the|a}? {natural|right|correct|default|standard|neutral|optimal|mathematically}',
      'above|over {0.5|half|point five|50} {gets|is|we|are} {blocked|positive|fraud|flagged}',
      'threshold {is|of|at|stays|should be|always} .. {0.5|half|point five}',
    ],
    unless: ['not', 'no reason', 'instead', 'rarely', 'default and', 'never'],
    right:
      'The threshold follows from the costs of the two errors and from capacity; 0.5 is right only when they cost the same and scores are calibrated.',
  },
  {
    id: 'auc-is-share-caught',
    said: [
      'auc .. {means|is|that means|so} .. {catch|caught|percent|right|correct|accuracy|probability} .. {fraud|percent|cases|correct|of the}',
      'auc {of|is} .. {percent|%} {of the}? {cases|fraud|predictions|time}',
      'means we catch',
      'auc .. same as accuracy',
    ],
    unless: ['random', 'ranked', 'ranks', 'pair', 'above', 'not', 'chosen'],
    right:
      'AUC is the chance that a random positive is ranked above a random negative; it is no share of cases caught.',
  },
  {
    id: 'auc-means-calibrated',
    said: [
      'auc .. {calibrated|calibration|probabilities {are|can} {right|true|trusted}}',
      'high|good|higher auc .. {cannot|never|so|means|guarantees}',
      'higher auc .. {better|worse|behaviour|behavior|product|business|always}',
      'auc is enough|all',
      'auc {covers|takes care|handles|does not care|is robust|is not affected|unaffected|is immune} .. {imbalance|threshold|calibration|rare}',
    ],
    unless: ['not', 'nothing', 'does not mean', 'says nothing', 'only'],
    right: 'AUC only measures ranking: it says nothing of calibration, nor of the threshold that the product uses.',
  },
  {
    id: 'pr-auc-ignores-prevalence',
    said: [
      'pr auc|auprc|average precision|pr {does not|do not|is not|independent|insensitive} .. {depend|ratio|affected|prevalence|class|balance|rate}',
      'pr|auprc .. {above|over} 0.5 {beats|is better} .. random',
      'compare {them|pr auc} .. {countries|different} .. directly',
    ],
    right:
      'The floor of PR AUC is the share of positives, so it moves with the class ratio and cannot be compared across base rates.',
  },
  {
    id: 'roc-for-rare',
    said: [
      'roc {auc}? {is|works} .. {best|fine|robust|ideal|perfect|right} .. {rare|imbalance|imbalanced|fraud}',
      'roc .. {not affected|unaffected|immune} .. imbalance',
    ],
    unless: ['not', 'but', 'hides'],
    right: 'With a rare class a tiny false positive rate is still many false alarms, which ROC hides.',
  },
  {
    id: 'r2-positive',
    said: [
      'r2|r squared .. {never|cannot|always} .. {negative|positive}',
      'square {of|and|is} .. never negative',
      'take {the}? absolute',
    ],
    right: 'On held-out data R² is negative when the model is worse than predicting the mean.',
  },
  {
    id: 'offline-means-online',
    said: [
      'offline {win|gain|improvement|better|result|metric|number} {means|is|guarantees|equals|translates|will|always|should be} .. {online|production|live|enough|win|better}',
      'trust {the}? offline',
      'offline {is|was|test is} {more|the more} {reliable|trustworthy|controlled|clean}',
      'logs {are|is|equal} {the}? {real|same} users',
      'no a b|ab|online|canary|experiment .. {needed|necessary|required}',
      'a b|ab test* {is|are} {not needed|unnecessary|a waste|redundant|overkill}',
      'no experiment',
    ],
    unless: ['unless', 'wrong', 'mistake', 'why', 'cannot'],
    right: 'An offline gain is a hypothesis: users react to what they are shown, and only a live comparison sees that.',
  },
  {
    id: 'tune-on-test',
    said: [
      'tune|pick|picked|choose|chose|select|calibrate|calibrated|threshold|early stop* .. {on|with|using} {the|our}? test',
      'test set .. {many times|again and again|several times|as often|reuse|reused|every epoch} .. {fine|ok|no problem|harmless|safe}?',
      'reuse|reusing .. test set .. {fine|harmless|ok|no problem}',
      'look at the test set',
    ],
    unless: ['not', 'never', 'mistake', 'wrong', 'leak', 'would', 'instead', 'only once', 'rather'],
    right: 'A test set that guided a choice is training data; the reported figure is then too good.',
  },
  {
    id: 'cv-rules-out-leak',
    said: [
      'every fold .. {not|no|rules} .. {leak*|out}',
      'cross validation .. {rules out|excludes|prevents|protects|guards|eliminates|cannot} .. {leak*|overfit*|it}',
      'holds {up}? in {every|all|each} {the}? fold*',
      'folds|shuffling .. {that rules|rules it out|no leakage|not leakage}',
    ],
    right: 'A leaking feature leaks in every fold alike; cross-validation cannot show it.',
  },
  {
    id: 'jump-is-real',
    said: [
      'jump .. {extra|new} {data|features} .. {paying|finally|real|signal}',
      'jump {that|this|of that} size .. {means|is|shows|proves}',
      '97|0.97|98|99|96 .. {true|real|genuine} {performance|quality|signal|gain}',
      'true performance',
      'which proves',
      'trees|boosting can {reach|get} .. 0.9*',
    ],
    unless: ['not', 'suspicious', 'leak', 'too good', 'doubt', 'until', 'unless'],
    right: 'A jump that large is a leak until the feature that carries it is shown to be known at prediction time.',
  },
  {
    id: 'validate-on-own-predictions',
    said: [
      'model* own {predictions|labels|output|scores} .. {as|are} {the}? {label*|truth|target*|churned|ground}',
      'take the model* own',
      'blocked it it is fraud',
      'if the {model|filter|system} {blocked|flagged|rejected} .. it {is|was} {fraud|bad|spam}',
      'agrees with itself',
      'model is {a}? better annotator',
    ],
    unless: ['not', 'never', 'circular', 'wrong'],
    right: 'A model cannot confirm itself: agreement with its own output measures nothing.',
  },
  {
    id: 'mean-latency',
    said: [
      'average {is|latency} .. {what|users feel|matters|enough|experience}',
      'p99 {is|are} {only|just|mostly} .. {bots|noise|ignore|outliers}',
      'only one percent .. {ignore|matter}',
      'p99 {comes|goes|drops} {right}? down',
    ],
    unless: ['not', 'but', 'hides', 'because'],
    right: 'The tail is where heavy users and fan-out calls sit: a page of many calls meets the p99 often.',
  },
  {
    id: 'slices-average-out',
    said: [
      'overall|average|total {is|metric|number|up} .. {what counts|matters|enough|so ship|averages}',
      'with enough .. averages',
      'average* {it|this|that|them} {by itself|out}',
      'volume .. average out',
      'it|they|that {will|would|should}? {average|averages|cancel|even|evens|wash|washes} {each|one|itself|themselves|another|any}? {other|another}? out',
      'wash* {it|them|everything}? out',
      'average* out',
      'cancel* {each|one another|themselves}',
      'position effect averages',
      'cancel one another out',
      'errors .. cancel',
    ],
    unless: ['not', 'never', 'does', 'only if', 'mostly', 'random so'],
    right: 'Errors that lean one way do not average out; more data makes the wrong answer more certain.',
  },
];
