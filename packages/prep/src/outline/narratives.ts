import type { Area } from '../dossier/types.ts';
import type { PartRule } from './part.ts';

/** A design narrative's parts in the order in which they are told. */
export const NARRATIVE: readonly PartRule[] = [
  {
    id: 'goal',
    label: 'Goal',
    ask: 'What does the business lose or gain, counted in what, and for whom?',
    heardIn: [
      /\b(goal|aim\w*|objective|business|success (is|means|would)|we want|want(s|ed)? to|the point|is there to|paid|revenue|money|loss(es)?|cost(s|ing)?|retention|users? (come|find|leave|buy|stay|return)|customers?|matters)\b/,
    ],
  },
  {
    id: 'proxy',
    label: 'Offline proxy',
    ask: 'Which offline measure stands in for that goal, at which operating point, and when does it lie?',
    heardIn: [
      /\b(offline|proxy|proxies|stands? in|ndcg|mrr|map@?\d*|recall|precision|auc|pr[- ]auc|log ?loss|brier|calibrat\w+|mae|rmse|mape|pinball|hit rate|lift|metric|measure[ds]?)\b/,
    ],
  },
  {
    id: 'baseline',
    label: 'Baseline',
    ask: 'What does the job today, or what is the simplest thing that could: its number is the one to beat.',
    heardIn: [
      /\b(baseline|today's|current(ly)?|existing|as is|simplest|heuristic|popularity|most popular|rules?( today| in place| that run)?|bm25|last (week|year)'s|constant guess|majority|beat|incumbent|in place|without a model|no model)\b/,
    ],
  },
  {
    id: 'labels',
    label: 'Labels',
    ask: 'Where do labels come from, who or what makes them, how late are they, and how do they lie?',
    heardIn: [
      /\b(labels?|labell\w+|labeled|labeling|ground truth|annotat\w+|raters?|judg(e)?ments by|chargebacks?|clicks? (as|are|count)|positives? (are|is|come)|target (is|comes)|outcome (is|comes|arrives)|judged by)\b/,
    ],
  },
  {
    id: 'checks',
    label: 'Checks',
    ask: 'How is it split, what could leak, and which check would catch it before launch?',
    heardIn: [
      /\b(split|leak\w*|time[- ]based|by time|by date|hold ?out|hold-out|held[- ]out|backtest\w*|slices?|sliced|point[- ]in[- ]time|as of|data checks?|checks?|validat\w+|sanity|duplicates?|skew|missing|cross[- ]validat\w+|embargo)\b/,
    ],
  },
  {
    id: 'model',
    label: 'Model',
    ask: 'Which model, why is it enough here, and what would make you take a bigger one?',
    heardIn: [
      /\b(boosted|boosting|gradient[- ]boost\w*|gbdt|xgboost|lightgbm|trees?|forest|logistic|regression|linear|two[- ]tower|embedding\w*|transformer|neural|network|lambda ?mart|pointwise|pairwise|listwise|learning to rank|ranker|re-?rank\w*|retriev\w+|nearest neighbou?rs?|factori[sz]ation|classifier|model (is|would be|i would|first|itself|can|family|of choice)|train (a|the|one|on)|fine[- ]tun\w+)\b/,
    ],
    unless: [/\bno model\b|\bwithout a model\b/],
  },
  {
    id: 'serving',
    label: 'Serving',
    ask: 'What must a request cost in time, how fresh are the features, and what answers when the model cannot?',
    heardIn: [
      /\b(serv(e|es|ed|ing)|latency|milliseconds?|\d+ ?ms|p9\d|request|online features?|feature store|fresh\w*|stale|cache[sd]?|precomput\w*|nightly|real[- ]time|timeout|fall ?back|falls back|budget of)\b/,
    ],
  },
  {
    id: 'monitors',
    label: 'Monitors',
    ask: 'What do you watch, against which figure, and who is woken when it is crossed?',
    heardIn: [
      /\b(monitor\w*|alert\w*|alarm\w*|watch\w*|page[sd]?|dashboard|drift\w*|track(s|ed|ing)?|canary|guardrails?|on[- ]call|every (day|hour|week)|weekly|daily)\b/,
    ],
  },
  {
    id: 'rollback',
    label: 'Rollback',
    ask: 'At which figure do you go back, to what, how fast, and who decides?',
    heardIn: [
      /\b(roll(s|ed|ing)? ?back|rollback|revert\w*|kill switch|switch(ed)? (it )?off|turn(ed)? (it )?off|(go|goes|went|turn\w*|return\w*|switch\w*) back|undo|stop the (rollout|launch|ramp)|previous (model|version))\b/,
    ],
  },
];

export const DOMINANT: PartRule = {
  id: 'dominant',
  label: 'The constraint that dominates',
  ask: 'Which one constraint decides this design, and what do you give up for it?',
  heardIn: [
    /\b(dominat\w+|dominant|the constraint|main constraint|constrain\w*|what limits|limited by|bound by|bottleneck|above all|before (anything|everything) else|comes first|hardest (part|thing)|everything else|matters most|first and foremost|decides (the|this) design|the one thing|give up|gives up|trade|rather than|at the price of)\b/,
  ],
};

export const FIRST_FAILURE: PartRule = {
  id: 'first-failure',
  label: 'First failure after launch',
  ask: 'What breaks first once it is live, who feels it before any dashboard does, and how would you find out?',
  heardIn: [
    /\b(break\w*|fail\w*|goes wrong|go wrong|wrong first|degrade\w*|rots?|gamed?|surprise\w*|hurt\w*)\b/,
    /\b(first|after launch|after (it|we) (launch|ship|go)\w*|once (it is|it's|we are) live|in production|within (a|the first|two|three|\d+)|soon|week (one|1)|month (one|1)|day (one|1)|likeliest|most likely|early)\b/,
  ],
};

/** What usually dominates in an area: a reminder beside the outline, never words to say. */
export const USUALLY_DOMINANT: Record<Area, string> = {
  search:
    'In search the answer is due in a couple of hundred milliseconds and clicks follow position: say which of the two shapes your design.',
  recommendations:
    'In recommendations you see reactions only to what was shown: say how you learn about the rest, and what exploring costs.',
  fraud:
    'In fraud the labels come weeks late, few cases are positive, and people can review only so many a day: say which of these sets the threshold.',
  other: 'Name the limit that would still bind if you had twice the people: time, labels, review, money or trust.',
};
