import type { Currency } from '../../money.ts';
import type { Terms } from '../terms.ts';
import { unmask, type Masked } from './numbers.ts';
import { voiceOf, type Voice } from './voices.ts';

/** What relative words are relative to. */
export interface Context {
  readonly table: Terms;
  readonly asked: Partial<Terms>;
  readonly otherBase: number | null;
  readonly currency: Currency;
}

export interface Clause {
  /** The words, numbers masked. */
  readonly text: string;
  readonly quote: string;
  readonly sentence: string;
  /** True where it is what something else hangs on. */
  readonly conditional: boolean;
  /** Whose figures they are. */
  readonly voice: Voice;
}

const CONDITION =
  /\b(?:if|provided(?: that)?|providing|as long as|so long as|assuming(?: that)?|on (?:the )?condition (?:that|of)|conditional (?:on|upon)|contingent (?:on|upon)|subject to|given that)\b/i;
const CUT =
  /\s*(?:[,;]|\s\/\s|\bbut\b|\bbecause\b|\bsince\b|\bso (?=i\b|we\b|that\b)|\bin return\b|\band (?=(?:i|we|you|the|then|can|could|let)\b|[^§]{0,25}§)|\bplus (?=[^§]{0,12}§)|(?=\b(?:if|provided|providing|as long as|so long as|assuming|on condition|given that)\b))\s*/gi;

const SUBJECT =
  /\b(?:i|i'\w+|we|we'\w+|you|you'\w+|my|me|let'?s|could|can|would|please|pls|make|give|how about|what about|get|put)\b/i;

/** The sentences, each cut where a new thought begins. */
export function clausesOf(masked: Masked): Clause[] {
  return sentencesOf(masked.text).flatMap((sentence) => {
    let conditional = false;
    let voice: Voice = 'mine';
    return sentence
      .split(CUT)
      .map((part) => (part ?? '').trim())
      .filter((part) => part !== '')
      .map((text) => {
        // A condition ends with its clause.
        conditional = CONDITION.test(text) && text.search(CONDITION) < 4;
        // A part without a subject of its own goes on in the voice before it.
        const own = voiceOf(text);
        if (own !== 'mine' || SUBJECT.test(text)) voice = own;
        return { text, quote: unmask(masked, text), sentence, conditional, voice };
      });
  });
}

export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((one) => one.trim())
    .filter(Boolean);
