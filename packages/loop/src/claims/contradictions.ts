import { clip } from '../language/sentences.ts';
import { count, percent } from '../language/numbers.ts';
import type { Claim, Contradiction } from './types.ts';

/** Relative difference from which two numbers for one thing are two stories. */
const APART = 0.25;

/**
 * Contradictions between what was claimed before and what is claimed now, within one topic: another label source, another
 * split, or another number where both sentences are about the same thing.
 */
export function contradictionsWith(earlier: readonly Claim[], later: readonly Claim[]): readonly Contradiction[] {
  const found: Contradiction[] = [];
  for (const now of later) {
    const before = earlier.find(
      (claim) => claim.topic === now.topic && claim.kind === now.kind && conflict(claim, now),
    );
    if (before !== undefined && !found.some(({ later: { kind, value } }) => kind === now.kind && value === now.value))
      found.push({ earlier: before, later: now, line: null, reply: null });
  }
  return found;
}

/** Words that say the first claim is being corrected or both hold, so that nothing is contradicted. */
const CORRECTED =
  /\b(?:changed|moved|later|now|then|instead|before that|used to|at first|plus|as well|also|both|correct myself|revise|second)\b/i;

function conflict(before: Claim, now: Claim): boolean {
  if (before.words === now.words || CORRECTED.test(now.words)) return false;
  const shared = now.about.filter((word) => before.about.includes(word)).length;
  if (now.kind === 'number') {
    if (before.value !== now.value || before.amount === null || now.amount === null) return false;
    const ratio = Math.abs(before.amount - now.amount) / Math.max(before.amount, now.amount);
    return ratio > APART && shared >= 2;
  }
  if (now.kind !== 'label-source' && now.kind !== 'split') return false;
  if (before.value.replace(/s$/, '') === now.value.replace(/s$/, '')) return false;
  return true;
}

/** How a claim is named when it is held against another. */
export function named({ kind, value, amount, words }: Claim): string {
  if (kind === 'number' && amount !== null)
    return value.endsWith(' share')
      ? `${percent(amount)} for ${value.slice(0, -6)}`
      : `${count(amount)} ${value}${amount === 1 ? '' : 's'}`;
  if (kind === 'label-source') return `labels from ${value}`;
  if (kind === 'split') return `a split ${value === 'random' ? 'at random' : value}`;
  return clip(words, 8);
}

interface Wording {
  readonly id: string;
  say(before: string, now: string, where: string, quote: string): string;
}

/** Ways to hold two claims against each other; `where` says when the first was made. */
export const CONTRADICTION_LINES: readonly Wording[] = [
  {
    id: 'contra-which',
    say: (before, now, where) =>
      `${where} it was ${before}; now it is ${now}. Which one, and what made you say the other?`,
  },
  {
    id: 'contra-quote',
    say: (before, now, where, quote) =>
      `${where} you said “${quote}”. That is ${before}, and I have just heard ${now}. They cannot both be right.`,
  },
  {
    id: 'contra-notes',
    say: (before, now, where) =>
      `My notes say ${before}, ${where.charAt(0).toLowerCase()}${where.slice(1)}. You now say ${now}. Do I change the note?`,
  },
  {
    id: 'contra-depends',
    say: (before, now, where) =>
      `First ${before}, ${where.charAt(0).toLowerCase()}${where.slice(1)}, then ${now}. What in your design rests on the difference?`,
  },
  {
    id: 'contra-panel',
    say: (before, now, where, quote) =>
      `Two of us will compare notes: “${quote}” against ${now}. Tell me now what we should make of it; ${where.charAt(0).toLowerCase()}${where.slice(1)} it was ${before}.`,
  },
  {
    id: 'contra-cost',
    say: (before, now, where) =>
      `${where}: ${before}. Here: ${now}. Suppose the first is true; what breaks in what you have just told me?`,
  },
];

/** Everything a wording needs about a contradiction. */
export function sayContradiction(wording: Wording, { earlier, later }: Contradiction, where: string): string {
  return wording.say(named(earlier), named(later), where, earlier.quote);
}

/** True where a reply says how both can hold: another system, a change, a correction. */
export function explains(reply: string): boolean {
  return /\b(?:different|other|another|separate|second|first|changed|moved|switch\w*|later|earlier|before|correct\w*|mistake|misspoke|wrong|both|because|meant)\b/i.test(
    reply,
  );
}
