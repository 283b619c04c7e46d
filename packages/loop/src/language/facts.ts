import type { FaultId, Finding, Question, SignalId } from '@legible/judge';
import { count, numbersIn, percent, sharesIn, type Share } from './numbers.ts';
import { clip, sentencesOf } from './sentences.ts';
import { shareKind } from './shares.ts';
import { firstMatch, LABEL_SOURCE, LAUNCH, METRIC, MODEL, plain, PRAISE, SPLIT, SUBJECTS, TEAM } from './terms.ts';

/** Which conversation a question belongs to. */
export type Setting = 'design' | 'story' | 'career' | 'offer';

/** What a line may be built from: the candidate's words and the numbers in them. Absent where nothing was said. */
export interface Facts {
  readonly setting: Setting;
  /** The words the line is about, clipped; empty only where the candidate said nothing. */
  readonly quote: string;
  /** Present where the words are about the thing asked, not merely the last that were said. */
  readonly anchored?: 'yes';
  /** What is predicted, as a mass noun or plural: "fraud", "breakdowns". */
  readonly thing?: string;
  readonly metric?: string;
  /** A share claimed in the quote, as said and as a fraction. */
  readonly value?: string;
  readonly valueFraction?: number;
  /** How rare the positive class is, as said. */
  readonly prevalence?: string;
  readonly rate?: number;
  /** What a constant "no" scores in accuracy: 1 - rate. */
  readonly constant?: string;
  /** By how many points the constant "no" beats the claimed value. */
  readonly margin?: string;
  /** Positives missed in 10,000 by the constant "no" = rate * 10,000. */
  readonly missed?: string;
  /** Errors in a million at the claimed value. */
  readonly errors?: string;
  /** Positives in a million = rate * 1e6. */
  readonly positives?: string;
  readonly model?: string;
  readonly labels?: string;
  readonly split?: string;
  readonly launch?: string;
  /** First and last of the terms that were listed. */
  readonly first?: string;
  readonly last?: string;
  readonly terms?: string;
  /** The verb or adjective of a claim that gives no figure. */
  readonly praise?: string;
  readonly team?: string;
  /** A plain number in the quote. */
  readonly number?: string;
  /** Seconds the question gives. */
  readonly seconds: number;
}

const SETTING: Readonly<Record<Question['kind'], Setting>> = {
  transition: 'career',
  'why-mle': 'career',
  'story-data': 'story',
  'story-rollout': 'story',
  'story-metric': 'story',
  'design-ranking': 'design',
  'design-prediction': 'design',
  probe: 'design',
  comp: 'offer',
};

/** Words around which the sentence that lacks something is found. */
const ANCHOR: Partial<Record<FaultId | SignalId, RegExp>> = {
  'no-baseline': MODEL,
  'model-first': MODEL,
  'label-from-nowhere': /\b(?:train\w*|learn\w*|fit|model|classif\w+|predict\w*)\b/i,
  'offline-only':
    /\b(?:auc|ndcg|offline|validation|test set|precision|recall|accuracy|metric|ship|deploy\w*|launch\w*)\b/i,
  'no-rollback': LAUNCH,
  data: /\b(?:data|labels?|features?|clicks?|logs?|rows?|events?|tables?)\b/i,
  evaluation: /\b(?:metric|auc|ndcg|precision|recall|accuracy|measure\w*|test\w*|evaluat\w+|improv\w+|better)\b/i,
  failure: /\b(?:fail\w*|broke\w*|wrong|bug|incident|alert\w*|outage|drift\w*|problem)\b/i,
  production: /\b(?:deploy\w*|serv\w+|latency|production|launch\w*|ship\w*|monitor\w*|rollout|roll\w* out)\b/i,
  tradeoff: /\b(?:depends|either|trade\w*|choose|choice|instead|rather|would go|prefer)\b/i,
  ownership: /\b(?:we|team|our|I decided|I chose|I built|my)\b/i,
  continuity: /\b(?:move|switch\w*|transition\w*|machine learning|ml|backend|software|engineer\w*|years?)\b/i,
  scope: /\b(?:level|senior|salary|pay|comp\w*|offer|number|range|equity|band)\b/i,
};

/** Faults whose finding may have no words of its own; the nearest words stand in for them. */
const SHOWS_BY_ABSENCE: ReadonlySet<FaultId> = new Set([
  'no-baseline',
  'offline-only',
  'no-rollback',
  'label-from-nowhere',
  'off-topic',
]);

/** The facts about a finding in a text: the judge's slots first, then what the words themselves say. */
export function factsOf(question: Question, text: string, finding: Finding): Facts {
  const { quote, fault } = finding;
  const said = quote.text.trim() === '' && SHOWS_BY_ABSENCE.has(fault) ? anchor(text, ANCHOR[fault]) : quote.text;
  return facts(question, text, said, finding.slots);
}

/** The facts about a signal that was low: the sentence nearest to it in the candidate's words. */
export function factsOfSignal(question: Question, text: string, signal: SignalId, evidence: string): Facts {
  const said = evidence.trim() === '' ? anchor(text, ANCHOR[signal]) : evidence;
  const anchored = evidence.trim() !== '' || ANCHOR[signal]?.test(said) === true;
  return { ...facts(question, text, said, {}), ...(anchored ? { anchored: 'yes' as const } : {}) };
}

/** The last sentence that matches, else the last sentence. */
function anchor(text: string, pattern: RegExp | undefined): string {
  const sentences = sentencesOf(text);
  const found = pattern === undefined ? undefined : sentences.findLast((sentence) => pattern.test(sentence.text));
  return (found ?? sentences.at(-1))?.text ?? '';
}

function facts(question: Question, text: string, said: string, slots: Readonly<Record<string, string>>): Facts {
  const value = claimed(said, slots.value ?? slots.number);
  const rare = rarity(question.text, text, value);
  const terms = listed(said);
  const numbers = numbersIn(said);
  const model = slots.model ?? firstMatch(MODEL, said) ?? firstMatch(MODEL, text);
  const accuracyLike = value !== null && rare !== null;
  const margin = accuracyLike ? 1 - rare.fraction - value.fraction : null;
  return {
    setting: SETTING[question.kind],
    quote: clip(said),
    seconds: question.seconds,
    ...some('thing', subjectOf(question, text)),
    ...some('metric', plain(slots.metric ?? firstMatch(METRIC, said))),
    ...some('value', value?.text),
    ...some('valueFraction', value?.fraction),
    ...some('prevalence', plain(rare?.text ?? null)),
    ...some('rate', rare?.fraction),
    ...some('constant', rare === null ? undefined : percent(1 - rare.fraction)),
    ...some('missed', rare === null ? undefined : count(rare.fraction * 10_000)),
    ...some('positives', rare === null ? undefined : count(rare.fraction * 1e6)),
    ...some('errors', value === null || value.fraction > 1 ? undefined : count((1 - value.fraction) * 1e6)),
    ...some('margin', margin !== null && margin > 0 ? points(margin) : undefined),
    ...some('model', plain(model)),
    ...some('labels', labelSource(text)),
    ...some('split', plain(slots.split ?? firstMatch(SPLIT, said))),
    ...some('launch', plain(firstMatch(LAUNCH, said) ?? firstMatch(LAUNCH, text))),
    ...some('praise', plain(firstMatch(PRAISE, said))),
    ...some('team', plain(firstMatch(TEAM, said))),
    ...some('number', numbers.find(({ value }) => value >= 2)?.text),
    ...(terms.length >= 3 ? { first: terms[0]!, last: terms.at(-1)!, terms: numberWord(terms.length) } : {}),
  };
}

function some<K extends keyof Facts>(key: K, value: Facts[K] | null | undefined): Partial<Facts> {
  return value === null || value === undefined || value === '' ? {} : { [key]: value };
}

/** The share a sentence claims; the judge's slot wins where it is one. */
function claimed(said: string, slot: string | undefined): Share | null {
  const fromSlot = slot === undefined ? undefined : sharesIn(slot)[0];
  const own = sharesIn(said);
  return (
    own.find(({ fraction }) => fromSlot !== undefined && fraction === fromSlot.fraction) ??
    own.at(-1) ??
    fromSlot ??
    null
  );
}

/** What is predicted, from the question; from the answer only where the talk is about a design. */
function subjectOf(question: Question, text: string): string | undefined {
  const asked = SUBJECTS.find(([pattern]) => pattern.test(question.text))?.[1];
  if (asked !== undefined || SETTING[question.kind] !== 'design') return asked;
  return SUBJECTS.find(([pattern]) => pattern.test(text))?.[1];
}

/** A source of labels, where a sentence names it as one. */
function labelSource(text: string): string | undefined {
  const sentence = sentencesOf(text).find((one) => LABEL_WORD.test(one.text) && LABEL_SOURCE.test(one.text));
  return sentence === undefined ? undefined : firstMatch(LABEL_SOURCE, sentence.text)?.toLowerCase();
}

const LABEL_WORD =
  /\b(?:labels?|labell?ed|labell?ing|targets?|ground truth|the truth|outcomes?|positives? (?:are|is|come))\b/i;

/** The rate of the positive class: a share next to a word for it, in the question first, then in the answer. */
function rarity(question: string, answer: string, not: Share | null): Share | null {
  for (const text of [question, answer]) {
    const found = sharesIn(text).find((share) => share.fraction !== not?.fraction && shareKind(text, share) === 'rate');
    if (found !== undefined) return found;
  }
  return null;
}

/** Items of a list: pieces of at most five words between commas, slashes and "and". */
function listed(said: string): readonly string[] {
  const pieces = said
    .split(/\s*[,;/+]\s*|\s+(?:and|plus|also)\s+/i)
    .map((piece) =>
      piece
        .trim()
        .replace(/^(?:and|with|also|then|plus|or|uh|um|like)\s+/i, '')
        .replace(/[.!?]+$/, ''),
    )
    .filter((piece) => piece !== '');
  const items = pieces.filter((piece) => piece.split(/\s+/).length <= 5);
  return items.length >= 3 ? items : [];
}

function numberWord(n: number): string {
  return ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][n - 3] ?? String(n);
}

function points(fraction: number): string {
  const value = Number((fraction * 100).toPrecision(2));
  return `${value} ${value === 1 ? 'point' : 'points'}`;
}
