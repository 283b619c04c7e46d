import { openPdf } from '../pdf/open-pdf.ts';
import { FileRefused } from '../refused.ts';

/** The text of a file that is attached to a PDF under this name. */
export async function readAttachment(bytes: Uint8Array, name: string): Promise<string> {
  const pdf = await openPdf(bytes);
  const attached = (await pdf.getAttachments()) as Record<string, { filename: string; content?: Uint8Array }> | null;
  const found = Object.values(attached ?? {}).find(({ filename }) => filename === name);
  if (found?.content === undefined)
    throw new FileRefused(
      'unsupported',
      'The PDF carries no dossier: it was not exported here, or was printed again since.',
      'Use the PDF as it was exported, or the dossier as Markdown or JSON.',
    );
  return new TextDecoder('utf-8', { fatal: true }).decode(found.content);
}
