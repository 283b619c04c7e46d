import type { Question } from '@legible/judge';
import { fullBank } from '@legible/corpus';
import {
  comparePackets,
  openLoop,
  stepLoop,
  type Loop,
  type LoopEffect,
  type LoopEvent,
  type RoundKind,
  type StyleId,
} from '@legible/loop';
import { describe, expect, it } from 'vitest';
import { scriptedReader } from './scripted-reader.ts';

const host = { reader: scriptedReader, bank: fullBank };

type Says = (question: Question, loop: Loop) => string;

/** Sits some rounds: says `says` to every question, `replies` to every follow-up and interruption, `pace` ms for each. */
function sit(
  rounds: readonly { kind: RoundKind; style?: StyleId }[],
  says: Says,
  replies: Says = () => 'Fine.',
  pace = 20_000,
  ticks = 0,
) {
  let loop = openLoop({ preset: 'late-stage', seed: 4, bank: fullBank, rounds });
  const effects: LoopEffect[] = [];
  let at = 0;
  const send = (event: LoopEvent) => {
    const step = stepLoop(loop, event, host);
    loop = step.state;
    effects.push(...step.effects);
  };
  for (let i = 0; i < 200 && loop.phase !== 'ended'; i++) {
    at += pace;
    const interview = loop.current?.interview;
    if (interview === undefined) send({ type: 'round-opened', at });
    else if (interview.phase === 'answering') {
      for (let tick = 0; tick < ticks; tick++) send({ type: 'ticked', at: (at += pace) });
      if (interview.answer === '')
        send({ type: 'text-grew', at, from: 0, to: 0, insert: says(interview.question, loop) });
      else send({ type: 'submitted', at });
    } else if (interview.phase === 'interrupted') {
      send({ type: 'text-grew', at, from: 0, to: 0, insert: replies(interview.question, loop) });
      send({ type: 'interruption-answered', at });
    } else {
      const followUp = interview.followUps.at(-1)!;
      send({ type: 'text-grew', at, from: 0, to: 0, insert: replies(followUp.question, loop) });
      send({ type: 'follow-up-answered', at });
    }
  }
  return { loop, effects, questions: effects.flatMap((effect) => (effect.type === 'question' ? [effect] : [])) };
}

const asks = (effects: readonly LoopEffect[]) =>
  effects.flatMap((effect) => (effect.type === 'ask' ? [effect.followUp] : []));

describe('a design round', () => {
  const answers = [
    'I want fewer chargebacks.',
    'Labels are chargebacks.',
    'Rules first, then XGBoost.',
    'I wait.',
    'Time split.',
    'Shadow.',
  ];
  let turn = 0;
  const { loop, questions } = sit([{ kind: 'design-prediction', style: 'silent' }], () => answers[turn++] ?? 'No.');

  it('goes through its stages with a constraint changed in the middle', () => {
    expect(questions.map(({ stage }) => stage)).toEqual(['goal', 'data', 'model', null, 'evaluation', 'operation']);
  });

  it('opens each later stage from what was just said', () => {
    const later = questions.slice(1).map(({ question }) => question.text);
    for (const text of later) expect(text).toMatch(/chargebacks|XGBoost|xgboost|I wait|split|Rules|Fine/i);
  });

  it('ends in a packet, alone as it is', () => {
    expect(loop.packet?.votes).toHaveLength(1);
    expect(loop.rounds[0]?.notReached).toEqual([]);
  });

  it('is cut short by the clock, and what was not reached is noted in the vote', () => {
    const slow = sit(
      [{ kind: 'design-prediction', style: 'silent' }],
      () => 'A long one.',
      () => 'So.',
      60_000,
      5,
    );
    expect(slow.loop.rounds[0]!.notReached.length).toBeGreaterThan(0);
    expect(slow.loop.packet!.votes[0]!.note.some((line) => line.includes(slow.loop.rounds[0]!.notReached[0]!))).toBe(
      true,
    );
  });

  it('does not count a night away on the clock', () => {
    const night = sit(
      [{ kind: 'recruiter-screen' }],
      () => 'Yes.',
      () => 'So.',
      10 * 3_600_000,
    );
    expect(night.loop.rounds[0]!.clock).toBeLessThan(40 * 120_000);
  });
});

describe('styles', () => {
  const faulty: Says = () => '[leaky-split] I split it randomly. And so on.';
  const rounds = (style: StyleId) => [{ kind: 'hiring-manager' as const, style }];

  it('the silent one never interrupts, the interrupter does', () => {
    expect(sit(rounds('silent'), faulty).effects.some(({ type }) => type === 'interrupt')).toBe(false);
    expect(sit(rounds('interrupter'), faulty).effects.some(({ type }) => type === 'interrupt')).toBe(true);
  });

  it('the interrupter stops at what the others let pass', () => {
    const unsure: Says = () => '[?leaky-split] I split it randomly. And so on.';
    expect(sit(rounds('skeptic'), unsure).effects.some(({ type }) => type === 'interrupt')).toBe(false);
    expect(sit(rounds('interrupter'), unsure).effects.some(({ type }) => type === 'interrupt')).toBe(true);
  });

  it('the friendly one is warm about the same words and votes lower', () => {
    const good: Says = () => 'I waited. {score=2.8}';
    const friendly = sit(rounds('friendly'), good, () => 'Yes. {score=2.8}');
    const silent = sit(rounds('silent'), good, () => 'Yes. {score=2.8}');
    expect(friendly.questions.some(({ remark }) => remark?.includes('I waited') === true)).toBe(true);
    expect(friendly.loop.packet!.votes[0]!.vote).toBe(2);
    expect(silent.loop.packet!.votes[0]!.vote).toBe(3);
  });
});

describe('an interviewer who listens', () => {
  it('follows numbers down, checks the reply and says what is right', () => {
    const { effects, loop } = sit(
      [{ kind: 'ml-depth', style: 'skeptic' }],
      () => 'With 0.2% positives I get precision 90%. {data=3} {evaluation=3}',
      (question) => (question.text.includes('?') ? 'About 200.' : 'Right.'),
    );
    const first = asks(effects).find(({ aim }) => aim.kind === 'sum')!;
    expect(first.line).toMatch(/0\.2%/);
    expect(loop.sums[0]).toMatchObject({ right: false, given: 200 });
    expect(loop.sums[0]!.answer).toBeCloseTo(2222.2, 1);
    const correction = asks(effects)[asks(effects).indexOf(first) + 1]!;
    expect(correction.line).toMatch(/2,222/);
    expect(loop.packet!.votes[0]!.note.some((line) => line.includes('2,222'))).toBe(true);
    expect(loop.packet!.next.some(({ kind }) => kind === 'sum')).toBe(true);
  });

  it('lets a right reply stand', () => {
    const { loop } = sit(
      [{ kind: 'ml-depth', style: 'skeptic' }],
      () => 'With 0.2% positives I get precision 90%.',
      () => 'About 2,200.',
    );
    expect(loop.sums.some(({ right, id }) => right && id.startsWith('sum-reviews'))).toBe(true);
  });

  it('remembers across rounds and asks which of two it is', () => {
    const says: Says = (_, { round }) => (round === 0 ? 'The labels came from refunds.' : 'The labels were clicks.');
    const { effects, loop } = sit(
      [{ kind: 'recruiter-screen' }, { kind: 'hiring-manager' }],
      says,
      () => 'That was a different system.',
    );
    const asked = asks(effects).find(({ aim }) => aim.kind === 'contradiction')!;
    expect(asked.line).toMatch(/refunds/);
    expect(asked.line).toMatch(/clicks/);
    expect(asked.line).toMatch(/recruiter screen/i);
    expect(loop.contradictions[0]).toMatchObject({ reply: 'That was a different system.' });
  });

  it('tightens when answers are strong, and helps once, noting it, when the candidate is lost', () => {
    const strong = sit([{ kind: 'hiring-manager', style: 'skeptic' }], () => 'I stopped it. {score=3.9}');
    expect(asks(strong.effects).some(({ aim }) => aim.kind === 'tighten')).toBe(true);
    const lost = sit([{ kind: 'hiring-manager', style: 'skeptic' }], () => 'I do not know. {score=1}');
    expect(lost.effects.filter(({ type }) => type === 'rescued')).toHaveLength(1);
    expect(lost.loop.packet).toMatchObject({ rescued: true });
    expect(lost.loop.packet!.votes[0]!.note.some((line) => /helped once/.test(line))).toBe(true);
  });

  it('probes in depth what was weak before', () => {
    const says: Says = (question) =>
      question.signals.map((signal) => `{${signal}=${signal === 'production' ? 0 : 3}}`).join(' ') + ' Said. {score=3}';
    const { loop } = sit(
      [
        { kind: 'design-prediction', style: 'silent' },
        { kind: 'ml-depth', style: 'silent' },
      ],
      says,
      says,
    );
    const probes = loop.turns.filter(({ round }) => round === 1).map(({ interview }) => interview.question.signals);
    const production = probes.filter((signals) => signals.includes('production')).length;
    expect(production / probes.length).toBeGreaterThan(0.5);
  });

  it('brings the weakest answer back in the panel, in the words it was given', () => {
    const { questions } = sit(
      [
        { kind: 'ml-depth', style: 'silent' },
        { kind: 'panel', style: 'silent' },
      ],
      () => 'The moon is late.',
    );
    const panel = questions.at(-3)!.question.text;
    expect(panel).toMatch(/depth round/);
    expect(panel).toMatch(/The moon is late/);
  });
});

describe('the packet', () => {
  it('is made of what there was when a candidate leaves', () => {
    const opened = openLoop({ preset: 'series-ab', seed: 1, bank: fullBank });
    const { state, effects } = stepLoop(opened, { type: 'loop-left', at: 5 }, host);
    expect(state.phase).toBe('ended');
    expect(effects[0]).toMatchObject({
      type: 'packet',
      packet: { endedEarly: true, decision: 'no-hire', votes: [], deciding: null },
    });
    expect(stepLoop(state, { type: 'round-opened', at: 9 }, host).effects[0]).toMatchObject({
      type: 'refused',
      reason: 'ended',
    });
  });

  it('finds the sentence on which the decision turned by taking it away', () => {
    // The scripted reader gives the last mark as the score, so the second sentence alone makes each answer bad.
    const { loop } = sit(
      [{ kind: 'recruiter-screen', style: 'silent' }],
      () =>
        'I owned it {score=3.9} {scope=2} {ownership=2} {continuity=2} {production=2} {tradeoff=2}. [wrong-claim] Noise never matters {score=1}.',
      () => 'As I said {score=2} {ownership=2} {scope=2} {continuity=2}.',
    );
    const { deciding, decision } = loop.packet!;
    expect(deciding).toMatchObject({ kind: 'said' });
    expect(deciding!.exhibit.words).toMatch(/Noise never matters/);
    expect(deciding!.after).toBeGreaterThan(deciding!.before);
    expect(['no-hire', 'lean-no']).toContain(decision);
  });

  it('names the fatal gap and refuses the level for it, however good the rest', () => {
    const says: Says = (question) =>
      question.signals.map((signal) => `{${signal}=${signal === 'data' ? 0 : 3}}`).join(' ') +
      ' Yes indeed. {score=3.6}';
    const { loop } = sit(
      [
        { kind: 'ml-depth', style: 'silent' },
        { kind: 'design-prediction', style: 'silent' },
      ],
      says,
      says,
    );
    expect(loop.packet).toMatchObject({ fatal: { gap: 'data' }, decision: 'lean-no', level: { title: null } });
  });

  it('compares with earlier loops', () => {
    const before = sit([{ kind: 'recruiter-screen' }], () => 'Well. {score=2} {ownership=1}').loop.packet!;
    const after = sit([{ kind: 'recruiter-screen' }], () => 'Well. {score=3} {ownership=3}').loop.packet!;
    const compared = comparePackets(after, [before])!;
    expect(compared.score).toBeGreaterThan(0);
    expect(compared.signals.ownership).toBeGreaterThan(0);
    expect(comparePackets(after, [])).toBeNull();
  });
});
