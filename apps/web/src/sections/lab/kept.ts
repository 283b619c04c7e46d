import { parseRunFile, WORLDS } from '@legible/lab';
import type { RunFile } from '@legible/lab';
import { queryOptions } from '@tanstack/react-query';
import { server } from '../../server/server.ts';

/** A run as it is kept. `day` is the next live day; `saved` is known after the post-mortem. */
export interface KeptRun {
  readonly file: RunFile;
  readonly day: number;
  readonly saved: number | null;
}

export interface Kept {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly run: KeptRun;
}

/** A document of a run, checked; throws with the field and the reason. */
export function readFile(document: unknown): RunFile {
  const id = (document as { world?: unknown } | null)?.world;
  const entry = typeof id === 'string' ? WORLDS[id] : undefined;
  if (!entry) throw new Error(`world: is ${JSON.stringify(id)}; choose one of ${Object.keys(WORLDS).join(', ')}.`);
  return parseRunFile(document, entry.world);
}

export async function keptRun(id: string): Promise<Kept> {
  const { version, title, body } = await server.getDocument({ params: { id } });
  const { file, day, saved } = body as unknown as KeptRun;
  return { id, version, title, run: { file: readFile(file), day, saved } };
}

export const keptQuery = queryOptions({
  queryKey: ['lab-runs'],
  queryFn: async () => {
    const { documents } = await server.listDocuments({ query: { type: 'lab-run' } });
    return Promise.all(documents.map(({ id }) => keptRun(id)));
  },
});

export async function keep(id: string, title: string, run: KeptRun, baseVersion: number): Promise<number> {
  const body = JSON.parse(JSON.stringify(run)) as Parameters<typeof server.saveDocument>[0]['body']['body'];
  const saved = await server.saveDocument({ params: { id }, body: { type: 'lab-run', title, body, baseVersion } });
  return saved.version;
}

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
export const dollars = (x: number): string => `${x < 0 ? '−' : ''}$${whole.format(Math.abs(x))}`;
