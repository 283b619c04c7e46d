import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { legible } from './kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'legible-offers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, offer: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof offer === 'string' ? offer : JSON.stringify(offer));
  return path;
};
const large = { company: 'Large', currency: 'USD', base: 200_000, rsu: { value: 160_000 } };
const small = {
  company: 'Small',
  currency: 'USD',
  base: 180_000,
  options: { count: 40_000, strike: 1, fullyDiluted: 20_000_000, preferredPrice: 4 },
};

describe('legible offers compare', () => {
  it('shows each year, the options apart, and what would have to be true', async () => {
    const { status, stdout } = await legible(['offers', 'compare', file('a.json', large), file('b.json', small)]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/year 4\s+\$240,000\s+\$180,000/);
    expect(stdout).toMatch(/worth nothing in\s+–\s+\d+ of 100/);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'Large pays $240,000 more over four years. Small wins only if it exits above $140,000,000 (1.8 times its last round).',
    );
    expect(stdout).toContain('Small: How much are investors owed before common shares get anything?');
  });

  it('prints data in cents', async () => {
    const { stdout } = await legible(['offers', 'compare', file('a.json', large), file('b.json', small), '--json']);
    const { currency, offers, breakEven } = JSON.parse(stdout) as {
      currency: string;
      offers: { firstYear: number; options: unknown }[];
      breakEven: { gap: number }[];
    };
    expect([currency, offers[0]!.firstYear, offers[0]!.options, breakEven[0]!.gap]).toEqual([
      'USD',
      24_000_000,
      null,
      24_000_000,
    ]);
  });

  it.each([
    ['no offer', '{"company": "X"', /is not JSON/],
    ['a missing base', { company: 'X', currency: 'USD' }, /base is missing/],
    ['an unknown field', { ...large, salary: 1 }, /salary is not a field/],
    [
      'a vesting that does not sum',
      { ...large, rsu: { value: 1, vesting: { years: [10, 10] } } },
      /rsu\.vesting\.years/,
    ],
    ['another currency without a rate', { ...large, company: 'Euro', currency: 'EUR' }, /rates\.EUR/],
  ])('refuses %s with the field and the mend', async (_, offer, why) => {
    const { status, stdout, stderr } = await legible([
      'offers',
      'compare',
      file('a.json', large),
      file('x.json', offer),
    ]);
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toMatch(why);
  });
});
