import { DRILL_KINDS, makeDrill } from '@legible/lab/drills/index';
import { describe, expect, it } from 'vitest';
import { legible } from './kit.ts';

describe('legible drill', () => {
  it('prints the drill of a seed, and marks an answer with its computation', async () => {
    const drill = makeDrill('cost-threshold', 2, 9);
    const right = drill.answer.kind === 'choice' ? drill.answer.right + 1 : 0;
    const asked = ['drill', 'cost-threshold', '--seed', '9', '--level', '2'];
    const { status, stdout } = await legible([...asked, '--answer', String(right)]);
    expect(status).toBe(0);
    expect(stdout).toContain(drill.asks);
    expect(stdout).toContain('Right:');
    expect(stdout.replace(/\s+/g, ' ')).toContain(drill.why[0]);
    expect((await legible([...asked, '--answer', String(right === 1 ? 2 : 1)])).status).toBe(1);
    expect(JSON.parse((await legible([...asked, '--json'])).stdout)).toEqual(JSON.parse(JSON.stringify(drill)));
  });

  it('names what there is, and refuses what there is not', async () => {
    const { stdout } = await legible(['drill', '--list']);
    for (const { id } of DRILL_KINDS) expect(stdout).toContain(id);
    const { status, stderr } = await legible(['drill', 'sums']);
    expect(status).toBe(1);
    expect(stderr).toContain('kind is "sums"');
  });
});
