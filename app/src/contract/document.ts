import { z } from 'zod';
import { id, instant, json } from './common.ts';

/** Kinds of document a user keeps. One JSON body each, whose meaning belongs to the package that reads it. */
export const documentType = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'Use 2 to 40 lower-case letters, digits or "-".')
  .meta({ description: 'Such as "story", "narrative", "script", "lab-run", "offer", "plan".' });

const title = z.string().max(300);

/** One saved state. `parent` is the version it was written over, so that two tabs that diverge are both kept. */
export const documentVersion = z
  .object({
    version: z.number().int().min(1).max(1_000_000_000),
    parent: z.number().int().min(0).max(1_000_000_000).meta({ description: '0 for the first.' }),
    title,
    body: json,
    savedAt: instant,
  })
  .meta({ id: 'DocumentVersion' });
export type DocumentVersion = z.infer<typeof documentVersion>;

export const document = z
  .object({
    id,
    type: documentType,
    createdAt: instant,
    ...documentVersion.shape,
  })
  .meta({ id: 'Document', description: 'A document at its current version.' });
export type Document = z.infer<typeof document>;

export const documentSummary = document.omit({ body: true }).meta({ id: 'DocumentSummary' });
export type DocumentSummary = z.infer<typeof documentSummary>;

export const documentSave = z
  .object({
    type: documentType,
    title,
    body: json,
    baseVersion: z
      .number()
      .int()
      .min(0)
      .meta({ description: 'The version the change was made on; 0 for a new document.' }),
  })
  .meta({ id: 'DocumentSave' });
export type DocumentSave = z.infer<typeof documentSave>;
