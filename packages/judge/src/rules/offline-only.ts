import type { Rule } from './rule.ts';
import { isDesign } from './reading/kinds.ts';

const rule: Rule = {
  fault: 'offline-only',
  gravity: 5,
  absence: true,
  about: 'You would ship on an offline number: no online check, no guardrail.',
  better: 'Say what share of traffic sees it first, which product number decides, and which one stops it.',
  cues: [
    {
      name: 'straight',
      phrases: [
        'ship it|them',
        'we ship|go|deploy|launch|release',
        'then {we|i|it|you}? {deploy|deployed|ship|shipped|launch|release|goes live|put it|turn it on}',
        'put|turn|switch it {live|on|in|in production|into production}',
        'to {all|everyone|everybody|every}',
        'go|went live',
        'settled the matter',
        'can be released',
        'would release',
        'same week|day|afternoon|evening',
      ],
    },
    {
      name: 'refuses',
      phrases: [
        'no|without|not {an|a|need|bother|with|need an|bother with}? {a b|ab|experiment|canary|online|test|control}',
        'would not bother',
        'only delays',
        'no {experiment|a b|ab|canary|holdback|holdout}',
        'trust offline',
        'offline {win|better|is better|number|result}',
        'once .. passes|above|passed',
        'deprives|waste of time',
        'not touch it',
      ],
    },
    {
      name: 'gate',
      phrases: [
        'if|once|when .. {auc|accuracy|ndcg|score|precision|mape|recall|error|metric|offline} .. {above|over|better|improves|lower|passes|good}',
        'whichever|whatever .. {better|best|lower|highest|higher}',
        'with auc|accuracy above',
      ],
    },
  ],
  whole: (answer) => [
    answer.topics.has('live') ? 'live' : 'not-live',
    answer.topics.has('online') ? 'online' : 'no-online',
    answer.topics.has('launch') ? 'launch' : 'no-launch',
    answer.topics.has('rollback') ? 'rollback' : 'no-rollback',
    ...(isDesign(answer.asked.kind, answer.words) && !answer.topics.has('live')
      ? ['design-offline', `design-offline-${answer.asked.kind}`]
      : []),
    answer.topics.has('metric') ? 'metric' : 'no-metric',
  ],
  fires: [
    {
      kind: 'design-ranking',
      text: 'I train the ranker on clicks from last month and compare NDCG with the version we have. When the offline number is higher I deploy it to all users the same day. An A/B test only delays the gain.',
    },
    {
      kind: 'probe',
      text: 'The offline AUC is better, so I would ship it. If it holds on the test set there is no need for an experiment.',
    },
    {
      kind: 'design-prediction',
      text: 'so labels are the chargebacks and i train boosted trees and when precision on the holdout is above ninety percent we turn it on for everyone and retrain it every month with the new data',
    },
    {
      kind: 'story-metric',
      text: 'The held-out precision was 96 percent, which settled it, and we released to every customer that evening without a control group.',
    },
    {
      kind: 'design-ranking',
      text: 'Once the new model has a better MAP on the log I put it in production for everybody. The log is made by real users, so no online check is needed.',
    },
    {
      kind: 'design-prediction',
      text: 'Take whichever model has the lowest error in cross-validation and put it live for all stores. No canary, that would be a waste of time.',
    },
  ],
  silent: [
    {
      kind: 'design-ranking',
      text: 'NDCG only tells me which of my candidates deserve a test. Five percent of searches see the winner for two weeks, and purchases net of returns decide; if zero-result searches rise I stop.',
    },
    {
      kind: 'probe',
      text: 'I would not ship on the offline AUC. I would run it in shadow for a week, then on one percent of traffic, with refunds as the guardrail.',
    },
    {
      kind: 'design-prediction',
      text: 'Half of the at-risk customers get no call, chosen by lot, and I compare cancellations after sixty days. Without that I cannot tell the model from the offer.',
    },
    {
      kind: 'story-metric',
      text: 'Offline it was four percent better and the experiment was flat, so we kept the old one, and I spent the month on finding out why.',
    },
    {
      kind: 'why-mle',
      text: 'I serve a model whose launches I have to undo. I want to be in the room where the launch is decided.',
    },
    {
      kind: 'design-prediction',
      text: 'We shadow for two weeks next to the current rules and compare the disagreements by hand, then two cities, then the rest, with complaints per thousand orders as the brake.',
    },
  ],
};
export default rule;
