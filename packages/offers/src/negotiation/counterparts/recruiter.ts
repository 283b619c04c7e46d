import type { Counterpart } from '../counterpart.ts';
import { K } from '../terms.ts';

export const recruiter: Counterpart = {
  id: 'recruiter',
  name: 'Dana Whitlock',
  role: 'Recruiter',
  company: 'a late-stage public company',
  face: 'Friendly and quick. Closes forty people a year. Pay bands are set by others; sign-on is the one thing she can move in an afternoon.',
  interest:
    'She is measured on time to close and on staying inside the band. Sign-on comes from another budget and costs her almost nothing; a base above the middle of the band needs a case she can forward.',
  currency: 'USD',
  sheet: {
    base: -1,
    signOn: -0.18,
    equity: -0.14,
    level: -12,
    scope: { data: 1, features: 1, evaluation: 5, serving: 4, monitoring: 3, 'on-call': 3 },
    review: -0.5,
    remote: -1.5,
    startMiss: -0.8,
    startWeek: 4,
  },
  opening: { level: 4, scope: [], base: 188 * K, signOn: 0, equity: 120 * K, review: 12, remote: 2, start: 4 },
  limit: { level: 4, scope: [], base: 212 * K, signOn: 20 * K, equity: 170 * K, review: 12, remote: 2, start: 4 },
  bands: { 4: [186 * K, 218 * K], 5: [215 * K, 250 * K] },
  most: { signOn: 40 * K, equity: 260 * K, remote: 4 },
  order: ['signOn', 'start', 'equity', 'remote', 'review', 'base', 'level', 'scope'],
  style: { pace: 0.3, patience: 6, exploits: 0.55, pride: 0.35, heedsReasons: 0.8, heedsAlternatives: 0.6 },
  approval: {
    who: 'the compensation committee',
    authority: { base: 200 * K, signOn: 15 * K, equity: 150 * K, level: 4 },
    reasons: 1,
  },
  bluffs: [
    {
      issue: 'base',
      line: 'That is the top of what this level pays.',
      chance: 0.7,
      most: 2,
      rule: 'May call a figure the top of the band when pressed on base without a reason. Never says so twice after hearing a reason, never invents another candidate.',
    },
  ],
  probes: ['current-pay', 'other-offers', 'expectation'],
  lines: {
    open: 'Congratulations, the panel liked you. I have an offer here and I would love to get you signed this week. Shall I walk you through it, or do you have questions first?',
    agree: ['I can do that.', 'Yes, that works on our side.'],
    move: ['I can go part of the way.', 'Here is what I can change today.'],
    hold: ['I have nothing to add on that today.', 'I hear you, and this is where I am.'],
    wantsReason: [
      'I cannot take a number upstairs by itself. What is it for?',
      'Give me something I can forward. Why that figure?',
    ],
    approval: 'That is above what I can write. I take it to the compensation committee and come back to you.',
    granted: 'The committee agreed; your reasons were in the note.',
    cut: 'The committee said no to the whole of it: there was no case in the note, only a figure.',
    final: 'This is what there is. I need a yes or a no.',
    walk: 'I do not think we get there. We will go on with other people; all the best.',
    close: 'Wonderful. You get the letter in writing today.',
    parting: 'I am sorry to hear it. The door stays open.',
    alternative: 'Another offer helps me make the case.',
    ultimatum: 'I do not do well with deadlines, but let me see.',
    probes: {
      'current-pay': 'So that I do not waste your time: what are you on today?',
      'other-offers': 'Are you talking to anyone else?',
      expectation: 'What number would make you sign today?',
    },
    answers: {
      level:
        'We have you at L4. L5 is for people who show that they own more than one part of the system; tell me which, and I can ask the panel again.',
      scope:
        'The team lacks someone who owns evaluation, and serving after that. I can have it written into the letter.',
      remote: 'Two days from home is the rule; four have been done.',
      signOn: 'There is money for a sign-on, if something is left behind.',
      review: 'Pay is looked at once a year; six months has been done for people who took on more.',
    },
  },
};
