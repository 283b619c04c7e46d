import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, '../start.ts');
const folder = mkdtempSync(join(tmpdir(), 'legible-start-'));
const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts as `npm start -- ...args` does, and waits until it prints its address or ends. */
async function start(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, LEGIBLE_NO_BROWSER: '1', LEGIBLE_DATA: join(folder, 'unused'), ...env },
  });
  children.add(child);
  let output = '';
  const spoke = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Ctrl+C')) resolve();
      });
    child.on('close', () => resolve());
  });
  await spoke;
  return { child, output, url: /http:\/\/\S+/.exec(output)?.[0] ?? '' };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const gone = once(child, 'exit');
  child.kill(signal);
  const [status] = (await gone) as [number | null];
  return status;
}

describe('npm start', () => {
  it('serves the page and the API where it says, keeps the data in the folder it was given, and stops when asked', async () => {
    const data = join(folder, 'given');
    const { child, output, url } = await start(['--port', '0', '--data', data]);
    expect(output).toContain(`Your data is in ${data}`);
    const page = await (await fetch(url)).text();
    const asset = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1];
    expect((await fetch(url + asset)).headers.get('content-type')).toContain('javascript');
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ ok: true, store: 'sqlite' });
    expect(existsSync(join(data, 'legible.db'))).toBe(true);
    if (process.platform !== 'win32') expect(statSync(join(data, 'legible.db')).mode & 0o077).toBe(0);
    expect(await stop(child, 'SIGTERM')).toBe(0);
    expect(existsSync(join(data, 'legible.db-wal'))).toBe(false);
    expect(existsSync(join(folder, 'unused'))).toBe(false);
  });

  it('takes the folder from LEGIBLE_DATA, seen from where npm was called', async () => {
    const { child, output } = await start(['--port', '0'], { LEGIBLE_DATA: 'from-env', INIT_CWD: folder });
    expect(output).toContain(`Your data is in ${join(folder, 'from-env')}`);
    expect(await stop(child, 'SIGINT')).toBe(0);
  });

  it('says so when the port is in use, and how to go on', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { child, output } = await start(['--port', String(port)]);
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(output).toContain(`Port ${port} is in use`);
    expect(output).toContain(`--port ${port + 1}`);
    expect(output).not.toContain('    at ');
    other.close();
  });

  it.each([
    [['--port', 'http'], '--port "http" is not a port'],
    [['--port', '70000'], '--port "70000" is not a port'],
    [['--prot', '4700'], "Unknown option '--prot'"],
    [['--data', join(script, 'inside-a-file')], 'could not be opened'],
    [['--data', ''], 'The data folder is empty'],
  ])('refuses %j with a reason and a mend, and no stack', async (args, reason) => {
    const { child, output } = await start(args);
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(output).toContain(reason);
    expect(output).toContain('--');
    expect(output).not.toContain('    at ');
  });

  it('says when the database of DATABASE_URL cannot be reached', async () => {
    const { child, output } = await start(['--port', '0'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(output).toContain('DATABASE_URL could not be opened');
  });
});
