import { fullBank } from '@legible/corpus';
import { openLoop, stepLoop, type Defence, type Loop, type LoopEffect, type LoopEvent, type Mark } from '@legible/loop';
import { describe, expect, it } from 'vitest';
import { scriptedReader } from './scripted-reader.ts';

const probe = (id: string, text: string) => ({
  id,
  kind: 'probe' as const,
  signals: ['evaluation', 'data'] as const,
  seconds: 120,
  text,
});

const defence: Defence = {
  title: 'my first plan',
  questions: [
    {
      question: probe('run:offline', 'Why did offline and online differ?'),
      truth: {
        answer: 'The labels were immature.',
        facts: [
          { fact: 'it was the labels', phrases: ['immature', 'matur'] },
          { fact: 'it was there before launch', phrases: ['before launch'] },
        ],
      },
    },
    {
      question: probe('run:decision', 'Which decision cost most?'),
      truth: {
        answer: 'The split, $24,104.',
        facts: [
          { fact: 'it was the split', phrases: ['split'] },
          { fact: 'about $24,104', phrases: [], dollars: 24_104 },
        ],
      },
    },
    {
      question: probe('run:failure', 'What did the monitors miss?'),
      truth: { answer: 'A feature went stale.', facts: [{ fact: 'a stale feature', phrases: ['stale'] }] },
    },
  ],
};

const mark: Mark = ({ facts }, reply) => {
  const hit = ({ phrases, dollars }: (typeof facts)[number]) =>
    phrases.some((phrase) => reply.includes(phrase)) || (dollars !== undefined && reply.includes('24,000'));
  return {
    said: facts.filter(hit).map(({ fact }) => fact),
    missed: facts.filter((one) => !hit(one)).map(({ fact }) => fact),
  };
};
const host = { reader: scriptedReader, bank: fullBank, mark };

/** Sits the round about the run, with one answer a question and one reply to whatever is asked after it. */
function defend(answers: readonly string[], reply: string) {
  let loop = openLoop({
    preset: 'late-stage',
    seed: 3,
    bank: fullBank,
    rounds: [{ kind: 'defend-run', style: 'silent' }],
    defence,
  });
  const effects: LoopEffect[] = [];
  const send = (event: LoopEvent) => {
    const next = stepLoop(loop, event, host);
    loop = next.state;
    effects.push(...next.effects);
  };
  let at = 0;
  send({ type: 'round-opened', at });
  for (let turn = 0; loop.phase !== 'ended' && turn < 20; turn++) {
    at += 15_000;
    const following = loop.current?.interview.phase === 'following-up';
    send({ type: 'text-grew', at, from: 0, to: 0, insert: following ? reply : (answers[loop.turns.length] ?? '') });
    send({ type: following ? 'follow-up-answered' : 'submitted', at });
  }
  const lines = effects.flatMap((effect) => (effect.type === 'ask' ? [effect.followUp.line] : []));
  return { loop, lines };
}

describe('a round about the candidate’s own run', () => {
  const right = defend(
    [
      'Immature labels, to be seen before launch. {score=2.5}',
      'The split, 24,000 dollars. {score=2.5}',
      'It went stale. {score=2.5}',
    ],
    'As I said. {score=2.5}',
  );
  const wrong = defend(
    ['The model was too small. {score=2.5}', 'The split was it. {score=2.5}', 'Nothing. {score=2.5}'],
    'I stay with that. {score=2.5}',
  );

  it('asks the run’s questions and marks the replies against the truth', () => {
    expect(right.loop.turns.map(({ marked }) => marked?.missed)).toEqual([[], [], []]);
    expect(wrong.loop.turns.map(({ marked }) => marked?.said)).toEqual([[], ['it was the split'], []]);
  });

  it('asks for what was left out, in the candidate’s words, and does not tell it', () => {
    expect(wrong.lines[0]).toContain('The model was too small');
    expect(wrong.lines[1]).toMatch(/dollars/);
    for (const line of wrong.lines) expect(line).not.toMatch(/label|stale|24,104/);
    expect(new Set(wrong.lines).size).toBe(wrong.lines.length);
  });

  it('grants what was said and nothing else, and asks for nothing more where all of it was said', () => {
    const asked = ({ loop }: typeof right) =>
      loop.turns.map(({ interview }) =>
        interview.followUps.flatMap(({ aim, lineId }) => (aim.kind === 'truth' ? [lineId.split('-')[1]] : [])),
      );
    expect(asked(right)).toEqual([[], [], []]);
    expect(asked(wrong)).toEqual([['none'], ['figure'], ['none']]);
  });

  it('votes by the truth as well as by how it was said', () => {
    expect(right.loop.packet!.votes[0]!.score).toBeCloseTo((2.5 + 4) / 2, 6);
    expect(wrong.loop.packet!.votes[0]!.score).toBeCloseTo((2.5 + 1 + 0.5) / 2, 6);
    expect(wrong.loop.packet!.votes[0]!.note.join(' ')).toMatch(/it was the labels/);
  });

  it('shows each vote without its own exhibits', () => {
    for (const { loop } of [right, wrong])
      for (const { without, strongest, weakest, score } of loop.packet!.votes) {
        expect(without).toHaveLength([strongest, weakest].filter((one) => one !== null).length);
        for (const one of without) expect(one.score).not.toBe(score);
      }
  });

  it('needs a run and a host that can mark', () => {
    const rounds = [{ kind: 'defend-run' as const }];
    expect(() => openLoop({ preset: 'late-stage', seed: 3, bank: fullBank, rounds })).toThrow(/^defence: /);
    const opened = openLoop({ preset: 'late-stage', seed: 3, bank: fullBank, rounds, defence });
    expect(() => stepLoop(opened, { type: 'round-opened', at: 0 }, { reader: scriptedReader, bank: fullBank })).toThrow(
      /^mark: /,
    );
  });
});

describe('questions about one’s own work', () => {
  const stories = [
    { title: 'Refunds counted twice', kinds: ['story-data' as const], quote: 'I stopped the nightly join' },
    { title: 'The flag that stayed on', kinds: ['story-rollout' as const], quote: '' },
    { title: 'From pager to models', kinds: ['transition' as const], quote: 'I asked to own the threshold' },
  ];
  const questionsOf = (loop: Loop) =>
    loop.rounds.flatMap(({ queue }) => queue.flatMap((one) => (one.as === 'question' ? [one.question] : [])));

  it('name the candidate’s own stories, each once, and quote them where they can', () => {
    for (let seed = 0; seed < 30; seed++) {
      const loop = openLoop({ preset: 'late-stage', seed, bank: fullBank, stories });
      const texts = questionsOf(loop).map(({ text }) => text);
      for (const { title } of stories)
        expect(texts.filter((text) => text.includes(title)).length, title).toBeLessThanOrEqual(1);
      expect(texts.some((text) => text.includes('The flag that stayed on'))).toBe(true);
      expect(texts.some((text) => text.includes('I asked to own the threshold'))).toBe(true);
    }
  });

  it('are asked as the bank has them where there is no story of their kind', () => {
    const known = new Set(fullBank.map(({ text }) => text));
    const loop = openLoop({ preset: 'late-stage', seed: 1, bank: fullBank });
    expect(questionsOf(loop).every(({ text }) => known.has(text))).toBe(true);
  });
});
