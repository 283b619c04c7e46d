// Plain JavaScript for Node 20: installs what the lock file names, and only when it changed.
import { execSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const time = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
const runtime = process.platform === 'win32' ? 'node_modules/.bin/node.cmd' : 'node_modules/.bin/node';
if (!existsSync(runtime) || time('node_modules/.package-lock.json') < time('package-lock.json'))
  execSync('npm ci --no-audit --no-fund --loglevel=error', { stdio: 'inherit' });
