import { describe, expect, it } from 'vitest';
import { coalition, coalitionsOf, sampleOrders, shapley } from '../../src/ledger/shapley.ts';
import { markReply } from '../../src/index.ts';
import { fc, test } from './property.ts';

const players = ['a', 'b', 'c', 'd'];

describe('Shapley values by sampled orders', () => {
  test.prop([
    fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 16, maxLength: 16 }),
    fc.integer({ min: 1, max: 12 }),
    fc.nat(999),
  ])('share out exactly what all of them are worth together, and lie inside their interval', (worths, pairs, seed) => {
    const orders = sampleOrders(players, pairs, seed);
    const names = coalitionsOf(orders).map((set) => coalition(set));
    const value = (name: string): number =>
      name === '' ? 0 : worths[name.split('+').reduce((bits, p) => bits | (1 << players.indexOf(p)), 0)]!;
    expect(names).toContain('');
    expect(names).toContain('a+b+c+d');
    const shares = shapley(players, orders, value);
    expect(shares.reduce((sum, s) => sum + s.value, 0)).toBeCloseTo(value('a+b+c+d'), 6);
    for (const s of shares) expect(s.low <= s.value && s.value <= s.high).toBe(true);
  });

  it('are certain once every order was drawn, and give a lone contribution to whoever makes it', () => {
    const orders = sampleOrders(players, 12, 1);
    expect(orders).toHaveLength(24);
    const shares = shapley(players, orders, (name) => (name.split('+').includes('b') ? 50 : 0));
    expect(shares.map((s) => [s.value, s.low, s.high])).toEqual([
      [0, 0, 0],
      [50, 50, 50],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });
});

describe('marking a reply', () => {
  const question = {
    id: 'q',
    question: '',
    answer: '',
    facts: [
      { fact: 'labels', phrases: ['matur'] },
      { fact: 'column', phrases: ['card_state', 'card state'] },
    ],
    kind: 'probe',
    signals: ['data'],
  } as const;

  it('takes other word endings and spellings, and half for half', () => {
    expect(markReply(question, 'Labels had not MATURED, and card-state was overwritten.').score).toBe(1);
    expect(markReply(question, 'It was immature labels.').score).toBe(0);
    expect(markReply(question, 'The maturity window was short.')).toMatchObject({ score: 0.5, missed: ['column'] });
  });
});
