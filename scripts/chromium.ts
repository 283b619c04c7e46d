import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export const HOW_TO_GET_CHROMIUM =
  process.platform === 'linux'
    ? 'Install it, on Debian with: sudo apt-get install chromium. Or set LEGIBLE_CHROMIUM to the path of a Chromium or Chrome.'
    : 'Install Chrome, or run: npx playwright-core install chromium. Or set LEGIBLE_CHROMIUM to the path of a Chromium or Chrome.';

/** The path of a Chromium: the one named by LEGIBLE_CHROMIUM, Playwright's own, or the system's. Null where there is none. */
export function findChromium(): string | null {
  const named = process.env['LEGIBLE_CHROMIUM'];
  if (named !== undefined && named !== '') return runnable(named) ? named : null;
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [chromium.executablePath(), ...onPath, ...(process.platform === 'darwin' ? MAC : [])].find(runnable) ?? null;
}

/** Installs Debian's Chromium where that is possible without asking: on a system with apt, as root. */
export function installChromium(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0)
    return;
  console.log('Installing Chromium for the browser tests (once) ...');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const install = () => apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  if (!install() && apt('update', '-qq')) install();
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
