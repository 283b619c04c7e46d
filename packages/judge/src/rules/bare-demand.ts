import { compilePhrases } from './reading/pattern.ts';
import { matchWords } from './reading/reading.ts';
import type { Rule } from './rule.ts';

/** A speaker who names work, or asks what it is, does not merely demand. */
const SCOPE =
  / (?:scope|own|owned|owning|ownership|on call|pager|serving|service|services|evaluation|responsib\w+|role|work|band|lead|systems?|team) /;
const DEMAND = compilePhrases([
  'i {want|need|expect|accept|require|demand|deserve|insist}',
  'not {a|one}? {cent|euro|dollar|penny}? {below|under|less}',
  'do not accept',
  '{minimum|at least|nothing below|otherwise}',
  '{my|the} {number|expectation|ask|minimum} is',
  'match it',
]);

const rule: Rule = {
  fault: 'bare-demand',
  gravity: 17,
  absence: false,
  about: '“{quote}” is a demand with no scope behind it.',
  better: 'Say what work the number pays for: the services, the on-call, the decisions; then the number.',
  cues: [
    {
      name: 'demand',
      phrases: [
        'i want|need|expect|accept|require|demand|deserve|insist .. {senior|level|percent|%|k|thousand|more|number|salary|base|equity|offer|total|euros|dollars}',
        'number|base|total {is|:|would be}? {*k|*000}',
        'not {below|under|less than}',
        'minimum|at least|nothing below|under',
        'only the senior',
        'percent|% more',
        'more {money|salary|equity|base}',
        'take it or leave',
        'flexible on {mix|the}',
        'other offer*|offers',
        'match',
      ],
    },
    {
      name: 'entitled',
      phrases: [
        'deserve|worth|market|glassdoor|everyone|friends|rent|inflation|now',
        'levels fyi',
        'cost of living',
        'current salary',
        'i make',
      ],
    },
    {
      name: 'scope',
      phrases: [
        'scope|own|owns|owning|pager|services|responsib*|work|serving|evaluation|training|band|systems|decisions',
        'on call',
        'level of|includes',
        'role is|includes',
        'because i',
        'first six months',
        'for that',
      ],
    },
  ],
  structure: (reading) => (reading.numbers > 0 ? ['number'] : []),
  whole: (answer) => [
    / (?:scope|own|owned|owning|on call|pager|serving|service|services|evaluation|responsib\w+|which role|what work|ownership) /.test(
      answer.readings.map((reading) => reading.plain).join(''),
    )
      ? 'scope'
      : 'no-scope',
    answer.words < 40 ? 'short' : 'long',
    ...(answer.numbers > 0 ? ['number'] : []),
  ],
  certain: (answer) =>
    answer.asked.kind === 'comp' &&
    answer.words <= 60 &&
    !SCOPE.test(answer.readings.map((reading) => reading.plain).join('')) &&
    answer.numbers > 0 &&
    answer.readings.some((reading) => matchWords(reading, DEMAND) !== null)
      ? 0.75
      : 0,
  possible: (answer) => answer.asked.kind === 'comp',
  fires: [
    { kind: 'comp', text: '250 total, not a euro less. That is my number.' },
    {
      kind: 'comp',
      text: 'I want senior and twenty percent on top of what I make now. Otherwise it makes no sense for me to move.',
    },
    {
      kind: 'comp',
      text: 'My expectation is 180k base plus equity. I have another offer, so you would need to match it.',
    },
    {
      kind: 'comp',
      text: 'i need at least one hundred ninety thousand rent is expensive and my friends at other companies make more than this',
    },
    {
      kind: 'comp',
      text: 'I deserve more than this offer. The market pays more, so please add thirty percent and the staff title.',
    },
    { kind: 'comp', text: 'Only the senior level, and a signing bonus. I do not accept less than 210.' },
  ],
  silent: [
    {
      kind: 'comp',
      text: 'For owning the scoring service with its pager and its thresholds I would ask 165. For serving only, 150.',
    },
    {
      kind: 'comp',
      text: 'Before a number: is the evaluation mine, or do I serve what others evaluate? If it is mine, I am at the top of the band; I have done that for two years, for four services.',
    },
    {
      kind: 'comp',
      text: 'One level down is right for training, which I have not owned. For on-call and rollout I have, for three years, so I would ask for a review at six months with those two as the criteria.',
    },
    {
      kind: 'comp',
      text: 'The equity is worth little to me at this stage, so I would trade half of it for a smaller scope with a fixed review, as the role is two people for six services.',
    },
    { kind: 'probe', text: 'I need at least 200 positives before I trust recall, so 40,000 rows at this rate.' },
    {
      kind: 'comp',
      text: 'I would take 140 with ownership of the data checks, because that is the part which I have shown that I can run alone.',
    },
  ],
};
export default rule;
