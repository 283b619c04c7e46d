export { databaseFile, defaultDataFolder } from './data-folder.ts';
export { type RunningServer, startServer } from './server.ts';
