import type { Claim } from './claim.ts';

export const STATISTICS_CLAIMS: readonly Claim[] = [
  {
    id: 'peek-and-stop',
    said: [
      'look {daily|every day|each day} .. {ship|stop|p}',
      'first day p|it {drops|is|goes}',
      'stop {it|the test}? {as soon as|when|once|the moment|the day} .. {significant|p|0.05}',
      'as soon as {it is|it gets|p|significant|the p}',
      'no downside to {looking|peeking}',
      'peek* .. {fine|harmless|no problem|ok}',
      'check* {it}? {daily|every day|hourly} .. {ship|stop} .. {significant|p|0.05}',
      'more data only makes it more right',
      'extend|run it longer|keep running until .. significant',
    ],
    unless: ['not', 'never', 'sequential', 'correct*', 'wrong', 'inflat*', 'error', 'mistake'],
    right: 'Stopping at the first significant look multiplies false alarms; fix the length, or use a sequential test.',
  },
  {
    id: 'p-value-meaning',
    said: [
      'p value|p|0.05|significance .. {means|is|that is|so} .. {95|ninety five|5|five|chance|probability|sure|certain} .. {true|works|effect|better|random|right|hypothesis|null}',
      '95 percent|% {chance|sure|certain|probability} .. {better|true|works|real|effect}',
      'p value is the {probability|chance} that',
    ],
    unless: ['not', 'does not', 'if there', 'under the null', 'given'],
    right:
      'A p-value is how often chance alone would give at least this difference; it is no probability that the change works.',
  },
  {
    id: 'insignificant-is-none',
    said: [
      'not significant .. {no effect|same|equal|no difference|safe|harmless|does nothing|not hurting}',
      'flat {means|so|is} .. {no|not|safe|harmless|nobody|nothing}',
      'no significant difference .. {equal|same|safe|ship}',
      'p above|over 0.05 .. {no effect|same}',
    ],
    unless: ['not mean', 'does not', 'power', 'interval', 'could'],
    right: 'Not significant may only mean too little data: look at the interval and what harm it still allows.',
  },
  {
    id: 'small-lift-insignificant',
    said: [
      '3|2|4 percent|% .. {less than|below|under|smaller than|<} 5 percent|% .. significant',
      '3 {%}? 5 {%}? not significant',
      'lift .. {below|under} five .. {not significant|insignificant}',
      '3% 5% not significant',
    ],
    right: 'Significance compares an effect with its noise, not with five percent.',
  },
  {
    id: 'significant-is-important',
    said: [
      'significant .. {so|means|therefore} .. {important|large|big|worth|ship it|business}',
      'statistically significant .. {ship|proves|guarantees}',
    ],
    unless: ['not', 'but', 'cost', 'small'],
    right: 'A significant effect can be too small to pay for itself.',
  },
  {
    id: 'sample-size-fixed',
    said: [
      '1000|thousand|30|thirty|hundred {users|samples|rows|examples|people} {is|are} {always|enough|sufficient|statistically}',
      'canary* {is|are}? {too small|small} .. {mean|tell|show|anything}',
      '30 samples',
    ],
    unless: ['not', 'because', 'power', 'depends', 'positives'],
    right: 'The sample needed follows from the base rate and the smallest effect that matters.',
  },
  {
    id: 'ci-contains-95-of-data',
    said: [
      'confidence interval .. {95|ninety five} .. {data|values|users|points}',
      'overlap* .. {not different|no difference|not significant}',
    ],
    unless: ['not'],
    right: 'A confidence interval is about the estimate, not the spread of the data.',
  },
  {
    id: 'quantile-arithmetic',
    said: [
      'percentiles|p99|p95|quantiles|medians .. {add|sum|average|averaged|added}',
      'averaging|average of the {p99|p95|percentiles|medians}',
      'sixty over ninety',
      'times two thirds',
      'multiply it right',
      'scale it {up|down} .. {linearly|by}',
    ],
    unless: ['not', 'cannot', 'never', 'wrong'],
    right: 'Quantiles and partial windows do not add or scale; recompute them from the raw values.',
  },
  {
    id: 'calibration-free',
    said: [
      'softmax|sigmoid|logistic|output* .. {already|is|are} {a|real|true|calibrated}? {probabilit*}',
      'calibration {is|was} {not needed|not necessary|not required|unnecessary}',
      'two|only two parameters .. {cannot|never} overfit',
      'calibrat* {on|with|fitted on} .. {training|train|its own} {data|set|scores}',
      'calibration does not matter',
    ],
    unless: ['not calibrated', 'rarely', 'if only the order', 'ranking', 'separate', 'held out'],
    right: 'Scores become probabilities only after a check on held-out data at the live base rate.',
  },
  {
    id: 'regression-to-mean',
    said: [
      'after {we|our|the} .. {called|intervention|change} .. {so it worked|which proves}',
      'clicks went up later .. worked',
      'so it worked',
      'went down afterwards .. {because|thanks}',
      'proves the',
    ],
    unless: ['not', 'cannot', 'control', 'compared'],
    right: 'Without a comparison group a change after the action is no evidence of its effect.',
  },
  {
    id: 'bigger-number-better',
    said: [
      'number* a number',
      '98 beats 94',
      'beats {94|0.8|80|90} .. {end|simple|period}',
      'higher {number|score} {is|means} {always}? better',
      'loss {lower|down} .. {so|means} better',
      'if the error .. low .. {able|can} .. {predict|forecast}',
    ],
    unless: ['not', 'only', 'unless', 'same'],
    right: 'Two numbers compare only on the same data, split and base rate.',
  },
];
