import { VERDICT_NAMES } from '@legible/judge';
import { rotate } from '../language/seeded.ts';
import { clip } from '../language/sentences.ts';
import type { Loop } from '../loop/types.ts';
import { FAULT_NAMES, SIGNAL_NAMES } from './exhibits.ts';
import type { Packet, DebriefLine, Exhibit, Vote } from './types.ts';

type Decided = Pick<Packet, 'decision' | 'score' | 'votes' | 'deciding' | 'fatal' | 'level'>;

const DECISION_NAMES: Readonly<Record<Packet['decision'], string>> = {
  hire: 'hire',
  'lean-yes': 'a lean yes',
  'lean-no': 'a lean no',
  'no-hire': 'no hire',
};

/**
 * The panel's meeting, as a short transcript: the chair puts the split, the two ends argue from quotes, the others add theirs, the
 * gap and the deciding sentence are named, and the chair closes. Every line is about this candidate's words.
 */
export function debriefOf(
  loop: Loop,
  { decision, score, votes, deciding, fatal, level }: Decided,
): readonly DebriefLine[] {
  const lines: DebriefLine[] = [];
  const chair = votes.find(({ kind }) => kind === 'hiring-manager') ?? votes.at(-1);
  if (chair === undefined) return lines;
  const say = (vote: Vote, exhibit: Exhibit | null, options: readonly string[]) => {
    const text = rotate(options, loop.seed, 'debrief', lines.length) ?? '';
    lines.push({ speaker: vote.interviewer, role: vote.role, text, exhibit });
  };
  const ranked = votes.toSorted((a, b) => b.score - a.score);
  const high = ranked[0];
  const low = ranked.at(-1);
  const start = deciding?.exhibit ?? chair.strongest ?? chair.weakest;
  const split = votes.map(({ interviewer, vote }) => `${interviewer} ${VERDICT_NAMES[vote]}`).join(', ');
  if (start !== null)
    say(chair, start, [
      `The votes on the person who said “${clip(start.words, 12)}”: ${split}.`,
      `We stand at ${split}, and I want to spend our time on “${clip(start.words, 12)}”.`,
    ]);
  if (high !== undefined && high.strongest !== null) say(high, high.strongest, forArguments(high.strongest));
  if (low !== undefined && low !== high && low.weakest !== null)
    say(low, low.weakest, againstArguments(low.weakest, high?.strongest ?? null));
  for (const vote of ranked.slice(1, -1)) {
    const exhibit = vote.vote >= 3 ? (vote.strongest ?? vote.weakest) : (vote.weakest ?? vote.strongest);
    if (exhibit === null || lines.some((line) => line.exhibit?.words === exhibit.words)) continue;
    say(vote, exhibit, vote.vote >= 3 ? secondFor(exhibit) : secondAgainst(exhibit));
  }
  if (high !== undefined && low !== undefined && high.vote - low.vote >= 2 && high.weakest !== null)
    say(high, high.weakest, [
      `I give you “${clip(high.weakest.words)}”; I heard that too and it cost a vote's worth of my goodwill.`,
      `Granted, “${clip(high.weakest.words)}” was in my round as well.`,
    ]);
  if (fatal !== null) say(chair, fatal.exhibit, [fatal.sentence]);
  if (deciding !== null) say(chair, deciding.exhibit, [deciding.sentence]);
  const last = (decision === 'hire' || decision === 'lean-yes' ? high?.strongest : low?.weakest) ?? start;
  if (last !== null && last !== undefined) {
    const offer = level.title === null ? 'no offer' : `at ${level.title}`;
    say(chair, last, [
      `Then it is ${DECISION_NAMES[decision]} at a mean of ${score.toFixed(2)}, ${offer}, with “${clip(last.words, 12)}” in the first line of the packet.`,
      `I close with ${DECISION_NAMES[decision]}, mean ${score.toFixed(2)}, ${offer}; if they ask why, it is “${clip(last.words, 12)}”.`,
    ]);
  }
  return lines;
}

function forArguments({ words, signal, level }: Exhibit): readonly string[] {
  const what = signal === null ? 'judgment' : SIGNAL_NAMES[signal];
  return [
    `I heard “${words}”, and nobody says that who has not met the problem; that is ${what} at ${level ?? 2} of 3.`,
    `My case is one sentence, “${words}”, and it is ${what}.`,
    `Ask yourselves how many of our own people would say “${words}”; I put ${what} at ${level ?? 2}.`,
  ];
}

function againstArguments({ words, fault, signal }: Exhibit, against: Exhibit | null): readonly string[] {
  const what =
    fault === null ? `nothing on ${signal === null ? 'judgment' : SIGNAL_NAMES[signal]}` : FAULT_NAMES[fault];
  const over = against === null || against.words === words ? '' : ` against your “${clip(against.words, 9)}”`;
  return [
    `I set “${words}”${over}: ${what}.`,
    `And I heard “${words}”${over}, which is ${what}.`,
    `That does not undo “${words}”${over}; to me it is ${what}.`,
  ];
}

function secondFor({ words, signal }: Exhibit): readonly string[] {
  const what = signal === null ? 'judgment' : SIGNAL_NAMES[signal];
  return [
    `I lean with the yes because of “${words}”, for ${what}.`,
    `“${words}” was enough ${what} for me.`,
    `On ${what} I go by “${words}”.`,
  ];
}

function secondAgainst({ words, fault, signal }: Exhibit): readonly string[] {
  const what = fault === null ? `short on ${signal === null ? 'judgment' : SIGNAL_NAMES[signal]}` : FAULT_NAMES[fault];
  return [
    `Mine is “${words}”, ${what}.`,
    `I could not get past “${words}”: ${what}.`,
    `“${words}” says the same in my round: ${what}.`,
  ];
}
