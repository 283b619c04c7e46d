import { VERDICT_NAMES, type Judgment, type SignalId } from '@legible/judge';
import { clip, sentencesOf, type Sentence } from '../language/sentences.ts';
import { pick } from '../language/seeded.ts';
import type { Loop, LoopHost, Turn } from '../loop/types.ts';
import { SIGNAL_NAMES } from './exhibits.ts';
import { outcomeOf, roundScore, voteOf, type Outcome } from './outcome.ts';
import type { Deciding, Exhibit } from './types.ts';

/** A sentence that a strong answer would have had for a signal; tried at the end of the answer that lacked it most. */
const MISSING: Readonly<Record<SignalId, string>> = {
  data: 'The labels come from what people did weeks later, so I train only on rows old enough to have their outcome, and I keep a small random share outside the model because otherwise I never see what it turned away.',
  evaluation:
    'I would choose that measure because a missed case costs ten times a false alarm, compare it with the present rule on a later month, and not ship unless an experiment on five percent of traffic shows the gain in two weeks.',
  failure:
    'What breaks first is a feature that goes stale with no error, so I would watch its age and the share of scores above the cut, and I learned that from an outage that ran for nine days.',
  production:
    'I would run it in shadow for a week, give it one percent, and roll back to the old version when the block rate moves by a tenth, with the rule as fallback when the service takes longer than fifty milliseconds.',
  tradeoff:
    'Latency rules here, so I give up the larger model and two points of recall, and I would change my mind if a missed case cost more than eighty euros.',
  ownership:
    'I decided that against the advice of two colleagues, I was wrong about the delay, it cost us three days, and the training pipeline was not mine.',
  continuity:
    'For three years the service I owned acted on scores that somebody else trained, and each of my worst incidents came from the scores, so I began to fix those.',
  scope:
    'Before a number I want to know what I would own in the first year; for owning the model and its launches I expect the middle of that band.',
};

/** Sentences of the loop that are tried, and answers to which a missing one is added. */
const TRIED = 36;

interface Trial {
  readonly kind: Deciding['kind'];
  readonly exhibit: Exhibit;
  readonly missing: string | null;
  /** Answers that were changed. */
  readonly answers: number;
  /** Votes that would have been another: the interviewer, from, to. */
  readonly votes: readonly string[];
  readonly outcome: Outcome;
}

/**
 * The sentence on which the decision turned. Each sentence that the judge's evidence, faults or own ablation point at is taken out
 * of its answer, the answer judged again and the votes counted again; where the decision is no, a missing sentence is also put in.
 * The one that changes the decision wins, then the one that moves the mean vote furthest. Null where nothing was said.
 */
export function decidingOf(loop: Loop, host: LoopHost, actual: Outcome): Deciding | null {
  const yes = actual.decision === 'hire' || actual.decision === 'lean-yes';
  const trials = [...removals(loop, host), ...(yes ? [] : additions(loop, host, actual))];
  // What carried a yes is what it falls without; what decided a no is what it rises without, or with.
  const wanted = trials.filter(({ outcome }) => (yes ? outcome.score < actual.score : outcome.score > actual.score));
  const pool = wanted.length > 0 ? wanted : trials;
  const move = ({ outcome }: Trial) =>
    Math.abs(outcome.score - actual.score) + (outcome.decision === actual.decision ? 0 : 10);
  const top = pool.toSorted((a, b) => move(b) - move(a))[0];
  if (top === undefined) return null;
  const { kind, exhibit, missing, answers, votes, outcome } = top;
  const deciding = {
    kind,
    exhibit,
    missing,
    before: actual.score,
    after: outcome.score,
    decisionAfter: outcome.decision,
    flips: outcome.decision !== actual.decision,
  };
  return { ...deciding, sentence: say(deciding, answers, votes, loop.seed) };
}

function removals(loop: Loop, host: LoopHost): readonly Trial[] {
  const pointed = loop.turns.flatMap((turn, at) =>
    turn.readings.flatMap(({ text, judgment }, reading) => {
      const sentences = sentencesOf(text);
      if (sentences.length < 2) return [];
      return pointedAt(sentences, judgment).map((sentence) => ({ turn, at, reading, sentence, judgment }));
    }),
  );
  // Those of the answers furthest from the middle first: they moved the votes.
  const first = pointed
    .toSorted((a, b) => Math.abs(b.judgment.score - 2.5) - Math.abs(a.judgment.score - 2.5))
    .slice(0, TRIED);
  return first.map(({ turn, at, reading, sentence, judgment }) => {
    const { text } = turn.readings[reading]!;
    const without = `${text.slice(0, sentence.from)}${text.slice(sentence.to)}`.trim();
    const top = judgment.signals.toSorted((a, b) => b.level - a.level)[0];
    const fault = judgment.findings.find(
      ({ quote }) => quote.text !== '' && quote.from < sentence.to && quote.to > sentence.from,
    );
    const turns = replaced(loop.turns, at, reading, without, host);
    return {
      kind: 'said',
      answers: 1,
      votes: changedVotes(loop, turns, turn.round),
      exhibit: {
        words: clip(sentence.text, 30),
        round: turn.round,
        turn: at,
        reading,
        from: sentence.from,
        to: sentence.to,
        signal: fault === undefined ? (top?.signal ?? null) : null,
        level: fault === undefined ? (top?.level ?? null) : null,
        fault: fault?.fault ?? null,
      },
      missing: null,
      outcome: outcomeOf(loop, turns),
    };
  });
}

function pointedAt(sentences: readonly Sentence[], { deciding, signals, findings }: Judgment): readonly Sentence[] {
  const offsets = [
    ...(deciding === null ? [] : [deciding.from]),
    ...signals.flatMap(({ evidence }) => evidence.slice(0, 1).map(({ from }) => from)),
    ...findings.filter(({ quote }) => quote.text !== '').map(({ quote }) => quote.from),
  ];
  const found = offsets.map((from) => sentences.find((one) => from >= one.from && from < one.to));
  return [...new Set(found.filter((one) => one !== undefined))].slice(0, 4);
}

/** A missing sentence put into every answer that called for it and had none, for the three weakest signals. */
function additions(loop: Loop, host: LoopHost, { means }: Outcome): readonly Trial[] {
  const weakest = (Object.entries(means) as [SignalId, number][]).toSorted((a, b) => a[1] - b[1]).slice(0, 3);
  return weakest.flatMap(([signal]): readonly Trial[] => {
    const levelIn = ({ readings }: Turn) => readings[0]?.judgment.signals.find((one) => one.signal === signal)?.level;
    const lacking = loop.turns
      .map((turn, at) => ({ turn, at, level: levelIn(turn) ?? 3 }))
      .filter(({ turn, level }) => level <= 1 && turn.readings[0]?.text.trim() !== '')
      .toSorted((a, b) => a.level - b.level);
    const first = lacking[0];
    if (first === undefined) return [];
    let turns = loop.turns;
    for (const { at, turn } of lacking)
      turns = replaced(turns, at, 0, `${turn.readings[0]?.text.trimEnd() ?? ''} ${MISSING[signal]}`, host);
    const text = first.turn.readings[0]?.text ?? '';
    const last = sentencesOf(text).at(-1) ?? { from: 0, to: text.length, text };
    const words = clip(last.text, 30);
    return [
      {
        kind: 'never-said',
        exhibit: {
          words,
          round: first.turn.round,
          turn: first.at,
          reading: 0,
          from: last.from,
          to: last.to,
          signal,
          level: first.level,
          fault: null,
        },
        missing: `Following “${clip(words)}”, for instance: ${MISSING[signal]}`,
        answers: lacking.length,
        votes: [],
        outcome: outcomeOf(loop, turns),
      },
    ];
  });
}

function changedVotes(loop: Loop, turns: readonly Turn[], round: number): readonly string[] {
  const [before, after] = [roundScore(loop, loop.turns, round), roundScore(loop, turns, round)];
  const name = loop.rounds[round]?.interviewer.name ?? '';
  if (before === null || after === null || voteOf(before) === voteOf(after)) return [];
  return [`${name} from ${VERDICT_NAMES[voteOf(before)]} to ${VERDICT_NAMES[voteOf(after)]}`];
}

/** The turns of a loop without the sentences that an exhibit touches. */
export function turnsWithout(loop: Loop, { turn, reading, from, to }: Exhibit, host: LoopHost): readonly Turn[] {
  const text = loop.turns[turn]?.readings[reading]?.text ?? '';
  const touched = sentencesOf(text).filter((sentence) => sentence.from < to && sentence.to > from);
  const [start, end] = [touched[0]?.from ?? from, touched.at(-1)?.to ?? to];
  return replaced(loop.turns, turn, reading, `${text.slice(0, start)}${text.slice(end)}`.trim(), host);
}

function replaced(
  turns: readonly Turn[],
  at: number,
  reading: number,
  text: string,
  { reader, mark }: LoopHost,
): readonly Turn[] {
  return turns.map((turn, i) => {
    if (i !== at) return turn;
    const readings = turn.readings.map((one, j) =>
      j === reading ? { ...one, text, judgment: reader.judge(one.question, text) } : one,
    );
    const { planned } = turn;
    const marked =
      planned.as === 'truth' && mark !== undefined
        ? mark(planned.truth, readings.map((one) => one.text).join('\n'))
        : turn.marked;
    return { ...turn, readings, marked };
  });
}

function say(
  { kind, exhibit, before, after, flips, decisionAfter }: Omit<Deciding, 'sentence'>,
  answers: number,
  votes: readonly string[],
  seed: number,
): string {
  const words = `“${exhibit.words}”`;
  const moves = `${before.toFixed(2)} to ${after.toFixed(2)}`;
  const turned = flips ? `and the decision turns to ${decisionAfter.replace('-', ' ')}` : 'and the decision stays';
  const voters = votes.length > 0 ? `, ${votes.join(', ')}` : '';
  const what = exhibit.signal === null ? 'judgment' : SIGNAL_NAMES[exhibit.signal];
  const many = answers === 1 ? 'the one answer' : `${answers} answers`;
  const options =
    kind === 'never-said'
      ? flips
        ? [
            `What decided was never said: ${many} such as ${words} lacked a sentence of ${what}, and with one in each the mean vote goes from ${moves} ${turned}.`,
            `It turned on what did not follow ${words}: a sentence of ${what}, absent from ${many}, worth ${moves} in the mean vote, ${turned}.`,
          ]
        : [
            `No one sentence would have turned it; what was missed most is ${what}, as after ${words}, and a sentence of it in ${many} takes the mean vote from ${moves}.`,
            `The heaviest thing that was never said is a sentence of ${what}, due after ${words} and in ${many} altogether, and even that only takes the mean vote from ${moves}.`,
          ]
      : flips || votes.length > 0
        ? [
            `It turned on ${words}: without it the mean vote goes from ${moves}${voters}, ${turned}.`,
            `Take away ${words}, judge again, and the mean vote moves from ${moves}${voters}, ${turned}.`,
          ]
        : [
            `No one sentence decided it; ${words} moved it furthest, ${moves} without it.`,
            `It would stand without any one sentence, and ${words} is the one that carries most, ${moves} when it is taken out.`,
          ];
  return pick(options, seed, exhibit.words) ?? '';
}
