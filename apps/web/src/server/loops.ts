import { queryOptions } from '@tanstack/react-query';
import { dayOfInstant } from './prep.ts';
import { server } from './server.ts';

/** Days on which a whole loop was sat to its end. */
export const loopsQuery = queryOptions({
  queryKey: ['loop-days'],
  queryFn: async () =>
    (await server.listLoops()).loops.flatMap(({ finishedAt }) =>
      finishedAt === null ? [] : [dayOfInstant(finishedAt)],
    ),
});
