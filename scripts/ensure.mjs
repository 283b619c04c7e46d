// Plain JavaScript for Node 20: installs what the lock file names, and only when something of it is missing.
import { execSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `Legible needs Node 20 or later to start; this is ${process.version}. Install one from https://nodejs.org and try again.`,
  );
  process.exit(1);
}

const packagesIn = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {});

/** True when what is installed is not what the lock file names. Optional packages may be absent: they are for one platform each. */
function outdated() {
  const runtime = process.platform === 'win32' ? 'node_modules/.bin/node.cmd' : 'node_modules/.bin/node';
  if (!existsSync(runtime)) return true;
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(packagesIn('package-lock.json')).some(([path, { version, link, optional }]) => {
    if (!path.includes('node_modules/')) return false;
    const here = installed[path];
    if (here === undefined) return !optional;
    return link ? !existsSync(path) : here.version !== version;
  });
}

if (outdated()) {
  console.log('Installing what Legible needs (once) ...');
  try {
    execSync('npm ci --no-audit --no-fund --loglevel=error', { stdio: 'inherit' });
  } catch {
    console.error(
      '\nThe installation failed; the reason is above. It needs the npm registry once: check the network, then run the same command again.',
    );
    process.exit(1);
  }
}
