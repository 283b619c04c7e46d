import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fullBank } from '@legible/corpus';
import { judge } from '@legible/judge';
import { afterAll, describe, expect, it } from 'vitest';
import { legible } from './kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'legible-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ANSWER =
  'We report 99% accuracy on fraud, one payment in two thousand, so it is ready to ship. ' +
  'The labels come from chargebacks that arrive six weeks late, so I would train only on payments older than sixty days, because fresh fraud still counts as clean. ' +
  'That costs us two months of recent patterns, and I accept it.';
const file = join(folder, 'answer.txt');
writeFileSync(file, `${ANSWER}\n`);
const question = fullBank.find(({ id }) => id === 'dp-a')!;
const judgment = judge(`${ANSWER}\n`, question);

describe('legible judge', () => {
  it('prints every sentence of the answer, the level of each signal and the vote', async () => {
    const { status, stdout, stderr } = await legible(['judge', '--question', 'dp-a', file]);
    expect([status, stderr]).toEqual([0, '']);
    const flat = stdout.replace(/\s+/g, ' ');
    expect(flat).toContain(question.text);
    for (const sentence of ANSWER.split(/(?<=\.) /)) expect(flat).toContain(sentence);
    for (const { signal, level } of judgment.signals)
      expect(stdout).toMatch(new RegExp(`${signal} +[●○]{3} +${level} `));
    expect(stdout).toContain(`Verdict  ${judgment.verdict} of 4`);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('has no colour in a file or a pipe', async () => {
    const { stdout } = await legible(['judge', '--question', 'dp-a', file], { env: { FORCE_COLOR: '1' } });
    expect(stdout).not.toContain('\u001B');
  });

  it('prints the same as data with --json, from a file or from standard input', async () => {
    const fromFile = await legible(['judge', '--question', 'dp-a', '--json', file]);
    const fromInput = await legible(['judge', '--json', '--question', 'dp-a', '-'], { input: `${ANSWER}\n` });
    expect(fromInput.stdout).toBe(fromFile.stdout);
    const data = JSON.parse(fromFile.stdout) as Record<string, unknown>;
    expect(data).toMatchObject({
      question: { id: 'dp-a' },
      signals: Object.fromEntries(judgment.signals.map(({ signal, level }) => [signal, level])),
      verdict: judgment.verdict,
      confidence: judgment.confidence,
      levels: JSON.parse(JSON.stringify(judgment.signals)) as unknown,
      deciding: judgment.deciding,
    });
  });

  it('takes a question that is not in the bank', async () => {
    const { status, stdout } = await legible([
      'judge',
      '--kind',
      'probe',
      '--signals',
      'data, evaluation',
      '--question-text',
      'Why did it fail?',
      '--seconds',
      '45',
      file,
    ]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^probe · 45 s\nWhy did it fail\?/);
    expect(stdout).not.toContain('tradeoff  ');
  });

  it.each([
    [['judge', file], 'Which question', '--question'],
    [['judge', '--question', 'zz', file], '--question is "zz"', 'legible questions'],
    [['judge', '--kind', 'zz', file], '--kind is "zz"', 'transition'],
    [['judge', '--kind', 'probe', file], '--signals is missing', 'probe'],
    [['judge', '--kind', 'comp', '--seconds', 'soon', file], '--seconds is', 'above 0'],
    [['judge', '--question', 'dp-a', 'none.txt'], 'no file "none.txt"', 'Check the name'],
    [['judge', '--question', 'dp-a', folder], 'is a folder', 'Give a file'],
    [['judge', '--batch', 'none.jsonl'], 'no file "none.jsonl"', 'Check the name'],
  ])('says what is wrong and how to mend it: %j', async (args, wrong, mend) => {
    const { status, stdout, stderr } = await legible(args, { cwd: folder });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(wrong);
    expect(stderr).toContain(mend);
    expect(stderr).not.toContain('    at ');
  });

  it('refuses an answer over 20,000 characters, and takes an empty one', async () => {
    const long = await legible(['judge', '--question', 'dp-a'], { input: 'word '.repeat(4001) });
    expect([long.status, long.stdout]).toEqual([1, '']);
    expect(long.stderr).toContain('20005 characters');
    const empty = await legible(['judge', '--question', 'dp-a'], { input: '' });
    expect(empty.status).toBe(0);
    expect(empty.stdout).toContain('(nothing was said)');
  });
});

describe('legible questions', () => {
  it('lists the whole bank, as text and as data', async () => {
    const data = JSON.parse((await legible(['questions', '--json'])).stdout) as { id: string }[];
    expect(data.map(({ id }) => id)).toEqual(fullBank.map(({ id }) => id));
    expect(Object.keys(data[0]!)).toEqual(['id', 'kind', 'signals', 'seconds', 'text']);
    const { stdout } = await legible(['questions']);
    for (const { id } of data) expect(stdout).toMatch(new RegExp(`^ +${id} `, 'm'));
    const comp = JSON.parse((await legible(['questions', '--json', '--kind', 'comp'])).stdout) as { kind: string }[];
    expect(new Set(comp.map(({ kind }) => kind))).toEqual(new Set(['comp']));
  });
});

describe('legible', () => {
  it('lists its commands, and refuses one that it does not have', async () => {
    const help = await legible(['--help']);
    expect(help.status).toBe(0);
    expect(help.stdout).toMatch(/judge[\s\S]*questions/);
    const unknown = await legible(['juge']);
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain("unknown command 'juge'");
  });
});
