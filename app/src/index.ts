export * from './app.ts';
export * from './client.ts';
export * from './contract/index.ts';
export * from './base64.ts';
export type { Files } from './files.ts';
export * from './interview/read-interview.ts';
export * from './panel/agreement.ts';
export * from './ports.ts';
export type { Deps } from './usecases/deps.ts';
