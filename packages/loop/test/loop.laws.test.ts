import { fullBank } from '@legible/corpus';
import { openLoop, PRESETS, replayLoop, type LoopEffect, type LoopEvent } from '@legible/loop';
import { describe, expect, it } from 'vitest';
import { markByWords, playRandom } from './random-loop.ts';
import { scriptedReader } from './scripted-reader.ts';

const host = { reader: scriptedReader, bank: fullBank, mark: markByWords };
const LOOPS = 1000;

/** Everything the interviewers said in a loop. */
function said(effects: readonly LoopEffect[]): readonly string[] {
  return effects.flatMap((effect) => {
    if (effect.type === 'question') return [effect.question.text, ...(effect.remark === null ? [] : [effect.remark])];
    if (effect.type === 'ask') return [effect.followUp.line];
    return effect.type === 'interrupt' ? [effect.line] : [];
  });
}

describe(`${LOOPS} loops with random events`, () => {
  const played = Array.from({ length: LOOPS }, (_, seed) => ({ seed, ...playRandom(seed, host) }));

  it('never stall: each ends in a packet', () => {
    for (const { seed, loop, effects } of played) {
      expect(loop.phase, `seed ${seed}`).toBe('ended');
      expect(loop.packet, `seed ${seed}`).not.toBeNull();
      expect(
        effects.filter(({ type }) => type === 'packet'),
        `seed ${seed}`,
      ).toHaveLength(1);
    }
    expect(played.filter(({ loop }) => !loop.endedEarly).length).toBeGreaterThan(LOOPS / 4);
  });

  it('never say or ask the same thing twice', () => {
    for (const { seed, loop, effects } of played) {
      const lines = said(effects);
      const twice = lines.filter((line, i) => lines.indexOf(line) !== i);
      expect(twice, `seed ${seed}`).toEqual([]);
      expect(new Set(loop.spent).size, `seed ${seed}`).toBe(loop.spent.length);
    }
  });

  it('interrupt at most twice an answer, help at most once, and never say a fact that was not said', () => {
    for (const { seed, loop, effects } of played) {
      for (const { interview } of loop.turns)
        expect(interview.interruptions.length, `seed ${seed}`).toBeLessThanOrEqual(2);
      expect(effects.filter(({ type }) => type === 'rescued').length, `seed ${seed}`).toBeLessThanOrEqual(1);
      for (const line of said(effects)) expect(line, `seed ${seed}`).not.toMatch(/undefined|NaN/);
    }
  });

  it('replay to the same state and effects, through JSON', () => {
    for (const { seed, opened, loop, events, effects } of played.slice(0, 60)) {
      const again = replayLoop(
        JSON.parse(JSON.stringify(opened)),
        JSON.parse(JSON.stringify(events)) as LoopEvent[],
        host,
      );
      expect(JSON.stringify(again), `seed ${seed}`).toBe(JSON.stringify({ state: loop, effects }));
    }
  });

  it('open between five and eight probes in a depth round that the clock did not end', () => {
    for (const { seed, loop } of played.filter((one) => !one.loop.endedEarly)) {
      const depth = loop.rounds.findIndex(({ kind }) => kind === 'ml-depth');
      const probes = loop.turns.filter(({ round }) => round === depth).length;
      expect(probes, `seed ${seed}`).toBeLessThanOrEqual(8);
      if (loop.rounds[depth]!.notReached.length === 0) expect(probes, `seed ${seed}`).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('opening a loop', () => {
  it.each(PRESETS)('%s draws no question twice and says what it needs where the bank is too small', (preset) => {
    const loop = openLoop({ preset, seed: 5, bank: fullBank });
    expect(new Set(loop.asked).size).toBe(loop.asked.length);
    expect(() => openLoop({ preset, seed: 5, bank: fullBank.filter(({ kind }) => kind !== 'comp') })).toThrow(
      /kind comp/,
    );
  });
});
