import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { server } from './server.ts';

export const questionsQuery = queryOptions({
  queryKey: ['questions'],
  queryFn: async () => (await server.listQuestions()).questions,
  staleTime: Infinity,
});

export const interviewsQuery = queryOptions({
  queryKey: ['interviews'],
  queryFn: async () => (await server.listInterviews({ query: { limit: 1000 } })).interviews,
});

export const interviewQuery = (id: string) =>
  queryOptions({ queryKey: ['interview', id], queryFn: () => server.getInterview({ params: { id } }) });

export const settingsQuery = queryOptions({ queryKey: ['settings'], queryFn: () => server.getSettings() });

/** Which language model would be asked for a second opinion; null where none is configured. */
export const secondOpinionQuery = queryOptions({
  queryKey: ['second-opinion'],
  queryFn: () => server.secondOpinionSource(),
  staleTime: Infinity,
});

/** Begins an interview on a question and resolves with its id. */
export function useStartInterview() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (questionId: string) => {
      const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
      return server.startInterview({ body: { id: crypto.randomUUID(), questionId, seed } });
    },
    onSuccess: (interview) => {
      queries.setQueryData(interviewQuery(interview.id).queryKey, interview);
      void queries.invalidateQueries({ queryKey: interviewsQuery.queryKey });
    },
  });
}
