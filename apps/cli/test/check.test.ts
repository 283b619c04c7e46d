import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it, test } from 'vitest';
import { checkText } from '../src/check/check-text.ts';
import { spoken } from '../src/check/spoken.ts';
import { legible } from './kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'legible-check-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const PASSION = 'I have always been passionate about AI since I was a child.';
const STRONG =
  'I own the address service, nine million lookups a day. ' +
  'Every quarter the parcel model above it got worse and the cause was in my feed: I decided to drop any address older than ninety days, because a wrong door costs us twelve euros and a missing one costs a phone call. ' +
  'It cost us 4 percent of coverage, and I put a monitor on it that rolls back to the old list when returns rise above 2 percent. ' +
  'That pattern, a model that fails on data I can see and it cannot, is why I want to own the model as well.';

const text = `---\ntitle: mine\nkind: why-mle\n---\n\n# Why\n\n- ${STRONG}\n- ${PASSION}\n`;

describe('legible check', () => {
  it('names file, line, column, severity, reason and mend of each finding, and ends with 1', async () => {
    const path = file('draft.md', text);
    const { status, stdout } = await legible(['check', path]);
    expect(status).toBe(1);
    expect(stdout).toMatch(new RegExp(`^${path}:9:3: error: .*passionate.* Name .*\\[passion\\]$`, 'm'));
  });

  it('prints the same as data, with where each ends', async () => {
    const { status, stdout } = await legible(['check', '--json', file('draft.md', text)]);
    const [result] = JSON.parse(stdout) as [
      { kind: string; kindAssumed: boolean; findings: Record<string, unknown>[] },
    ];
    expect([status, result.kind, result.kindAssumed]).toEqual([1, 'why-mle', false]);
    const found = result.findings.find(({ rule }) => rule === 'passion')!;
    expect(found).toMatchObject({ line: 9, column: 3, endLine: 9, severity: 'error' });
    const row = text.split('\n')[8]!;
    expect(row.slice(Number(found['column']) - 1, Number(found['endColumn']) - 1)).toBe(found['quote']);
  });

  it('ends with 0 where there is nothing to mend', async () => {
    const { status, stdout } = await legible(['check', '--kind', 'transition', file('clean.txt', STRONG)]);
    expect([status, stdout]).toEqual([0, '']);
  });

  it('reads standard input and several files, and goes on after one that cannot be read', async () => {
    const { status, stdout } = await legible(
      ['check', '--json', '-', join(folder, 'none.md'), folder, file('a.md', PASSION)],
      { input: PASSION },
    );
    const results = JSON.parse(stdout) as { file: string; error?: string; mend?: string; findings?: unknown[] }[];
    expect(status).toBe(2);
    expect(results.map((result) => result.file)[0]).toBe('<stdin>');
    expect(results.map(({ error }) => error !== undefined)).toEqual([false, true, true, false]);
    expect(results[1]).toMatchObject({ error: expect.stringContaining('no such file'), mend: 'Check the name.' });
    expect(results[3]?.findings?.length).toBeGreaterThan(0);
  });

  test.each([
    ['kind: poem', /"kind" is "poem".*transition/s],
    ['question: nope', /no such question/],
    ['kind: [', /not YAML/],
  ])('refuses the front matter "%s" with the reason', async (front, reason) => {
    const { status, stdout } = await legible(['check', file('bad.md', `---\n${front}\n---\nwords`)]);
    expect(status).toBe(2);
    expect(stdout).toMatch(reason);
    expect(stdout).toMatch(/bad\.md:1:1: error:/);
  });
});

it('marks words of the question’s notes and of published scripts as lifted', () => {
  const { problems } = checkText('pay.md', 'Before a number: I want to own the full decision surface here.', {});
  expect(problems.filter(({ rule }) => rule === 'lifted')).toHaveLength(1);
});

test('a question of the bank is taken from the front matter over the option', () => {
  const { question, assumed } = checkText('x.md', '---\nquestion: sd-a\n---\nwords', { kind: 'comp' });
  expect([question.id, question.kind, assumed]).toEqual(['sd-a', 'story-data', false]);
  expect(checkText('why-mle.md', 'words', {}).question.kind).toBe('why-mle');
});

test('what is not said is blanked and everything else keeps its place, in any Markdown', () => {
  const parts = fc.constantFrom(
    '\n# Head\n',
    '\n> quote\n',
    '\n- item\n',
    '**bold** ',
    '[link](http://x.y) ',
    '<!-- no -->',
    '\n```\ncode\n```\n',
    'I own it. ',
    '\r\n',
    'a*b ',
    '\n1. one\n',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), (words) => {
      const whole = words.join('');
      const said = spoken(whole, 0);
      expect(said).toHaveLength(whole.length);
      expect(said.replace(/[^\n\r]/g, '')).toBe(whole.replace(/[^\n\r]/g, ''));
      [...said].forEach((letter, at) => letter === ' ' || expect(letter).toBe([...whole][at]));
      expect(said).not.toMatch(/Head|quote|code|http| no /);
    }),
  );
});
