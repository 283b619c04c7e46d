import type { Question } from '@legible/judge';
import { openInterview, replay, step, type Interview, type InterviewEffect, type InterviewEvent } from '@legible/loop';
import { describe, expect, it } from 'vitest';
import { scriptedReader } from './scripted-reader.ts';

const fraud: Question = {
  id: 'p-imbalance',
  kind: 'probe',
  signals: ['data', 'evaluation'],
  seconds: 90,
  text: 'One in two thousand transactions is fraud. How does that change how you train and evaluate?',
};

/** Plays events one after the other; `say` appends to the draft of whoever speaks. */
function play(seed = 1, question = fraud) {
  let state: Interview = openInterview(question, seed);
  const effects: InterviewEffect[] = [];
  const events: InterviewEvent[] = [];
  let at = 0;
  const send = (event: InterviewEvent) => {
    events.push(event);
    const next = step(state, event, scriptedReader);
    state = next.state;
    effects.push(...next.effects);
    return next.effects;
  };
  const length = () => {
    if (state.phase === 'interrupted') return state.interruptions.at(-1)!.reply.length;
    return state.phase === 'following-up' ? state.followUps.at(-1)!.reply.length : state.answer.length;
  };
  return {
    send,
    wait: (ms: number) => (at += ms),
    at: () => at,
    say: (insert: string, closes = false) =>
      send({ type: 'text-grew', at, from: length(), to: length(), insert, ...(closes ? { closes } : {}) }),
    do: (type: 'asked' | 'pushed-back' | 'submitted' | 'interruption-answered' | 'follow-up-answered' | 'ticked') =>
      send({ type, at }),
    get state() {
      return state;
    },
    effects,
    events,
  };
}

const ACCURACY = '[accuracy-on-imbalance] I would get 99% accuracy. ';

describe('the interruption', () => {
  it('comes at the end of the sentence, quotes the words and asks what they provoke', () => {
    const game = play();
    game.do('asked');
    game.wait(12_000);
    expect(game.say('[accuracy-on-imbalance] I would get 99% accuracy')).toEqual([]);
    const [effect] = game.say('.');
    expect(effect).toMatchObject({ type: 'interrupt', id: 'i1', quote: 'I would get 99% accuracy' });
    expect(game.state.phase).toBe('interrupted');
  });

  it('can be the one that puts the constant guess beside the accuracy', () => {
    const lines = Array.from({ length: 40 }, (_, seed) => {
      const game = play(seed);
      game.do('asked');
      game.wait(11_000);
      const [effect] = game.say(ACCURACY);
      return effect?.type === 'interrupt' ? effect.line : '';
    });
    expect(lines).toContain(
      'You said 99% accuracy. One in two thousand is fraud. What does a model that always says no score?',
    );
    expect(lines).toContain(
      'Saying no to everything scores 99.95% here. Yours is 99%, 0.95 points behind a constant. What has it learned?',
    );
    expect(new Set(lines).size).toBeGreaterThan(2);
  });

  it('does not come in the first ten seconds, nor on silence afterwards, but at the end of the next sentence', () => {
    const game = play();
    game.do('asked');
    game.wait(5_000);
    expect(game.say(ACCURACY)).toEqual([]);
    game.wait(20_000);
    expect(game.do('ticked')).toEqual([]);
    expect(game.say('And that is')).toEqual([]);
    expect(game.say(' my plan. ')[0]?.type).toBe('interrupt');
  });

  it('takes the gravest of several, and the other one later', () => {
    const game = play();
    game.do('asked');
    game.wait(15_000);
    const [first] = game.say('[passion] I love this. [leaky-split] I split it randomly. ');
    expect(first).toMatchObject({ type: 'interrupt', finding: { fault: 'leaky-split' } });
    game.say('By time, then.');
    game.do('interruption-answered');
    const [second] = game.say('Then I train. ');
    expect(second).toMatchObject({ type: 'interrupt', finding: { fault: 'passion' } });
  });

  it('leaves alone what the judge is not sure of', () => {
    const game = play();
    game.do('asked');
    game.wait(15_000);
    expect(game.say('[?passion] I love this. ')).toEqual([]);
  });

  it('can be held off once; the second cannot', () => {
    const game = play();
    game.do('asked');
    game.wait(15_000);
    game.say(ACCURACY);
    expect(game.do('pushed-back')).toEqual([{ type: 'yielded', id: 'i1' }]);
    game.say('[leaky-split] I split it randomly. ');
    expect(game.do('pushed-back')[0]).toMatchObject({ type: 'refused', reason: 'floor-already-held' });
    expect(game.state.phase).toBe('interrupted');
  });

  it('ends an utterance where the recogniser says so, without a full stop', () => {
    const game = play();
    game.do('asked');
    game.wait(15_000);
    expect(game.say('[accuracy-on-imbalance] so accuracy would be like ninety nine percent', true)[0]?.type).toBe(
      'interrupt',
    );
  });
});

describe('after the answer', () => {
  it('asks about what was missing, at most twice, and then asks for a judgment of everything that was said', () => {
    const game = play();
    game.do('asked');
    game.wait(15_000);
    game.say(ACCURACY);
    game.say('A constant no gets 99.95.');
    game.do('interruption-answered');
    game.say('So I use precision at the review budget.');
    const [first] = game.do('submitted');
    expect(first).toMatchObject({ type: 'ask', followUp: { aim: { kind: 'signal', signal: 'data' } } });
    game.say('Chargebacks, sixty days late.');
    const [second] = game.do('follow-up-answered');
    expect(second).toMatchObject({ type: 'ask', followUp: { aim: { kind: 'signal', signal: 'evaluation' } } });
    game.say('Weekly.');
    const [end] = game.do('follow-up-answered');
    expect(end?.type).toBe('finish');
    if (end?.type !== 'finish') return;
    const { request } = end;
    expect(request.parts.map(({ of, from, to }) => [of, request.text.slice(from, to)])).toEqual([
      ['answer', `${ACCURACY}So I use precision at the review budget.`],
      ['interruption', 'A constant no gets 99.95.'],
      ['follow-up', 'Chargebacks, sixty days late.'],
      ['follow-up', 'Weekly.'],
    ]);
    expect(request.turns).toHaveLength(3);
    expect(request.turns[0]?.text).toContain('A constant no gets 99.95.');
  });

  it('asks one harder question of an answer with nothing missing, and stops there', () => {
    const game = play();
    game.do('asked');
    game.wait(15_000);
    game.say('I count misses by hand {data=3} {evaluation=2}.');
    expect(game.do('submitted')[0]?.type).toBe('ask');
    game.say('{data=3} {evaluation=3}');
    expect(game.do('follow-up-answered')[0]?.type).toBe('finish');
  });

  it('copes with an answer of no words', () => {
    const game = play();
    game.do('asked');
    const [first] = game.do('submitted');
    expect(first).toMatchObject({ type: 'ask', followUp: { quote: '' } });
    game.do('follow-up-answered');
    game.do('follow-up-answered');
    expect(game.state.phase).toBe('ended');
  });

  it('says once that the time is over', () => {
    const game = play();
    game.do('asked');
    game.wait(91_000);
    expect(game.do('ticked')).toEqual([{ type: 'time-over', seconds: 90 }]);
    expect(game.do('ticked')).toEqual([]);
  });
});

describe('the record', () => {
  it('replays to the same state and the same effects, through JSON', () => {
    const game = play(7);
    game.do('asked');
    game.wait(12_000);
    game.say(ACCURACY);
    game.do('pushed-back');
    game.say('Then I ship it.');
    game.do('submitted');
    game.say('No.');
    game.do('follow-up-answered');
    const again = replay(fraud, 7, JSON.parse(JSON.stringify(game.events)) as InterviewEvent[], scriptedReader);
    expect(again).toEqual({ state: game.state, effects: game.effects });
    expect(JSON.parse(JSON.stringify(game.state))).toEqual(game.state);
  });
});
