import { numbersIn, sharesIn } from '../language/numbers.ts';
import { clip, clipAround, sentencesOf } from '../language/sentences.ts';
import { firstMatch, LABEL_SOURCE, METRIC, MODEL, plain, SPLIT } from '../language/terms.ts';
import type { Claim, ClaimKind } from './types.ts';

const REASON = /\b(?:because|since|so that|in order to|otherwise|the reason|as it|which means|due to)\b\s*(.*)/i;
const LABEL_VERB = /\b(?:labels?|labell?ed|targets?|ground truth|outcomes?)\b/i;
const BASELINE =
  /\b(?:baseline|beat|compared? (?:to|with|against)|instead of|versus|vs\.?|against the (?:current|old|present))\b/i;
const CHOICE =
  /\b(?:I|we)(?:'d| would|'ll| will)? (?:choose|chose|picked?|decided|went with|go with|would go|prefer|use|used|dropped?|refused?|rolled back|kept?)\b/i;
const NEGATED = /\b(?:not|never|no|instead of|rather than|n't)\b/i;

/**
 * The claims in an answer: metric, label source, split, baseline, model, numbers with their unit, choices with the reason given.
 * A term in a negated sentence ("I would not use accuracy") is no claim.
 */
export function claimsIn(text: string, topic: string, round: number): readonly Claim[] {
  const claims: Claim[] = [];
  for (const { text: words } of sentencesOf(text)) {
    const reason = REASON.exec(words)?.[1]?.trim() || null;
    const about = contentWords(words);
    const add = (
      kind: ClaimKind,
      value: string | null,
      amount: number | null = null,
      at?: readonly [number, number],
    ) => {
      if (value === null || claims.some((one) => one.kind === kind && one.value === value && one.amount === amount))
        return;
      const found = words.toLowerCase().indexOf(value.toLowerCase());
      const [from, to] = at ?? (found < 0 ? [0, 0] : [found, found + value.length]);
      const quote = found < 0 && at === undefined ? clip(words) : clipAround(words, from, to);
      claims.push({
        kind,
        value: value.toLowerCase(),
        term: plain(value) ?? value,
        amount,
        words,
        quote,
        reason,
        topic,
        about,
        round,
      });
    };
    if (!NEGATED.test(words)) {
      add('metric', firstMatch(METRIC, words));
      if (LABEL_VERB.test(words)) add('label-source', firstMatch(LABEL_SOURCE, words));
      add('split', splitKind(words));
      add('model', firstMatch(MODEL, words));
    }
    if (BASELINE.test(words)) add('baseline', firstMatch(BASELINE, words));
    if (CHOICE.test(words)) add('choice', firstMatch(CHOICE, words));
    for (const { from, text: said, value } of numbersIn(words)) {
      const unit = unitAfter(words.slice(from + said.length));
      if (unit !== null && value >= 2) add('number', unit, value, [from, from + said.length]);
    }
    for (const share of sharesIn(words)) {
      const metric = firstMatch(METRIC, words);
      if (metric !== null) add('number', `${metric.toLowerCase()} share`, share.fraction, [share.from, share.to]);
    }
  }
  return claims;
}

/** Random and by-time splits cannot both be the split; other words for a split say the same as one of them. */
function splitKind(words: string): string | null {
  if (!firstMatch(SPLIT, words) && !/\bsplit\b/i.test(words)) return null;
  if (/\b(?:by|on|in) (?:time|date|week|month|day)\b|temporal|out of time|\bcutoff\b/i.test(words)) return 'by time';
  if (/\brandom|shuffl|eighty[- ]twenty|80[/ -]20/i.test(words)) return 'random';
  if (/\bby (?:user|customer|patient|account|card|machine|entity)\b/i.test(words)) return 'by entity';
  return null;
}

const UNIT =
  /^\s+(?:(?:active|daily|monthly|new|other|junior|senior|backend|concurrent)\s+)?(engineers?|people|developers?|users?|customers?|merchants?|requests?|payments?|orders?|transactions?|rows?|labels?|services?|models?|milliseconds?|ms|minutes?|hours?|days?|weeks?|months?|years?|dollars?|euros?|tickets?|reviewers?|analysts?|machines?|replicas?|experiments?)\b/i;

function unitAfter(rest: string): string | null {
  return UNIT.exec(rest)?.[1]?.toLowerCase().replace(/s$/, '') ?? null;
}

const COMMON = new Set(
  'about after again because before being could every first their there these those thing things think though three through under until using where which while would should really something people actually basically model models system metric number data label labels machine learning'.split(
    ' ',
  ),
);

/** Words of five letters and more that say what a sentence is about. */
export function contentWords(sentence: string): readonly string[] {
  const words = sentence.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  return [...new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.replace(/(?:ing|ed|es|s)$/, '')))];
}
