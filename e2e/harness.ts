import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findChromium, HOW_TO_GET_CHROMIUM } from '../scripts/chromium.ts';
import { root } from '../scripts/build-page.ts';

/** The real server with an empty data folder, and a real browser. */
export interface Stage {
  readonly url: string;
  readonly browser: Browser;
  /** A page of its own context; `complaints` fills with errors and refusals by the CSP. */
  open(options?: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }>;
  /** Kills the server without a word and starts it again on the same data and address, after `whileDead`. */
  kill(whileDead?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(`There is no Chromium to test in. ${HOW_TO_GET_CHROMIUM}`);
  const data = mkdtempSync(join(tmpdir(), 'legible-e2e-'));
  let { child, url } = await startServer(data);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  return {
    url,
    browser,
    async open(options = {}) {
      const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 }, ...options });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      return { page, complaints };
    },
    async kill(whileDead) {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await gone;
      await whileDead?.();
      ({ child, url } = await startServer(data, new URL(url).port));
    },
    async close() {
      await browser.close();
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Starts `npm start`'s own script on a free port and waits for the address it prints. */
async function startServer(data: string, port = '0'): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/start.ts'), '--port', port, '--data', data, '--no-browser'],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (address) resolve(address[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
  return { child, url };
}
