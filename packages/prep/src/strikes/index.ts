import type { Finding } from '@legible/judge';
import type { Item } from '../dossier/types.ts';

/** Words that must go, or that an interviewer would stop at. Offsets are into the text. */
export interface Strike {
  readonly from: number;
  readonly to: number;
  /** The rule's name, for grouping. */
  readonly rule: string;
  /** True where the words are struck out: they must not be said. False where they are questioned. */
  readonly struck: boolean;
  readonly reason: string;
  readonly mend: string;
}

interface Ban {
  readonly rule: string;
  readonly reason: string;
  readonly mend: string;
  readonly words: RegExp;
}

const PASSION: Ban = {
  rule: 'passion',
  reason: 'A feeling is no evidence that you can do the work.',
  mend: 'Name the work that pulled you here and what you did about it.',
  words:
    /\b(passion(ate(ly)?)?s?|(super |really |very |so |truly |deeply )?(excited|thrilled|fascinat\w+|obsessed|enthusias\w+|captivated|mesmeri[sz]ed)( about| by| with)?|(i('m| am|'ve| have)? )?(always|long|ever) (been )?(loved|dreamed|dreamt|wanted to|curious|interested|drawn)|i (just |really |truly |absolutely )?(love|adore)\b|(fell |been |am |was )?in love with|could ?n[o']t sleep|dream(s|ed)?( job| of)?|my calling|blew my mind|the future of (everything|humanity|work|technology)|can('?t| not|not) imagine doing anything else|ever since i was|inspire[sd]? me|inspiring|amaz(ed|ing)|in awe( of)?|hooked( on)?|drawn to (ai|ml|machine learning|the field)|can('?t| not|not) (stop|get enough)|heart is in|lights? me up|gets me out of bed|burning|deep(ly)? (interest|curious)\w*|genuine(ly)? (interest|curious|excite)\w*|revolutionary|magic(al)?)\b/gi,
};
const REINVENTION: Ban = {
  rule: 'reinvention',
  reason: 'A reinvention throws away the years that are your evidence.',
  mend: 'Say what goes on: the part of the work you have now that this job is more of.',
  words:
    /\b(re-?invent(ed|ing|ion)?( myself| my career)?|(a |my )?new chapter|fresh start|clean slate|start(ing|ed)? (over|afresh|from (scratch|zero))|pivot(s|ed|ing)?( my career)?( in)?to|(career )?(switch|change|changer|transition)(ing|ed)? careers?|career (change|changer|switch|pivot)|transition(ing|ed)? (in)?to (ai|ml|machine learning|data science)|break(ing)? into|broke into|get(ting)? into (ai|ml|machine learning)|new (me|identity|direction|passion)|leav(e|ing) (software|engineering|all that|it all) behind|(next|new) adventure|turn(ed|ing)? (the|a) page|(make|making|made|take|taking|took) the (leap|jump|plunge)|reset(ting)? my career|(switch|chang)(e|ed|ing) (my )?(careers?|fields?|lanes)|transform(ed|ing)? (myself|my career)|brand[- ]new (career|start|direction)|(want|like|hope|decided|going) to become an? (ai|ml|machine learning) (engineer|person|expert)|start fresh|move on from software|follow(ing)? my (heart|dream|gut)|second career|become someone|reborn|escape)\b/gi,
};
const APOLOGY: Ban = {
  rule: 'apology',
  reason: 'It lowers the ask before anybody has answered it.',
  mend: 'Leave it out. State the scope and the figure, then stop.',
  words:
    /\b((i('m| am) )?(so |really |very )?sorry\b(?!,? (that's|one|two|three|four|i mean|\d))( (if|but|to|for))?|apologi[sz]e|i (hate|don'?t want|do not want) to (ask|be|seem|sound|push|come across)|i know (it|this|that)('s| is| may be| might be) (a lot|much|high|too much)|i hope (that('s| is)|this is|it('s| is)) (ok|okay|alright|all right|fine|not)|if (that('s| is)|it('s| is)) (ok|okay|alright|all right|not too much)|i don'?t (really )?(have|know) (much|enough)|i('m| am) (just|only) a\b|whatever you (think|can|feel)|anything (is|would be) fine|no worries if|i('m| am) not (really )?(qualified|experienced)|i feel (bad|awkward|guilty)|forgive me|i('m| am) afraid|i (would ?n[o']?t|wouldn't) want to (seem|be|ask|push)|no pressure|i understand if (that|it|this|you)|if it('s| is) not too much( trouble)?|not that i('m| am)|humbly|i hesitate to|this may sound (greedy|like a lot)|don'?t (hold it against|think less)|a bit awkward|only if possible)\b/gi,
};
const DEMAND: Ban = {
  rule: 'bare-demand',
  reason: 'A demand with no scope behind it starts a quarrel about price.',
  mend: 'Put the scope and the band before it, and say what would move it.',
  words:
    /\b(i (need|want|demand|require|expect|deserve)( to (make|earn|get|be paid))? (at least |a minimum of |no less than |over |about |around )?((\$|€|£)?\d[\d,.]*\s?k?\b|(one|two|three|a) hundred\b)|i (deserve|am worth|'m worth) more|(my|that is my|that's my) (final|minimum|bottom line)|take it or leave it|or i (walk|leave|am out|'m out)|non-?negotiable|pay me|you (have|need|will have|must) (to )?(match|beat|pay|raise)|i (won'?t|will not|refuse to) (go|come|move) (below|under|down)|i won'?t (accept|take|consider) (anything )?(less|below|under)|match (it|this|that) or)/gi,
};

/** What is struck as one types, before the sentence is finished. */
function bansOf(item: Item): readonly Ban[] {
  if (item.type === 'script') return item.body.kind === 'why-mle' ? [PASSION, REINVENTION] : [APOLOGY, DEMAND];
  if (item.type === 'story' && item.body.kind === 'transition') return [PASSION, REINVENTION];
  return [];
}

/** The banned words in one telling of an item, in the order of the text. */
export function bannedIn(item: Item, text: string): Strike[] {
  const straight = text.replace(/[’‘]/g, "'");
  return bansOf(item).flatMap(({ rule, reason, mend, words }) =>
    [...straight.matchAll(words)]
      .filter(
        (match) => rule === 'bare-demand' || !NEGATED.test(straight.slice(Math.max(0, match.index - 30), match.index)),
      )
      .filter((match) => !(rule === 'bare-demand' && scopeCameBefore(straight.slice(0, match.index))))
      .map((match) => ({
        from: match.index,
        to: match.index + match[0].trimEnd().length,
        rule,
        struck: true,
        reason,
        mend,
      })),
  );
}

/** Denied within the last three words: "not leaving software behind". */
const NEGATED = /(\bnot|n't|\bnever|\bno|\bnothing|\bwithout)(\s+[\w']+){0,3}\s+$/i;

/** A figure is bare only while no scope and no band has been named before it. */
const scopeCameBefore = (before: string): boolean =>
  /\b(scope|owns?|owning|responsib\w+|decisions?|in scope)\b/i.test(before) && /\b(bands?|range|level)\b/i.test(before);

/** Faults of the judge whose words must not be said at all in an item of this kind. */
const strikesOut = (item: Item, fault: string): boolean =>
  item.type === 'script' && (item.body.kind === 'why-mle' ? ['passion'] : ['apology', 'bare-demand']).includes(fault);

/**
 * Everything marked in one telling: banned words, the judge's findings that have words, and phrases that are not the
 * candidate's own. Where two overlap, what is struck out stands, and of two alike the longer.
 */
export function strikesIn(
  item: Item,
  text: string,
  findings: readonly Finding[],
  lifted: readonly Strike[] = [],
): Strike[] {
  const questioned = findings
    .filter(({ quote }) => quote.to > quote.from)
    .map(({ fault, quote, reason, better }) => ({
      from: quote.from,
      to: quote.to,
      rule: fault,
      struck: strikesOut(item, fault),
      reason,
      mend: better,
    }));
  const all = [...bannedIn(item, text), ...lifted, ...questioned].filter(({ to }) => to <= text.length);
  return all
    .filter((one, index) => !all.some((other, at) => at !== index && covers(other, one, at < index)))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/** True where `other` overlaps a mark of the same rule and is the one to keep. */
function covers(other: Strike, one: Strike, earlier: boolean): boolean {
  if (other.rule !== one.rule || other.to <= one.from || other.from >= one.to) return false;
  if (other.struck !== one.struck) return other.struck;
  const [longer, own] = [other.to - other.from, one.to - one.from];
  return longer > own || (longer === own && earlier);
}
