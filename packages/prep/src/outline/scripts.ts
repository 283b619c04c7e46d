import { DECIDED } from './stories.ts';
import type { PartRule } from './part.ts';

/** Why MLE: a line that goes on, not a new life. */
export const WHY: readonly PartRule[] = [
  {
    id: 'continuity',
    label: 'What goes on',
    ask: 'What have you already been doing, for how long and where, that this job is more of?',
    heardIn: [
      /\b(already|for (the (last|past) )?(\w+ )?(years?|months)|since \d{4}|same (problem|question|work|kind|thing|job)|kept \w+ing|keep \w+ing|again|each time|every time|always the (part|one)|pattern|continu\w+|next step|more of|goes on|most of (my|the) (work|job|time)|since \w+ years|\w+ years (i|at|in|of)|right now i|i (own|owned|ran|run|built|maintain\w*|look after|looked after|rolled out|wrote|have been|am the))\b/,
    ],
    unless: [/\b(passion\w*|fascinat\w*|excit\w*|obsess\w*|dream\w*|love|loved|inspir\w*)\b/],
  },
  {
    id: 'evidence',
    label: 'Evidence',
    ask: 'Which decision or system of yours shows it, so that a former colleague could confirm it?',
    heardIn: [DECIDED],
  },
  {
    id: 'limit',
    label: 'The limit you ran into',
    ask: 'What could you not do where you are, that made the next step this one?',
    heardIn: [
      /\b(could ?n[o']t|couldn't|can ?not|can't|cannot|no way to|not (mine|my|allowed|able)|was ?n[o']t mine|stops? at|stopped at|ended at|limit\w*|ceiling|ran into|run into|handed (over|off)|somebody else|someone else|another team|out of (my )?reach|without|no one|nobody|missing|only so far|wall|never let|may not|had to wait|have to wait|(other|somebody else|others) (people )?(decides?|had to|have to)|open a ticket|stuck|hand(ed|s)? it (over|on)|no say|not my (call|decision)|ask(ed|s)? another)\b/,
    ],
  },
];

/** Compensation: scope and band before a number. */
export const COMPENSATION: readonly PartRule[] = [
  {
    id: 'scope',
    label: 'Scope',
    ask: 'Ask or say what the role owns: which decisions, for which system, at which level.',
    heardIn: [
      /\b(scope|owns?|owning|ownership|responsib\w+|which decisions|what decisions|decid\w+|on call|level|accountable|the role (is|covers|includes)|in scope|what (is|would be) mine)\b/,
    ],
  },
  {
    id: 'band',
    label: 'Band',
    ask: 'Ask what the band for that level pays for, or say the range you have found for it and where.',
    heardIn: [/\b(bands?|range|ranges|bracket|levels? pays?|pay (for|at) (the|this|that) level|market|between)\b/],
  },
  {
    id: 'number',
    label: 'A number',
    ask: 'Say a figure or a range, once, and stop talking.',
    heardIn: [/(\$|€|£)\s?\d|\b\d{2,3}(\.\d+)? ?k\b|\b\d{2,3}[,. ]?\d{3}\b|\b(hundred|thousand|million)\b/],
  },
  {
    id: 'moves',
    label: 'What could move it',
    ask: 'Say what would move the number: level, base against equity, a review date, a condition.',
    heardIn: [
      /\b(if|depend\w*|flex\w*|move\w*|trade|equity|stock|options?|base|sign[- ]?on|bonus|review|condition|in exchange|rather than|instead|would accept|walk away|below that|floor)\b/,
    ],
  },
];
