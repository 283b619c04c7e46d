import { describe, expect, test } from 'vitest';
import {
  canonical,
  COUNTERPARTS,
  facing,
  K,
  nashPoint,
  open,
  PROFILES,
  read,
  sayAndCount,
  step,
  type CandidateSheet,
  type State,
} from '../../src/negotiation/index.ts';

const mine = PROFILES[0] as CandidateSheet;

describe('what is taken back', () => {
  const { table } = open('recruiter', 1, mine);
  const context = { table, asked: {}, otherBase: null, currency: 'USD' as const };

  test.each([
    'I accept, scratch that.',
    'I accept. Wait, no.',
    'I want 210 on base. Strike that.',
    'I would like 210 on base, I misspoke.',
    'I would own serving, or rather monitoring.',
    'I would like three days from home, scratch that.',
  ])('is asked about, and never counts: %s', (words) => {
    expect(canonical(read(words, context))).toContain('?');
    const said = step(open('recruiter', 1, mine), { type: 'say', text: words }).state;
    expect(step(said, { type: 'confirm' }).effects[0]?.type).toBe('refused');
  });
});

describe('the approver', () => {
  const waiting = (id: string, reasons: State['impression']['reasons']): State => {
    const opened = open(id, 3, mine);
    const { authority } = facing(opened).approval;
    const base = Math.max(opened.table.base, authority.base) + 5 * K;
    return {
      ...opened,
      waiting: { ...opened.table, base },
      impression: { ...opened.impression, reasons },
    };
  };

  test.each(COUNTERPARTS.map(({ id }) => id))(
    'of %s grants for reasons about the work, and without them cuts to what may be given without it',
    (id) => {
      const bare = waiting(id, []);
      const { approval, lines } = facing(bare);
      const cut = sayAndCount(bare, 'Thank you.');
      expect(cut.table.base).toBe(Math.max(bare.table.base, approval.authority.base));
      expect([cut.waiting, cut.approved]).toEqual([null, false]);
      expect(cut.turns.at(-1)!.text).toContain(lines.cut);
      const reasoned = waiting(id, ['evaluation', 'serving', 'monitoring']);
      const granted = sayAndCount(reasoned, 'Thank you.');
      expect(granted.table).toEqual(reasoned.waiting);
      expect(granted.turns.at(-1)!.text).toContain(lines.granted);
    },
  );
});

describe('the Nash point', () => {
  const deals = [
    [10, 1],
    [6, 4],
    [5, 5],
    [0.5, 11],
  ].map(([a, b]) => ({ terms: open('recruiter', 1, mine).table, mine: a!, theirs: b! }));

  test('is where the product of both gains is largest, not their sum, and not one side’s best', () => {
    expect(nashPoint(deals, 0, 0)).toMatchObject({ mine: 5, theirs: 5 });
  });

  test('counts gains over what each has without a deal, and is none where one side would lose', () => {
    expect(nashPoint(deals, 4, 0)).toMatchObject({ mine: 6, theirs: 4 });
    expect(nashPoint(deals, 0, 4.5)).toMatchObject({ mine: 0.5, theirs: 11 });
    expect(nashPoint(deals, 11, 0)).toBeNull();
    expect(nashPoint(deals, 0, 12)).toBeNull();
  });
});
