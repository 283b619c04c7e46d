import { type Answers, type Archive, type Endpoints, type Received, Refusal } from '../contract/index.ts';
import type { Deps } from './deps.ts';
import { summariseLoop } from '../loop/read-loop.ts';
import { summarise } from './interviews.ts';

type In<K extends keyof Endpoints> = Received<Endpoints[K]>;
type Out<K extends keyof Endpoints> = Promise<Answers<Endpoints[K]>>;

export async function exportArchive({ store, clock }: Deps): Out<'exportArchive'> {
  return { format: 'legible-archive', formatVersion: 1, exportedAt: clock(), ...(await store.exportAll()) };
}

export async function importArchive({ store }: Deps, { query, body }: In<'importArchive'>): Out<'importArchive'> {
  check(body, query.mode === 'merge' ? await store.interviews({ limit: Number.MAX_SAFE_INTEGER }) : []);
  return store.importAll(body, query.mode, { interview: summarise, loop: summariseLoop });
}

export async function eraseEverything({ store }: Deps): Out<'eraseEverything'> {
  await store.eraseAll();
  return { done: true };
}

/** Refuses a file whose parts do not fit each other, before anything is changed. */
function check(archive: Archive, here: readonly { id: string }[]) {
  unique(archive.interviews, ({ id }) => id, 'interviews', 'id');
  unique(archive.loops, ({ id }) => id, 'loops', 'id');
  unique(archive.documents, ({ id }) => id, 'documents', 'id');
  unique(archive.disputes, ({ id }) => id, 'disputes', 'id');
  unique(archive.panelGrades, ({ own }) => own.answerId, 'panelGrades', 'own.answerId');
  const whole = (field: string, { events, finishedAt, result }: Archive['interviews' | 'loops'][number]) => {
    unique<{ seq: number }>(events, ({ seq }) => seq, `${field}.events`, 'seq');
    if ((finishedAt === null) !== (result === null))
      throw broken(`${field}.result`, 'what is finished has a result and what is running has none');
  };
  archive.interviews.forEach((interview, index) => whole(`interviews.${index}`, interview));
  archive.loops.forEach((loop, index) => whole(`loops.${index}`, loop));
  archive.documents.forEach(({ versions, head }, index) => {
    unique(versions, ({ version }) => version, `documents.${index}.versions`, 'version');
    if (!versions.some(({ version }) => version === head))
      throw broken(`documents.${index}.head`, `there is no version ${head}`);
  });
  const known = new Set([...archive.interviews, ...here].map(({ id }) => id));
  archive.disputes.forEach(({ interviewId }, index) => {
    if (!known.has(interviewId))
      throw broken(`disputes.${index}.interviewId`, `there is no interview "${interviewId}"`);
  });
}

function unique<T>(entries: readonly T[], key: (entry: T) => string | number, field: string, name: string) {
  const seen = new Set<string | number>();
  entries.forEach((entry, index) => {
    const value = key(entry);
    if (seen.has(value)) throw broken(`${field}.${index}.${name}`, `"${value}" is there twice`);
    seen.add(value);
  });
}

const broken = (field: string, reason: string) =>
  new Refusal('bad-request', `The file is damaged at "${field}": ${reason}. Nothing was imported.`, {
    field,
    mend: 'Use a file as it was exported.',
  });
