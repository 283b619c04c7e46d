import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { bin, legible } from './kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'legible-lab-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

describe('legible lab', () => {
  let bytes = '';
  it('prints a reference plan, which runs, and a killed run goes on from what it kept', async () => {
    const { stdout, status } = await legible(['lab', 'plan', 'fraud', '--reference', 'rule']);
    expect(status).toBe(0);
    writeFileSync(at('plan.json'), stdout);
    const args = [
      'lab',
      'run',
      'fraud',
      '--plan',
      at('plan.json'),
      '--seed',
      '10',
      '--volume',
      '300',
      '--json',
      '--keep',
      at('kept.jsonl'),
      '--save',
      at('run.json'),
    ];
    const whole = await legible(args);
    bytes = whole.stdout;
    expect(whole.stderr).toBe('');
    const result = JSON.parse(whole.stdout) as Record<string, unknown>;
    for (const key of ['ledger', 'decisions', 'firstLie', 'offline', 'questions']) expect(result).toHaveProperty(key);
    // As after a kill: the last line is cut off, and two outcomes are missing.
    const lines = readFileSync(at('kept.jsonl'), 'utf8').trimEnd().split('\n');
    writeFileSync(at('kept.jsonl'), `${lines.slice(0, -3).join('\n')}\n${lines[lines.length - 3]!.slice(0, 40)}`);
    const again = await legible([
      'lab',
      'run',
      'fraud',
      '--file',
      at('run.json'),
      '--json',
      '--keep',
      at('kept.jsonl'),
    ]);
    expect(again.stdout).toBe(whole.stdout);
  });

  it('ends in the same bytes when it was killed in the middle and started again', async () => {
    const args = ['lab', 'run', 'fraud', '--file', at('run.json'), '--json'];
    const kept = at('killed.jsonl');
    const child = spawn(process.execPath, [bin, ...args, '--keep', kept], { stdio: 'ignore' });
    const died = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, signal) => resolve(signal)));
    const replays = (): number => (existsSync(kept) ? readFileSync(kept, 'utf8').split('\n').length - 2 : 0);
    while (replays() < 3) await setTimeout(20);
    child.kill('SIGKILL');
    expect(await died).toBe('SIGKILL');
    const left = replays();
    const again = await legible([...args, '--keep', kept]);
    expect(again.stdout).toBe(bytes);
    expect(replays()).toBeGreaterThan(left);
  });

  it('refuses a bad plan with the field and the reason', async () => {
    const { stdout } = await legible(['lab', 'plan', 'fraud', '--reference', 'expert']);
    writeFileSync(
      at('bad.json'),
      JSON.stringify({ ...(JSON.parse(stdout) as object), luck: 3, calibration: 'wishful' }),
    );
    const { status, stderr } = await legible(['lab', 'run', 'fraud', '--plan', at('bad.json')]);
    expect(status).toBe(1);
    expect(stderr).toContain('luck: is not a field of a plan');
    expect(stderr).toContain('calibration: is "wishful"; choose one of none, platt, isotonic');
    expect(stderr).not.toContain('    at ');
  });

  it.each([
    [['run', 'moon', '--plan', 'x'], 'There is no world "moon"'],
    [['run', 'fraud'], 'needs --plan'],
    [['run', 'fraud', '--plan', '/nowhere.json'], 'cannot be read'],
    [['run', 'fraud', '--file', at('run.json'), '--keep', folder], 'cannot be written'],
    [['run', 'fraud', '--file', at('run.json'), '--out', at('no/folder.json')], 'cannot be written'],
    [['plan', 'fraud', '--reference', 'genius'], 'no reference plan "genius"'],
    [['generate', 'fraud', '--transactions', '0', '--out', 'x.csv'], '--transactions is 0'],
    [['generate', 'fraud', '--transactions', 'many', '--out', 'x.csv'], '--transactions is "many"'],
  ])('says what is wrong with %j', async (args, message) => {
    const { status, stderr } = await legible(['lab', ...args]);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  it('writes a table of exactly the rows that were asked for, the same each time', async () => {
    for (const name of ['a.csv', 'b.csv']) {
      const { status } = await legible([
        'lab',
        'generate',
        'fraud',
        '--transactions',
        '2000',
        '--seed',
        '4',
        '--out',
        at(name),
      ]);
      expect(status).toBe(0);
    }
    const text = readFileSync(at('a.csv'), 'utf8');
    const lines = text.trimEnd().split('\n');
    expect(lines).toHaveLength(2001);
    expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1);
    expect(readFileSync(at('b.csv'), 'utf8')).toBe(text);
  });
});
