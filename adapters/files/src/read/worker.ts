/** Reads one file and ends. Whatever the file holds, there is no network here and nothing of it is run. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FileFormat, FileText } from '../lines.ts';
import { MAX_CHARACTERS, MAX_LINES } from '../lines.ts';
import { FileRefused } from '../refused.ts';
import type { Reply, Task } from './in-worker.ts';

for (const name of ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource'])
  Object.defineProperty(globalThis, name, { value: undefined, configurable: true });

const READERS: Readonly<Record<FileFormat, (bytes: Uint8Array) => Promise<FileText>>> = {
  pdf: async (bytes) => (await import('../pdf/read-pdf.ts')).readPdf(bytes),
  docx: async (bytes) => (await import('../docx/read-docx.ts')).readDocx(bytes),
  'json-resume': async (bytes) => (await import('../text/json-resume.ts')).readJsonResume(bytes),
  text: async (bytes) => (await import('../text/read-text.ts')).readText(bytes),
};

async function reply(): Promise<Reply> {
  const { task, bytes } = workerData as { task: Task; bytes: Uint8Array };
  try {
    if ('attachment' in task)
      return {
        attachment: await (await import('../dossier/read-pdf-attachment.ts')).readAttachment(bytes, task.attachment),
      };
    return { text: withinLimits(await READERS[task.format](bytes)) };
  } catch (error) {
    if (error instanceof FileRefused)
      return { refused: { because: error.because, message: error.message, mend: error.mend } };
    return {
      refused: {
        because: 'damaged',
        message: `The file is damaged: ${reasonOf(error)}.`,
        mend: 'Export it again from where it was written, or paste its text.',
      },
    };
  }
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

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 160);

parentPort?.postMessage(await reply());
