/** Logged lists in columns: one row for each item shown; the rows of a list lie together, by rising place. */
export interface LoggedLists {
  readonly rows: number;
  /** Number of the list, rising. */
  readonly list: Int32Array;
  /** 0 is the first place. */
  readonly place: Uint8Array;
  /** Chance with which the logging policy put this item here, given those above it. */
  readonly propensity: Float32Array;
  /** 1 where the list was shown in random order. */
  readonly shuffled: Uint8Array;
}

/** Where each list begins among `rows` (rising); the last entry is the end. */
export function listStarts(list: Int32Array, rows: Uint32Array): Uint32Array {
  const starts: number[] = [];
  let last = -1;
  for (let i = 0; i < rows.length; i++) {
    const id = list[rows[i]!]!;
    if (id !== last) starts.push(i);
    last = id;
  }
  starts.push(rows.length);
  return Uint32Array.from(starts);
}
