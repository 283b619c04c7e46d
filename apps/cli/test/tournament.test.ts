import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STANDINGS } from '@legible/lab/tournament/standings.generated';
import { bin, legible } from './kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'legible-tournament-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const journal = join(folder, 'played.jsonl');
const small = ['lab', 'tournament', '--worlds', 'fraud', '--seeds', '3', '--random', '2', '--volume', '300'];
const kept = (path = journal): string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean);
interface Line {
  readonly seed: number;
  readonly costs: Record<string, number | null>;
  readonly plans: Record<string, string>;
}
const line = (text: string): Line => JSON.parse(text) as Line;

describe('a tournament', () => {
  let whole: string;
  let lines: string[];
  beforeAll(async () => {
    const { stdout, stderr } = await legible([...small, '--threads', '1', '--journal', journal, '--json']);
    expect(stderr).toContain('3 of 3');
    [whole, lines] = [stdout, kept()];
  }, 120_000);

  it('plays every plan on every seed', () => {
    const [result] = JSON.parse(whole) as [
      { seeds: number[]; costs: Record<string, (number | null)[]>; drawn: { seed: number }[] },
    ];
    expect(result.seeds).toEqual([1, 2, 3]);
    for (const name of ['do nothing', 'oracle', 'rule', 'naive', 'textbook', 'cautious', 'expert'])
      expect(result.costs[name], name).toHaveLength(3);
    expect(lines).toHaveLength(3);
    expect(result.drawn.map(({ seed }) => seed)).toEqual([1, 2]);
    const [one, two, none] = lines.map((text) => line(text).plans['draw 1']);
    expect(one, 'a plan of its own for each seed').not.toBe(two);
    expect(none).toBeUndefined();
  });

  it('goes on from what one with two threads had played when it was killed, to the same bytes', async () => {
    const cut = join(folder, 'cut.jsonl');
    const child = spawn(process.execPath, [bin, ...small, '--threads', '2', '--journal', cut]);
    const gone = new Promise((resolve) => child.on('exit', resolve));
    while (!existsSync(cut) || kept(cut).length === 0) await setTimeout(20);
    child.kill('SIGKILL');
    await gone;
    const before = kept(cut);
    expect(before.length).toBeLessThan(3);
    // As if the kill had come in the middle of a line.
    appendFileSync(cut, before[0]!.slice(0, 70));
    const { stdout, stderr } = await legible([...small, '--threads', '2', '--journal', cut, '--json']);
    expect(stdout).toBe(whole);
    expect(stderr).toContain('1 line of the journal cannot be read');
    expect(stderr).toContain(`${before.length} of 3 were played before`);
  }, 120_000);

  it('does not take the journal of another version for its own', async () => {
    const other = join(folder, 'other.jsonl');
    const changed = lines.slice(0, 2).map((text) => {
      const { costs, ...rest } = line(text);
      return JSON.stringify({ ...rest, costs: { ...costs, textbook: costs['textbook']! + 1 } });
    });
    writeFileSync(other, `${changed.join('\n')}\n`);
    const { stdout, stderr } = await legible([...small, '--journal', other, '--json']);
    expect(stdout).toBe(whole);
    expect(stderr).toMatch(
      /another version of fraud: on seed 1 "textbook" cost \$[\d,]+ there .* Its 2 seeds are played/,
    );
    expect(kept(other).toSorted()).toEqual(lines.toSorted());
  }, 120_000);

  it('plays a plan again that has changed since, and no other', async () => {
    const older = join(folder, 'older.jsonl');
    writeFileSync(
      older,
      lines
        .map((text) => {
          const { plans, ...rest } = line(text);
          return `${JSON.stringify({ ...rest, plans: { ...plans, naive: 'an older plan' } })}\n`;
        })
        .join(''),
    );
    const { stdout } = await legible([...small, '--journal', older, '--json']);
    expect(stdout).toBe(whole);
    expect(
      kept(older)
        .slice(3)
        .map((text) => Object.keys(line(text).costs)),
    ).toEqual([['naive'], ['naive'], ['naive']]);
  }, 120_000);

  it('shows what a journal holds without playing on, and writes it as plots and as standings', async () => {
    const [shown, standings] = [join(folder, 'page.md'), join(folder, 'standings.generated.ts')];
    const { stdout } = await legible([
      ...small.with(5, '9'),
      '--kept',
      '--journal',
      journal,
      '--page',
      shown,
      '--standings',
      standings,
    ]);
    expect(stdout).toContain('fraud, 3 seeds at 300 payments a day');
    expect(stdout).toMatch(/^oracle +[─●]+ +\$/m);
    expect(stdout).toMatch(/textbook saves .* against naive .* and wins \d of 3/);
    expect(readFileSync(shown, 'utf8')).toContain('## fraud');
    const text = readFileSync(standings, 'utf8');
    expect(text).toContain('"world":"fraud","volume":300,"unit":"payments a day","seeds":3');
    // A world that was not played keeps the standings that it had.
    expect(text.match(/"name":"expert","cost":\{[^}]*\},"shares":\[[^\]]+\]/g)).toHaveLength(STANDINGS.length);
  }, 120_000);
});

describe('a tournament refuses', () => {
  it.each([
    [['--worlds', 'chess'], /no world "chess"/],
    [['--kept'], /--kept needs a journal/],
    [['--seeds', 'many'], /--seeds is "many"/],
    [['--volume', '1', '--worlds', 'fraud'], /volume: is 1/],
    [['--out', '/nowhere/at/all.json'], /--out .* cannot be written/],
  ])('%j', async (options, says) => {
    const { status, stderr } = await legible(['lab', 'tournament', ...options]);
    expect(status).not.toBe(0);
    expect(stderr).toMatch(says);
  });
});
