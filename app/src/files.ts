import type { Dossier } from '@legible/prep/export/index';
import type { FileText } from './contract/files.ts';

/** Reads what a user brings and writes what a user takes away. Everything brought is hostile until it is parsed. */
export interface Files {
  /** The lines of a resume or of notes. Throws a `Refusal` for a file that cannot be read or should not be. */
  text(name: string, bytes: Uint8Array): Promise<FileText>;
  /** The dossier that a PDF carries, as JSON text. Throws a `Refusal` where it carries none. */
  dossierInPdf(name: string, bytes: Uint8Array): Promise<string>;
  /** The dossier as a PDF, and the characters that its font does not have. */
  dossierPdf(dossier: Dossier, printedOn: string): Promise<{ bytes: Uint8Array; missing: readonly string[] }>;
}
