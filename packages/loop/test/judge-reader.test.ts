import { fullBank } from '@legible/corpus';
import { judgeReader, openInterview, step, type Interview } from '@legible/loop';
import { describe, expect, it } from 'vitest';
import { closedLength } from '../src/language/sentences.ts';

const imbalance = fullBank.find(({ id }) => id === 'p-imbalance')!;
const SAID =
  'So I would take every payment we have. Then I train a gradient boosted model on them. I would get 99% accuracy on the test set. ' +
  'I split it randomly, so the same card is in both. We improved things significantly. Then we launch it to everybody.';

describe('the judge as reader', () => {
  it('finds the same in a growing text as in one it has never seen, also after an edit', () => {
    const reader = judgeReader();
    const prefixes = [...SAID].map((_, i) => SAID.slice(0, i + 1)).filter((text) => closedLength(text) === text.length);
    const edited = SAID.replace('99% accuracy', 'a recall of 60%');
    for (const text of [...prefixes, edited, SAID, SAID.slice(0, 80)])
      expect(reader.findings(imbalance, text)).toEqual(judgeReader().findings(imbalance, text));
    expect(reader.judge(imbalance, SAID)).toEqual(judgeReader().judge(imbalance, SAID));
  });

  it('stops accuracy for a rare class at the end of its own sentence, with the constant guess or the two kinds of mistake', () => {
    let state: Interview = step(openInterview(imbalance, 3), { type: 'asked', at: 0 }, judgeReader()).state;
    const reader = judgeReader();
    const stops: string[] = [];
    for (const [i, character] of [...SAID].entries()) {
      const { length } = state.answer;
      const next = step(
        state,
        { type: 'text-grew', at: 12_000 + i * 50, from: length, to: length, insert: character },
        reader,
      );
      state = next.state;
      const [effect] = next.effects;
      if (effect?.type !== 'interrupt') continue;
      stops.push(`${effect.finding.fault}: ${state.answer.slice(-13)}`);
      expect(SAID).toContain(effect.quote);
      state = step(state, { type: 'interruption-answered', at: 12_000 + i * 50 }, reader).state;
    }
    expect(stops[0]).toBe('accuracy-on-imbalance: the test set.');
    expect(stops.length).toBeLessThanOrEqual(2);
  });

  it('takes an utterance without a mark as a sentence where the recogniser closed it', () => {
    const asked = step(openInterview(imbalance, 3), { type: 'asked', at: 0 }, judgeReader()).state;
    const insert = 'so i train a random forest and i would get ninety nine percent accuracy on the test set';
    const event = { type: 'text-grew', at: 15_000, from: 0, to: 0, insert } as const;
    expect(step(asked, event, judgeReader()).effects).toEqual([]);
    expect(step(asked, { ...event, closes: true }, judgeReader()).effects[0]?.type).toBe('interrupt');
  });
});
