import type { PlanWishes } from '@legible/prep';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { forgetRecords, recordsQuery, toJson } from '../../server/prep.ts';
import { settingsQuery } from '../../server/queries.ts';
import { server } from '../../server/server.ts';

/** Keeps what the user said about their time: the date and the hours as settings, the rest as the plan's document. */
export function useKeepWishes() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (wishes: PlanWishes) => {
      const { plan } = await queries.ensureQueryData(recordsQuery);
      await server.changeSettings({
        body: {
          interviewDate: wishes.interview === '' ? null : wishes.interview,
          hoursPerWeek: wishes.hoursPerWeek,
        },
      });
      await server.saveDocument({
        params: { id: plan?.id ?? crypto.randomUUID() },
        body: { type: 'plan', title: 'Plan', body: toJson(wishes), baseVersion: plan?.version ?? 0 },
      });
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: settingsQuery.queryKey });
      await forgetRecords(queries);
    },
  });
}
