import type { SignalId } from '@legible/judge';
import type { Area, Doubt } from '@legible/offers';
import { queryOptions } from '@tanstack/react-query';
import { server } from '../../server/server.ts';

/** Which areas a panel doubts when it votes against on a signal. */
const AREAS_OF: Readonly<Partial<Record<SignalId, readonly Area[]>>> = {
  data: ['data', 'features'],
  evaluation: ['evaluation'],
  production: ['serving', 'monitoring'],
  failure: ['monitoring', 'on-call'],
};

/** The words that panels of the last three finished loops held against the candidate. */
export const doubtsQuery = queryOptions({
  queryKey: ['scope-doubts'],
  queryFn: async (): Promise<Doubt[]> => {
    const { loops } = await server.listLoops();
    const closed = loops.filter(({ packet }) => packet !== null).slice(0, 3);
    const read = await Promise.all(closed.map(({ id }) => server.getLoop({ params: { id } })));
    return read.flatMap(({ result, startedAt }) =>
      (result?.packet.votes ?? []).flatMap(({ vote, weakest, interviewer }) =>
        vote > 2 || weakest === null || weakest.signal === null
          ? []
          : (AREAS_OF[weakest.signal] ?? []).map((area) => ({
              area,
              words: weakest.words,
              from: `${interviewer}, ${startedAt.slice(0, 10)}`,
            })),
      ),
    );
  },
});
