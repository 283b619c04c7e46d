/** Runs every check in order and stops at the first that fails, so that the last lines on screen name the fault. */
import { spawnSync } from 'node:child_process';

const steps: [name: string, command: string, args: string[]][] = [
  ['lint', 'oxlint', ['--quiet']],
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['unit and property tests', 'vitest', ['run', '--reporter=dot', '--passWithNoTests']],
];

for (const [name, command, args] of steps) {
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(`\nnpm test: "${name}" failed. Run it alone with: npx ${command} ${args.join(' ')}`);
    process.exit(status ?? 1);
  }
  console.log(`ok  ${name}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
