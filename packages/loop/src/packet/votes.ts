import { VERDICT_NAMES } from '@legible/judge';
import { named } from '../claims/contradictions.ts';
import { count, percent } from '../language/numbers.ts';
import { rotate } from '../language/seeded.ts';
import { clip, clipQuestion } from '../language/sentences.ts';
import { ROUND_TITLES } from '../loop/presets.ts';
import type { Loop, LoopHost, Turn } from '../loop/types.ts';
import { turnsWithout } from './ablation.ts';
import { FAULT_NAMES, SIGNAL_NAMES, strongestOf, weakestOf } from './exhibits.ts';
import { roundScore, voteOf } from './outcome.ts';
import type { Exhibit, Vote, Without } from './types.ts';

/** Each interviewer's vote from their own round alone, with a note that quotes the candidate in every sentence. */
export function votesOf(loop: Loop, host: LoopHost): readonly Vote[] {
  return loop.rounds.flatMap(({ kind, interviewer }, round): readonly Vote[] => {
    const score = roundScore(loop, loop.turns, round);
    if (score === null) return [];
    const turns = loop.turns.filter((turn) => turn.round === round);
    const strongest = strongestOf(loop, turns);
    const weakest = weakestOf(loop, turns, strongest?.words);
    const vote = voteOf(score);
    return [
      {
        round,
        kind,
        interviewer: interviewer.name,
        role: interviewer.role,
        vote,
        score,
        strongest,
        weakest,
        without: [strongest, weakest].flatMap((exhibit): readonly Without[] => {
          const left = exhibit === null ? null : roundScore(loop, turnsWithout(loop, exhibit, host), round);
          return exhibit === null || left === null ? [] : [{ exhibit, score: left, vote: voteOf(left) }];
        }),
        note: noteOf(loop, round, turns, { strongest, weakest, vote }),
      },
    ];
  });
}

function noteOf(
  loop: Loop,
  round: number,
  turns: readonly Turn[],
  { strongest, weakest, vote }: Pick<Vote, 'strongest' | 'weakest' | 'vote'>,
): readonly string[] {
  const note: string[] = [];
  const say = (options: readonly string[], key: string) => note.push(rotate(options, loop.seed, key, round) ?? '');
  const kind = loop.rounds[round]?.kind ?? 'panel';
  if (strongest !== null) say(forLines(strongest), 'for');
  if (weakest !== null) say(againstLines(weakest, vote >= 3), vote >= 3 ? 'gap' : 'against');
  const spoken = turns.findLast(({ readings }) => (readings[0]?.text.trim() ?? '') !== '')?.readings[0]?.text ?? '';
  for (const { interview } of turns.filter(({ readings }) => (readings[0]?.text.trim() ?? '') === '').slice(0, 2))
    note.push(
      spoken === ''
        ? `No answer to “${clipQuestion(interview.question.text)}”, nor to anything else.`
        : `From the person who said “${clip(spoken, 9)}” there was no answer to “${clipQuestion(interview.question.text)}”.`,
    );
  for (const { line, quote, given, unit, working, right } of loop.sums.filter((sum) => sum.round === round))
    note.push(
      right
        ? `Followed “${quote}” down to the right figure: ${working}.`
        : `From “${quote}” could not get to ${working}; ${given === null ? 'gave no number' : `gave ${unit === 'share' ? percent(given) : count(given)}`} when asked “${clipQuestion(line, 12)}”.`,
    );
  for (const { marked, readings } of turns) {
    const words = clip(readings[0]?.text ?? '', 12);
    if (marked === null || words === '') continue;
    const { said, missed } = marked;
    note.push(
      missed.length === 0
        ? `The run itself bears out “${words}”: ${said.join('; ')}.`
        : said.length === 0
          ? `Of their own run I heard “${words}”; the ledger has ${missed.join('; ')}.`
          : `“${words}” holds for ${said.join('; ')}, and leaves out ${missed.join('; ')}.`,
    );
  }
  for (const { earlier, later, reply } of loop.contradictions.filter((one) => one.later.round === round))
    note.push(
      `First ${named(earlier)} in “${earlier.quote}”, then ${named(later)} in “${later.quote}”${reply === null || reply.trim() === '' ? ', with no word on the difference' : `, explained with “${clip(reply)}”`}.`,
    );
  const stopped = turns.flatMap(({ interview }) => interview.interruptions);
  for (const { quote, reply, status } of stopped.slice(0, 2))
    note.push(
      status === 'held'
        ? `Held the floor when I stopped them at “${clip(quote.text)}”.`
        : `I stopped them at “${clip(quote.text)}” and got ${reply.trim() === '' ? 'silence' : `“${clip(reply)}”`}.`,
    );
  const helped = loop.rescue === null ? undefined : loop.turns[loop.rescue.turn];
  if (helped !== undefined && helped.round === round) {
    const words = helped.interview.answer.trim();
    const stuck = words === '' ? clipQuestion(helped.interview.question.text) : clip(words);
    note.push(`They were stuck at “${stuck}”, I helped once, and I count the answer less for it.`);
  }
  const missed = loop.rounds[round]?.notReached ?? [];
  const last = turns.at(-1)?.readings[0]?.text ?? '';
  if (missed.length > 0)
    note.push(
      `The clock ended my ${ROUND_TITLES[kind]} before ${missed.join(', ')}, the last words being “${clip(last)}”.`,
    );
  const anchor = (vote >= 3 ? strongest : weakest) ?? strongest ?? weakest;
  const name = VERDICT_NAMES[vote].replace(/^./, (letter) => letter.toUpperCase());
  if (anchor !== null)
    say(
      [
        `${name}, and “${clip(anchor.words, 9)}” is why.`,
        `${name}: I go by “${clip(anchor.words, 9)}”.`,
        `${name}; ask me about “${clip(anchor.words, 9)}” in the debrief.`,
      ],
      'vote',
    );
  return note;
}

function forLines({ words, signal, level }: Exhibit): readonly string[] {
  const what = signal === null ? 'judgment' : SIGNAL_NAMES[signal];
  const how = level === 3 ? 'a choice with its price' : 'a reason that belongs to this problem';
  return [
    `“${words}” is ${how}, and the best of ${what} that I heard.`,
    `For ${what} I would quote “${words}”: ${how}.`,
    `What speaks for them is “${words}”, ${how} on ${what}.`,
    `I wrote down “${words}” under ${what}, as ${how}.`,
  ];
}

function againstLines({ words, fault, signal }: Exhibit, mild: boolean): readonly string[] {
  const what = fault === null ? `thin on ${signal === null ? 'judgment' : SIGNAL_NAMES[signal]}` : FAULT_NAMES[fault];
  return mild
    ? [
        `I would probe “${words}” further: ${what}.`,
        `The gap is “${words}”, ${what}.`,
        `“${words}” is ${what}, and I let it pass once.`,
      ]
    : [
        `“${words}” is ${what}.`,
        `I stopped believing at “${words}”: ${what}.`,
        `Against them stands “${words}”, ${what}.`,
        `All I have is “${words}”, and that is ${what}.`,
      ];
}
