import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  behaviours,
  COUNTERPARTS,
  distance,
  facing,
  floorOf,
  frontier,
  nashPoint,
  onSeed,
  open,
  openSheets,
  outcome,
  over,
  play,
  points,
  PROFILES,
  reservation,
  sayAndCount,
  SCRIPTED,
  step,
  tryScript,
  worthOfSentences,
  type CandidateSheet,
  type State,
} from '../../src/negotiation/index.ts';

const mine = PROFILES[0] as CandidateSheet;
const ids = COUNTERPARTS.map(({ id }) => id);
const words = fc.oneof(
  fc.integer({ min: 150, max: 280 }).map((n) => `I want ${n}.`),
  fc.integer({ min: 150, max: 280 }).map((n) => `${n} or I walk.`),
  fc.integer({ min: 5, max: 60 }).map((n) => `Could you make the sign-on ${n}k?`),
  fc.integer({ min: 60, max: 400 }).map((n) => `I would like ${n}k of equity.`),
  fc.integer({ min: 0, max: 5 }).map((n) => `I need ${n} days from home.`),
  fc.constantFrom(
    'I would own evaluation and serving, in writing.',
    'I want to come in as senior.',
    'I have another offer at 215.',
    "I'm sorry to ask, could you do better on the base?",
    'I currently make 150k.',
    'Thank you.',
    'I accept the offer.',
    'Can I own data, features, evaluation, serving, monitoring and on-call in writing?',
  ),
);

describe('the conversation', () => {
  test.each(ids)('%s does not ask for what it was told', (id) => {
    const them = facing(open(id, 3, mine));
    const told = [
      'I currently make 150k.',
      'I have another offer at 215.',
      'I would like 215 on base.',
      'I can start in 4 weeks.',
    ];
    const after = told.reduce(
      (state: State, line) => (over(state) ? state : sayAndCount(state, line)),
      open(id, 3, mine),
    );
    const asked = ['Thank you.', 'Thanks.', 'All right.'].reduce(
      (state: State, line) => (over(state) ? state : sayAndCount(state, line)),
      after,
    );
    const lines = asked.turns.slice(after.turns.length).map(({ text }) => text);
    for (const probe of Object.values(them.lines.probes)) expect(lines.join(' ')).not.toContain(probe);

    const pay = them.lines.probes['current-pay'];
    const heard = sayAndCount(open(id, 3, mine), 'I currently make 150k.').turns.at(-1)!.text;
    if (pay !== undefined) expect(heard).not.toContain(pay);
  });

  test('no deal is ever below either side’s reservation value, whatever is said to whomever', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.nat(10_000),
        fc.constantFrom(...PROFILES),
        fc.array(words, { maxLength: 12 }),
        (id, seed, sheet, said) => {
          const end = [...said, 'I accept the offer.'].reduce(
            (state: State, line) => (over(state) ? state : sayAndCount(state, line)),
            open(id, seed, sheet),
          );
          const them = facing(end);
          expect(points(them.sheet, end.table)).toBeGreaterThanOrEqual(floorOf(them) - 1e-6);
          if (end.phase === 'agreed') expect(points(sheet.sheet, end.table)).toBeGreaterThanOrEqual(reservation(sheet));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('the same seed and words give the same conversation, to the last word', () => {
    for (const id of ids) {
      const [first, second] = [1, 2].map(() => play(SCRIPTED[3] as (typeof SCRIPTED)[number], id, 7, mine));
      expect(first).toEqual(second);
    }
  });

  test('words count only when they are confirmed, and never while they are unclear', () => {
    const first = open('recruiter', 1, mine);
    const said = step(first, { type: 'say', text: 'I want 20 more.' });
    expect(said.state.turns).toEqual(first.turns);
    const confirmed = step(said.state, { type: 'confirm' });
    expect(confirmed.effects[0]?.type).toBe('refused');
    expect(confirmed.state.turns).toEqual(first.turns);
    expect(step(said.state, { type: 'withdraw' }).state.pending).toBeNull();
  });

  test('more than it may give by itself waits a round for approval, and needs a reason about the work', () => {
    const withReason = sayAndCount(
      open('recruiter', 3, mine),
      'I could do 205 if the level reflects owning evaluation and serving.',
    );
    expect(withReason.waiting?.base).toBe(205 * 100_000);
    expect(sayAndCount(withReason, 'Thank you.').table.base).toBe(205 * 100_000);
  });

  test('what one says about pay today, need or apology never helps', () => {
    const asks = ['Could you do 200 on base?', 'I would like 200 on base.'];
    const leak = ["I'm sorry to ask. I really need this job. I currently make 150k.", ...asks];
    for (const id of ids) {
      const [with_, without] = [leak, ['Thank you for the offer.', ...asks]].map((lines) =>
        lines.reduce((state: State, line) => (over(state) ? state : sayAndCount(state, line)), open(id, 2, mine)),
      );
      if (!with_ || !without) throw new Error('Both were played.');
      expect(points(mine.sheet, with_.table)).toBeLessThanOrEqual(points(mine.sheet, without.table) + 1e-6);
    }
  });
});

describe('both sheets', () => {
  test('nothing the two can write beats the frontier on both sides', () => {
    for (const id of ids) {
      const them = onSeed(COUNTERPARTS.find((one) => one.id === id) as (typeof COUNTERPARTS)[number], 4);
      const deals = frontier(them, mine.sheet);
      const state = play(SCRIPTED[3] as (typeof SCRIPTED)[number], id, 4, mine);
      for (const { table } of state.turns) {
        const [a, b] = [points(mine.sheet, table), points(them.sheet, table)];
        expect(deals.some((deal) => deal.mine >= a - 1e-6 && deal.theirs >= b - 1e-6)).toBe(true);
      }
      const nash = nashPoint(deals, reservation(mine), floorOf(them));
      expect(nash && distance(deals, nash)).toBe(0);
      expect(nash && nash.mine - points(mine.sheet, nash.terms)).toBeCloseTo(0, 6);
    }
  });

  test('what was left for nothing is what the frontier has over the deal, and is never negative', () => {
    for (const negotiator of SCRIPTED) {
      const opened = openSheets(play(negotiator, 'agency', 5, mine));
      expect(opened.free).toBeGreaterThanOrEqual(0);
      expect(opened.most).toBeGreaterThanOrEqual(opened.agreed ? opened.free - 1e-6 : 0);
    }
  });

  test('a sentence that gave something away is shown with what it cost; the rest with what it won', () => {
    const lines = ["I'm sorry to ask. I really need this job.", 'Could you do 200 on base?', 'I accept the offer.'];
    const end = lines.reduce((state: State, line) => sayAndCount(state, line), open('agency', 2, mine));
    const worth = worthOfSentences(end);
    expect(worth.map(({ quote }) => quote)).toContain('Could you do 200 on base?');
    expect(worth.find(({ quote }) => quote.startsWith('Could'))?.points).toBeGreaterThan(0);
    expect(worth.filter(({ quote }) => quote.includes('sorry')).every(({ points: x }) => x <= 0)).toBe(true);
    const habits = behaviours(end);
    expect(habits.find(({ id }) => id === 'information')).toMatchObject({ kept: false });
    expect(habits.find(({ id }) => id === 'scope-first')?.kept).toBe(false);
  });

  test('a script is tested by what it gets: one with scope gets more than one that apologises', () => {
    const sum = (script: string) => ids.reduce((total, id) => total + tryScript(script, id, 1, mine).gained, 0);
    expect(sum('I would own evaluation and serving, in writing. For that I ask for 200 base.')).toBeGreaterThan(
      sum("I'm sorry to ask, but maybe 200?"),
    );
  });
});

describe('five ways to negotiate', () => {
  const SEEDS = 200;
  const runs = new Map(
    SCRIPTED.map((negotiator) => [
      negotiator.id,
      ids.flatMap((id) => Array.from({ length: SEEDS }, (_, seed) => play(negotiator, id, seed, mine))),
    ]),
  );
  const ends = (id: string): readonly State[] => runs.get(id) ?? [];

  /** 95% interval of the mean difference, paired by counterpart and seed. */
  function interval(better: string, worse: string): readonly [number, number] {
    const other = ends(worse);
    const gaps = ends(better).map((state, i) => outcome(state) - outcome(other[i] as State));
    const mean = gaps.reduce((a, b) => a + b, 0) / gaps.length;
    const variance = gaps.reduce((a, b) => a + (b - mean) ** 2, 0) / (gaps.length - 1);
    const half = 1.96 * Math.sqrt(variance / gaps.length);
    return [mean - half, mean + half];
  }

  test('scope first beats the bare demand and the apology by an interval that excludes zero', () => {
    expect(interval('scope-first', 'bare-demand')[0]).toBeGreaterThan(0);
    expect(interval('scope-first', 'apologetic')[0]).toBeGreaterThan(0);
    expect(interval('bare-demand', 'apologetic')[0]).toBeGreaterThan(0);
  });

  test('the hardliner loses more deals than anyone', () => {
    const lost = (id: string) => ends(id).filter(({ phase }) => phase !== 'agreed').length;
    for (const { id } of SCRIPTED) if (id !== 'hardliner') expect(lost('hardliner')).toBeGreaterThan(lost(id));
  });
});
