import type { Act, Leak } from './acts.ts';

interface Sign {
  readonly pattern: RegExp;
  readonly act:
    | { kind: 'apology' }
    | { kind: 'ultimatum' }
    | { kind: 'leak'; what: Leak; value: null }
    | { kind: 'alternative'; base: null }
    | { kind: 'reason'; areas: [] }
    | { kind: 'habit'; what: 'in-writing' | 'door-open' | 'time' };
}

/** What is done with words beside proposals. One act of a kind for each sentence. */
const SIGNS: readonly Sign[] = [
  {
    pattern:
      /\b(?:sorry|excuse me|(?:hope )?(?:you |you'?ll )?(?:don'?t|won'?t) mind (?:me|my) asking|if you don'?t mind (?:me|my) asking|i feel (?:so |really |a bit |very )?(?:bad|awkward|guilty|terrible|awful|rude|greedy)\b|push(?:ing)? (?:my luck|it)|asking (?:for )?(?:too|so) much|a cheeky|cheeky|out of line|bother you|trouble you|pardon|overstepping|being (?:greedy|difficult|pushy|a nuisance)|hope (?:i'?m|this is|it'?s) not (?:too|over|asking)|embarrass\w*|apolog\w+|forgive (?:me|the|my)|i (?:really |so |do |honestly )?(?:hate|feel (?:so |really |a bit |very )?(?:bad|awkward|guilty|terrible|awful|rude|silly|greedy)(?: about)?(?: (?:this|that|it|asking))?|don'?t (?:want|mean) to) (?:to |for |about )?(?:do this|,|ask|asking|bring|be (?:rude|difficult|greedy|pushy|a pain)|push|seem)\w*|i know (?:it'?s|that'?s|this is|i'?m|i am|i don'?t|i have no|i lack)\b|i reali[sz]e (?:i'?m|it'?s|this is|i don'?t)|only (?:a|just) (?:beginner|junior)|i'?m (?:just|only|still) (?:a |new|learning)|whatever you think|i may be asking too much|if (?:it'?s|that'?s) not too much|i probably don'?t deserve)\b/i,
    act: { kind: 'apology' },
  },
  {
    pattern:
      /\b(?:or (?:i(?:'ll| will|'m)? ?(?:walk|leave|go elsewhere|am out|out|pass|quit)|nothing|else|or i(?:'m| am) (?:signing|going|joining|taking|accepting|leaving|walking)|no deal|we'?re done)|or (?:we|i(?:'m| am|'ll| will)?) (?:stop|sign (?:elsewhere|with)|join (?:them|the other)|are done|not|do not|don'?t|won'?t)|take it or leave it|final (?:offer|word|number|answer|figure|ask|position)|last (?:word|offer)|i(?:'m| am) out(?! of)|i(?:'ll| will) walk|(?:non|not) ?-?negotiable|my bottom line|no (?:less|discussion)[,.]? period|deal ?breaker|you have until|(?:that'?s|it'?s|this is) final|i(?:'m| am) (?:leaving(?! (?:for|my|behind|a|the|on))|walking|gone|done)\b(?! (?:with|my|negotiating|talking|asking|haggling|looking|here))|i leave\b(?! (?:for|my|behind))|or i(?:'ll| will)? sign|or (?:i(?:'ll| will)?|we) (?:go|join|take|accept)\b|no deal|no §\d+§,? no|my (?:absolute )?last (?:word|offer|number|price)|not a (?:cent|dollar|penny) less|otherwise (?:i|we)(?:'ll| will|'m| am) (?:walk|leave|out|go|done|pass))\b/i,
    act: { kind: 'ultimatum' },
  },
  {
    pattern:
      /\b(?:(?:don'?t|do not|haven'?t|have not) (?:have|got|any|received)[^.]*\boffers?\b|no (?:other|competing|second) offers?|no offers?|(?:nobody|no one|no-one|none) (?:else|other)|only (?:one|place|company|people) (?:who|that|to)|nothing else|only (?:places?|ones?|people) (?:that|who)|no one else|didn'?t get anything|only (?:option|offer|company|choice)|nowhere else|no (?:other )?alternatives?|no plan b|no other (?:irons|leads|options|bites|takers|fish|interviews|processes|companies)|no(?:thing| irons| other iron)[^.]*in the (?:fire|pipeline|works)|nothing else (?:lined up|on the table|going))\b/i,
    act: { kind: 'leak', what: 'no-other-offer', value: null },
  },
  {
    pattern:
      /\b(?:i (?:really |badly |desperately |truly )+need (?:this|the|a|it)|need this(?: job)?(?: badly)?$|and need this|desperate|(?:i'?d|i would|i'll|i will|happy to|i could|i can) (?:take|accept|sign|be (?:happy|fine|ok|okay|good) with) (?:anything|whatever|any\b)|(?:happy|fine|ok|okay|good) with (?:anything|whatever)|need to (?:land|find|get|have) (?:something|anything|a job|work|any)|can'?t (?:keep|go on|continue) (?:looking|searching|waiting)|(?:money|cash|time) is (?:running out|tight)|can'?t (?:pay|make) (?:my |the )?(?:rent|mortgage|bills)|need the money|need (?:this|the) (?:income|salary|visa)|dream (?:company|job)|can'?t afford to (?:lose|miss)|(?:family|kids|children) to feed|bills to pay|rent to pay|mortgage to pay|savings (?:run|are)|unemployed|between jobs|last chance|whatever it takes|any offer|out of work|laid off|visa (?:runs|expires|ends)|behind on (?:rent|bills)|running out of (?:money|savings)|i(?:'d| would) do it for less|any number is fine|please,? i need)\b/i,
    act: { kind: 'leak', what: 'need', value: null },
  },
  {
    pattern:
      /\b(?:(?:another|other|competing|second) (?:\w+ )?offer|(?:final|last|late) (?:round|stage)s? with|(?:talking|interviewing|speaking) (?:to|with) (?:\w+ )?(?:other|another)|other (?:companies|processes|firms)(?: are| have| in| going)|offer(?:s)? (?:from|at|with) (?:another|two|other))\b/i,
    act: { kind: 'alternative', base: null },
  },
  {
    pattern:
      /\b(?:because|since i|the reason|the case for|given (?:the|what)|for the (?:work|scope)|that is what .* (?:pays|is worth)|(?:market|levels|band) (?:data|pays|says))\b/i,
    act: { kind: 'reason', areas: [] },
  },
  {
    pattern:
      /\b(?:in writing|by (?:e-?mail|mail)|written (?:offer|down)|put (?:it|that|this) in the letter|in the (?:offer )?letter)\b/i,
    act: { kind: 'habit', what: 'in-writing' },
  },
  {
    pattern:
      /\b(?:works? for (?:both|us both|the two of us)|for both of us|i(?:'d| would) (?:like|love) to (?:make|find|get) (?:this|a|it)|make this work|i want to (?:make this work|join)|open to|flexible on|happy to talk|find (?:a way|something))\b/i,
    act: { kind: 'habit', what: 'door-open' },
  },
  {
    pattern:
      /\b(?:think (?:about it|it over)|come back to you|sleep on it|get back to you|need (?:a day|some time|until)|by (?:tomorrow|monday|friday|next week))\b/i,
    act: { kind: 'habit', what: 'time' },
  },
];

const YES =
  "(?:yes|yep|yeah|sure|brilliant|fantastic|excellent|fine|super|cool|ok(?:ay)?|great|perfect|wonderful|good|alright|all right|thanks|thank you|awesome|lovely|right|well|so|and|then|absolutely|gladly|sold|(?:you(?:'ve| have)? )(?:convinced|won|got|persuaded) me(?: over)?|i(?:'m| am) (?:convinced|sold))";
const WILLING = '(?:happy|delighted|glad|pleased|thrilled|excited|honou?red|ready|proud)';
const ACCEPT = new RegExp(
  `(?:^|[,;:]\\s*(?:so |and |then )?)\\W*(?:${YES}\\b[\\s,.!-]*)*(?:(?:i(?:'m| am)? (?:happily |gladly |hereby |formally )?(?:accept|agree|agreed|in|take it|on board|sold)|(?:i|we)(?:'ll| will|'d love to|'d like to| would like to| want to|'d be ${WILLING} to| would love to| would be ${WILLING} to) (?:happily |gladly )?(?:take|accept|sign|join)(?: it| the offer| that| your offer| you)?|i(?:'m| am) (?:agree|agreed|in|${WILLING} (?:with (?:that|this|it|the offer)|to (?:sign|accept|say yes|join|take it|come on board)))|deal|agreed|accepted|sold|we(?:'ve| have)(?: got)? a deal|you(?:'ve| have)(?: got)? a deal|it'?s a (?:deal|yes)|that'?s a (?:deal|yes)|(?:it'?s )?a yes from me|(?:i'?m )?${WILLING} to (?:sign|accept|say yes|join|take it)|(?:let'?s|let us) (?:do it|do this|sign|go(?: (?:with (?:that|this|it)|ahead|for it))?|shake on it|make it official|get (?:it|this|that) (?:signed|done))|(?:that |this |it |the offer )?(?:sounds|looks) (?:good|great|fine|perfect)|(?:that|this|it|the offer) works|works(?= (?:for me|fine|great))|(?:i'?m |i am )?(?:good|fine|ok|okay|happy) with (?:this|that|it|the offer)|count me in|where do i sign|send (?:me )?(?:over )?the (?:contract|papers|paperwork)|(?:i(?:'ll| will)|i) (?:take|sign) it|i(?:'m| am)? say(?:ing)? yes|yes)\\b)`,
  'i',
);
const REJECT =
  /\b(?:i(?:'ll| will)? (?:have to |must )?(?:refuse (?:your|the|this)|decline|withdraw|pass|reject)|i(?:'m| am) (?:declining|withdrawing|passing|rejecting|out of the (?:running|process)|not (?:going to|gonna) (?:join|accept|take (?:it|this|the job))|going (?:with|to) (?:another|the other|someone else)|joining (?:another|the other|someone else)|stepping (?:away|back|out))|(?:must|need to|want to|like to|have to|got to|going to) (?:decline|withdraw|pass|say no|reject)(?! (?:§|if))|(?:won'?t|will not) be (?:joining|accepting|taking)|can(?:'?t|not) accept (?:the|this|your) offer|(?:can(?:'?t|not)|won'?t|will not) (?:be able to )?(?:accept|join|take it)(?: it| this)?\W*$|go(?:ing)? (?:with|to|for) the other (?:company|offer|one|place)|please (?:withdraw|take me out)|no longer interested|(?:going|have) to (?:turn (?:this|it|you) down|decline|pass|say no)|no,? thanks?,? i|not interested|^no,? thank(?:s| you)(?=\W*$)|not for me|(?:decided|going|want) to stay where i am|stay(?:ing)? (?:put|with my|at my)|took another|taking (?:another|the other)|turn (?:this|it) down|(?:that|it) is a no|(?:that|it)'?s a no\b|(?:i(?:'ve| have)?|we(?:'ve| have)?) (?:chosen|picked|gone with|decided (?:on|for)|signed with|accepted|taken) (?:the other|another|someone|somewhere)|i(?:'m| am) (?:done|walking away)|i don'?t accept (?:the|this|your) offer)\b/i;

export function readTalk(sentence: string, quote: string): Act[] {
  return SIGNS.filter(
    ({ pattern, act }) =>
      pattern.test(sentence) &&
      !(act.kind === 'alternative' && NO_OFFER.test(sentence)) &&
      !(act.kind === 'ultimatum' && /\?/.test(sentence) && !/§/.test(sentence)),
  ).map(({ act }) => ({ ...act, quote }) as Act);
}

const NO_OFFER = /\b(?:no|don'?t|haven'?t|not|nobody)\b/i;

export const accepts = (sentence: string): boolean =>
  ACCEPT.test(sentence.replace(/\?+$/, '')) &&
  !REJECT.test(sentence) &&
  !/\b(?:if|but|unless|except|provided|once|when|not|don'?t|can'?t|won'?t)\b|(?<!where (?:do|can|should) i sign)\?/i.test(
    sentence,
  );
export const rejects = (sentence: string): boolean => REJECT.test(sentence) && !/\bif\b|\bunless\b/i.test(sentence);
