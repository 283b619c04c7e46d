export * from './dossier/index.ts';
