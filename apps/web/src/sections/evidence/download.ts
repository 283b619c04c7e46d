import { fromBase64, toBase64 } from '@legible/app/base64';
import type { BroughtFile, TakenFile } from '@legible/app/contract/index';

/** Largest file that the server takes in. */
const MOST_BYTES = 10_000_000;

/** Lets the browser save a file. */
export function download({ name, type, content }: Pick<TakenFile, 'name' | 'type' | 'content'>): void {
  const bytes = fromBase64(content);
  if (bytes === null) throw new Error('The server sent a file that is not base64.');
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A file that the user chose, as the API takes it; one that is too large is refused before it is sent. */
export async function brought(file: File): Promise<BroughtFile> {
  if (file.size > MOST_BYTES)
    throw new Error(
      `${file.name} has ${(file.size / 1_000_000).toFixed(1)} MB; at most ${MOST_BYTES / 1_000_000} MB are taken. Export the resume without its pictures, or paste its text.`,
    );
  return { name: file.name.slice(-300), content: toBase64(new Uint8Array(await file.arrayBuffer())) };
}
