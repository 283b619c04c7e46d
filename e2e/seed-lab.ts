import { createClient } from '@legible/app/client';
import { drive, parseRunFile, wholeRun, WORLDS } from '@legible/lab';
import type { RunFile, RunResult } from '@legible/lab';

/** Events a day: enough to train on, few enough for a run of seconds. */
const VOLUMES: Readonly<Record<string, number>> = { fraud: 300, recommendations: 100, search: 80 };

/** A small run of a world by one of its reference plans, with parts of the plan replaced. */
export function smallRun(reference = 'textbook', parts: object = {}, world = 'fraud'): RunFile {
  const entry = WORLDS[world];
  const plan = entry?.references[reference];
  if (!entry || !plan) throw new Error(`The world "${world}" has no plan "${reference}".`);
  const volume = VOLUMES[world];
  const document = { version: 1, world, seed: 13, volume, plan: { ...plan, ...parts }, actions: [] };
  return parseRunFile(document, entry.world);
}

export function resultOf(file: RunFile): RunResult {
  const entry = WORLDS[file.world];
  if (!entry) throw new Error(`There is no world "${file.world}".`);
  return drive(wholeRun(entry.world, file, entry.references));
}

/** What is kept of a run beside its file. */
interface Standing {
  readonly day?: number;
  readonly opened?: boolean;
  readonly brought?: boolean;
  readonly guide?: { readonly plan: number; readonly offline: number; readonly truth: number };
  readonly replies?: Readonly<Record<string, string>>;
  readonly result?: RunResult;
}

type Body = Parameters<ReturnType<typeof createClient>['saveDocument']>[0]['body']['body'];

/** Keeps a run on the server without a page; returns the name of its document. */
export async function seedRun(url: string, file: RunFile, { result, ...at }: Standing): Promise<string> {
  const server = createClient(url);
  const put = async (type: string, value: object): Promise<string> => {
    const id = crypto.randomUUID();
    const body = JSON.parse(JSON.stringify(value)) as Body;
    await server.saveDocument({ params: { id }, body: { type, title: file.plan.name, body, baseVersion: 0 } });
    return id;
  };
  return put('lab-run', {
    file,
    day: result?.days.length ?? 0,
    saved: result?.prediction.saved ?? null,
    opened: result !== undefined,
    resultId: result ? await put('lab-result', result) : null,
    replies: {},
    guide: null,
    brought: false,
    ...at,
  });
}
