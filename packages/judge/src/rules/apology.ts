import type { Rule } from './rule.ts';

const rule: Rule = {
  fault: 'apology',
  gravity: 14,
  absence: false,
  about: '“{quote}” asks the panel to mark you down before you have said anything.',
  better: 'State what was yours and what was not as a fact, then go on to what you decided.',
  cues: [
    {
      name: 'sorry',
      phrases: [
        'sorry {in|if|that|for|about|first|before|i|my|this|again}',
        'i apolog*',
        'i must|should|want apolog*',
        'say sorry',
        'forgive me',
        'excuse me',
        'apologies {for|if|in}',
        'i am {so|very|really}? sorry',
        'please do not hold',
      ],
    },
    {
      name: 'lesser',
      phrases: [
        'i am {probably|just|only|honestly|certainly}? {not|the} {the|a|an}? {best|right|wrong|least|real|proper|most|most qualified|expert|strongest}',
        'just|only {a|an} {backend|frontend|web|software|self|bootcamp|normal|simple|regular|humble}',
        'not {a}? real|really|proper {ml|engineer|scientist|machine}',
        'my background|path|experience|english|math|maths is {not|only|a bit|pretty|rather|limited|weak|nothing|humble}',
        'no {phd|degree|formal}',
        'self taught',
        'my limited|little|modest {knowledge|experience}',
        'probably naive|wrong|stupid|silly',
        'outsider',
        'not impressive|so impressive',
        'wrong person',
        'not from this field',
        'i never {worked|did|managed|built|had|studied}',
        'imposter|impostor',
        'i know i {am|do|lack|have}',
        'compared to {the}? other|others',
      ],
    },
    {
      name: 'ask',
      phrases: [
        'presumptuous|greedy|cheeky|awkward',
        'too much|high',
        'asking {for}? too|more than',
        'more than i am worth',
        'above the band',
        'please do say|tell|not',
        'feel {a bit|bad|awkward|uncomfortable}',
        'i would take|accept less|lower|anything|whatever',
        'hope that is {ok|okay|fine|not}',
        'that was not very',
        'maybe not',
      ],
    },
    {
      name: 'plain',
      phrases: [
        'was not mine',
        'i did not own|train|choose',
        'not my {call|part|decision|work}',
        'what i do not know',
        'someone else',
      ],
    },
  ],
  fires: [
    {
      kind: 'comp',
      text: 'I am sorry if this is too high, I really do not want to sound greedy, but maybe something like one hundred and ten? Anything near that is fine, honestly.',
    },
    {
      kind: 'transition',
      text: 'I should apologise up front, I am just a web developer with no formal training, so my story is not as impressive as the others you will hear.',
    },
    {
      kind: 'design-ranking',
      text: 'sorry in advance i have never done recommendations so this is probably naive but i would start from clicks and see',
    },
    {
      kind: 'probe',
      text: 'I am probably the wrong person to ask, my maths is weak. But I would look at the calibration curve.',
    },
    {
      kind: 'comp',
      text: 'Honestly I know I lack the degree and compared with the others I am behind, so please do not hold the number against me.',
    },
    {
      kind: 'story-data',
      text: 'Forgive me, my English is not good and my experience is only small projects, not real machine learning like you do here.',
    },
    {
      kind: 'comp',
      text: 'I feel awkward even saying a number. If it is too much just tell me and I would take less, it is not a problem at all.',
    },
  ],
  silent: [
    {
      kind: 'transition',
      text: 'I have not trained a production model. I owned the service that served one, its latency budget, and the decision to fall back to rules at 200 milliseconds.',
    },
    {
      kind: 'comp',
      text: 'I have never owned training, so I expect the lower half of the band for the first year; for serving and on-call I expect the upper half.',
    },
    {
      kind: 'story-rollout',
      text: 'The outage was my change. I wrote the apology to the sellers, rolled back at two in the morning and added the check that would have caught it.',
    },
    {
      kind: 'probe',
      text: 'I do not know the closed form. I would bootstrap the difference by customer and ship only if the interval stayed above zero.',
    },
    {
      kind: 'story-data',
      text: 'The label definition was not mine. The join was, and the join dropped nine percent of refunds.',
    },
    {
      kind: 'design-prediction',
      text: 'Sorry, let me restate that: the label is a chargeback within sixty days, not a refund, because refunds include sellers being nice.',
    },
    {
      kind: 'comp',
      text: 'My number is 160. I am asking for it because the work you described includes the pager and the evaluation, and those two are what I have done.',
    },
  ],
};
export default rule;
