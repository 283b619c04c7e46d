import type { DefenceStart, LoopSummary } from '@legible/app/contract/index';
import type { PresetId, RoundKind, StyleId } from '@legible/loop';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { server } from '../../server/server.ts';

export const loopsQuery = queryOptions({
  queryKey: ['loops'],
  queryFn: async (): Promise<readonly LoopSummary[]> => (await server.listLoops()).loops,
});

export const loopQuery = (id: string) =>
  queryOptions({ queryKey: ['loop', id], queryFn: () => server.getLoop({ params: { id } }) });

export interface LoopChoice {
  readonly preset: PresetId;
  readonly pace: 'sitting' | 'days';
  /** The preset's own where absent. */
  readonly rounds?: readonly { readonly kind: RoundKind; readonly style?: StyleId }[];
  readonly defence?: DefenceStart;
}

/** Starts a loop, or a round alone, and goes to it. */
export function useStartLoop() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ preset, pace, rounds, defence }: LoopChoice) => {
      const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
      return server.startLoop({
        body: {
          id: crypto.randomUUID(),
          preset,
          pace,
          seed,
          ...(rounds === undefined ? {} : { rounds: rounds.map((round) => ({ ...round })) }),
          ...(defence === undefined ? {} : { defence }),
        },
      });
    },
    onSuccess: async (loop) => {
      queries.setQueryData(loopQuery(loop.id).queryKey, loop);
      await navigate({ to: `/loop/${loop.id}` });
      void queries.invalidateQueries({ queryKey: loopsQuery.queryKey });
    },
  });
}
