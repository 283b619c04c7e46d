import { FileRefused } from '../refused.ts';

/** The characters of a text file, and a note where its encoding had to be assumed. */
export function decode(bytes: Uint8Array): { text: string; notes: string[] } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), notes: [] };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), notes: [] };
  const control = bytes.reduce((count, byte) => count + Number(byte < 9 || (byte > 13 && byte < 32 && byte !== 27)), 0);
  if (control > bytes.length / 200)
    throw new FileRefused(
      'unsupported',
      'The content is not text.',
      'Give a PDF, a .docx, a JSON Resume, or plain text.',
    );
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] };
  } catch {
    // Old editors write one byte a character; the user is told, and sees the words.
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      notes: ['The file is not UTF-8 and was read as Western European text. Check the names.'],
    };
  }
}
