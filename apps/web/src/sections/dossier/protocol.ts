import type { Judgment } from '@legible/judge';
import type { Item, OutlinePart, Strike, Telling } from '@legible/prep';

/** From the workshop to the worker that reads: the item as it stands, and which telling was changed. */
export interface ReadRequest {
  readonly item: Item;
  readonly telling: Telling;
}

/** What stands in one telling: at once what is marked and what is missing; after a pause the levels. */
export interface ReadReply {
  readonly telling: Telling;
  readonly text: string;
  readonly strikes: readonly Strike[];
  readonly outline: readonly OutlinePart[];
  /** Null while words are still being typed, and for an empty text. */
  readonly judgment: Judgment | null;
  /** True where the judgment is of this very text; false where it is the last one before more was typed. */
  readonly fresh: boolean;
  /** Why it could not be read; '' where it was. */
  readonly trouble: string;
}
