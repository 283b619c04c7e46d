import { FileRefused } from '../refused.ts';
import type { Reply, Task } from './in-worker.ts';
import { readText } from './readers.ts';

/** Does a task, and puts what went wrong into words. Whatever the bytes are, it answers or runs on until it is ended. */
export async function replyTo(task: Task, bytes: Uint8Array): Promise<Reply> {
  try {
    if ('attachment' in task)
      return {
        attachment: await (await import('../dossier/read-pdf-attachment.ts')).readAttachment(bytes, task.attachment),
      };
    return { text: await readText(task.format, bytes) };
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

/** What a reader says of a file; what it only stumbled over says nothing to the user. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError)
    return 'its parts do not fit together';
  return error.message.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 160);
}
