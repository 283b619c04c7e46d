import type { Document } from '@legible/app/contract/index';
import { parseTried, type Tried } from '@legible/lab/drills/next';
import {
  BodyError,
  parseInventory,
  parseItem,
  parseRehearsal,
  parseWishes,
  type Inventory,
  type Kept,
  type PlanWishes,
  type Rehearsal,
} from '@legible/prep';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { server } from './server.ts';

/** An item of the dossier with what its document says of it. */
export interface KeptItem extends Kept {
  readonly type: string;
  readonly version: number;
  readonly createdAt: string;
  readonly savedAt: string;
}

/** A document whose body cannot be read, and why: shown, never hidden. */
export interface Unreadable {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}

/** A run in the lab: `saved` is what it saved against doing nothing, in dollars; null until the truth is known. */
export interface LabRun {
  readonly id: string;
  readonly savedAt: string;
  readonly world: string;
  readonly saved: number | null;
}

/** A drill that was tried, with the title it had. */
export interface TriedDrill extends Tried {
  readonly title: string;
}

/** Everything that was written down for preparing. */
export interface Records {
  readonly items: readonly KeptItem[];
  readonly rehearsals: readonly Rehearsal[];
  readonly plan: { readonly id: string; readonly version: number; readonly wishes: PlanWishes } | null;
  readonly inventory: {
    readonly id: string;
    readonly version: number;
    readonly savedAt: string;
    readonly body: Inventory;
  } | null;
  readonly labRuns: readonly LabRun[];
  readonly drills: readonly TriedDrill[];
  readonly evidence: readonly { readonly id: string; readonly createdAt: string }[];
  readonly unreadable: readonly Unreadable[];
}

const IN_FULL = ['story', 'narrative', 'script', 'rehearsal', 'plan', 'inventory', 'lab-run', 'drill-result'];

export const recordsQuery = queryOptions({
  queryKey: ['prep'],
  queryFn: async (): Promise<Records> => {
    const [{ documents }, evidence] = await Promise.all([
      server.readDocuments({ query: { types: IN_FULL.join(',') } }),
      server.listDocuments({ query: { type: 'evidence' } }),
    ]);
    return recordsOf(documents, evidence.documents);
  },
  staleTime: 0,
});

export const forgetRecords = (queries: QueryClient) => queries.invalidateQueries({ queryKey: recordsQuery.queryKey });

function recordsOf(documents: readonly Document[], evidence: Records['evidence']): Records {
  const labRuns: LabRun[] = [];
  const drills: TriedDrill[] = [];
  const items: KeptItem[] = [];
  const rehearsals: Rehearsal[] = [];
  const unreadable: Unreadable[] = [];
  let plan: Records['plan'] = null;
  let inventory: Records['inventory'] = null;
  for (const { id, type, title, body, version, createdAt, savedAt } of documents) {
    try {
      if (type === 'lab-run') labRuns.push({ id, savedAt, ...outcomeOf(body) });
      else if (type === 'drill-result') drills.push({ ...triedOf(body), title });
      else if (type === 'rehearsal') rehearsals.push(parseRehearsal(body));
      else if (type === 'plan') plan ??= { id, version, wishes: parseWishes(body) };
      else if (type === 'inventory') inventory ??= { id, version, savedAt, body: parseInventory(body) };
      else items.push({ id, title, item: parseItem(type, body), type, version, createdAt, savedAt });
    } catch (error) {
      if (!(error instanceof BodyError)) throw error;
      unreadable.push({ id, title, reason: error.message });
    }
  }
  return { items, rehearsals, plan, inventory, labRuns, drills, evidence, unreadable };
}

/** The lab checks its runs itself when it opens them; here only what one came to is wanted. */
function outcomeOf(body: Document['body']): Pick<LabRun, 'world' | 'saved'> {
  const run = body as { file?: { world?: unknown } | null; saved?: unknown } | null;
  const world = run?.file?.world;
  return {
    world: typeof world === 'string' ? world : '',
    saved: typeof run?.saved === 'number' ? run.saved : null,
  };
}

function triedOf(body: Document['body']): Tried {
  const tried = parseTried(body);
  if (tried === null)
    throw new BodyError('drill-result', 'is no drill that was tried', 'It counts for nothing and can be deleted.');
  return tried;
}

const dayFormat = new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' });
/** The user's own day on which an instant falls, as YYYY-MM-DD. */
export const dayOfInstant = (instant: string): string => dayFormat.format(new Date(instant));
export const todayHere = (): string => dayFormat.format(new Date());
/** The last instant of a day of the user's, given as YYYY-MM-DD: what is due by then is due on that day. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59.999`).toISOString();

/** A body as the API takes it. */
export const toJson = (body: object) =>
  JSON.parse(JSON.stringify(body)) as Parameters<typeof server.saveDocument>[0]['body']['body'];
