import type { Cents } from '../../money.ts';
import { ISSUE_LABELS, K, type Issue, type MoneyIssue } from '../terms.ts';
import type { Act, Figure, Unclear } from './acts.ts';
import type { Clause, Context } from './clauses.ts';
import { ASKING, DOUBT, issuesIn, LESS, MORE, NOT } from './lexicon.ts';
import type { Mention } from './numbers.ts';
import { strangely } from './governed.ts';
import { refuses } from './refusal.ts';

const TOTAL = /\b(?:total|all[ -]in|overall|altogether|package|tc|ote|in all)\b/i;
const CURRENT =
  /\b(?:i(?:'m| am)? (?:currently )?(?:make|earn|get paid|being paid|paid|on)|i(?:'m| am) (?:currently |being |now )*(?:paid|making|earning|on)|(?:my )?(?:current|present|existing) (?:place|company|employer|base|pay|salary|comp\w*|package|job)|(?:sall?[ae]ry|pay|base|comp\w*) (?:is |was )?(?:\S+ )?(?:now|today|right now|at the moment|currently)|(?:they|my employer) pays? me|they pay me|(?:base|salary|pay) is \S+ (?:today|now|right now|currently|at the moment)|i(?:'m| am) (?:at|on) \S+ (?:right now|currently|these days|at present|at the moment|today)|i currently \w+|i(?:'m| am) (?:making|earning|getting))\b/i;
const OTHER =
  /\b(?:(?:another|other|competing|second|rival|their) (?:\w+ )?(?:offers?|company|companies|firm|employer)|offered me|offer in hand|(?:have|got|have got|'ve|'ve got) an? (?:\w+ )?offer|(?:company|firm|place)[^.]*\b(?:offering|offers)\b|came in (?:at|with)|has offered|have offered|(?:is|are) (?:paying|offering)|i was offered|got offered|offers me|would pay me|an offer (?:\w+ \w+ )?(?:at|of|from|for)|been offered|offered \S+ (?:somewhere else|elsewhere)|i have \S+ from)\b/i;
const DONE =
  /\b(?:saved|reduced|cut|grew|served|built|handled|generated|brought in|managed|led|processed|scaled|shipped|increased|improved|lowered|migrated)\b/i;
const DONE_BY =
  /\b(?:i|we|i've|we've|my (?:\w+ )?(?:team|service|model|work|system|group)|our (?:\w+ )?(?:team|service|model|system|pipeline)|it|that) (?:\w+ )?(?:saved|reduced|cut|grew|served|serves?|built|handled|handles?|generated|brought in|managed?|led|lead|processed|scaled|shipped|increased|improved|lowered|migrated|trained|ran|runs?|wrote|deployed|hired|mentored|labell?ed|cleaned|evaluated)\b/i;
const COUNTED =
  /^\s?(?:\w+ ){0,2}?(?:people|persons|engineers|users|customers|clients|requests|queries|models?|ms|milliseconds|seconds|minutes|rows|gpus?|nodes|servers|countries|events|papers|teams?|projects|reports|features|tables|pipelines|tests|experiments|items|images|documents|labels|examples|parameters|calls|records|services|pull requests|tickets|incidents|interviews|rounds|companies|applications|candidates|degrees|kids|children|others?|things?|times|points?|reasons|processes|offers|parts?|of (?:us|them|you)|uptime|hour|way|thing|step)\b/i;
const GOOD =
  /\b(?:fair|right|good|great|fine|ok|okay|possible|doable|perfect|my|mine|i|ideal\w*|reasonable|nice|better|more like|enough|acceptable|realistic|workable|comfortable|happy|justified|appropriate|adequate|deserved|best|correct|sweet spot|honest|sensible|market|the (?:number|figure|ask|target|minimum|floor|least|goal)|needed|closer|within|in (?:range|reach|line))\b/i;
const AFTER =
  /^\s?(?:$|[-,.;:?!/)§]|'|(?:on|in|of|for|to|at|by|base|sall?[ae]ry|cash|sign|signing|equity|rsus?|stock|shares|grant|if|and|or|more|extra|plus|as|with|total|all|be\b|would|will|could|should|is|are|was|works?|seems?|sounds?|feels?|per|a|the|i|it|you|we|yes|no|please|pls|even|fair|fine|right|today|now|or|over|up|higher|better|ish|max|minimum|min|maximum|at least|a year|annual\w*|gross|bonus|from|doesn'?t|don'?t|does|isn'?t|won'?t|because|since|provided|assuming|given|but|so|then|not|instead|too|joining|imo|possible|doable|within|flat|when|once|that|this|these|those|thanks|deal|ok|okay|though|gets (?:you|me|it|us)|buys|closes|seals|does it|rather|just|still|simply|really|reflects?|matches|covers|suits|each|straight|even|all|tops|firm|only|something|anything|here|there|last|level|remote|review|start\w*|days?|off|toward\w*|can|may|might|must|makes?|offer|figure|number|range|anyway|after|before)\b)/i;

/** Cents of a number said about money: bare figures under a thousand are thousands. */
const cents = (value: number): Cents => Math.round(value * K);

export interface MoneyReading {
  readonly acts: readonly Act[];
  readonly unclear: readonly Unclear[];
}

const BOUND_LOW =
  /\b(?:at least|no (?:less|lower|smaller|worse) than|(?:not|never) (?:lower|below|under)(?: than)?|upwards? of|in excess of|(?<!(?:no|not|any) )(?:higher|greater) than|not less than|less than|minimum(?: of)?|min|north of|above|over|(?<!(?:no|not) )more than|below|under|from|down to|as low as|floor(?:'s| is| of| at)?|bottom(?: line)?(?:'s| is| of)?|minimum (?:is|would be|of)|lowest (?:i (?:can|could|would|will) (?:go|do|take|accept) is|(?:is|would be)))\s*$/i;
const BOUND_HIGH =
  /\b(?:up to|as high as|at most|no (?:more|higher|greater) than|not (?:more|higher|greater) than|maximum(?: of)?|max)\s*$/i;

/** The issue nearest to the number in its clause; one that follows directly wins. */
export function issueNear(clause: Clause, index: number): Issue | null {
  const text = clause.text;
  const at = text.indexOf(`§${index}§`);
  const end = at + `§${index}§`.length;
  let best: Issue | null = null;
  let least = Infinity;
  for (const found of issuesIn(text)) {
    if (found.issue === 'scope') continue;
    const gap = found.at >= end ? found.at - end : at - found.end + 3;
    const others = text.slice(Math.min(end, found.end), Math.max(at, found.at)).match(/§\d+§/g) ?? [];
    const cost =
      gap +
      (found.at >= end && /^\s?(?:k |in |of |on |for |as |a )?\s?$/.test(text.slice(end, found.at)) ? -20 : 0) +
      others.filter((one) => one !== `§${index}§`).length * 25;
    if (cost < least) [best, least] = [found.issue, cost];
  }
  return best;
}

/** Right after a term, or in what another company does, a figure of that size is money whatever follows it. */
function plainlyMoney(
  { text, voice }: Clause,
  mention: Mention,
  before: string,
  after: string,
  { table }: Context,
): boolean {
  if (COUNTED.test(after)) return false;
  if (
    /\b(?:base|salary|sign(?:ing)?[ -]?on|signing bonus|equity|grant|stock|rsus?)(?: of| at| to| is|:| up to)?\s*$/i.test(
      before,
    )
  )
    return true;
  return (voice === 'other-company' || OTHER.test(text)) && cents(mention.low) >= 0.6 * table.base;
}

/** What a number that may be money does in its clause. */
export function readMoney(clause: Clause, mention: Mention, index: number, context: Context): MoneyReading {
  const { text, quote, sentence } = clause;
  const ask = (question: string): MoneyReading => ({ acts: [], unclear: [{ quote, ask: question }] });
  const none: MoneyReading = { acts: [], unclear: [] };
  const at = text.indexOf(`§${index}§`);
  const before = text.slice(0, at);
  const after = text.slice(at + `§${index}§`.length);
  if (mention.unit === 'odd' && DONE_BY.test(text) && COUNTED.test(after)) return none;
  if (
    /\b(?:rather than|instead of|as opposed to|compared (?:to|with)|up from|versus|vs\.?|rather [^§]*§\d+§[^§]*than(?: at)?|not just|more than just)(?: (?:the|your|of|a|an|this|that))*\s*$/i.test(
      before,
    ) &&
    text.indexOf('§') < at
  )
    return done({ kind: 'reason', areas: [], quote });
  if (mention.unit === 'odd') return ask(`Which figure do you mean by “${mention.raw}”?`);
  const marked = mention.thousands || mention.currency !== null;
  if (
    mention.unit === 'plain' &&
    !marked &&
    !AFTER.test(after) &&
    !plainlyMoney(clause, mention, before, after, context)
  ) {
    // "300 requests" counts something; "198 gets you my name" may be pay.
    const pay = cents(mention.low) >= 0.7 * context.table.base && cents(mention.low) <= 1.6 * context.table.base;
    const counts = DONE_BY.test(text) || COUNTED.test(after);
    return (pay || ASKING.test(text)) && !counts ? ask(`Is ${mention.raw} what you ask for, and on what?`) : none;
  }
  if (/^\s?(?:a|per|each|every) (?:month|week|day|hour|second|minute)/i.test(after))
    return DONE.test(text) ? none : ask(`“${mention.raw}” by the month or the hour: how much is it a year?`);
  const near = issueNear(clause, index);
  const said = reported(clause, mention, near, context);
  if (said) return said;
  if (
    (DONE_BY.test(text) || (DONE.test(text) && /\b(?:i|we|my|our|us)\b/i.test(text))) &&
    near === null &&
    !/\b(?:want|need|ask|expect|like)\b/i.test(text)
  )
    return none;
  if (mention.currency !== null && mention.currency !== context.currency)
    return ask(
      `You said ${mention.currency}; the offer is in ${context.currency}. How much is it in ${context.currency}?`,
    );
  if (
    (CURRENT.test(text) || (clause.voice === 'my-pay' && !OTHER.test(text))) &&
    !/\b(?:i(?:'d| would)|expect|want)\b/i.test(text)
  )
    return cents(mention.low) < 0.25 * context.table.base
      ? ask(`What is ${mention.raw} for?`)
      : done({ kind: 'leak', what: 'current-pay', value: cents(mention.low), quote });
  if ((OTHER.test(text) || clause.voice === 'other-company') && !/\b(?:match|beat)\b/i.test(text))
    return done({ kind: 'alternative', base: near === null || near === 'base' ? cents(mention.low) : null, quote });
  if (/\b(?:match|beat)\b/i.test(text) && (OTHER.test(text) || clause.voice === 'other-company'))
    return {
      acts: [
        { kind: 'alternative', base: cents(mention.low), quote },
        propose('base', { low: cents(mention.low), high: cents(mention.low) }, clause),
      ],
      unclear: [],
    };
  if (TOTAL.test(text) && near === null)
    return ask(`Is ${mention.raw} the base, or all of it together? Say how much of it is base.`);
  const issue =
    near !== null && near !== 'level' && near !== 'remote' && near !== 'start' && near !== 'review' ? near : null;
  const table = context.table;
  if (/\b(?:trade|swap|exchange)\b/i.test(text))
    return ask(`What do you give up, and what do you want for ${mention.raw}?`);
  if (mention.unit === 'percent') {
    if (/\b(?:company|ownership|fully diluted|stake|points?)\b/i.test(text) || (issue === 'equity' && !MORE.test(text)))
      return ask(`${mention.raw} of the company: what is that worth over four years, in money?`);
    if (issue === null || issue === 'scope')
      return DONE.test(text) && !ASKING.test(text) ? none : ask(`${mention.raw} of what: base, sign-on or equity?`);
    const value = Math.round(table[issue as MoneyIssue] * (1 + ((LESS.test(text) ? -1 : 1) * mention.low) / 100));
    return done(propose(issue as MoneyIssue, { low: value, high: value }, clause));
  }
  const size = cents(mention.low);
  if (isChange(text, before, after, size, issue, context)) {
    // "Bump it by ten": the offer is spoken of by its base.
    const it =
      /\b(?:bump|raise|move|lift|push|bring|increase|nudge|get) (?:it|that|the (?:offer|number|figure|pay)|your (?:offer|number|figure)|this)(?: up)? by\s*$/i.test(
        before,
      ) && size < 0.25 * table.base;
    if ((issue === null && !it) || issue === 'scope')
      return ask(`${mention.raw} more on what: base, sign-on or equity?`);
    const on = (issue ?? 'base') as MoneyIssue;
    const beside = /^\s?(?:k )?(?:more|extra|higher|less|lower|fewer|off)\b/i.exec(after)?.[0] ?? '';
    const down = beside === '' ? LESS.test(text) && !MORE.test(text) : /less|lower|fewer|off/i.test(beside);
    const value = table[on] + (down ? -size : size);
    return done(propose(on, { low: value, high: value }, clause));
  }
  const fits = size >= 0.7 * table.base && size <= 1.6 * table.base;
  const named = issue ?? (fits ? inherited(sentence, clause, text) : null);
  if (named === null || named === 'scope') return ask(`What is ${mention.raw} for: base, sign-on or equity?`);
  if (named === 'base' && !fits)
    return ask(`${mention.raw} is far from a base of this kind of job. Which figure do you mean, and for what?`);
  if (/\bforget\b|\binstead of\b/i.test(sentence)) return ask(`What do you give up, and what do you want for it?`);
  const leaving = /\b(?:walk|refuse|decline|(?<!to )leave(?! \w)|quit|say no|turn (?:it|this) down)\b/i.test(text);
  if (leaving && !/\b(?:or|if|unless|below|under|less than)\b/i.test(text))
    return done({ kind: 'refuse', issue: named, value: size, quote });
  const odd =
    (named === 'signOn' && size > 0.6 * table.base) ||
    (named === 'equity' && size > 0 && size < 0.5 * table.equity && !LESS.test(text));
  if (odd) return ask(`Is ${mention.raw} really for the ${ISSUE_LABELS[named].toLowerCase()}?`);
  const least =
    /\b(?:can'?t|cannot|won'?t|couldn'?t|wouldn'?t|not|never|don'?t) (?:really |possibly |ever )?(?:go|drop|come|get|sink|fall|move|accept|sign|do|take|settle)(?: (?:it|for))?(?: any| much)? (?:lower than|below|under|less than|beneath)\s*$/i.test(
      before,
    ) ||
    BOUND_LOW.test(before) ||
    /^\s?(?:minimum|or (?:more|above|higher|better|up)|and above|at least|and up|is (?:my|the) (?:floor|minimum|limit|bottom))/i.test(
      after,
    );
  const most =
    BOUND_HIGH.test(before) &&
    !/\b(?:get|go|goes|going|raised?|bring|moves?|push|comes?|bump|round|take|make|pull|nudge|lift|step|jump|inch|stretch|rises?|it)\b/i.test(
      before,
    );
  const range: Figure = { low: size, high: cents(mention.high) };
  if (least && !/\b(?:go|come|drop|move|get) down to\s*$/i.test(before) && !/\bfrom\s*$/i.test(before))
    return done(propose(named as MoneyIssue, { ...range, bound: 'at-least' }, clause));
  if (most && !NOT.test(text)) return done(propose(named as MoneyIssue, { ...range, bound: 'at-most' }, clause));
  if (refuses(text, before, after)) return done({ kind: 'refuse', issue: named, value: size, quote });
  // What is said of a figure decides what it is: words not known as praise or as an ask are asked about.
  if (strangely(before) && !/\b(?:if|unless|or)\b/i.test(text))
    return ask(`Is ${mention.raw} what you ask for, or something else?`);
  const predicate = /^\s?(?:is|feels?|seems?|sounds?|looks?|was)\s+(?!what|where|how|all|it)([^,.;?!]*)/i.exec(
    after,
  )?.[1];
  if (predicate !== undefined && !GOOD.test(predicate) && !/\?/.test(sentence))
    return ask(`Would you take ${mention.raw}, ask for it, or not take it?`);
  // Two figures for the same thing, or a choice between packages: which of them counts is for the speaker to say.
  const rivals =
    (sentence.match(/§\d+§/g) ?? []).length > 1 &&
    /\b(?:options?|either|or|middle|versus|vs)\b/i.test(sentence) &&
    !/\bor (?:i|we|you|nothing|else|no)\b/i.test(sentence);
  const past = /\b(?:would|could|might) have\b/i.test(text);
  if (rivals || past) return ask(`Is ${mention.raw} what you ask for now? Say it alone, with what it is for.`);
  const other = OTHER.test(sentence) && !/\b(?:i(?:'d| would)|want|need|could|match)\b/i.test(text);
  const plainly =
    /(?::|\b(?:answer|word) is)\s*$/i.test(before) ||
    /^\W*(?:how (?:does|would|do)|is|would|does|what would you say to)\b[^§]*§\d+§ (?:sound|be|work|too (?:much|high)|fit|fly|feel|look|do it)/i.test(
      text,
    ) ||
    /\bwhat would you say to\b/i.test(text) ||
    issue !== null ||
    ASKING.test(text) ||
    text.replace(/§\d+§/g, '').split(/\s+/).filter(Boolean).length <= 2;
  if (
    other ||
    !plainly ||
    (DOUBT.test(text) && !/\b(?:i(?:'d| would)|want|need|could (?:you|we)|can (?:you|we)|expect|ask)\b/i.test(text))
  )
    return ask(`Is ${mention.raw} what you ask for, what you would not take, or what somebody else pays?`);
  return done(propose(named as MoneyIssue, range, clause));
}

/** Figures that somebody else named, or that were named before: reasons where they are known, else asked about. */
function reported(
  clause: Clause,
  mention: Mention,
  near: Issue | null,
  { table, asked }: Context,
): MoneyReading | null {
  const { text, quote, voice } = clause;
  const size = cents(mention.low);
  const issue: MoneyIssue = near === 'signOn' || near === 'equity' ? near : 'base';
  const reason: MoneyReading = done({ kind: 'reason', areas: [], quote });
  if (voice === 'opinion')
    return {
      acts: [],
      unclear: [{ quote, ask: `Is ${mention.raw} what you ask for, or only what somebody else thinks?` }],
    };
  if (
    voice === 'third-party' ||
    (/\b(?:thanks?|thank you|appreciate)\b[^§]{0,30}$/i.test(text.slice(0, text.indexOf('§'))) && size === table[issue])
  )
    return reason;
  if (voice === 'theirs')
    return size === table[issue]
      ? reason
      : { acts: [], unclear: [{ quote, ask: `${mention.raw} is not what is on the table. Do you ask for it?` }] };
  if (
    !/\b(?:suppose|if|say)\b/i.test(text) &&
    /\bi(?: had|'d)? (?:originally |first |initially )?(?:asked|said|proposed|requested|told you)\b/i.test(text)
  )
    return size === asked[issue]
      ? reason
      : { acts: [], unclear: [{ quote, ask: `Do you still ask for ${mention.raw}?` }] };
  return null;
}

function isChange(
  text: string,
  before: string,
  after: string,
  size: Cents,
  issue: Issue | null,
  { table }: Context,
): boolean {
  if (/\bup to\s*$|\bto\s*$|\bat\s*$/i.test(before)) return false;
  if (/\b(?:put|stick|place|stack|pile)(?: an?)?\s*$/i.test(before) && /^\s?(?:on|onto|on top of)\b/i.test(after))
    return true;
  const reference = issue === 'signOn' || issue === 'equity' || issue === 'base' ? table[issue] : table.base;
  if (
    /^\s?(?:k )?(?:more|extra|higher|on top|further|less|lower|better|off|fewer|bump|raise|increase|boost|lift|uplift|hike)\b/i.test(
      after,
    )
  )
    return true;
  if (
    /\b(?:another|additional|extra|by|plus an?|add(?:ing)?|an? further|throw(?:ing)? in|tack(?:ing)?(?: on)?|chuck(?:ing)?(?: in| on)?|toss(?:ing)?(?: in)?|slap(?:ping)?(?: on)?|shave|knock|trim)\s*$/i.test(
      before,
    )
  )
    return true;
  if (/\b(?:add|increase|raise|bump)\b/i.test(before) && /\b(?:by|with)\s*$/i.test(before)) return true;
  return (
    MORE.test(text) &&
    /\b(?:raise|increase|bump|lift|add)\b/i.test(before) &&
    size < 0.3 * reference &&
    issue !== 'signOn'
  );
}

/** A bare figure of the size of a base is base, unless the sentence is about other money. */
function inherited(sentence: string, clause: Clause, text: string): Issue | null {
  if (issuesIn(text).some(({ issue }) => issue === 'signOn' || issue === 'equity')) return null;
  if (/^\s*(?:no|not)\b/i.test(clause.text) || sentence !== '') return 'base';
  return 'base';
}

export function propose(issue: MoneyIssue, figure: Figure, { quote, text }: Clause): Act {
  return {
    kind: 'propose',
    issue,
    figure,
    hedged:
      /\b(?:maybe|perhaps|around|about|roughly|something like|ish|possibly|i guess|kind of|sort of)\b|ish\b/i.test(
        text,
      ),
    quote,
  };
}

export const done = (act: Act): MoneyReading => ({ acts: [act], unclear: [] });
