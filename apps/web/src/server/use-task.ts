import { emptyItem, SLOT_ABOUT, SLOTS, slotsOf, type Slot, type Task } from '@legible/prep';
import type { SignalId } from '@legible/judge/rubric';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { sections } from '../sections/registry.ts';
import { leastAsked } from '../sections/rehearse/least-asked.ts';
import { forgetRecords, toJson } from './prep.ts';
import { questionsQuery, useStartInterview } from './queries.ts';
import { server } from './server.ts';
import type { Planned } from './standing.ts';

/** Makes a new item for a place in the dossier and resolves with its id. */
export function useCreateItem() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (slot: Slot) => {
      const id = crypto.randomUUID();
      const item = emptyItem(slot);
      await server.saveDocument({
        params: { id },
        body: { type: item.type, title: SLOT_ABOUT[slot].label, body: toJson(item.body), baseVersion: 0 },
      });
      return id;
    },
    onSuccess: () => forgetRecords(queries),
  });
}

/** Opens the place where a task of the plan is done. */
export function useTask(planned: Planned | null) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const create = useCreateItem();
  const start = useStartInterview();
  const open = async (task: Pick<Task, 'kind' | 'about'>): Promise<void> => {
    if (planned === null) return;
    const slot = SLOTS.find((known) => known === task.about);
    const standing = planned.slots.find((one) => one.slot === slot)?.item;
    const kept =
      standing ?? planned.records.items.find(({ item }) => slot !== undefined && slotsOf(item).includes(slot));
    switch (task.kind) {
      case 'draft':
        if (slot) await navigate({ to: `/dossier/${kept?.id ?? (await create.mutateAsync(slot))}` });
        return;
      case 'rehearse':
        await navigate({ to: kept ? `/rehearse/${kept.id}` : '/dossier' });
        return;
      case 'drill': {
        const questions = await queries.ensureQueryData(questionsQuery);
        const question = leastAsked(planned.interviews, questions, task.about as SignalId);
        if (question) await navigate({ to: `/answer/${(await start.mutateAsync(question.id)).id}` });
        return;
      }
      case 'lab':
        await navigate({ to: '/lab' });
        return;
      case 'lab-drills':
        await navigate({ to: `/drills/${task.about === '' ? 'due' : task.about}` });
        return;
      case 'loop':
        await navigate({ to: sections.find(({ id }) => id === 'loop' || id === 'loops')?.path ?? '/history' });
        return;
      case 'review':
        await navigate({ to: '/rehearse' });
        return;
      case 'evidence':
        await navigate({ to: '/evidence' });
        return;
      case 'inventory':
        await navigate({ to: '/dossier/role-fit' });
        return;
      case 'brief':
      case 'interview':
        await navigate({ to: '/plan/brief' });
    }
  };
  return {
    busy: create.isPending || start.isPending,
    error: create.error ?? start.error,
    open: (task: Pick<Task, 'kind' | 'about'>) => void open(task).catch(() => undefined),
  };
}
