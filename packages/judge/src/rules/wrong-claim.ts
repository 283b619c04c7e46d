import { findClaims } from './claims/index.ts';
import type { Rule } from './rule.ts';

const rule: Rule = {
  fault: 'wrong-claim',
  gravity: 4,
  absence: false,
  about: '“{quote}” is not true, and a decision built on it does harm.',
  better: 'Say under which condition it would hold, and how you would check that it holds here.',
  cues: [
    {
      name: 'shortcut',
      phrases: [
        'so|and {there is|we|you|i|it|they} {no need|do not need|cannot|can skip|can remove|already know}',
        'no need|downside',
        'by definition|itself',
        'whatever {the|comes}',
        'is {thereby|therefore|thus} {demonstrated|proven|shown}',
        'which {proves|confirms|settles|means}',
        'as {it|they|this} {is|are} .. {truth|by definition}',
        'without problem',
        'should be fine',
        'does|do not {matter|need|depend|hurt}',
        'is|are not {needed|necessary|required}',
        'cannot {be|have|overfit|leak|change|produce|happen}',
        'stays|remains the same',
        'in practice|production',
      ],
    },
    {
      name: 'confident',
      phrases: ['obviously|simply|always|never|just|automatically|entirely|honest|true|truth|fair|exactly|enough'],
    },
    {
      name: 'aware',
      phrases: [
        'would be wrong',
        'is wrong|false|not true',
        'i was wrong',
        'my mistake',
        'i thought',
        'we believed',
        'people say|think',
        'some would',
        'it is tempting',
        'myth',
      ],
    },
  ],
  structure: (reading) => {
    const made = findClaims(reading);
    if (made.length === 0) return [];
    return [
      made.some((each) => !each.doubted) ? 'claim' : 'claim-doubted',
      ...(made.filter((each) => !each.doubted).length > 1 ? ['claims'] : []),
    ];
  },
  explain: (reading) => {
    const made = findClaims(reading).find((each) => !each.doubted);
    return made === undefined
      ? null
      : { reason: `“{quote}” is not true. ${made.claim.right}`, better: made.claim.right };
  },
  fires: [
    {
      kind: 'probe',
      text: 'I balance the test set to fifty-fifty as well, because then the precision you read there is the one that users will see in production.',
    },
    {
      kind: 'probe',
      text: 'I look at the experiment every day and stop as soon as it is significant. More data only makes it more right, so there is no downside to peeking.',
    },
    { kind: 'probe', text: 'A p-value of 0.03 means there is a 97 percent chance that the new version is better.' },
    {
      kind: 'story-data',
      text: 'About ten percent of the labels were wrong, but with several million rows that washes out, so it does not matter for the model.',
    },
    {
      kind: 'probe',
      text: 'If the input distributions have not changed then the accuracy is still the same, by definition, so we can skip the labels.',
    },
    { kind: 'design-prediction', text: 'Calibration is not needed, the softmax output is already a probability.' },
    {
      kind: 'design-prediction',
      text: 'Everything that the old rules rejected I label as fraud. They were rejected for a reason, so you already know the label.',
    },
    {
      kind: 'design-ranking',
      text: 'Clicks are honest. If they click it, they wanted it, and no click means the opening was not interesting.',
    },
    { kind: 'probe', text: 'Since it holds in every fold there can be no leakage. Cross-validation rules that out.' },
    {
      kind: 'probe',
      text: 'so lower the threshold to point three then recall goes up and there are fewer false alarms too',
    },
    {
      kind: 'probe',
      text: 'With class weights the probabilities come out calibrated, so the rare class gets its true rate.',
    },
    { kind: 'design-ranking', text: 'A purchase has no position bias, so purchases can be used as they are.' },
  ],
  silent: [
    {
      kind: 'probe',
      text: 'A balanced test set would give a precision that nobody will ever see; I keep the live rate of one in two thousand.',
    },
    {
      kind: 'probe',
      text: 'Stopping when it first looks significant would make one in three null tests a win. I fix two weeks and look once.',
    },
    {
      kind: 'story-data',
      text: 'More rows would not have helped: the error was the same in every row, so it only made us more certain of the wrong number.',
    },
    {
      kind: 'probe',
      text: 'Stable inputs tell me nothing about the outcome. I pay for sixty labels a week to see it.',
    },
    {
      kind: 'design-prediction',
      text: 'A rejected loan has no outcome. I would approve a few just below the line and accept what they lose.',
    },
    {
      kind: 'design-ranking',
      text: 'One can only buy what was shown, so purchases carry position bias as well; I shuffle a few places on one percent of searches.',
    },
    {
      kind: 'probe',
      text: 'Some would say that the fold scores rule out a leak. They do not: a leaking column leaks in each of them.',
    },
    {
      kind: 'story-rollout',
      text: 'I had believed that a canary was a waste of a day. It would have cost us one day; without it we lost four.',
    },
  ],
};
export default rule;
