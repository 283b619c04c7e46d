import type { SignalId } from '@legible/judge/rubric';
import { queryOptions } from '@tanstack/react-query';
import { server } from './server.ts';

/** A whole loop that was sat to its end, with the mean level of each signal in it, 0 to 3. */
export interface SatLoop {
  readonly at: string;
  readonly means: Readonly<Partial<Record<SignalId, number>>>;
}

/** Newest first. */
export const satLoopsQuery = queryOptions({
  queryKey: ['sat-loops'],
  queryFn: async () =>
    (await server.listLoops()).loops.flatMap(({ finishedAt, packet }): SatLoop[] =>
      finishedAt === null ? [] : [{ at: finishedAt, means: packet?.means ?? {} }],
    ),
});
