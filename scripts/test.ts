/** `npm test`: every check, quiet where it is green; what is red is printed in full, and the last line counts the tests. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage, root } from './build-page.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, installChromium } from './chromium.ts';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What to show when something failed. */
  readonly output: string;
  /** How to run it alone. */
  readonly alone: string;
}

const scratch = mkdtempSync(join(tmpdir(), 'legible-test-'));

const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };

function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, LEGIBLE_NO_BROWSER: '1', ...colour, ...env },
  });
  return { ok: status === 0, output: `${stdout}${stderr}` };
}

/** A check that is one thing: it counts only when it fails. */
function check(script: string, args: readonly string[], alone: string): Outcome {
  const { ok, output } = run(script, args);
  return { passed: 0, failed: ok ? 0 : 1, output, alone };
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

function vitest(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Outcome {
  const file = join(scratch, `${name}.json`);
  const { ok, output } = run(
    'vitest/vitest.mjs',
    ['run', ...args, '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    env,
  );
  const alone = ['npx vitest run', ...args].join(' ');
  if (!existsSync(file)) return { passed: 0, failed: ok ? 0 : 1, output, alone };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: ok ? failed : Math.max(failed, 1), output, alone };
}

function page(): Outcome {
  try {
    buildPage();
    return { passed: 0, failed: 0, output: '', alone: '' };
  } catch (error) {
    return { passed: 0, failed: 1, output: (error as Error).message, alone: 'npm run build' };
  }
}

function browser(): Outcome {
  if (findChromium() === null) installChromium();
  const path = findChromium();
  if (path === null)
    return {
      passed: 0,
      failed: 1,
      output: `There is no Chromium to run the browser tests in. ${HOW_TO_GET_CHROMIUM}`,
      alone: 'npm run test:e2e',
    };
  return vitest('browser', ['--config', 'e2e/vitest.config.ts'], { LEGIBLE_CHROMIUM: path });
}

const steps: readonly (readonly [name: string, step: () => Outcome])[] = [
  ['lint', () => check('oxlint/bin/oxlint', ['--quiet'], 'npm run lint')],
  ['types', () => check('typescript/bin/tsc', ['--noEmit', '-p', '.'], 'npm run typecheck')],
  ['the page builds', page],
  ['unit and property tests', () => vitest('unit', [])],
  ['browser tests', browser],
];

let passed = 0;
let failed = 0;
const red: (Outcome & { name: string })[] = [];
for (const [name, step] of steps) {
  const started = performance.now();
  const outcome = step();
  passed += outcome.passed;
  failed += outcome.failed;
  if (outcome.failed > 0) red.push({ name, ...outcome });
  console.log(
    `${outcome.failed > 0 ? 'FAIL' : 'ok  '}  ${name}  ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
}
rmSync(scratch, { recursive: true, force: true });
for (const { name, output, alone } of red)
  console.log(`\n--- ${name} ---\n${output.trim()}\n\nRun it alone with: ${alone}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
