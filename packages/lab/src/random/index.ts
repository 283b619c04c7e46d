export { AliasTable } from './alias.ts';
export * from './elementary.ts';
export { RandomStream } from './stream.ts';
