import type { Rule } from './rule.ts';

const ACCURACY = /^(?:accuracy|acc|accurate)$/;
const RARE = /fraud|churn|cancel|fail|default|loan|spam|rare|one in|imbalance|abuse|defect|disease|claims/i;

const RARE_ASKED =
  /fraud|churn|cancel|fail|default|loan|spam|\brare|one in|\b1 in|imbalanc|abuse|defect|disease|cancer|tumou?r|claims|anomal|counterfeit|chargeback|intrusion|attack|stolen|leak detection|insolven/i;
const RARE_SAID =
  /\b(?:one|1) in (?:a |\d|two|five|ten|hundred|thousand|fifty)|\brare\b|imbalanc|0\.\d+ ?(?:%|percent)/i;
const OFFERED =
  /\b(?:9\d(?:\.\d+)?|ninety[- ]\w+|high(?:est)?|good|better|best|great|excellent) ?(?:%|percent|per cent)?[\w ,-]{0,30}\baccura(?:cy|te)\b|\baccuracy\b[\w ,'-]{0,40}\b(?:9\d(?:\.\d+)?|ninety)|\b(?:measure|report|use|optimi[sz]e|maximi[sz]e|evaluate|judge|track|look at|check|compare|metric (?:is|would be|i would use is))\b[\w ,'-]{0,30}\baccuracy\b/i;
const DOUBTED =
  /\b(?:not|never|no|nothing|mislead\w*|useless|meaningless|trap|lie[sd]?|but|however|although|though|instead|rather|ignore|avoid|constant|always|majority|base rate|balanced|only|even|hide[sn]?|suspicious|suspect|leak\w*|cannot|recall|precision|why|because)\b|than accuracy|n't\b|\?/i;

/** Accuracy offered, without a doubt in the same sentence, where the question or the sentence says that positives are rare. */
const offered = (said: string, asked: string): boolean =>
  OFFERED.test(said) &&
  !DOUBTED.test(said) &&
  !/accura/i.test(asked) &&
  (RARE_ASKED.test(asked) || RARE_SAID.test(said));

const SURE = 0.86;

const rule: Rule = {
  fault: 'accuracy-on-imbalance',
  gravity: 3,
  absence: false,
  about: 'You offered {number} accuracy where the positive class is rare: a model that always says no scores as high.',
  better:
    'Report what share of the flagged cases is real and what share of the real ones you catch, at the number of cases that people can act on.',
  cues: [
    {
      name: 'gate',
      phrases: [
        'accuracy {is|was|above|over|of|at|around|about|reached|went|goes|passes|on|comes}',
        'accuracy .. {percent|%|above|over|ninety|plenty|enough|good}',
        'percent|% {test|validation|overall}? accuracy',
        'highest|best|high|good|more|improve|improves|maximize|check|gate|report|use|take|pick|at|on|track {the|test|overall|on|by|for|at}? accuracy',
        'accurate',
        'ninety|99|98|97|96|95 {nine|eight|seven|six|five|point|percent|%} {percent|accuracy|five|nine}?',
        'percent|% {right|correct|is really good}',
      ],
    },
    {
      name: 'critical',
      phrases: [
        'accuracy .. {useless|meaningless|misleading|misleads|lies|nothing|trap|wrong|not|cannot|never|hides|flatters|tells}',
        'not|never|no|ignore|avoid|drop|forget|stop|instead {of}? {use|using|report|reporting|trust|on|by|to}? accuracy',
        'always|constant|just|everyone|everything|nobody {says|say|predicts|predict|guess|predicting|saying|no|answers|legitimate|negative}',
        'constant|dummy|majority',
        'base rate|prevalence',
        'balanced accuracy',
        'looks good|great|fine',
      ],
    },
    {
      name: 'rare',
      phrases: [
        'rare|rarely|imbalance|imbalanced|fraud|fraudulent|churn|churned|failure|failures|fail|default|defaults|spam|disease|defect|counterfeit|tampered|anomal*|one in',
        'abuse|toxic|chargeback*|leaks|sick|cancel*',
      ],
    },
  ],
  structure: (reading, _before, question) => {
    if (!reading.words.some((word) => ACCURACY.test(word.norm))) return [];
    return [
      'says-accuracy',
      ...(reading.moves.has('critical') || reading.moves.has('negated') || reading.moves.has('contrast')
        ? ['accuracy-doubted']
        : ['accuracy-plain']),
      ...(reading.numbers > 0 ? ['accuracy-number'] : []),
      ...(RARE.test(question.text) ? ['rare-asked'] : []),
    ];
  },
  heard: (reading, question) => (offered(reading.sentence.text, question.text) ? SURE : 0),
  certain: (answer) =>
    answer.readings.some((reading) => offered(reading.sentence.text, answer.asked.text)) ? SURE : 0,
  possible: (answer) => answer.readings.some((reading) => /accura|percent|%|\bacc\b|\d/i.test(reading.sentence.text)),
  fires: [
    {
      kind: 'design-prediction',
      question: 'Design a system that blocks fraudulent card payments.',
      text: 'I train a classifier on past payments and check the accuracy on the test set. With fraud data you usually get above 99 percent, which is good enough to launch.',
    },
    {
      kind: 'probe',
      question: 'One in two thousand transactions is fraud. How does that change how you train and evaluate?',
      text: 'Not by much. A good network learns it anyway. I would look at accuracy on a held-out part and stop when it is 99.9.',
    },
    {
      kind: 'design-prediction',
      question: 'Predict which machines will fail within a week.',
      text: 'so machines that fail are rare maybe one percent and we train a random forest and if accuracy is over 95 percent we go live',
    },
    {
      kind: 'story-metric',
      text: 'Our spam filter reached 98 percent accuracy, where about two percent of mails are spam, so I reported it as a success.',
    },
    {
      kind: 'transition',
      text: 'I built a detector for counterfeit goods, one in three hundred items. Its accuracy was 99.5 percent, so we removed the manual check.',
    },
    {
      kind: 'probe',
      question: 'How do you evaluate a churn model when 3 percent churn?',
      text: 'I pick the model with the highest accuracy. Accuracy has everything in it and management understands it.',
    },
  ],
  silent: [
    {
      kind: 'probe',
      question: 'One in two thousand transactions is fraud. How does that change how you train and evaluate?',
      text: 'Accuracy is useless here: always saying no scores 99.95 percent. I would fix the number of payments that people can review and measure what share of fraud is in them.',
    },
    {
      kind: 'design-prediction',
      question: 'Design a system that blocks fraudulent card payments.',
      text: 'I would not report accuracy. With fraud this rare I compare recall at a fixed false alarm rate with the present rules.',
    },
    {
      kind: 'story-metric',
      text: 'The dashboard said 98 percent accuracy. I asked what a model that never flags would get, and the answer was also 98.',
    },
    {
      kind: 'probe',
      question: 'Your digit classifier is evaluated on ten balanced classes. Which metric?',
      text: 'Accuracy is fine here, because the ten classes are equally common and each mistake costs the same.',
    },
    {
      kind: 'design-prediction',
      question: 'Predict which machines will fail within a week.',
      text: 'The crew can inspect five machines a day, so I look at how many of the five top machines really fail, against the rule on vibration.',
    },
    {
      kind: 'story-data',
      text: 'We had 90 percent agreement between labellers, so no measured accuracy above 90 means anything; I relabelled four hundred by hand.',
    },
  ],
};
export default rule;
