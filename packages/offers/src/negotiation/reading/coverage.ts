import { ISSUE_LABELS, type Issue } from '../terms.ts';
import type { Act, Unclear } from './acts.ts';
import { TAKES_BACK } from './corrections.ts';
import { areasIn, issuesIn } from './lexicon.ts';

const NEGATION =
  /\b(?:not|never|no|nor|neither|without|hardly|barely|nothing|none|cannot|\w+n't|(?:do|does|did|is|are|was|wo|would|could|should|ca)nt|unable|unwilling|refuse\w*|too (?:low|little|much|high|far|late|early)|unless|except)\b/i;
/** Denials that change nothing about what is asked. */
const IDLE =
  /\b(?:no (?:problem|worries|rush|hurry|pressure|offen[cs]e|doubt|question|matter|hard feelings|idea)|not (?:only|just|sure|yet|too bad|far off|bad)|why not|if not|don'?t (?:worry|know|see why|think twice|mind|get me wrong|you think)|can'?t (?:wait|we|you)|could(?:n'?t| not) (?:you|we)|won'?t you|wouldn'?t (?:you|it be|that be|mind)|isn'?t (?:it|that)|doesn'?t matter|nothing (?:fancy|crazy|more|else)|no more|(?:might|may) not know|can'?t (?:start|join|begin|be there) (?:for|until|before|sooner)|without (?:hesitation|a doubt)|(?:is|would) §\d+§ (?:\w+ )?too (?:much|high)|if\b[^,]*\b(?:can'?t|cannot|won'?t|doesn'?t) (?:move|budge|change)|no (?:less|lower|more|later) than|not (?:less|lower|more|later) than|can'?t help|if (?:it'?s|that'?s) not|doesn'?t (?:move|change)|can'?t move|not a big ask|not unreasonable|don'?t (?:want|mean) to (?:be|seem|sound|push)|i'?m not (?:a )?greedy|otherwise)\b/i;
const GIVING =
  /\b(?:less|lower|smaller|fewer|trade|swap|exchange|instead|rather than|rather\b.*\bthan|in place of|give up|giving up|forgo|sacrifice|at the (?:cost|expense) of|in lieu)\b/i;
const BEFORE =
  /\b(?:would(?:'ve| have(?! to))|could(?:'ve| have)|should(?:'ve| have(?! to))|might have|used to|back then|years? ago|last (?:year|month|week|time)|previously|was (?:told|promised|offered|paid))\b/i;
const ACCEPTISH =
  /\b(?:accept\w*|agree\w*|deal|sign (?:it|that|today|now|right|the)|i(?:'m| am) in|on board|take it|count me|say yes|yes|shake on|where do i sign|got yourself|we(?:'re| are) (?:good|set|done|there)|sold|send (?:over )?the (?:contract|papers)|sounds (?:good|great|fair|fine)|works for me|that works|happy with|fine with|go ahead|go with (?:that|this|it)|join you)\b/i;
const REJECTISH =
  /\b(?:decline\w*|withdraw\w*|reject\w*|turn(?:ing|ed)? (?:it|this|that|you|the offer) down|walk(?:ing)? away|pass on|i(?:'ll| will) pass|not for me|out of the (?:running|process)|going (?:with|to) (?:another|the other|someone)|stay(?:ing)? (?:where|put|with my)|won'?t be joining|say no|saying no|no thanks|no thank you|part ways|call it off|move on|moving on|not (?:moving|going) (?:forward|ahead))\b/i;
const WANTS =
  /\b(?:i(?:'d| would|'ll)? ?(?:really |rather |also |still |just )*(?:want|need|like|prefer|insist|expect|love|require|ask|demand|hope)|could (?:you|we|i)|can (?:you|we|u|i)|would you|make it|let'?s|please|pls|how about|what about|i(?:'m| am) (?:asking|looking|hoping|after|not willing|willing|not ready|ready)|no §|i(?:'d| would) (?:take|accept|go|do)|take|give me|get me)\b/i;
/** Things one can bargain for that are not on this table. */
const ELSEWHERE =
  /\b(?:vacation|pto|holidays?|days off|paid leave|parental leave|relocation|relocat\w+|moving (?:costs?|allowance|expenses)|severance|(?:annual|yearly|performance|target|year[ -]end|retention|guaranteed) bonus|bonus(?:es)?|401 ?\(?k\)?|pension|health (?:insurance|care|plan)|visa|green card|laptop|gpus?|conference|education|training budget|stipend|allowance|four[ -]day week|part[ -]time|commission|clawback|cliff|(?:faster|quicker|monthly) vesting|vesting schedule|acceleration|exercise window|strike|preferred|refreshers?|non-?compete|hours)\b/i;

const DONE_IN =
  /\b(?:experience|i(?:'ve| have)|we|built|trained|shipped|worked|spent|led|ran|took|takes|notice|interview\w*|process|saved|cut|reduced|launched|wrote|was|were)\b/i;

/** Courtesy, work done, thoughts about how it goes: said without asking for anything. */
const PLAIN_TALK =
  /^\W*$|^\W*\w+\W*$|\b(?:thanks?|thank you|hello|hi|hey|good (?:morning|afternoon|evening|day|to)|nice to|great to|pleas(?:ed|ure)|appreciate|look(?:ing)? forward|excited|enjoyed|impressed|love (?:the|your|what)|i (?:hope|understand|see|get|hear|know|think|believe|feel|agree that|realise|realize|wonder)|makes sense|fair (?:point|enough)|got it|let me (?:think|know|check|see|sleep|talk|get|come|discuss|ask|explain|tell|look|speak|consider|be (?:clear|honest|frank|open|direct))|let'?s (?:talk|discuss|speak|see|start)|tell me|walk me through|explain|we(?:'re| are) (?:close|nearly|almost)|(?:in|at) my (?:last|previous|current)|experience|years?|degrees?|i(?:'ve| have)? (?:run|ran|owned|built|maintained|shipped|led|kept|did|done|operated|set up|caught|fixed|worked|wrote|trained|designed|studied|managed|mentored|deployed|launched|cut|reduced|saved|improved|served|handled|migrated|been)|we (?:ran|built|served|cut|had|trained|shipped|did|saved|handled|reduced|improved|used|moved|launched)|(?:my|our) (?:\w+ )?(?:team|work|service|model|models|system|pipeline|group|project|manager|background|strength|evaluation|monitoring)|research|(?:send|write|e-?mail|call|put|introduce|connect) (?:me|you|it|that|us|this)|(?:matters?|important) (?:more|most|to me)|it'?s (?:not )?about|the reason|because|given|market|could you (?:send|put|write|tell|explain)|take your time|no rush|one moment|just a (?:second|moment)|in principle|as i said|question)\b/i;

/** Words that speak against a figure. */
const AGAINST =
  /\b(?:under(?:paid|valued|whelm\w*|sold)|worse off|lowball\w*|insult\w*|disrespect\w*|struggl\w+|losing|lose money|loss|pay cut|step (?:back|down)|disappoint\w*|ridiculous|laugh\w*|joke|hard to (?:accept|justify|swallow|take|say)|regret|short of|falls short|shy of|a shame|resent\w*|unfair|too (?:low|little)|embarrassing|crazy|foolish|stupid|mad|nuts|insane|sad|upset|frustrat\w+|bad|wrong|worthless|peanuts|not worth)\b/i;
const REQUEST = /^\W*(?:and |so |but |also )?(?:can|could|would|will) (?:you|we|i|the|it|there|my|u)\b/i;

const SAYS_LITTLE: ReadonlySet<Act['kind']> = new Set(['reason', 'habit', 'apology']);

const about = (acts: readonly Act[], issue: Issue): boolean =>
  acts.some(
    (act) =>
      ('issue' in act && act.issue === issue) ||
      (act.kind === 'question' && (act.about === issue || act.about === 'range' || act.about === 'process')) ||
      (act.kind === 'condition' && act.on === issue),
  );

const LEFT_ALONE =
  /\b(?:keep|leave|leaving|keeping|stays?|staying|as (?:it )?is|where it is|alone|unchanged|can'?t move|doesn'?t move|is (?:fine|ok|okay|good|great)|(?:fine|ok|okay|happy|good) with)\b/i;

/**
 * What a reading leaves unaccounted for in a sentence (numbers masked): a term nobody read, a "not" that no act takes
 * up, a trade or an earlier time read as a plain ask, an answer that may be a yes or a no. Whatever is left over is asked
 * about, so that a sentence is read in full or not at all.
 */
export function uncovered(
  sentence: string,
  quote: string,
  acts: readonly Act[],
  units: readonly string[],
  alone: boolean,
): Unclear[] {
  const ask = (question: string): Unclear[] => [{ quote, ask: question }];
  const speaks = acts.filter(({ kind }) => !SAYS_LITTLE.has(kind));
  const proposes = acts.some(({ kind }) => kind === 'propose' || kind === 'push' || kind === 'propose-scope');
  const has = (kind: Act['kind']): boolean => acts.some((act) => act.kind === kind);
  const asking = /\?/.test(sentence);

  if (TAKES_BACK.test(sentence)) return ask('You took something back: what do you ask for now?');

  const wants = WANTS.test(sentence);
  if (
    ELSEWHERE.test(
      sentence.replace(
        /\bsign(?:ing)?[ -]?(?:on )?bonus\b|\b(?:joining|start(?:ing)?) bonus\b|\bbonus (?:at|for|on) signing\b/gi,
        '',
      ),
    ) &&
    (wants || proposes) &&
    (!asking || REQUEST.test(sentence)) &&
    !has('alternative') &&
    !has('leak')
  )
    return ask('Part of that is not on this table. What do you ask for on what is?');

  const denied = sentence.replace(new RegExp(IDLE.source, 'gi'), '');
  // Terms.
  const reported = has('alternative') || has('leak') || acts.some((act) => act.kind === 'reason');
  const named = [...new Set(issuesIn(sentence).map(({ issue }) => issue))];
  if (!reported)
    for (const issue of named) {
      if (issue === 'scope' || issue === 'start' || about(acts, issue)) continue;
      if (LEFT_ALONE.test(sentence) && !NEGATION.test(denied)) continue;
      if (has('question') || has('reject') || has('accept') || (has('ultimatum') && proposes)) continue;
      // A level, a review or an office may be named in passing, where nothing is wanted.
      if (!wants && !proposes && !NEGATION.test(denied)) continue;
      if (issue === 'level' && (has('condition') || !wants)) continue;
      return ask(`What do you say about ${ISSUE_LABELS[issue].toLowerCase()}?`);
    }
  if (reported && proposes && GIVING.test(sentence) && named.length > 1)
    return ask('What do you give up, and what do you want for it?');

  // Denials.
  const takesUp = acts.some(
    (act) =>
      ['refuse', 'reject', 'apology', 'leak', 'question', 'alternative'].includes(act.kind) ||
      (act.kind === 'ultimatum' && proposes) ||
      (act.kind === 'propose' && (act.figure.bound !== undefined || act.figure.low === 0)),
  );
  const areas = areasIn(sentence);
  if (NEGATION.test(denied) && !takesUp) {
    if (proposes) return ask('There is a “not” in that: what do you ask for, and what would you not take?');
    if (areas.length > 0 || (named.some((issue) => issue !== 'start') && !has('reason')))
      return ask('There is a “not” in that: what do you want, and what not?');
    if (/§/.test(sentence) && !acts.length) return ask('What would you not take, and what do you ask for?');
  }
  if (
    areas.length > 0 &&
    NEGATION.test(denied) &&
    acts.some(({ kind }) => kind === 'propose-scope' || kind === 'propose') &&
    !has('refuse') &&
    !takesUp
  )
    return ask(`Do you want ${areas.join(', ')}, or not?`);
  if (
    areas.length > 0 &&
    /\b(?:off my|take away|someone else|other team|hand over|give away|drop|remove|avoid|out of|out(?= ?[.,!?]|$)|exclude|excluding|get rid of|exempt|excuse me from|spare me|free of|relieved? of)\b/i.test(
      sentence,
    )
  )
    return ask(`Do you want ${areas.join(', ')}, or not?`);

  if (has('refuse') && (denied.match(new RegExp(NEGATION.source, 'gi')) ?? []).length > 1 && !proposes)
    return ask('Would you take that, or not?');

  if (
    has('refuse') &&
    /\b(?:not|never|\w+n't|no)\b[^§.]*\b(?:unhappy|unreasonable|unfair|mind|object|oppose\w*|sad|upset|complain|disappointed|offended|hate|refuse|reject|decline|far off|against)\b/i.test(
      sentence,
    )
  )
    return ask('Would you take that, or not?');

  if (/(?<![\w§.])\d+(?![\w§])/.test(sentence.replace(/§\d+§/g, ' '))) return ask('What is the figure in that for?');
  if (
    proposes &&
    !has('ultimatum') &&
    !asking &&
    /\bor (?:i|we)(?:'m|'ll| am| will| have| need| must| could| might)\b/i.test(sentence)
  )
    return ask('Would you leave without it?');

  // Times.
  for (const mark of sentence.matchAll(/§(\d+)§/g)) {
    const unit = units[Number(mark[1])];
    const spelled =
      /^\s?-?(week|month|day)s?\b/i.exec(sentence.slice(mark.index + mark[0].length))?.[1]?.toLowerCase() ?? unit;
    if (spelled !== 'week' && spelled !== 'month' && spelled !== 'day') continue;
    const read = acts.some(
      (act) => 'issue' in act && (act.issue === 'start' || act.issue === 'review' || act.issue === 'remote'),
    );
    if (read || has('leak') || has('reason') || has('question') || DONE_IN.test(sentence)) continue;
    if (acts.some((act) => act.kind === 'habit' && act.what === 'time')) continue;
    return ask('What is that time for: the start, the review or days from home?');
  }

  if (
    proposes &&
    /\b(?:unvested|forfeit\w*|walk(?:ing)? away from|leav(?:e|ing) (?:\w+ )*(?:on the table|behind)|clawed back|pay back|owe)\b/i.test(
      sentence,
    )
  )
    return ask('Is that what you ask for, or what you would lose elsewhere?');
  if (
    acts.some((act) => act.kind === 'propose' && act.issue === 'level') &&
    /\brather\b.*\bthan\b|\bmore than\b|\binstead\b/i.test(sentence)
  )
    return ask('Which level do you want?');

  // Trades and the past.
  const figures = acts.filter(({ kind }) => kind === 'propose').length;
  if (
    proposes &&
    GIVING.test(sentence) &&
    figures < 2 &&
    !acts.some((act) => act.kind === 'propose' && act.figure.bound !== undefined) &&
    !has('refuse') &&
    !/\b(?:a|no|not) (?:\w+ )?less\b|\bless than\b/i.test(sentence)
  ) {
    const zero = acts.some((act) => act.kind === 'propose' && act.figure.low === 0);
    if (!zero && (named.length > 1 || figures === 0)) return ask('What do you give up, and what do you want for it?');
  }
  if (
    proposes &&
    BEFORE.test(sentence) &&
    !has('leak') &&
    !has('alternative') &&
    !/\bi (?:was|had) (?:hoping|thinking|looking)|would(?:'ve| have) (?:hoped|liked|expected)\b/i.test(sentence)
  )
    return ask('Is that what you ask for now, or how it was before?');

  if (
    proposes &&
    /\b(?:he|she|his|her|him|they|them|their)\b/i.test(sentence) &&
    !has('alternative') &&
    !has('ultimatum') &&
    !has('leak') &&
    !/\b(?:match|beat) (?:them|their)\b/i.test(sentence)
  )
    return ask('Is that what you ask for, or what somebody else does?');
  const taken = new Set(acts.flatMap((act) => ('areas' in act ? act.areas : [])));
  if (!asking && (proposes || wants) && areas.some((area) => !taken.has(area)))
    return ask(`What do you say about ${areas.filter((area) => !taken.has(area)).join(', ')}?`);
  if (
    /\b(?:does|do|did|has|have|is|are) (?:the |your |this )?(?:band|range|budget|grade|anyone|anybody|others|people|most)\b/i.test(
      sentence,
    ) &&
    proposes &&
    asking
  )
    return ask('Do you ask for that, or only whether it is possible?');
  if (
    /\b(?:start|begin|join)\w*\b.*\b(?:immediately|right away|straight away|tomorrow|asap|as soon as possible|next (?:week|month|year)|any ?time|whenever|(?:on|next) (?:mon|tues|wednes|thurs|fri)day|in (?:the )?(?:spring|summer|autumn|fall|winter|new year)|after (?:the )?(?:holidays|christmas|summer))\b/i.test(
      sentence,
    ) &&
    !about(acts, 'start')
  )
    return ask('In how many weeks would you start?');

  if (proposes && AGAINST.test(sentence) && !has('refuse') && !has('ultimatum') && !takesUp)
    return ask('Is that what you ask for, or what you would not take?');
  if (/\byou (?:can|could|may|might) (?:keep|have|skip|drop|save|forget|spare)\b/i.test(sentence) && named.length > 0)
    return ask('What do you give up, and what do you ask for?');
  if (areas.length > 1 && /\brather\b.*\bthan\b|\binstead\b|\bover\b|\bprefer\b.*\bto\b/i.test(sentence))
    return ask(`Which do you want: ${areas.join(' or ')}?`);

  if (
    !asking &&
    speaks.length === 0 &&
    /\b(?:leave|start|begin|join|free|available)\b.*\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i.test(
      sentence,
    )
  )
    return ask('In how many weeks would you start?');

  // A yes or a no that was not read as one.
  if (
    asking &&
    REQUEST.test(sentence) &&
    named.some((issue) => issue !== 'start') &&
    speaks.every((act) => act.kind === 'question' && act.about === 'other')
  )
    return ask('What do you ask for, in figures?');
  if (asking && REQUEST.test(sentence) && acts.length === 0 && !PLAIN_TALK.test(sentence))
    return ask('What do you ask for, on what is on the table?');
  if (speaks.length === 0 && !asking) {
    const time = acts.some((act) => act.kind === 'habit' && act.what !== 'in-writing');
    if (ACCEPTISH.test(sentence) && !time) return ask('Do you accept what is on the table, or not yet?');
    if (REJECTISH.test(sentence) && !time) return ask('Do you turn the offer down?');
    if (/\b(?:no deal|deal ?breakers?|or else|(?:is|are) a must|must[ -]have)\b/i.test(sentence))
      return ask('What do you ask for, and would you leave without it?');
  }
  // Words that do nothing known are not passed over, unless they are courtesy, work done or a thought.
  if (acts.length === 0 && !asking && alone && !PLAIN_TALK.test(sentence))
    return ask('What does that mean for the offer?');
  return [];
}
