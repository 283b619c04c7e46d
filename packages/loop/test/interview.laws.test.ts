import { FAULTS, type Question } from '@legible/judge';
import { openInterview, replay, step, type InterviewEvent } from '@legible/loop';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scriptedReader } from './scripted-reader.ts';

const question: Question = {
  id: 'dp-a',
  kind: 'design-prediction',
  signals: ['data', 'evaluation', 'failure', 'production', 'tradeoff'],
  seconds: 240,
  text: 'Design a system that blocks fraudulent card payments at checkout.',
};

const sentence = fc.oneof(
  fc.constantFrom(...FAULTS).map((fault) => `[${fault}] we shipped a transformer, AUC, 0.2% positives and drift. `),
  fc.constantFrom(
    'Then what. ',
    'half a sen',
    'tence. ',
    '{data=3} chargebacks come late.\n',
    '',
    '99.',
    ' e.g. this',
    '🙂',
  ),
);
const gap = fc.nat({ max: 9_000 });
const event = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('append' as const), gap, insert: sentence, closes: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('edit' as const),
      gap,
      from: fc.nat(400),
      to: fc.nat(400),
      insert: sentence,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'asked',
        'ticked',
        'pushed-back',
        'interruption-answered',
        'submitted',
        'follow-up-answered',
      ),
      gap,
    }),
  },
);

/** Turns relative steps into events with absolute times and offsets that are often, not always, inside the text. */
function eventsOf(
  steps: readonly (typeof event extends fc.Arbitrary<infer T> ? T : never)[],
): readonly InterviewEvent[] {
  let at = 0;
  let length = 0;
  return steps.map((made) => {
    at += made.gap;
    if (made.type === 'append') {
      const from = length;
      length += made.insert.length;
      return { type: 'text-grew', at, from, to: from, insert: made.insert, closes: made.closes };
    }
    if (made.type === 'edit') return { type: 'text-grew', at, from: made.from, to: made.to, insert: made.insert };
    if (made.type !== 'asked' && made.type !== 'ticked') length = 0;
    return { type: made.type, at } as InterviewEvent;
  });
}

const interview = fc.record({
  seed: fc.integer({ min: 0, max: 0xffff_ffff }),
  events: fc.array(event, { maxLength: 60 }).map((steps) => [{ type: 'asked' as const, at: 0 }, ...eventsOf(steps)]),
});

describe('any order of events', () => {
  it('interrupts at most twice, never in the first ten seconds, never twice for one reason, holds the floor once', () => {
    fc.assert(
      fc.property(interview, ({ seed, events }) => {
        const { state } = replay(question, seed, events, scriptedReader);
        expect(state.interruptions.length).toBeLessThanOrEqual(2);
        const faults = state.interruptions.map(({ fault }) => fault);
        expect(new Set(faults).size).toBe(faults.length);
        for (const { at } of state.interruptions) expect(at - state.askedAt).toBeGreaterThanOrEqual(10_000);
        expect(state.interruptions.filter(({ status }) => status === 'held').length).toBeLessThanOrEqual(1);
        const lines = [...state.interruptions, ...state.followUps].map(({ lineId }) => lineId);
        expect(new Set(lines).size).toBe(lines.length);
      }),
      { numRuns: 400 },
    );
  });

  it('is refused with a reason and leaves the state as it was, or is taken; nothing throws and nothing is changed in place', () => {
    fc.assert(
      fc.property(interview, ({ seed, events }) => {
        let state = openInterview(question, seed);
        for (const one of events) {
          const before = JSON.stringify(state);
          const next = step(state, one, scriptedReader);
          expect(JSON.stringify(state)).toBe(before);
          const refused = next.effects.find(({ type }) => type === 'refused');
          if (refused !== undefined) expect(next.state).toBe(state);
          state = next.state;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('replays to the same bytes', () => {
    fc.assert(
      fc.property(interview, ({ seed, events }) => {
        const once = replay(question, seed, events, scriptedReader);
        const again = replay(question, seed, JSON.parse(JSON.stringify(events)) as InterviewEvent[], scriptedReader);
        expect(JSON.stringify(again)).toBe(JSON.stringify(once));
      }),
      { numRuns: 100 },
    );
  });

  it('never stalls: from wherever it got to, four plain steps at most end it', () => {
    fc.assert(
      fc.property(interview, ({ seed, events }) => {
        let { state } = replay(question, seed, events, scriptedReader);
        for (let i = 0; i < 4 && state.phase !== 'ended'; i++) {
          const type = (
            {
              interrupted: 'interruption-answered',
              answering: 'submitted',
              'following-up': 'follow-up-answered',
            } as const
          )[state.phase as 'interrupted' | 'answering' | 'following-up'];
          state = step(state, { type, at: state.now }, scriptedReader).state;
        }
        expect(state.phase).toBe('ended');
      }),
      { numRuns: 200 },
    );
  });
});
