import type { Numbers } from '../metrics/input.ts';

/** Rows of each query: query q owns `rows[starts[q]..starts[q + 1])`, in rising order. */
export interface QueryGroups {
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
}

/** Gathers the rows of each query; `groups` names the query of each row, in any order. */
export function queryGroups(groups: Numbers): QueryGroups {
  const numbers = new Map<number, number>();
  const query = new Uint32Array(groups.length);
  for (let i = 0; i < groups.length; i++) {
    let number = numbers.get(groups[i]!);
    if (number === undefined) numbers.set(groups[i]!, (number = numbers.size));
    query[i] = number;
  }
  const starts = new Uint32Array(numbers.size + 1);
  for (const q of query) starts[q + 1] = starts[q + 1]! + 1;
  for (let q = 0; q < numbers.size; q++) starts[q + 1] = starts[q + 1]! + starts[q]!;
  const next = starts.slice();
  const rows = new Uint32Array(groups.length);
  for (let i = 0; i < query.length; i++) {
    const q = query[i]!;
    rows[next[q]!] = i;
    next[q] = next[q]! + 1;
  }
  return { rows, starts };
}
