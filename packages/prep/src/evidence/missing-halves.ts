import { cuesOf } from './cues.ts';
import type { ClaimKind, Cue, MissingHalf } from './types.ts';

interface Asking {
  /** What is left out, after the words themselves. */
  readonly ask: string;
  /** Words in the claim that already say it. */
  readonly answered?: RegExp;
  /** Asked instead where those words are there: the half of the half that is still missing. */
  readonly rest?: string;
}

/** The question for each kind of claim: the half that a panel will ask for and a resume leaves out. */
const ASKING: Readonly<Record<ClaimKind, Asking>> = {
  change: {
    ask: 'measured how, against what?',
    answered: /\b(?:compared (?:with|to)|against|versus|vs\.?|baseline|control|holdout|a\/b|from\s\S+.{0,20}\sto\s)/i,
    rest: 'over which period, and what else changed in it?',
  },
  vague: { ask: 'by how much, measured how, and against what?' },
  money: { ask: 'who counted it, against which bill, and who else would claim it?' },
  metric: {
    ask: 'on which data, split how, and against what simpler thing?',
    answered: /\b(?:baseline|held[- ]?out|holdout|test set|split|compared (?:with|to)|versus|vs\.?)\b/i,
    rest: 'at which threshold, and when would this number mislead?',
  },
  speed: {
    ask: 'at which percentile and load, and what was given up for it?',
    answered: /\bp\d\d/i,
    rest: 'at which load, and what was given up for it?',
  },
  experiment: { ask: 'what was decided on it, and which figure would have stopped it?' },
  incident: { ask: 'how was it noticed, whom did it hurt, and what did you change after?' },
  rollout: {
    ask: 'in which steps, and what would have made you go back?',
    answered: /\b(?:canar(?:y|ies)|staged|gradual|phased|feature flags?|shadow|rollback|roll back)\b/i,
    rest: 'what was watched at each step, and did you ever go back?',
  },
  monitor: { ask: 'what did it catch that nobody had seen, and how often was it wrong?' },
  data: { ask: 'how was this data wrong, how did you find out, and what did it do to those who used it?' },
  model: { ask: 'where did its labels come from, and what did it have to beat?' },
  scale: { ask: 'what broke first at this size, and what did you do about it?' },
  found: { ask: 'what made you look there, and what did you change once you knew?' },
  decided: { ask: 'what was the other way, and what did yours cost?' },
  shared: { ask: 'which part was yours, and what did you decide in it?' },
  led: { ask: 'what did you decide yourself, and what was not yours?' },
  duty: { ask: 'what did you change there, and what came of it?' },
  built: { ask: 'what did you choose in it that another engineer would not have, and what did that cost?' },
};

/** Kinds that ask for the same thing: of each group the first is asked. */
const GROUPS: readonly (readonly ClaimKind[])[] = [
  ['metric', 'speed', 'money', 'change', 'vague'],
  ['decided', 'found', 'shared', 'led', 'duty', 'built'],
  ['incident', 'rollout', 'monitor', 'scale'],
];

/** What a claim leaves out, each asked in the claim's own words. Empty for words that claim nothing. */
export function missingHalves(text: string): MissingHalf[] {
  return chosen(cuesOf(text)).map(({ kind, carries, words }) => {
    const { ask, answered, rest } = ASKING[kind];
    const question = rest !== undefined && answered?.test(text) === true ? rest : ask;
    return { id: kind, carries, question: `You wrote “${words}”: ${question}` };
  });
}

/** At most two, since a page of questions is answered by nobody: the gravest, and what was the user's own in it. */
function chosen(cues: readonly Cue[]): Cue[] {
  const kinds = cues.map(({ kind }) => kind);
  const firsts = cues.filter(({ kind }) => {
    const group = GROUPS.find((one) => one.includes(kind));
    return group === undefined || group.find((one) => kinds.includes(one)) === kind;
  });
  const [first, second] = firsts;
  // What one did is asked of every claim but a plain duty, where the first question asks it already.
  const own = firsts.find(({ kind, carries }) => carries === 'ownership' && kind !== 'duty');
  const next = own === undefined || own === first ? second : own;
  return [first, next?.kind === 'duty' ? undefined : next].filter((cue) => cue !== undefined);
}

/** All that is ever asked, without the words it is asked about. */
export const FIXED_ASKS: readonly string[] = Object.values(ASKING).flatMap(({ ask, rest }) => [ask, rest ?? '']);

/** Every kind of question there is. */
export const FIXED_ASK_KINDS: readonly ClaimKind[] = Object.keys(ASKING) as ClaimKind[];
