import type { Facts, Setting } from './facts.ts';

/** A fact that may be absent, and so a condition of a line. */
export type Need = Exclude<keyof Facts, 'setting' | 'quote' | 'seconds'>;

/** A sentence the interviewer can say, with what must have been said first. */
export interface Line {
  readonly id: string;
  /** Facts without which the line cannot be said; more of them make it more pointed, and it is preferred. */
  readonly needs: readonly Need[];
  /** Conversations it fits; all where absent. */
  readonly where?: readonly Setting[];
  say(facts: Facts): string;
}

/** Declares a line: within `say` the needed facts are known to be there. */
export function line<K extends Need>(
  id: string,
  needs: readonly K[],
  say: (facts: Facts & { readonly [P in K]-?: NonNullable<Facts[P]> }) => string,
  where?: readonly Setting[],
): Line {
  return {
    id,
    needs,
    ...(where === undefined ? {} : { where }),
    say: (facts) => cap(say(facts as Facts & { readonly [P in K]-?: NonNullable<Facts[P]> })),
  };
}

/** True where every fact the line needs was said and the conversation is one it fits. */
export function fits({ needs, where }: Line, facts: Facts): boolean {
  if (facts.quote === '') return false;
  if (where !== undefined && !where.includes(facts.setting)) return false;
  return needs.every((need) => facts[need] !== undefined);
}

/** The first letter made a capital, for a fact that starts a sentence. */
export function cap(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
