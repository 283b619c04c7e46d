import type { Currency } from '../../money.ts';
import type { Terms } from '../terms.ts';
import { unmask, type Masked } from './numbers.ts';

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
}

const CONDITION =
  /\b(?:if|provided(?: that)?|providing|as long as|so long as|assuming(?: that)?|on (?:the )?condition that|given that)\b/i;
const CUT =
  /\s*(?:[,;]|\s\/\s|\bbut\b|\bbecause\b|\bsince\b|\bso (?=i\b|we\b|that\b)|\bin return\b|\band (?=(?:i|we|you|the|then|can|could|let)\b|[^§]{0,25}§)|\bplus (?=[^§]{0,12}§)|(?=\b(?:if|provided|providing|as long as|so long as|assuming|on condition|given that)\b))\s*/gi;

/** The sentences, each cut where a new thought begins. */
export function clausesOf(masked: Masked): Clause[] {
  return sentencesOf(masked.text).flatMap((sentence) => {
    let conditional = false;
    return sentence
      .split(CUT)
      .map((part) => (part ?? '').trim())
      .filter((part) => part !== '')
      .map((text) => {
        // A condition ends with its clause.
        conditional = CONDITION.test(text) && text.search(CONDITION) < 4;
        return { text, quote: unmask(masked, text), sentence, conditional };
      });
  });
}

export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((one) => one.trim())
    .filter(Boolean);
