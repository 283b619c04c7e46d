import { run } from './run.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0); // The reader has seen enough, as `| head` does.
  throw error;
});
await run(process.argv.slice(2));
