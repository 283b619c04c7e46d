export { formatOf, MAX_BYTES } from './kinds.ts';
export type { FileFormat, FileLine, FileText } from './lines.ts';
export { readFile } from './read/read-file.ts';
export { FileRefused, type RefusedBecause } from './refused.ts';
