import { openPdf } from '../pdf/open-pdf.ts';
import { FileRefused } from '../refused.ts';

/** The text of a file that is attached to a PDF under this name. */
export async function readAttachment(bytes: Uint8Array, name: string): Promise<string> {
  const pdf = await openPdf(bytes);
  const attached = await pdf.getAttachments();
  const id = [...(attached ?? [])].find(([, { filename }]) => filename === name)?.[0];
  const content = id === undefined ? null : await pdf.getAttachmentContent(id);
  if (content === null)
    throw new FileRefused(
      'unsupported',
      'The PDF carries no dossier: it was not exported here, or was printed again since.',
      'Use the PDF as it was exported, or the dossier as Markdown or JSON.',
    );
  return new TextDecoder('utf-8', { fatal: true }).decode(content);
}
