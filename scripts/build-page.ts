import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

export const root = dirname(import.meta.dirname);
export const pageFolder = join(root, 'apps/web/dist');

const SOURCES = [
  'apps/web/{src,public}/**',
  'apps/web/{index.html,package.json,vite.config.ts}',
  'app/src/**',
  'packages/*/src/**',
  'corpus/src/**',
  'corpus/*.json',
  'package-lock.json',
];

/** One line a source file, so that a file that was changed, added or removed shows. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of globSync(SOURCES, { cwd: root }).sort()) {
    const { size, mtimeMs, isFile } = statOf(join(root, file));
    if (isFile) hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function statOf(path: string) {
  const stats = statSync(path);
  return { size: stats.size, mtimeMs: stats.mtimeMs, isFile: stats.isFile() };
}

/** Builds the page when its sources are not those of the last build. Returns whether it did. */
export function buildPage(): boolean {
  const mark = join(pageFolder, '.built-from');
  const wanted = fingerprint();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return false;
  console.log('Building the page (once, and again when its sources change) ...');
  // Built beside and then moved, so that a server that runs meanwhile never serves half a page.
  const fresh = join(root, `node_modules/.cache/legible-page-${process.pid}`);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', join(root, 'apps/web'), '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
    },
  );
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`The page could not be built:\n${stdout}${stderr}`);
  }
  writeFileSync(join(fresh, '.built-from'), wanted);
  rmSync(pageFolder, { recursive: true, force: true });
  mkdirSync(dirname(pageFolder), { recursive: true });
  try {
    renameSync(fresh, pageFolder);
  } catch {
    cpSync(fresh, pageFolder, { recursive: true }); // node_modules may lie on another disk.
    rmSync(fresh, { recursive: true, force: true });
  }
  return true;
}
