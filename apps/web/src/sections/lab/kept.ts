import { parseRunFile, WORLDS } from '@legible/lab';
import type { RunFile, RunResult } from '@legible/lab';
import { queryOptions } from '@tanstack/react-query';
import { server } from '../../server/server.ts';
import { inOrderOf } from './key-order.ts';

/** How far a guided run has come, page by page of each of its stages. */
export interface GuideAt {
  readonly plan: number;
  readonly offline: number;
  readonly truth: number;
}

/** A run as it is kept. */
export interface KeptRun {
  readonly file: RunFile;
  /** The next live day. */
  readonly day: number;
  /** Dollars saved against doing nothing; known after the post-mortem. */
  readonly saved: number | null;
  /** True once the plan was trained: the offline report was seen. */
  readonly opened: boolean;
  /** The document that holds the post-mortem, once there is one. */
  readonly resultId: string | null;
  /** Replies to the questions, by the question's name. */
  readonly replies: Readonly<Record<string, string>>;
  /** Null for a free run, and for a guided one whose guide was left. */
  readonly guide: GuideAt | null;
  /** True for a run that came from a file and was not lived here. */
  readonly brought: boolean;
}

export interface Kept {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly savedAt: string;
  readonly run: KeptRun;
}

export function newRun(file: RunFile, over: Partial<KeptRun> = {}): KeptRun {
  return {
    file,
    day: 0,
    saved: null,
    opened: false,
    resultId: null,
    replies: {},
    guide: null,
    brought: false,
    ...over,
  };
}

/** A document of a run, checked; throws with the field and the reason. */
export function readFile(document: unknown): RunFile {
  const id = (document as { world?: unknown } | null)?.world;
  const entry = typeof id === 'string' ? WORLDS[id] : undefined;
  if (!entry) throw new Error(`world: is ${JSON.stringify(id)}; choose one of ${Object.keys(WORLDS).join(', ')}.`);
  // The most careful reference plan has an entry in each of its lists, and so an order for all keys.
  const model = Object.values(entry.references).at(-1);
  const { plan, actions } = document as { plan?: unknown; actions?: unknown };
  return parseRunFile(
    {
      ...(document as object),
      plan: inOrderOf(model, plan),
      actions: inOrderOf([{ day: 0, kind: '' }], actions),
    },
    entry.world,
  );
}

/** A run file as text; throws with the field and the reason. */
export function readFileText(text: string): RunFile {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new Error('This file is not JSON. Choose a file that the lab wrote: its name begins with “legible-run”.');
  }
  return readFile(document);
}

export async function keptRun(id: string): Promise<Kept> {
  const { version, title, body, savedAt } = await server.getDocument({ params: { id } });
  const { file, ...rest } = body as unknown as Partial<KeptRun>;
  const day = rest.day ?? 0;
  return {
    id,
    version,
    title,
    savedAt,
    run: newRun(readFile(file), { opened: day > 0, ...rest }),
  };
}

/** Runs that can be read, and what is wrong with those that cannot. */
export interface KeptRuns {
  readonly runs: readonly Kept[];
  readonly unreadable: readonly { readonly id: string; readonly title: string; readonly reason: string }[];
}

export const keptQuery = queryOptions({
  queryKey: ['lab-runs'],
  queryFn: async (): Promise<KeptRuns> => {
    const { documents } = await server.listDocuments({ query: { type: 'lab-run' } });
    const read = await Promise.all(
      documents.map(({ id, title }) =>
        keptRun(id).catch((error: unknown) => ({
          id,
          title,
          reason: error instanceof Error ? error.message : String(error),
        })),
      ),
    );
    return {
      runs: read.filter((one) => 'run' in one).toSorted((a, b) => b.savedAt.localeCompare(a.savedAt)),
      unreadable: read.filter((one) => 'reason' in one),
    };
  },
});

type Body = Parameters<typeof server.saveDocument>[0]['body']['body'];
const plain = (value: unknown): Body => JSON.parse(JSON.stringify(value)) as Body;

export async function keep(id: string, title: string, run: KeptRun, baseVersion: number): Promise<number> {
  const body = { type: 'lab-run', title, body: plain(run), baseVersion };
  const saved = await server.saveDocument({ params: { id }, body });
  return saved.version;
}

/** Deletes a run and its post-mortem, the post-mortem first: a run without one can be deleted again. */
export async function forgetRun({ id, run }: Kept): Promise<void> {
  const { documents } = await server.listDocuments({ query: { type: 'lab-result' } });
  if (documents.some((one) => one.id === run.resultId))
    await server.deleteDocument({ params: { id: run.resultId ?? '' } });
  await server.deleteDocument({ params: { id } });
}

/** Keeps a post-mortem; returns the name of its document. */
export async function keepResult(title: string, result: RunResult): Promise<string> {
  const id = crypto.randomUUID();
  const body = { type: 'lab-result', title, body: plain(result), baseVersion: 0 };
  await server.saveDocument({ params: { id }, body });
  return id;
}

export async function keptResult(id: string): Promise<RunResult> {
  const { body } = await server.getDocument({ params: { id } });
  return body as unknown as RunResult;
}

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
export const dollars = (x: number): string => `${Math.round(x) < 0 ? '−' : ''}$${whole.format(Math.abs(x))}`;
export const count = (x: number): string => whole.format(x);
