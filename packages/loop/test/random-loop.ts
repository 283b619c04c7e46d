import type { Question } from '@legible/judge';
import {
  openLoop,
  PRESET,
  PRESETS,
  stepLoop,
  type Loop,
  type LoopEffect,
  type LoopEvent,
  type LoopHost,
  type Mark,
} from '@legible/loop';
import { mix } from '../src/language/seeded.ts';

const SAYINGS = [
  'I decided to use chargebacks as labels because they come from the bank. {data=2}',
  'Labels are clicks, 0.2% positives and precision 90% at 400,000 payments a day.',
  '[accuracy-on-imbalance] I get 99% accuracy.',
  '[leaky-split] A random split, shuffled.',
  '[passion] I love this.',
  '[?no-baseline] then I train XGBoost and deploy it.',
  'We had 12 engineers. {ownership=1}',
  'It costs 40 ms at 2,000 requests a second. {production=3} {tradeoff=3} {evaluation=2}',
  '2,000 or so.',
  'About 889 reviews.',
  'no idea {score=1.1}',
  'Labels are refunds, split by time. {score=3.8}',
  '{data=3} {evaluation=3} {failure=3} {production=3} {tradeoff=3} {ownership=3} {continuity=3} {scope=3}',
];

const STORIES = [
  { title: 'Counted twice', kinds: ['story-data', 'story-metric'] as const, quote: 'I stopped the join' },
  { title: 'The night', kinds: ['story-rollout', 'transition'] as const, quote: '' },
];

const DEFENCE = {
  title: 'a run',
  questions: ['chargebacks', 'time', '889'].map((word) => ({
    question: {
      id: `run:${word}`,
      kind: 'probe' as const,
      signals: ['evaluation', 'data'] as const,
      seconds: 90,
      text: `In your run, what about ${word}?`,
    },
    truth: { answer: `It was ${word}.`, facts: [{ fact: `it was ${word}`, phrases: [word] }] },
  })),
};

/** Marks a reply by the plain words of the truth. */
export const markByWords: Mark = ({ facts }, reply) => ({
  said: facts.filter(({ phrases }) => phrases.some((one) => reply.includes(one))).map(({ fact }) => fact),
  missed: facts.filter(({ phrases }) => !phrases.some((one) => reply.includes(one))).map(({ fact }) => fact),
});

/** What a random loop did, for laws to look at. */
export interface Played {
  readonly opened: Loop;
  readonly loop: Loop;
  readonly events: readonly LoopEvent[];
  readonly effects: readonly LoopEffect[];
}

/** Plays a loop with events drawn by seed, ill-timed ones among them, until it ends or `limit` events were sent. */
export function playRandom(
  seed: number,
  host: LoopHost & { readonly bank: readonly Question[] },
  limit = 3000,
): Played {
  const draw = (n: number, ...labels: (string | number)[]) => mix(seed, ...labels) % n;
  const preset = PRESETS[draw(PRESETS.length, 'preset')]!;
  const opened = openLoop({
    preset,
    seed,
    bank: host.bank,
    stories: STORIES.slice(0, draw(3, 'stories')),
    ...(draw(3, 'run') === 0 ? { rounds: [{ kind: 'defend-run' }, ...PRESET[preset].rounds], defence: DEFENCE } : {}),
  });
  let loop = opened;
  const events: LoopEvent[] = [];
  const effects: LoopEffect[] = [];
  let at = 0;
  for (let i = 0; i < limit && loop.phase !== 'ended'; i++) {
    at += draw(15_000, 'gap', i);
    const event = next(
      loop,
      at,
      draw(11, 'event', i),
      SAYINGS[draw(SAYINGS.length, 'say', i)]!,
      draw(2500, 'leave', i) === 0,
    );
    events.push(event);
    const step = stepLoop(loop, event, host);
    loop = step.state;
    effects.push(...step.effects);
  }
  return { opened, loop, events, effects };
}

function next(loop: Loop, at: number, kind: number, saying: string, leave: boolean): LoopEvent {
  if (leave) return { type: 'loop-left', at };
  const interview = loop.current?.interview;
  if (kind <= 2 && interview !== undefined) {
    const { phase, interruptions, followUps, answer } = interview;
    const draft =
      phase === 'interrupted'
        ? interruptions.at(-1)!.reply
        : phase === 'following-up'
          ? followUps.at(-1)!.reply
          : answer;
    return { type: 'text-grew', at, from: draft.length, to: draft.length, insert: `${saying} ` };
  }
  const others: readonly LoopEvent[] = [
    { type: 'round-opened', at },
    { type: 'submitted', at },
    { type: 'follow-up-answered', at },
    { type: 'interruption-answered', at },
    { type: 'pushed-back', at },
    { type: 'ticked', at },
    { type: 'text-grew', at, from: 3, to: 1, insert: 'x' },
  ];
  return others[kind % others.length]!;
}
