import type { Story } from '../dossier/types.ts';
import type { Outline } from './outline.ts';

/** Longest text of a fact, in UTF-16 units: what a story takes. */
const MOST = 2000;

/**
 * The body of a "story" document with the facts of an outline and no draft: the telling is the user's. Ids of facts are those of
 * `makeId`, one call each.
 */
export function storyOf({ kind, parts }: Outline, makeId: () => string): Story {
  return {
    kind: kind === 'transition' ? 'transition' : 'failure',
    failures: kind === 'transition' ? [] : [kind],
    simulated: false,
    facts: parts.flatMap(({ part, facts }) =>
      facts.map(({ text, source }) => ({
        id: makeId(),
        part,
        text: text.slice(0, MOST),
        source: source.slice(0, MOST),
      })),
    ),
    short: '',
    long: '',
  };
}
