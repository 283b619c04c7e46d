/** Builds the page when its sources changed, serves it, prints the address and opens a browser. */
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseFile, defaultDataFolder, startServer } from '@legible/server';
import { openPostgres, openSqlite } from '@legible/store-sql';
import { buildPage, pageFolder } from './build-page.ts';

const USAGE = `npm start -- [--port N] [--data DIR] [--no-browser]

  --port N       port to serve on (4600)
  --data DIR     folder for your data (also LEGIBLE_DATA; your user data folder otherwise)
  --no-browser   do not open a browser (also LEGIBLE_NO_BROWSER=1)

  DATABASE_URL   keep the data in this PostgreSQL instead of a file
  LEGIBLE_HOSTS  names, separated by commas, that the server also answers to (behind a proxy)`;

function fail(message: string): never {
  console.error(`\n${message}\n`);
  process.exit(1);
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        'no-browser': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function portOf(given: string | undefined): number {
  const port = Number(given ?? 4600);
  if (given?.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
    fail(`--port "${given}" is not a port. Use a whole number from 1024 to 65535, such as --port 4601.`);
  return port;
}

/** npm changes to the checkout's folder; INIT_CWD is where the user was. */
function dataFolder(given: string | undefined): string {
  const folder = given ?? process.env['LEGIBLE_DATA'];
  if (folder === '') fail('The data folder is empty. Give a folder: --data DIR.');
  return folder === undefined ? defaultDataFolder() : resolve(process.env['INIT_CWD'] ?? process.cwd(), folder);
}

async function openStores(folder: string) {
  const url = process.env['DATABASE_URL'];
  if (url !== undefined && url !== '')
    return openPostgres(url).catch((error: Error) =>
      fail(
        `The database at DATABASE_URL could not be opened: ${error.message}\nCheck the address and that it runs, or unset DATABASE_URL to use a file.`,
      ),
    );
  const file = databaseFile(folder);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    accessSync(dirname(file), constants.W_OK);
    return await openSqlite(file);
  } catch (error) {
    return fail(
      `The data in ${folder} could not be opened: ${(error as Error).message}\nCheck that you may write there, or choose another folder with --data DIR.`,
    );
  }
}

function openBrowser(url: string) {
  const { env, platform } = process;
  if (env['CI'] || env['LEGIBLE_NO_BROWSER']) return;
  if (platform !== 'win32' && platform !== 'darwin' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return;
  const [command, args] =
    platform === 'win32'
      ? (['cmd', ['/c', 'start', '""', url]] as const)
      : platform === 'darwin'
        ? (['open', [url]] as const)
        : (['xdg-open', [url]] as const);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {}); // No browser to open: the address is on the screen.
  child.unref();
}

const given = options();
if (given.help) {
  console.log(USAGE);
  process.exit(0);
}
const port = portOf(given.port);
const folder = dataFolder(given.data);
try {
  buildPage();
} catch (error) {
  fail((error as Error).message);
}
const stores = await openStores(folder);
const server = await startServer({
  stores,
  pageFolder,
  port,
  hosts: (process.env['LEGIBLE_HOSTS'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean),
}).catch(async (error: NodeJS.ErrnoException) => {
  await stores.close();
  if (error.code === 'EADDRINUSE')
    return fail(
      `Port ${port} is in use. If Legible runs already, open http://127.0.0.1:${port}; if something else does, start with another: npm start -- --port ${port + 1}`,
    );
  if (error.code === 'EACCES')
    return fail(`Port ${port} may not be used by you. Take one from 1024 up: npm start -- --port 4600`);
  throw error;
});

let stoppingSince = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, async () => {
    // One Ctrl+C arrives twice under npm; a second one, later, is impatience.
    if (stoppingSince > 0) {
      if (performance.now() - stoppingSince > 500) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    await server.close();
    await stores.close();
    process.exit(0);
  });

console.log(
  `\nLegible is at ${server.url}\n${stores.kind === 'sqlite' ? `Your data is in ${folder}` : 'Your data is in the PostgreSQL of DATABASE_URL'}\nCtrl+C stops it.\n`,
);
if (!given['no-browser']) openBrowser(server.url);
