import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { legible } from './kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'legible-tournament-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const journal = join(folder, 'played.jsonl');
const small = ['lab', 'tournament', '--worlds', 'fraud', '--seeds', '2', '--random', '1', '--volume', '300'];

it('plays every plan on every seed, and goes on from what a killed one had played', async () => {
  const first = await legible([...small, '--journal', journal, '--json']);
  expect(first.stderr).toContain('2 of 2');
  const [result] = JSON.parse(first.stdout) as [{ standings: { name: string }[]; totals: Record<string, number[]> }];
  expect(result.standings.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['expert', 'naive', 'oracle', 'random 1']),
  );
  expect(result.totals['expert']).toHaveLength(2);

  // Killed in the middle of a line.
  const [one = ''] = readFileSync(journal, 'utf8').split('\n');
  writeFileSync(journal, `${one}\n`);
  appendFileSync(journal, '{"world": "fraud", "seed": 2, "vol');
  const again = await legible([...small, '--journal', journal, '--json']);
  expect(again.stdout).toBe(first.stdout);
}, 120_000);

it('refuses a world that there is not, by name', async () => {
  const { status, stderr } = await legible(['lab', 'tournament', '--worlds', 'chess']);
  expect(status).not.toBe(0);
  expect(stderr).toMatch(/no world "chess"/);
});
