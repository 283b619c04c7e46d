export { openPostgres, openSqlite } from './open.ts';
