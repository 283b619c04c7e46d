import { z } from 'zod';
import { id } from './common.ts';
import { endpoint } from './endpoint.ts';

/** Largest file that is taken in, in bytes. */
export const MAX_FILE = 10_000_000;
/** A body with such a file in base64, and room for its name. */
const MAX_BODY = Math.ceil(MAX_FILE / 3) * 4 + 20_000;

const fileName = z.string().min(1).max(300);
const content = z
  .string()
  .refine((text) => text.length % 4 === 0 && !/[^A-Za-z0-9+/=]/.test(text), 'Give the bytes of the file in base64.')
  .meta({ description: 'The bytes of the file, in base64.' });

/** A file that the user brings. */
export const broughtFile = z.object({ name: fileName, content }).meta({ id: 'BroughtFile' });
export type BroughtFile = z.infer<typeof broughtFile>;

/** A file that the user takes away. */
export const takenFile = z
  .object({
    name: fileName,
    type: z.string().meta({ description: 'Media type, such as "application/pdf".' }),
    content,
    notes: z.array(z.string()).meta({ description: 'What could not be done as asked, in words.' }),
  })
  .meta({ id: 'TakenFile' });
export type TakenFile = z.infer<typeof takenFile>;

export const fileText = z
  .object({
    format: z.enum(['pdf', 'docx', 'json-resume', 'text']),
    lines: z
      .array(
        z
          .object({
            number: z.number().int().min(1),
            where: z.string().meta({ description: 'Such as "line 12", "page 2, line 31", "work[0].highlights[1]".' }),
            text: z.string(),
          })
          .readonly(),
      )
      .readonly(),
    notes: z
      .array(z.string())
      .readonly()
      .meta({ description: 'What to know: a page without text, an encoding assumed.' }),
  })
  .meta({ id: 'FileText' });
export type FileText = z.infer<typeof fileText>;

export const DOSSIER_FORMATS = ['markdown', 'pdf', 'json'] as const;
export const DRILL_FORMATS = ['anki', 'json'] as const;

/** What became of one document of a dossier that was brought back. */
export const importOutcome = z.enum(['added', 'updated', 'same']);

export const filesEndpoints = {
  readFile: endpoint({
    method: 'post',
    path: '/api/files/text',
    summary: 'Read the lines of a resume or notes: PDF, .docx, JSON Resume, plain text. Nothing is kept',
    body: broughtFile,
    response: fileText,
    refuses: ['bad-request', 'too-large', 'unsupported-type'],
    maxBody: MAX_BODY,
  }),
  exportDossier: endpoint({
    method: 'get',
    path: '/api/dossier/file',
    summary: 'The dossier (stories, narratives, scripts) as one file; each can be brought back',
    query: z.object({ format: z.enum(DOSSIER_FORMATS) }),
    response: takenFile,
    refuses: ['bad-request'],
  }),
  importDossier: endpoint({
    method: 'post',
    path: '/api/dossier/file',
    summary:
      'Bring back a dossier that was exported. A document that is here becomes a new version; the old one is kept',
    body: broughtFile,
    response: z.object({ documents: z.array(z.object({ id, title: z.string(), outcome: importOutcome })) }),
    refuses: ['bad-request', 'conflict', 'too-large', 'unsupported-type'],
    maxBody: MAX_BODY,
  }),
  exportDrills: endpoint({
    method: 'get',
    path: '/api/drills/file',
    summary: 'Drills as cards: the questions, the debrief library, and the words at which one was stopped',
    query: z.object({ format: z.enum(DRILL_FORMATS) }),
    response: takenFile,
    refuses: ['bad-request'],
  }),
  importDrills: endpoint({
    method: 'post',
    path: '/api/drills/file',
    summary: 'Bring back drills that were exported, changed or not; one’s own changes are kept from then on',
    body: broughtFile,
    response: z.object({ added: z.number().int(), updated: z.number().int(), same: z.number().int() }),
    refuses: ['bad-request', 'too-large'],
    maxBody: MAX_BODY,
  }),
} as const;
