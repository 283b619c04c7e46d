import type { DefenceStart } from '@legible/app/contract/index';
import { valueAt } from '@legible/app/loop/defence';
import { parseRunFile, WORLDS } from '@legible/lab';
import type { Field, Progress, RunFile, RunResult } from '@legible/lab';
import { queryOptions } from '@tanstack/react-query';
import { server } from '../../server/server.ts';

/** A kept run of the lab, as far as a round about it needs it. */
export interface OwnRun {
  readonly id: string;
  readonly title: string;
  readonly savedAt: string;
  readonly file: RunFile;
  /** True once every live day was lived. */
  readonly over: boolean;
  /** The document of its post-mortem, where one is kept. */
  readonly resultId: string | null;
}

/** The runs that can be read, latest first. */
export const ownRunsQuery = queryOptions({
  queryKey: ['own-runs'],
  queryFn: async (): Promise<readonly OwnRun[]> => {
    const { documents } = await server.listDocuments({ query: { type: 'lab-run' } });
    const read = await Promise.all(documents.map(({ id }) => server.getDocument({ params: { id } })));
    return read.flatMap(({ id, title, savedAt, body }) => {
      const { file, day, resultId } = (body ?? {}) as { file?: unknown; day?: unknown; resultId?: unknown };
      const world = WORLDS[String((file as { world?: unknown } | undefined)?.world)]?.world;
      if (world === undefined) return [];
      try {
        return [
          {
            id,
            title,
            savedAt,
            file: parseRunFile(file, world),
            over: Number(day) >= world.liveDays,
            resultId: typeof resultId === 'string' ? resultId : null,
          },
        ];
      } catch {
        // A run of an older form: the lab's own page says what is wrong with it.
        return [];
      }
    });
  },
});

export type ToRunWorker =
  /** Lives a run from its file alone. */
  | { readonly runId: string; readonly title: string; readonly file: RunFile }
  /** Reads a post-mortem that was kept. */
  | { readonly runId: string; readonly title: string; readonly result: RunResult };
export type FromRunWorker =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'defence'; readonly defence: DefenceStart; readonly days: number; readonly saved: number }
  | { readonly kind: 'failed'; readonly message: string };

/** A run made into a round, in a worker of its own that ends with it. */
export function readRun(
  message: ToRunWorker,
  onProgress: (progress: Progress) => void,
): Promise<Extract<FromRunWorker, { kind: 'defence' }>> {
  const worker = new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module' });
  const { promise, resolve, reject } = Promise.withResolvers<Extract<FromRunWorker, { kind: 'defence' }>>();
  worker.addEventListener('message', ({ data }: MessageEvent<FromRunWorker>) => {
    if (data.kind === 'progress') onProgress(data.progress);
    else if (data.kind === 'defence') resolve(data);
    else reject(new Error(data.message));
  });
  worker.addEventListener('error', ({ message: why }) => reject(new Error(why || 'The lab could not be started.')));
  worker.postMessage(message);
  return promise.finally(() => worker.terminate());
}

/** The world of a quick run, the plans to start from, and the choices that tell these plans apart. */
export function quickRunOf(): {
  readonly id: string;
  readonly names: readonly string[];
  readonly start: string;
  readonly fields: readonly Field[];
  /** What a plan says for a field. */
  readonly planned: (name: string, path: string) => string;
} {
  const [id = '', entry] = Object.entries(WORLDS)[0] ?? [];
  const plans = Object.values(entry?.references ?? {});
  const names = Object.keys(entry?.references ?? {});
  const groups = new Set<string>();
  const fields = (entry?.world.fields ?? []).filter(({ path, type }) => {
    const group = path.split('.')[0] ?? path;
    const told = new Set(plans.map((plan) => valueAt(plan, path))).size > 1;
    if (type.kind !== 'choice' || !told || groups.has(group)) return false;
    groups.add(group);
    return true;
  });
  return {
    id,
    names,
    start: names.includes('naive') ? 'naive' : (names[1] ?? names[0] ?? ''),
    fields: fields.slice(0, 5),
    planned: (name, path) => String(valueAt(entry?.references[name] ?? {}, path) ?? ''),
  };
}

/** The file of a quick run: a reference plan with these choices, in a world a third of its usual size. Throws with the field and the reason. */
export function quickFile(from: string, choices: Readonly<Record<string, string>>, saves: number): RunFile {
  const { id } = quickRunOf();
  const entry = WORLDS[id];
  if (entry === undefined) throw new Error('The lab has no world.');
  const { world, references } = entry;
  const plan = structuredClone(references[from]) as unknown as Record<string, unknown>;
  for (const [path, value] of Object.entries(choices)) {
    const [head = '', tail] = path.split('.');
    if (tail === undefined) plan[head] = value;
    else (plan[head] as Record<string, unknown>)[tail] = value;
  }
  plan['name'] = `Quick run from the ${from} plan`;
  (plan['prediction'] as Record<string, unknown>)['saves'] = saves;
  const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
  const volume = Math.max(world.volumeRange[0], Math.round(world.defaultVolume / 3));
  return parseRunFile({ version: 1, world: id, seed, volume, plan, actions: [] }, world);
}

/** Keeps a run that was lived to its end, so that the lab lists it too. */
export async function keepRun(id: string, file: RunFile, day: number, saved: number): Promise<void> {
  const body = JSON.parse(JSON.stringify({ file, day, saved })) as Parameters<
    typeof server.saveDocument
  >[0]['body']['body'];
  await server.saveDocument({ params: { id }, body: { type: 'lab-run', title: file.plan.name, body, baseVersion: 0 } });
}
