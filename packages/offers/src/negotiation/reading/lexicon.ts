import { AREAS, type Area, type Issue } from '../terms.ts';

/** The words for each issue, longest sense first. */
export const ISSUE_WORDS: readonly (readonly [Issue, RegExp])[] = [
  [
    'signOn',
    /\b(?:sign(?:ing)?[ -]?on(?: bonus)?|sign(?:ing)?[ -]?bonus|signing(?=\s*(?:[.,;:?!]|$|and\b))|joining bonus|start(?:ing)? bonus|bonus (?:at|for|on) signing)\b/gi,
  ],
  ['equity', /\b(?:equity|rsus?|stocks?|shares|(?:stock |share )options|grant)\b/gi],
  [
    'review',
    /\b(?:(?:pay |salary |compensation |performance )?reviews?|look(?:ing)? at (?:it|this|that|my pay|my salary|pay) again|look at my (?:pay|salary))\b/gi,
  ],
  [
    'remote',
    /\b(?:remote(?:ly)?|from home|at home|wfh|home office|in the office|to the office|office|on[ -]?site|hybrid)\b/gi,
  ],
  ['start', /\b(?:start(?:ing|ed|s)?(?: date)?(?! bonus)|begin|first day|notice|join(?:ing)?(?! bonus))\b/gi],
  ['level', /\b(?:levell?(?:ed|ing)?s?|title|seniority|grade)\b/gi],
  ['scope', /\b(?:scope|own(?:ing|ership)?|responsib\w*)\b/gi],
  ['base', /\b(?:base|sall?[ae]ry|fixed(?: pay)?|yearly pay|annual pay|wage)\b/gi],
];

const AREA_WORDS: Readonly<Record<Area, RegExp>> = {
  data: /\b(?:data(?: quality| pipelines?)?|label(?:s|ling)?)\b/i,
  features: /\bfeatures?(?: store| engineering| pipelines?)?\b/i,
  evaluation: /\b(?:evaluations?|evals?|offline metrics?|measurement|experimentation)\b/i,
  serving: /\b(?:serving|inference|deployment)\b/i,
  monitoring: /\b(?:monitoring|drift|alerting|observability)\b/i,
  'on-call': /\b(?:on[ -]?call|pager)\b/i,
};

export const areasIn = (text: string): Area[] => AREAS.filter((area) => AREA_WORDS[area].test(text));

export interface Found {
  readonly issue: Issue;
  readonly at: number;
  readonly end: number;
}

/** Every word for an issue in a clause, by place. */
export function issuesIn(text: string): Found[] {
  return ISSUE_WORDS.flatMap(([issue, words]) =>
    [...text.matchAll(words)].map((match) => ({ issue, at: match.index, end: match.index + match[0].length })),
  ).toSorted((a, b) => a.at - b.at);
}

/** What one clause hangs on another. */
export const IF =
  /\b(?:if|provided(?: that)?|providing|as long as|so long as|assuming|on condition|on the condition|given that|in case|when|once|only with)\b/i;

export const NOT =
  /\b(?:not|never|no way|cannot|can'?t|won'?t|wouldn'?t|couldn'?t|don'?t|doesn'?t|isn'?t|unable|refuse|too low|too little|not enough|below what)\b/i;

export const MORE =
  /\b(?:more|another|additional|extra|bigger|larger|on top|higher|raise|rais(?:e|ing)|increas\w+|bump|add(?:ing)?|lift|go up|up by|improve\w*|better|further|later|earlier|sooner|push(?:ing)?|throw(?:ing)? in)\b/i;
export const LESS = /\b(?:less|lower|reduce|cut|drop|earlier|sooner)\b/i;
/** Words by which a bare figure is an ask. Without them, or an issue named, it is asked about. */
export const ASKING =
  /\b(?:want(?:ing)?|need|like|love|suppose|fine|anything|between|(?:has|have|needs?|ought) to be|must be|should be|round|make|ok|okay|fine with|gets you|ask(?:ing)?|expect\w*|wish|hop(?:e|ing)|prefer|propos\w+|suggest|could|can|would|will|i'?d|i'?ll|we'?ll|let'?s|make it|say|call it|get (?:me|us)|go(?: up)?(?: to)?|come|land|meet|deal|sign|accept|agree|settle|target|number|figure|range|ask|aim\w*|look(?:ing)?|think(?:ing)?|thought|have in mind|had in mind|believe|see|how about|what about|maybe|perhaps|around|about|somewhere|or|fair|right|possible|doable|reach|work for|works?|comfortable|happy|please|pls|then|instead|i'?m at|i come|assuming|provided|as long as|given|if|best i|anywhere|clos(?:e|ing)|last word|until|at)\b/i;
/** Words under which a figure may be anything but an ask. */
export const DOUBT =
  /\b(?:step back|would have|(?:could|can|would) not|you'?re at|you are at|you (?:folks|guys|all) are|saved?|rent|loss|lose|turned? (?:it |that )?down|last (?:year|month|job|time)|used to|before|previously|friend|colleague|average|median|glassdoor|levels\.fyi|market|costs?|mortgage|worth|insult|joke|pay (?:my|the)|less than i|no way|(?<!you )(?<!we )(?:cannot|can'?t)|hardly|barely|they|he|she|his|her|their)\b/i;
export const WANT =
  /\b(?:i(?:'d| would| will|'ll)? ?(?:want|need|like|ask|expect|prefer|wish|propose|suggest)|could (?:you|we|i)|can (?:you|we|u|i)|would you|make it|let'?s|please|pls|how about|what about)\b/i;
