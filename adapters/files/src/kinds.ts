import type { FileFormat } from './lines.ts';
import { FileRefused } from './refused.ts';

/** Most bytes of a file that are looked at. */
export const MAX_BYTES = 10_000_000;

const EXTENSIONS: Readonly<Record<string, FileFormat>> = {
  pdf: 'pdf',
  docx: 'docx',
  json: 'json-resume',
  txt: 'text',
  text: 'text',
  md: 'text',
  markdown: 'text',
};

const NAMES: Readonly<Record<FileFormat, string>> = {
  pdf: 'a PDF',
  docx: 'a Word document',
  'json-resume': 'a JSON Resume',
  text: 'plain text',
};

const TAKEN = 'Give a PDF, a .docx, a JSON Resume, or plain text.';

/** Kinds of file that people have and that are not read, by their first bytes. */
const OTHERS: readonly (readonly [bytes: string, what: string, mend: string])[] = [
  ['{\\rtf', 'a rich-text file', 'Open it in a word processor and save it as .docx or PDF.'],
  ['\x89PNG', 'a picture', 'Only text can be read: export the resume as a PDF from where it was written.'],
  ['\xFF\xD8\xFF', 'a picture', 'Only text can be read: export the resume as a PDF from where it was written.'],
  ['GIF8', 'a picture', 'Only text can be read: export the resume as a PDF from where it was written.'],
  ['RIFF', 'a picture or a sound', 'Only text can be read: export the resume as a PDF from where it was written.'],
  ['MZ', 'a program', TAKEN],
  ['\x7FELF', 'a program', TAKEN],
  ['\x1F\x8B', 'a compressed file', 'Unpack it first.'],
  ['7z\xBC\xAF', 'a compressed file', 'Unpack it first.'],
  ['Rar!', 'a compressed file', 'Unpack it first.'],
  ['SQLite format 3', 'a database', TAKEN],
];

/**
 * What a file is, by its first bytes and its name, which must agree. Throws `FileRefused` for what is not read, naming what it is.
 */
export function formatOf(name: string, bytes: Uint8Array): FileFormat {
  const extension = (/\.([^.\\/]+)$/.exec(name)?.[1] ?? '').toLowerCase();
  if (bytes.length === 0) throw new FileRefused('damaged', 'The file is empty.', 'Choose another, or save it again.');
  if (bytes.length > MAX_BYTES)
    throw new FileRefused(
      'too-large',
      `The file has ${(bytes.length / 1_000_000).toFixed(1)} MB; at most ${MAX_BYTES / 1_000_000} MB are read.`,
      'Export the resume without its pictures, or paste its text.',
    );
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.startsWith('\xD0\xCF\x11\xE0'))
    throw new FileRefused(
      extension === 'docx' ? 'locked' : 'unsupported',
      extension === 'docx'
        ? 'The document is locked with a password, or is an old .doc under another name.'
        : 'This is an old Word document (.doc) or another old Office file.',
      'Open it in a word processor and save it as .docx without a password.',
    );
  for (const [signature, what, mend] of OTHERS)
    if (head.startsWith(signature)) throw new FileRefused('unsupported', `By its content this is ${what}.`, mend);
  const content = contentOf(head, extension);
  const named = EXTENSIONS[extension];
  if (named === undefined && extension !== '')
    throw new FileRefused('unsupported', `Files that end in ".${extension}" are not read.`, TAKEN);
  if (named !== undefined && named !== content)
    throw new FileRefused(
      'mismatch',
      `The name says ${NAMES[named]}, and the content is ${content === 'docx' ? 'a zip file such as a Word document' : NAMES[content]}.`,
      named === 'pdf' || named === 'docx'
        ? 'If it was renamed, give it its right ending; if it was damaged, save it again.'
        : 'Give it its right ending.',
    );
  return content;
}

function contentOf(head: string, extension: string): FileFormat {
  // Some mail programs put bytes before a PDF's header; readers accept it within the first 1,024.
  if (head.includes('%PDF-') && (extension === 'pdf' || head.trimStart().startsWith('%PDF-'))) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'docx';
  if (extension === 'json') return 'json-resume';
  return 'text';
}
