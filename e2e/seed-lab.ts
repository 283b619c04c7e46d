import { createClient } from '@legible/app/client';
import { drive, parseRunFile, wholeRun, WORLDS } from '@legible/lab';
import type { RunFile, RunResult } from '@legible/lab';

/** Payments a day: enough to train on, few enough for a run of seconds. */
const VOLUME = 700;

/** A small run of the fraud world by one of its reference plans. */
export function smallRun(reference = 'textbook', seed = 7): RunFile {
  const entry = WORLDS['fraud'];
  const plan = entry?.references[reference];
  if (!entry || !plan) throw new Error(`The fraud world has no plan "${reference}".`);
  return parseRunFile({ version: 1, world: 'fraud', seed, volume: VOLUME, plan, actions: [] }, entry.world);
}

export function resultOf(file: RunFile): RunResult {
  const entry = WORLDS[file.world];
  if (!entry) throw new Error(`There is no world "${file.world}".`);
  return drive(wholeRun(entry.world, file, entry.references));
}

type Body = Parameters<ReturnType<typeof createClient>['saveDocument']>[0]['body']['body'];

/** Keeps a run on the server without a page: at a day, or over with its result. Returns its document's name. */
export async function seedRun(url: string, file: RunFile, at: { readonly day: number } | RunResult): Promise<string> {
  const server = createClient(url);
  const put = async (type: string, value: object): Promise<string> => {
    const id = crypto.randomUUID();
    const body = JSON.parse(JSON.stringify(value)) as Body;
    await server.saveDocument({ params: { id }, body: { type, title: file.plan.name, body, baseVersion: 0 } });
    return id;
  };
  const over = 'ledger' in at;
  return put('lab-run', {
    file,
    day: over ? at.days.length : at.day,
    saved: over ? at.prediction.saved : null,
    opened: true,
    resultId: over ? await put('lab-result', at) : null,
    replies: {},
    guide: null,
    brought: false,
  });
}
