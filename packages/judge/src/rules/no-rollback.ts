import { compilePhrases } from './reading/pattern.ts';
import { matchWords } from './reading/reading.ts';
import type { Rule } from './rule.ts';
import { isDesign } from './reading/kinds.ts';

/** Said of one's own launch: the way back is gone. */
const BURNS = compilePhrases([
  '{delete|deleted|remove|removed|removing|took out|retire|retired} {the|our|out}? {the}? {old|rollback|previous|existing|fallback} {model|rules|path|switch|version|system|ranker|code}?',
  'no {holdback|rollback|fallback|canary|way back} {no|and|or|rows|because|since|needed|the}?',
  'old {rules|model|system} {are|were|is|was|should be|gets|get} {deleted|removed|switched off}',
  'do not need {a|the|any} {canary|rollback|fallback}',
]);
const REGRET = compilePhrases([
  'mistake|regret|never|should',
  'there was',
  'had no',
  'if|when|unless',
  'because there',
  'problem|risk|gap|missing',
]);

const rule: Rule = {
  fault: 'no-rollback',
  gravity: 6,
  absence: true,
  about: 'You launch with no way back: no stages, no fallback, no number that would make you stop.',
  better: 'Name the share that sees it first, the number and the hour at which you turn it off, and what runs instead.',
  cues: [
    {
      name: 'all-at-once',
      phrases: [
        'to {all|every|everyone|everybody} {at once|that|the same|traffic|customers|users|sites|stores|players}?',
        'everyone|everybody|all {on|after|that|friday|at once}',
        'same {day|week|afternoon|evening|night}',
        'all at once',
        'for everyone|everybody|everything',
        'on|friday {friday|night|afternoon|to all}',
        'all {traffic|users|intake|customers|sites}',
        'switched everyone',
        'whole country|fleet',
        'big bang',
        'put it live|in',
      ],
    },
    {
      name: 'burns-bridge',
      phrases: [
        'delete|deleted|remove|removed|took out|switch off|drop|retire|without|no {the}? {old|rollback|fallback|canary|holdback|previous|switch|staged|gradual|rules|way back}',
        'do not need a {rollback|canary|fallback}',
        'you do not canary',
        'no {fallback|rollback|canary|holdback|way back}',
        'gradual|staged .. {delayed|delays|unnecessary|waste|only}',
        'merely have delayed',
        'so nobody goes back',
        'canary .. delays|too small',
      ],
    },
  ],
  certain: (answer) =>
    answer.readings.some(
      (reading) =>
        matchWords(reading, BURNS) !== null &&
        !reading.moves.has('critical') &&
        !reading.asks &&
        matchWords(reading, REGRET) === null,
    )
      ? 0.6
      : 0,
  whole: (answer) => [
    answer.topics.has('wayBack') ? 'way-back' : 'nothing-back',
    answer.topics.has('rollback') ? 'rollback' : 'no-way-back',
    answer.topics.has('online') ? 'online' : 'no-online',
    answer.topics.has('launch') ? 'launch' : 'no-launch',
    answer.topics.has('monitor') ? 'monitor' : 'no-monitor',
    ...(isDesign(answer.asked.kind, answer.words) && !answer.topics.has('wayBack')
      ? ['design-no-way-back', `design-no-way-back-${answer.asked.kind}`]
      : []),
  ],
  fires: [
    {
      kind: 'story-rollout',
      text: 'I pushed the new scoring to all traffic on Friday afternoon and removed the old path, so that nobody would be tempted to go back to it.',
    },
    {
      kind: 'design-prediction',
      text: 'When the model is trained we release it to every customer at once. The old rules are deleted the same day, since two systems only cause confusion.',
    },
    {
      kind: 'probe',
      text: 'A canary is too small to mean anything, I would ship to everyone and retrain if it is bad.',
    },
    {
      kind: 'design-ranking',
      text: 'so we deploy the ranker on friday night for everybody no fallback because the new one is better anyway and you dont need the old one then',
    },
    {
      kind: 'story-metric',
      text: 'The number looked good, so it went to the whole country that evening. No holdback, no switch. Support found out on Monday.',
    },
    {
      kind: 'design-prediction',
      text: 'A staged launch would merely delay the savings. I enable it for all sites the same week and take out the manual review.',
    },
  ],
  silent: [
    {
      kind: 'story-rollout',
      text: 'Five percent first, behind a flag. At a two percent rise in declined cards the flag goes off by itself and the old rules answer. It went off on the second day.',
    },
    {
      kind: 'design-prediction',
      text: 'It starts on one line of the plant with the old schedule kept in parallel. If two failures are missed in a month, I go back to the schedule.',
    },
    {
      kind: 'probe',
      text: 'One percent for two days, ten for a week; I stop if refunds rise by half a point. The old ranker stays warm for a month.',
    },
    {
      kind: 'design-ranking',
      text: 'When the model is late by more than 80 milliseconds, the page shows the popular list. The same path is the way back if purchases fall.',
    },
    { kind: 'comp', text: 'If the role includes the rollout and the pager I would expect the top of the band.' },
    {
      kind: 'story-rollout',
      text: 'We had released to everyone at once and that was my mistake: there was no switch. I wrote one that night, and every launch since starts at two percent.',
    },
  ],
};
export default rule;
