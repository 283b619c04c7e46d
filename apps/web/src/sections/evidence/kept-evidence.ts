import type { Json } from '@legible/app/contract/index';
import { BodyError } from '@legible/prep';
import {
  type Evidence,
  openEvidence,
  parseEvidence,
  type SourceFormat,
  type SourceLine,
} from '@legible/prep/evidence/index';
import { queryOptions } from '@tanstack/react-query';
import { server } from '../../server/server.ts';

/** A file or note that was brought in, as it is kept. */
export interface KeptEvidence {
  readonly id: string;
  readonly title: string;
  readonly savedAt: string;
  readonly evidence: Evidence;
}

/** What can be read, and why the rest cannot. */
export interface AllEvidence {
  readonly kept: readonly KeptEvidence[];
  readonly unreadable: readonly { readonly id: string; readonly title: string; readonly reason: string }[];
}

export const evidenceQuery = queryOptions({
  queryKey: ['evidence'],
  staleTime: 0,
  queryFn: async (): Promise<AllEvidence> => {
    const { documents } = await server.readDocuments({ query: { types: 'evidence' } });
    const kept: KeptEvidence[] = [];
    const unreadable: { id: string; title: string; reason: string }[] = [];
    for (const { id, title, savedAt, body } of documents) {
      try {
        kept.push({ id, title, savedAt, evidence: parseEvidence(body) });
      } catch (error) {
        if (!(error instanceof BodyError)) throw error;
        unreadable.push({ id, title, reason: error.message });
      }
    }
    return { kept, unreadable };
  },
});

export const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** Keeps a new source with every claim in it open, and resolves with its id. */
export async function keepSource(name: string, format: SourceFormat, lines: readonly SourceLine[]): Promise<string> {
  const id = crypto.randomUUID();
  const body = toJson(openEvidence(name, format, lines));
  await server.saveDocument({ params: { id }, body: { type: 'evidence', title: name, body, baseVersion: 0 } });
  return id;
}
