import { ATTACHMENT } from '../dossier/attachment.ts';
import { formatOf } from '../kinds.ts';
import type { FileText } from '../lines.ts';
import { FileRefused } from '../refused.ts';
import { inWorker } from './in-worker.ts';
import { LIMITS, type Limits } from './limits.ts';

/**
 * Reads the text of a resume or of notes: PDF, Word, JSON Resume, plain text or Markdown.
 *
 * Rejects with `FileRefused`, saying why, for a file that cannot be read or should not be.
 */
export async function readFile(name: string, bytes: Uint8Array, limits: Limits = LIMITS): Promise<FileText> {
  const answer = await inWorker({ format: formatOf(name, bytes) }, bytes, limits);
  if (!('text' in answer)) throw new Error('The worker answered another question.');
  return answer.text;
}

/** The dossier that a PDF written here carries, as JSON text. Rejects with `FileRefused` where there is none. */
export async function readDossierPdf(name: string, bytes: Uint8Array, limits: Limits = LIMITS): Promise<string> {
  if (formatOf(name, bytes) !== 'pdf')
    throw new FileRefused('mismatch', 'This is not a PDF.', 'Use the PDF as it was exported.');
  const answer = await inWorker({ attachment: ATTACHMENT }, bytes, limits);
  if (!('attachment' in answer)) throw new Error('The worker answered another question.');
  return answer.attachment;
}
