import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0); // The reader has seen enough, as `| head` does.
  throw error;
});
// Keeps compiled code between calls, which makes the next one start sooner.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/legible-code'));
const { run } = await import('./run.ts');
await run(process.argv.slice(2));
