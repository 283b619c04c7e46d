import {
  open,
  parseCandidateSheet,
  step,
  type CandidateSheet,
  type Event,
  type State,
} from '@legible/offers/negotiation/index';
import { queryOptions } from '@tanstack/react-query';
import { server } from '../../server/server.ts';

/** A negotiation as it is kept: where it began and what happened; the rest is replayed. */
export interface KeptNegotiation {
  readonly counterpart: string;
  readonly seed: number;
  readonly mine: CandidateSheet;
  readonly events: readonly Event[];
}

export interface Kept {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly savedAt: string;
  readonly body: KeptNegotiation;
  readonly state: State;
}

/** The state after the events; those that are kept were all accepted. */
export const replayed = ({ counterpart, seed, mine, events }: KeptNegotiation): State =>
  events.reduce((state, event) => step(state, event).state, open(counterpart, seed, mine));

function readBody(document: unknown): KeptNegotiation {
  const { counterpart, seed, mine, events } = (document ?? {}) as Partial<KeptNegotiation>;
  if (typeof counterpart !== 'string') throw new Error('counterpart: is missing.');
  if (typeof seed !== 'number') throw new Error('seed: is not a number.');
  if (!Array.isArray(events)) throw new Error('events: is not a list.');
  return { counterpart, seed, mine: parseCandidateSheet(mine), events: events as readonly Event[] };
}

export async function keptNegotiation(id: string): Promise<Kept> {
  const { version, title, body, savedAt } = await server.getDocument({ params: { id } });
  const read = readBody(body);
  return { id, version, title, savedAt, body: read, state: replayed(read) };
}

export const negotiationQuery = (id: string) =>
  queryOptions({ queryKey: ['negotiation', id], queryFn: () => keptNegotiation(id), staleTime: Infinity });

export interface KeptList {
  readonly all: readonly Kept[];
  readonly unreadable: readonly { readonly id: string; readonly title: string; readonly reason: string }[];
}

export const negotiationsQuery = queryOptions({
  queryKey: ['negotiations'],
  queryFn: async (): Promise<KeptList> => {
    const { documents } = await server.listDocuments({ query: { type: 'negotiation' } });
    const read = await Promise.all(
      documents.map(({ id, title }) =>
        keptNegotiation(id).catch((error: unknown) => ({
          id,
          title,
          reason: error instanceof Error ? error.message : String(error),
        })),
      ),
    );
    return {
      all: read.filter((one) => 'state' in one).toSorted((a, b) => b.savedAt.localeCompare(a.savedAt)),
      unreadable: read.filter((one) => 'reason' in one),
    };
  },
});

type Body = Parameters<typeof server.saveDocument>[0]['body']['body'];

export async function keep(id: string, title: string, body: KeptNegotiation, baseVersion: number): Promise<number> {
  const plain = JSON.parse(JSON.stringify(body)) as Body;
  const saved = await server.saveDocument({
    params: { id },
    body: { type: 'negotiation', title, body: plain, baseVersion },
  });
  return saved.version;
}
