import type { Level } from '@legible/judge';
import { createEmptyCard, date_scheduler, fsrs, Rating, type Card, type Grade } from 'ts-fsrs';

/** What comes back to be practised: an item of the dossier, a weak spot (a signal), a world of the lab, or a kind of drill. */
export type ReviewKey = `item:${string}` | `signal:${string}` | `lab:${string}` | `drill:${string}`;

/** One practice of a thing, as the judge saw it. */
export interface Review {
  readonly key: ReviewKey;
  /** ISO instant. */
  readonly at: string;
  /** Mean level of the signals that counted, 0 to 3. */
  readonly level: number;
  /** Seconds used and seconds given; null where there was no clock. */
  readonly seconds: number | null;
  readonly allowed: number | null;
}

/** When a thing is due again. */
export interface Due {
  readonly key: ReviewKey;
  /** ISO instant. */
  readonly due: string;
  readonly overdue: boolean;
  /** Estimated probability, 0 to 1, that it would still hold now. */
  readonly recall: number;
  readonly reviews: number;
  readonly last: Review;
}

// Fuzz would make the same log give other dates; short steps of minutes make no sense for things practised by the day.
const SCHEDULER = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false, maximum_interval: 60 });

/** Time over what was given, as a share of it, from which a rating falls by one step. */
const SLOW = 1.15;

/**
 * The rating of FSRS from the judge's level and the time taken, never from how it felt: below 1 is Again, below 2 Hard,
 * below 2.75 Good, else Easy; one step lower where it took more than 115% of its time.
 */
export function ratingOf({ level, seconds, allowed }: Pick<Review, 'level' | 'seconds' | 'allowed'>): Grade {
  const steps: readonly Grade[] = [Rating.Again, Rating.Hard, Rating.Good, Rating.Easy];
  const by = level < 1 ? 0 : level < 2 ? 1 : level < 2.75 ? 2 : 3;
  const slow = seconds !== null && allowed !== null && seconds > allowed * SLOW;
  return steps[Math.max(0, slow ? by - 1 : by)] ?? Rating.Again;
}

export const meanLevel = (levels: readonly Level[]): number =>
  levels.length === 0 ? 0 : levels.reduce<number>((sum, level) => sum + level, 0) / levels.length;

/** What failed is due again the next day; FSRS alone gives what held for long before more than that. */
const soonest = (card: Card, last: Review): Card['due'] =>
  ratingOf(last) === Rating.Again && card.last_review ? date_scheduler(card.last_review, 1, true) : card.due;

/**
 * The schedule after all reviews so far, soonest first. Pure: the same log and `now` (ISO instant) give the same dates.
 * Reviews may come in any order.
 */
export function scheduleOf(reviews: readonly Review[], now: string): Due[] {
  const byKey = Map.groupBy(reviews, ({ key }) => key);
  return [...byKey]
    .flatMap(([key, own]): Due[] => {
      const ordered = own.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
      const [first] = ordered;
      const last = ordered.at(-1);
      if (first === undefined || last === undefined) return [];
      let card: Card = createEmptyCard(first.at);
      for (const review of ordered) card = SCHEDULER.next(card, review.at, ratingOf(review)).card;
      const due = soonest(card, last).toISOString();
      return [
        {
          key,
          due,
          overdue: due <= now,
          recall: SCHEDULER.get_retrievability(card, now, false),
          reviews: ordered.length,
          last,
        },
      ];
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.key < b.key ? -1 : 1));
}
