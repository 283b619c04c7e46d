import { expect, it } from 'vitest';
import { ledgerOf } from '../../src/ledger/replay.ts';
import { liveTrivial } from '../../src/worlds/fraud/lived.ts';
import { WORLDS } from '../../src/index.ts';
import { groundOf, sessionOf } from './ground.ts';

it('declining every payment costs more than ten times what approving every payment does', () => {
  const session = sessionOf(groundOf(2, WORLDS.fraud!.world.defaultVolume));
  const [approve, block] = (['approve', 'block'] as const).map(
    (action) => ledgerOf(liveTrivial(session, action)).total,
  ) as [number, number];
  expect(block).toBeGreaterThan(10 * approve);
});
