import { type FileFormat, type FileText, MAX_CHARACTERS, MAX_LINES } from '../lines.ts';
import { FileRefused } from '../refused.ts';

const READERS: Readonly<Record<FileFormat, (bytes: Uint8Array) => Promise<FileText>>> = {
  pdf: async (bytes) => (await import('../pdf/read-pdf.ts')).readPdf(bytes),
  docx: async (bytes) => (await import('../docx/read-docx.ts')).readDocx(bytes),
  'json-resume': async (bytes) => (await import('../text/json-resume.ts')).readJsonResume(bytes),
  text: async (bytes) => (await import('../text/read-text.ts')).readText(bytes),
};

/** The text of a file of this format, in this thread: for what is trusted, or for a worker that may be ended. */
export async function readText(format: FileFormat, bytes: Uint8Array): Promise<FileText> {
  return withinLimits(await READERS[format](bytes));
}

function withinLimits(text: FileText): FileText {
  if (text.lines.every((line) => line.text === ''))
    throw new FileRefused('no-text', 'The file has no text.', 'Choose another, or paste the text.');
  const characters = text.lines.reduce((sum, line) => sum + line.text.length, 0);
  if (characters > MAX_CHARACTERS || text.lines.length > MAX_LINES)
    throw new FileRefused(
      'too-large',
      `The file has ${characters.toLocaleString('en')} characters in ${text.lines.length.toLocaleString('en')} lines; at most ${MAX_CHARACTERS.toLocaleString('en')} in ${MAX_LINES.toLocaleString('en')} are taken.`,
      'Give the resume alone, or the notes in parts.',
    );
  return text;
}
