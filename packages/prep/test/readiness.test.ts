import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  coreReady,
  coverageOf,
  emptyItem,
  emptyInventory,
  isOnSubject,
  parseInventory,
  parseRehearsal,
  readinessOf,
  roleFit,
  ROLES,
  withText,
  type Inventory,
  type Kept,
  type Rehearsal,
  type Slot,
  type SlotReadiness,
} from '@legible/prep';
import type { Judgment, Question } from '@legible/judge';

const TEXT = 'For seven years I kept being handed the same job: the service behind a score.';
const kept: Kept = { id: 'story-1', title: 'Mine', item: withText(emptyItem('transition'), 'short', TEXT) };
const said = (day: string, verdict: 1 | 2 | 3 | 4, cold = true, seconds = 55): Rehearsal => ({
  item: 'story-1',
  version: 1,
  telling: 'short',
  question: 'q',
  at: `${day}T18:00:00.000Z`,
  day,
  said: TEXT,
  seconds,
  allowed: 60,
  spoken: true,
  cold,
  verdict,
  verdictSet: [verdict],
  signals: [{ signal: 'ownership', level: 2, set: [2] }],
  faults: [],
});
const state = (rehearsals: readonly Rehearsal[], today = '2026-11-20'): SlotReadiness['state'] | undefined =>
  readinessOf([kept], rehearsals, today).find(({ slot }) => slot === 'transition')?.state;

describe('ready', () => {
  test('takes two cold successes on different days', () => {
    expect(state([])).toBe('unheard');
    expect(state([said('2026-11-10', 4, false), said('2026-11-12', 4, false)])).toBe('warm');
    expect(state([said('2026-11-10', 3)])).toBe('warm');
    expect(state([said('2026-11-10', 3), said('2026-11-10', 3)])).toBe('warm');
    expect(state([said('2026-11-10', 3), said('2026-11-12', 4)])).toBe('ready');
  });
  test('is not given for what ran over its time or was voted down', () => {
    expect(state([said('2026-11-10', 4), said('2026-11-12', 4, true, 80)])).toBe('warm');
    expect(state([said('2026-11-10', 4), said('2026-11-12', 2)])).toBe('warm');
  });
  test('is lost by a cold failure, by three weeks of silence, and comes back after two cold days', () => {
    const was = [said('2026-11-10', 3), said('2026-11-12', 3)];
    expect(state([...was, said('2026-11-14', 2)])).toBe('lost');
    expect(state([...was, said('2026-11-14', 2), said('2026-11-15', 3)])).toBe('lost');
    expect(state([...was, said('2026-11-14', 2), said('2026-11-15', 3), said('2026-11-17', 3)])).toBe('ready');
    expect(state(was, '2026-12-20')).toBe('lost');
  });
  test('warns of a draft that was changed after it last held', () => {
    const was = [said('2026-11-10', 3), said('2026-11-12', 3)];
    const breaks = (version: number) =>
      readinessOf([{ ...kept, version }], was, '2026-11-20').find(({ slot }) => slot === 'transition')?.breaks;
    expect(breaks(2)).toMatch(/changed after/);
    expect(breaks(1)).not.toMatch(/changed after/);
  });
  test('never comes from rehearsals with the draft fresh, whatever they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ day: fc.integer({ min: 1, max: 28 }), verdict: fc.constantFrom(1, 2, 3, 4) })),
        (list) => {
          const warm = list.map(({ day, verdict }) =>
            said(`2026-11-${String(day).padStart(2, '0')}`, verdict as 1 | 2 | 3 | 4, false),
          );
          expect(['unheard', 'warm']).toContain(state(warm, '2026-11-28'));
        },
      ),
    );
  });
  test('each place says what would break it, and the empty ones that nothing is written', () => {
    const slots = readinessOf([kept], [said('2026-11-10', 3)], '2026-11-20');
    expect(slots).toHaveLength(8);
    for (const { breaks } of slots) expect(breaks.length).toBeGreaterThan(10);
    expect(coreReady(slots)).toBe(false);
  });
  test('a story of two kinds stands in both places', () => {
    const both: Kept = {
      ...kept,
      item: {
        type: 'story',
        body: {
          kind: 'failure',
          failures: ['data-quality', 'rollout-risk'],
          simulated: false,
          facts: [],
          short: '',
          long: TEXT,
        },
      },
    };
    const filled = readinessOf([both], [], '2026-11-20')
      .filter(({ item }) => item !== null)
      .map(({ slot }) => slot);
    expect(filled).toEqual(['data-quality', 'rollout-risk'] satisfies Slot[]);
  });
});

test('a rehearsal is read back as it was kept, and a wrong one is refused by field', () => {
  const one = said('2026-11-10', 3);
  expect(parseRehearsal(structuredClone(one))).toEqual(one);
  expect(() => parseRehearsal({ ...one, verdict: 5 })).toThrow(/rehearsal\.verdict/);
  expect(() => parseRehearsal({ ...one, day: 'Monday' })).toThrow(/rehearsal\.day/);
});

describe('role fit', () => {
  const owning = (changes: Partial<Record<string, 1 | 2 | 3>>): Inventory => ({
    entries: emptyInventory().entries.map(({ mode }) => ({
      mode,
      owned: changes[mode] ?? 0,
      evidence: changes[mode] ? 'shown' : '',
    })),
  });
  test.each([
    [{ infrastructure: 3, serving: 3 }, 'ml-infrastructure'],
    [{ data: 3, evaluation: 2 }, 'applied-data'],
    [{ research: 3, evaluation: 2 }, 'research'],
    [{ evaluation: 3, rollout: 3, monitoring: 2, serving: 2 }, 'applied-mle'],
  ] as const)('%j speaks first for %s', (changes, role) => expect(roleFit(owning(changes))[0]?.role).toBe(role));
  test('what is claimed with no line to show counts as met and no more', () => {
    const bare = { entries: owning({ research: 3 }).entries.map((entry) => ({ ...entry, evidence: '' })) };
    expect(roleFit(bare)).toEqual(
      roleFit({
        entries: owning({ research: 1 }).entries.map((entry) => ({ ...entry, owned: entry.owned, evidence: '' })),
      }).map((fit) => ({ ...fit })),
    );
  });
  test('owning more never lowers a fit, and the change named would put the role first', () => {
    const inventory = fc.array(fc.constantFrom(0, 1, 2, 3), { minLength: 7, maxLength: 7 }).map((owned): Inventory => ({
      entries: emptyInventory().entries.map(({ mode }, index) => ({
        mode,
        owned: owned[index] as 0 | 1 | 2 | 3,
        evidence: 'shown',
      })),
    }));
    fc.assert(
      fc.property(inventory, fc.nat(6), (own, at) => {
        const more = {
          entries: own.entries.map((entry, index) => (index === at ? { ...entry, owned: 3 as const } : entry)),
        };
        const fits = roleFit(own);
        expect(fits.map(({ role }) => role).toSorted()).toEqual([...ROLES].toSorted());
        for (const { role, fit, first } of fits) {
          expect(roleFit(more).find((other) => other.role === role)!.fit).toBeGreaterThanOrEqual(fit - 1e-12);
          if (first === null) continue;
          const turned = {
            entries: own.entries.map((entry) => (entry.mode === first.mode ? { ...entry, owned: first.to } : entry)),
          };
          expect(roleFit(turned)[0]?.role).toBe(role);
        }
      }),
    );
  });
  test('an inventory with a mode missing is refused', () =>
    expect(() => parseInventory({ entries: emptyInventory().entries.slice(1) })).toThrow(/"data" exactly once/));
});

describe('coverage', () => {
  const ask = (id: string, text: string, covers: readonly string[] = []) => ({
    id,
    kind: 'story-data' as const,
    signals: [],
    seconds: 150,
    text,
    covers,
  });
  const general = ask('a', 'Tell me about a time bad data hurt something you were responsible for.');
  const doubled = ask('b', 'Tell me about one event that was counted twice, or not at all.', [
    'which report used the count',
    'retries',
  ]);
  const late = ask('c', 'Tell me about data that arrived late and what was decided before it came.');
  const questions = [general, doubled, late];
  const story = withText(
    emptyItem('data-quality'),
    'long',
    'A retry meant that every refund event was counted twice in the report for nine days.',
  );
  const yes = (): Judgment => ({
    signals: [],
    verdict: 3,
    verdictSet: [3],
    score: 3,
    confidence: 1,
    because: [],
    findings: [],
    deciding: null,
    unsure: false,
  });
  test('a story covers the general question and its own subject, and leaves the rest open', () => {
    const covered = coverageOf([{ id: 'x', title: 'Twice', item: story }], questions, yes);
    expect(covered.filter(({ by }) => by.length > 0).map(({ question }) => question.id)).toEqual(['a', 'b']);
  });
  test('a vote against is a start, and what is off the question covers nothing', () => {
    const no = (_: string, question: Question): Judgment => ({
      ...yes(),
      verdict: 2,
      findings:
        question.id === 'b'
          ? [
              {
                fault: 'off-topic',
                quote: { from: 0, to: 0, text: '' },
                reason: '',
                better: '',
                confidence: 1,
                interrupts: true,
                slots: {},
              },
            ]
          : [],
    });
    const covered = coverageOf([{ id: 'x', title: 'Twice', item: story }], questions, no);
    expect(covered.map(({ by }) => by.map(({ how }) => how))).toEqual([['starts'], [], []]);
  });
  test('a transition is one subject', () =>
    expect(
      isOnSubject(TEXT, { ...general, kind: 'transition', text: 'Tell me about penguins and their wages.' }, []),
    ).toBe(true));
});
