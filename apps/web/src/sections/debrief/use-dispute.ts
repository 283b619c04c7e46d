import type { Dispute, Interview } from '@legible/app/contract/index';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { interviewQuery } from '../../server/queries.ts';
import { server } from '../../server/server.ts';

type Start = Omit<Dispute, 'id' | 'interviewId' | 'judgeLevel' | 'reconsidered' | 'createdAt'>;

/** "Your words against ours": keeps a dispute with the quote it stands on. */
export function useDispute(interviewId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (start: Start) =>
      server.disputeLevel({ params: { id: interviewId }, body: { id: crypto.randomUUID(), ...start } }),
    onSuccess: (dispute) =>
      queries.setQueryData<Interview>(
        interviewQuery(interviewId).queryKey,
        (interview) => interview && { ...interview, disputes: [...interview.disputes, dispute] },
      ),
  });
}

export function useWithdraw() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (dispute: Dispute) => server.withdrawDispute({ params: { id: dispute.id } }),
    onSuccess: (_, dispute) =>
      queries.setQueryData<Interview>(
        interviewQuery(dispute.interviewId).queryKey,
        (interview) =>
          interview && { ...interview, disputes: interview.disputes.filter(({ id }) => id !== dispute.id) },
      ),
  });
}
