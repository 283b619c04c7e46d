import { getDocumentProxy } from 'unpdf';
import { FileRefused } from '../refused.ts';

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Opens a PDF for its text: no pictures, no fonts of the system, nothing fetched. Throws `FileRefused` where it is locked. */
export async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes, {
      verbosity: 1,
      stopAtErrors: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      disableAutoFetch: true,
      enableXfa: false,
      maxImageSize: 1,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new FileRefused('locked', 'The PDF is locked with a password.', 'Save or print it without one.');
    throw error;
  }
}
