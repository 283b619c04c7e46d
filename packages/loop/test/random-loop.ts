import type { Question } from '@legible/judge';
import { openLoop, PRESETS, stepLoop, type Loop, type LoopEffect, type LoopEvent, type LoopHost } from '@legible/loop';
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

/** What a random loop did, for laws to look at. */
export interface Played {
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
  let loop = openLoop({ preset: PRESETS[draw(PRESETS.length, 'preset')]!, seed, bank: host.bank });
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
  return { loop, events, effects };
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
