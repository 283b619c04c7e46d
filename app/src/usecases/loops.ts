import { PRESET } from '@legible/loop';
import {
  type Answers,
  type Endpoints,
  type KeptLoop,
  type Received,
  Refusal,
  type StoredPlan,
} from '../contract/index.ts';
import { openedFrom } from '../loop/host.ts';
import { ownStory } from '../loop/own-stories.ts';
import { readLoop, summariseLoop } from '../loop/read-loop.ts';
import type { Deps } from './deps.ts';

type In<K extends keyof Endpoints> = Received<Endpoints[K]>;
type Out<K extends keyof Endpoints> = Promise<Answers<Endpoints[K]>>;

const noLoop = (id: string) =>
  new Refusal('not-found', `There is no loop "${id}".`, {
    field: 'id',
    mend: 'It may have been deleted in another tab; go back to the loops.',
  });

export async function startLoop({ store, bank, clock }: Deps, { body }: In<'startLoop'>): Out<'startLoop'> {
  const before = await store.loop(body.id);
  if (before === null) {
    const plan = await planOf({ store, bank }, body);
    await store.createLoop({ id: body.id, plan, startedAt: clock() });
  }
  const kept = await whole(store, body.id);
  if (kept.plan.seed !== body.seed || kept.plan.preset !== body.preset)
    throw new Refusal('conflict', `The id "${body.id}" belongs to another loop.`, {
      field: 'id',
      mend: 'Make a new id.',
    });
  return kept;
}

/** The whole plan of a new loop, checked by opening it. */
async function planOf(
  { store, bank }: Pick<Deps, 'store' | 'bank'>,
  { preset, seed, pace, rounds, defence }: In<'startLoop'>['body'],
): Promise<StoredPlan> {
  const documents = await Promise.all((await store.documents('story')).map(({ id }) => store.document(id)));
  const own = PRESET[preset].rounds;
  const plan: StoredPlan = {
    preset,
    seed,
    pace,
    rounds: (rounds ?? own).map(({ kind, style }) => ({
      kind,
      style: style ?? own.find((one) => one.kind === kind)?.style ?? 'skeptic',
    })),
    bank: bank.map(({ id, kind, signals, seconds, text }) => ({ id, kind, signals, seconds, text })),
    stories: documents.flatMap((document) => {
      const story = document === null ? null : ownStory(document.title, document.body);
      return story === null ? [] : [{ ...story, kinds: [...story.kinds] }];
    }),
    defence: defence ?? null,
  };
  try {
    openedFrom(plan);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal('bad-request', error.message, {
      field: /^(\w+):/.exec(error.message)?.[1] ?? 'rounds',
      mend: 'Choose other rounds, or give what they are about.',
    });
  }
  return plan;
}

export async function appendLoopEvents(
  { store }: Deps,
  { params, body }: In<'appendLoopEvents'>,
): Out<'appendLoopEvents'> {
  const appended = await store.appendLoopEvents(params.id, body.events);
  switch (appended.outcome) {
    case 'kept':
      return { acknowledged: appended.acknowledged };
    case 'missing':
      throw noLoop(params.id);
    case 'finished':
      throw new Refusal('conflict', 'This loop is over and takes no more events.', { mend: 'Start another.' });
    case 'conflict':
      throw new Refusal(
        'conflict',
        `Event ${appended.seq} is already there with other content: the loop is open in another tab.`,
        {
          field: 'events',
          mend: 'Reload the page to continue where the other tab is.',
          detail: { seq: appended.seq },
        },
      );
  }
}

export async function getLoop({ store }: Deps, { params }: In<'getLoop'>): Out<'getLoop'> {
  return whole(store, params.id);
}

export async function listLoops({ store }: Deps): Out<'listLoops'> {
  return { loops: await store.loops() };
}

export async function finishLoop({ store, clock }: Deps, { params, body }: In<'finishLoop'>): Out<'finishLoop'> {
  const kept = await store.loop(params.id);
  if (kept === null) throw noLoop(params.id);
  if (kept.result === null) {
    if (kept.acknowledged < body.lastSeq)
      throw new Refusal(
        'not-ready',
        `Events up to ${kept.acknowledged} have arrived, and the last is ${body.lastSeq}.`,
        {
          field: 'lastSeq',
          mend: `Send the events from ${kept.acknowledged + 1} on, then finish.`,
          detail: { acknowledged: kept.acknowledged },
        },
      );
    const events = (await store.loopEvents(params.id)).filter(({ seq }) => seq <= body.lastSeq);
    const result = readLoop(kept.plan, events);
    await store.finishLoop(params.id, clock(), result, summariseLoop(result));
  }
  return whole(store, params.id);
}

export async function deleteLoop({ store }: Deps, { params }: In<'deleteLoop'>): Out<'deleteLoop'> {
  if (!(await store.deleteLoop(params.id))) throw noLoop(params.id);
  return { done: true };
}

async function whole(store: Deps['store'], id: string): Promise<KeptLoop> {
  const [kept, events] = await Promise.all([store.loop(id), store.loopEvents(id)]);
  if (kept === null) throw noLoop(id);
  const { plan, startedAt, finishedAt, acknowledged, result } = kept;
  const status = finishedAt === null ? ('running' as const) : ('finished' as const);
  return { id, status, startedAt, finishedAt, plan, events, acknowledged, result };
}
