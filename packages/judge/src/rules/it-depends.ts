import type { Rule } from './rule.ts';

const rule: Rule = {
  fault: 'it-depends',
  gravity: 11,
  absence: false,
  about: '“{quote}” leaves the choice to somebody else.',
  better: 'Choose one for this product, name what you give up, and the number that would change your mind.',
  cues: [
    {
      name: 'depends',
      phrases: [
        'it {really|all|just|sort of|kind of|will|would|is|always|honestly|very much|probably}? {really|all}? depend*',
        'depends|depend|depending {on|what|how|which}',
        'depend*',
        'varies {with|by|from|between|depending}',
        'comes down to',
        'turns on the',
        'case by case',
        'the use case',
        'no one size|universal|right answer|single answer|silver',
      ],
    },
    {
      name: 'either',
      phrases: [
        'either|both|each {can|could|would|may|might|are|is|have|has|way|one|work|workable|of|option|side}',
        'go|see|argue it? {either|both} way*',
        'could|can go|see|argue either|both',
        'pros and cons',
        'arguments|merits|advantages {for|on|to|and}',
        'on the one hand',
        'back and forth',
        'a balance|matter|question',
        'balance between',
        'to be balanced|balance',
        'right balance',
        'defensible|workable|valid|reasonable',
        'somewhere|something {in|between|like|there}',
        'trade off between',
      ],
    },
    {
      name: 'defer',
      phrases: [
        'would {have to|need to|want to|bring|raise|ask|leave|let|discuss|keep|take|talk} .. {discuss*|team|group|stakeholder*|business|domain|department|together|everyone|them|open|first|it|later|with}',
        'discuss* with',
        'up to {the|you|them|product|business}',
        'for the {business|team|product|stakeholders} to',
        'whatever {the|you|they|works|is}',
        'you can say what you prefer',
        'still {weighing|thinking|open|under|undecided|deciding|unsure|going|not sure}',
        'keep|leave|kept|left {these|it|this|that|both|them}? open',
        'test|try|weigh {them|both|each|all}',
        'see which|what',
        'not {want|like} to {say|commit|choose|pick|name|give}',
        'cannot|could not|hard to {say|tell|choose}',
        'without knowing|more information|context|details',
        'before i {say|answer|choose|can|could}',
        'open to|flexible',
        'in line with the market',
        'feels right',
        'talk about what',
        'take it from there',
        'under discussion',
        'moved on|to another',
      ],
    },
    {
      name: 'questions',
      phrases: [
        'how many|much|often|big|long',
        'what is|are|does|do|counts|happens',
        'who {is|are|decides|uses|owns|measured}',
        'which {one|of|is|are}',
        'do you|they|we',
        'is it|there|this',
        'are they|there|you',
      ],
    },
    {
      name: 'choice',
      phrases: [
        'i would {pick|choose|go with|take|ship|keep|start with|use|cut|drop|not}',
        'so i|we {chose|picked|went|took|kept|would}',
        'my {pick|choice|call|answer} is',
        'if .. then i|we',
        'below|above .. i|we|it',
        'until',
        'i would rather',
      ],
    },
  ],
  structure: (reading) => (reading.asks ? ['asks'] : []),
  whole: (answer) => [
    ...(answer.questions / answer.readings.length > 0.5 ? ['mostly-questions'] : []),
    ...(answer.questions >= 3 ? ['three-questions'] : []),
    answer.shares.chose > 0 ? 'chose' : 'no-choice',
  ],
  fires: [
    {
      kind: 'probe',
      text: 'Hard to say. Precision matters, and recall matters too, and it really depends on what the business cares about, so I would not want to commit to one without more context.',
    },
    {
      kind: 'design-ranking',
      text: 'One could use clicks or purchases. Both have pros and cons. A two-stage system is more flexible, a single model is simpler. I could see it either way, it depends on the company.',
    },
    {
      kind: 'probe',
      text: 'Some would ship and some would not. It is a balance between speed and caution. I would bring it to the group and see where the discussion goes.',
    },
    {
      kind: 'comp',
      text: 'I am quite open. Base, equity, bonus, it all depends on the package. Whatever you think is in line with the market works.',
    },
    {
      kind: 'design-prediction',
      text: 'how many rows do you have what is the latency who uses the score is there a team for labels it depends on all of those so id have to ask first before i could say anything',
    },
    {
      kind: 'why-mle',
      text: 'I could go either way, honestly. Platform is good and machine learning is good, it sort of depends on the role and what the team needs.',
    },
    {
      kind: 'story-metric',
      text: 'There were arguments for clicks and arguments for time spent. Each had merits. The matter was still under discussion when I moved to another group.',
    },
    {
      kind: 'probe',
      text: 'Which threshold is right varies with the use case. It should be discussed with the stakeholders and the domain experts.',
    },
  ],
  silent: [
    {
      kind: 'probe',
      text: 'It depends on one number: what a blocked good customer costs against a missed fraud. At ten to one I set the threshold high, and below three to one I would lower it.',
    },
    {
      kind: 'probe',
      text: 'Not ship. New users are a tenth of traffic today and all of next year, so I would hold the launch for them and route them to the old model.',
    },
    {
      kind: 'design-ranking',
      text: 'Both would work; I choose purchases, because clicks reward misleading photos. I give up volume: purchases are forty times rarer.',
    },
    {
      kind: 'comp',
      text: 'If the role includes the pager, 165. If it is serving only, 150, and I would be content with that for a year.',
    },
    {
      kind: 'story-rollout',
      text: 'Either choice hurt somebody. I rolled back, because the error could not be undone for the sellers, and we lost the weekend of sales.',
    },
    {
      kind: 'design-prediction',
      text: 'Two questions first: who acts on the score, and within how many hours. Suppose the shift planner, within a day. Then I predict failures in seven days, from work orders, and I beat a rule on vibration.',
    },
    {
      kind: 'probe',
      text: 'I would go with the smaller model. If the loss in recall were above two points I would change my mind and pay for the second machine.',
    },
  ],
};
export default rule;
