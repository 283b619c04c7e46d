#!/usr/bin/env node
// Plain JavaScript so that an older Node can hand over to the pinned runtime.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const pinned = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url));
if (Number(process.versions.node.split('.')[0]) >= 26) await import(main);
else if (existsSync(pinned))
  process.exit(spawnSync(pinned, [main, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);
else {
  console.error('legible: run "npm start" or "npm ci" once first; it installs the runtime.');
  process.exit(2);
}
