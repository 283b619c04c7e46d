import type { EventRecord, LoopEventRecord } from '@legible/app/contract/index';

/** A silence of this many seconds is heard by a panel. */
export const LONG_PAUSE = 8;

export interface Pause {
  readonly seconds: number;
  /** What was written last before it, at most six words; '' before the first word. */
  readonly after: string;
}

/**
 * Pauses of at least LONG_PAUSE seconds while one's own words were asked for, the longest first, read from when words came.
 * Time under an interruption is not counted twice: what is measured is between two arrivals of words.
 */
export function longPauses(records: readonly (EventRecord | LoopEventRecord)[]): Pause[] {
  const found: Pause[] = [];
  let text = '';
  let last: number | null = null;
  for (const { event } of records) {
    // A loop asks its questions itself: what is waited for begins with its round.
    if (event.type === 'asked' || event.type === 'round-opened') last = event.at;
    if (event.type !== 'text-grew') {
      // What follows is another text: a reply, or the answer taken up again.
      if (event.type !== 'ticked') {
        last = event.at;
        text = '';
      }
      continue;
    }
    const seconds = last === null ? 0 : (event.at - last) / 1000;
    if (seconds >= LONG_PAUSE) found.push({ seconds, after: text.trim().split(/\s+/).slice(-6).join(' ') });
    text = text.slice(0, event.from) + event.insert + text.slice(event.to);
    last = event.at;
  }
  return found.toSorted((a, b) => b.seconds - a.seconds);
}
