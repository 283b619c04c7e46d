import { diffWordsWithSpace } from 'diff';

/** A stretch of text in a comparison of two versions. */
export interface Change {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** How `after` differs from `before`, word by word; joined, all but the gone give `after`, all but the new give `before`. */
export function differenceOf(before: string, after: string): Change[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value,
  }));
}

/** A saved version, as much of it as grouping needs; `savedAt` is an ISO instant. */
export interface Saved {
  readonly version: number;
  readonly parent: number;
  readonly savedAt: string;
}

/** Versions written in one sitting; `last` is the one it ended with. */
export interface Sitting<V extends Saved> {
  readonly last: V;
  readonly versions: readonly V[];
}

/** A pause of this many minutes ends a sitting. */
const PAUSE_MINUTES = 10;

/**
 * Versions by sitting, newest first, so that what was kept every few seconds reads as one draft. A version that another
 * tab wrote over an older one stands alone: it is a branch. `minutesBetween` tells two instants apart.
 */
export function sittingsOf<V extends Saved>(
  oldestFirst: readonly V[],
  minutesBetween: (a: string, b: string) => number,
): Sitting<V>[] {
  const sittings: V[][] = [];
  for (const version of oldestFirst) {
    const open = sittings.at(-1);
    const last = open?.at(-1);
    const goesOn =
      last !== undefined &&
      version.parent === last.version &&
      minutesBetween(last.savedAt, version.savedAt) < PAUSE_MINUTES;
    if (open && goesOn) open.push(version);
    else sittings.push([version]);
  }
  return sittings.toReversed().flatMap((versions) => {
    const last = versions.at(-1);
    return last === undefined ? [] : [{ last, versions }];
  });
}
