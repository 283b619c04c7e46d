import { type Files, Refusal } from '@legible/app';
import { MAX_BYTES } from './kinds.ts';
import { readDossierPdf, readFile } from './read/read-file.ts';
import { FileRefused, type RefusedBecause } from './refused.ts';

export { MAX_BYTES };

const CODE_OF: Readonly<Record<RefusedBecause, 'bad-request' | 'too-large' | 'unsupported-type'>> = {
  damaged: 'bad-request',
  locked: 'bad-request',
  script: 'bad-request',
  'no-text': 'bad-request',
  'too-large': 'too-large',
  unsupported: 'unsupported-type',
  mismatch: 'unsupported-type',
};

/** The file port: resumes are read in a worker with limits, the dossier is set as a PDF. */
export function openFiles(): Files {
  return {
    text: (name, bytes) => refusing(name, () => readFile(name, bytes)),
    dossierInPdf: (name, bytes) => refusing(name, () => readDossierPdf(name, bytes)),
    // The font and the layout take a while to load, and few sessions need them.
    dossierPdf: async (dossier, printedOn) =>
      (await import('./dossier/write-pdf.ts')).writeDossierPdf(dossier, printedOn),
  };
}

async function refusing<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    throw new Refusal(CODE_OF[error.because], `${name}: ${error.message}`, { field: 'content', mend: error.mend });
  }
}
