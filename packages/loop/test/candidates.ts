import { readFileSync } from 'node:fs';
import type { Question, SignalId } from '@legible/judge';
import {
  openLoop,
  stepLoop,
  type Loop,
  type LoopEffect,
  type LoopEvent,
  type LoopHost,
  type PresetId,
} from '@legible/loop';
import { mix, pick } from '../src/language/seeded.ts';
import { sentencesOf } from '../src/language/sentences.ts';
import { sumOf } from '../src/loop/agenda.ts';

interface Written {
  readonly id: string;
  readonly question: string;
  readonly making: string;
  readonly commissioned: string;
  readonly text: string;
}
interface Grade {
  readonly id: string;
  readonly verdict: number;
  readonly spans: Readonly<Partial<Record<SignalId, string>>>;
}

const lines = <T>(file: string): readonly T[] =>
  readFileSync(new URL(`../../../corpus/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

const answers = lines<Written>('answers.jsonl').filter(({ making }) => making === 'spoken');
const grades = Map.groupBy(lines<Grade>('grades.jsonl'), ({ id }) => id);

/** A candidate whose words come from the corpus: answers of one character, with those near to it where it wrote none. */
export interface Candidate {
  readonly name: string;
  /** Characters of the corpus, the candidate's own first. */
  readonly characters: readonly string[];
  /** Keeps only the sentences that the graders quoted as evidence. */
  readonly terse?: boolean;
  /** The design: how good the candidate is meant to be, 1 to 4. */
  readonly worth: number;
  /** Follows their own numbers down rightly. */
  readonly counts: boolean;
}

const STRONG = ['strong-full', 'strong-terse', 'strong-plain-words'];
export const CANDIDATES: readonly Candidate[] = [
  { name: 'strong and full', characters: STRONG, worth: 4, counts: true },
  {
    name: 'strong but terse',
    characters: ['strong-terse', 'strong-full', 'strong-plain-words'],
    terse: true,
    worth: 3.8,
    counts: true,
  },
  {
    name: 'strong in plain words',
    characters: ['strong-plain-words', 'strong-terse', 'strong-full'],
    worth: 4,
    counts: true,
  },
  {
    name: 'exact about their part',
    characters: ['honest-boundary', 'uneven-evaluation', 'average'],
    worth: 3.5,
    counts: true,
  },
  { name: 'average', characters: ['average', 'near-miss', 'rambling-nugget'], worth: 2.9, counts: false },
  {
    name: 'rambling with a nugget',
    characters: ['rambling-nugget', 'average', 'apologetic'],
    worth: 2.8,
    counts: false,
  },
  { name: 'near miss', characters: ['near-miss', 'borrowed-we', 'uneven-production'], worth: 2.6, counts: false },
  { name: 'always we', characters: ['borrowed-we', 'near-miss', 'uneven-production'], worth: 2.5, counts: false },
  { name: 'framework reciter', characters: ['framework', 'hedger', 'textbook'], worth: 1.9, counts: false },
  { name: 'hedger', characters: ['hedger', 'framework', 'textbook'], worth: 1.7, counts: false },
  { name: 'textbook', characters: ['textbook', 'framework', 'hedger'], worth: 1.5, counts: false },
  { name: 'fluent and empty', characters: ['fluent-empty', 'textbook', 'parrot'], worth: 1.3, counts: false },
  { name: 'enthusiast', characters: ['enthusiast', 'fluent-empty', 'jargon-list'], worth: 1.1, counts: false },
  { name: 'list of terms', characters: ['jargon-list', 'enthusiast', 'fluent-empty'], worth: 1.1, counts: false },
];

/** An answer of the candidate to a question: their own to this question, else to one of its kind, else a near character's. */
function answerTo(candidate: Candidate, question: Question, bank: readonly Question[], seed: number): Written {
  const kinds = new Map(bank.map(({ id, kind }) => [id, kind]));
  const root = question.id.split(':')[0];
  const kind = kinds.get(root ?? '') ?? question.kind;
  for (const character of candidate.characters) {
    const theirs = answers.filter(({ commissioned }) => commissioned === character);
    const same = theirs.filter((one) => one.question === root);
    const near = theirs.filter((one) => kinds.get(one.question) === kind);
    const found = pick(same.length > 0 ? same : near, seed, candidate.name, question.id);
    if (found !== null) return found;
  }
  throw new Error(`${candidate.name} has nothing to say to ${question.id}`);
}

/** Sentences of an answer that the graders quoted, for some signals or any; the whole sentences around the quotes. */
function evidence({ id, text }: Written, signals: readonly SignalId[]): readonly string[] {
  const quotes = (grades.get(id) ?? []).flatMap(({ spans }) => signals.flatMap((signal) => spans[signal] ?? []));
  return sentencesOf(text)
    .filter((sentence) =>
      quotes.some((quote) => quote.includes(sentence.text) || sentence.text.includes(quote.slice(0, 40))),
    )
    .map((sentence) => sentence.text);
}

const ALL: readonly SignalId[] = [
  'data',
  'evaluation',
  'failure',
  'production',
  'tradeoff',
  'ownership',
  'continuity',
  'scope',
];

/** The words for a whole answer. */
function wordsOf(candidate: Candidate, written: Written): string {
  if (candidate.terse !== true) return written.text;
  const quoted = evidence(written, ALL);
  return quoted.length >= 2 ? quoted.join(' ') : written.text;
}

/** A reply to something short: what this character says elsewhere about these signals, two or three sentences of it. */
function replyOn(candidate: Candidate, signals: readonly SignalId[], seed: number): string {
  const [own] = candidate.characters;
  const order = answers
    .filter(({ commissioned }) => commissioned === own)
    .sort((a, b) => mix(seed, a.id) - mix(seed, b.id));
  for (const written of order) {
    const quoted = evidence(written, signals);
    if (quoted.length >= 1 && candidate.worth >= 2.4) return quoted.slice(0, 2).join(' ');
  }
  const sentences = sentencesOf(order[0]?.text ?? '').map(({ text }) => text);
  const from = mix(seed, 'from') % Math.max(1, sentences.length - 2);
  return sentences.slice(from, from + 3).join(' ');
}

const STAGE_SIGNALS: Readonly<Record<string, RegExp>> = {
  goal: /\b(?:goal|metric|cost|money|success|optimi|measure|business|want)\b/i,
  data: /\b(?:label|data|click|chargeback|log|bias|missing|late|feature)/i,
  model: /\b(?:baseline|model|rule|simple|start|beat|tree|regression)/i,
  evaluation: /\b(?:offline|online|test|split|experiment|metric|precision|recall|threshold)/i,
  operation: /\b(?:latency|rollout|roll|monitor|shadow|fallback|launch|serve|production|drift)/i,
};

/** The part of a design answer that belongs to a stage; all of it where it has no such part. */
function stagePart(text: string, stage: string): string {
  const pattern = STAGE_SIGNALS[stage];
  const part = sentencesOf(text).filter((sentence) => pattern === undefined || pattern.test(sentence.text));
  return part.length >= 2 ? part.map((sentence) => sentence.text).join(' ') : text;
}

export interface Sat {
  readonly candidate: Candidate;
  readonly loop: Loop;
  readonly effects: readonly LoopEffect[];
  readonly events: readonly LoopEvent[];
}

/** A candidate sits a whole loop, speaking sentence by sentence and answering whatever is asked. */
export function sit(candidate: Candidate, preset: PresetId, seed: number, host: LoopHost): Sat {
  let loop = openLoop({ preset, seed, bank: host.bank });
  const effects: LoopEffect[] = [];
  const events: LoopEvent[] = [];
  let at = 0;
  const send = (event: LoopEvent) => {
    events.push(event);
    const next = stepLoop(loop, event, host);
    loop = next.state;
    effects.push(...next.effects);
  };
  const speak = (text: string) => {
    for (const { text: sentence } of sentencesOf(text)) {
      const interview = loop.current?.interview;
      if (interview === undefined) return;
      at += 6_000;
      const length = draftLength(loop);
      send({
        type: 'text-grew',
        at,
        from: length,
        to: length,
        insert: `${sentence}${/[.!?…]$/.test(sentence) ? '' : '.'} `,
      });
      const open = loop.current?.interview.interruptions.at(-1);
      if (loop.current?.interview.phase !== 'interrupted' || open === undefined) continue;
      at += 4_000;
      send({
        type: 'text-grew',
        at,
        from: 0,
        to: 0,
        insert: replyOn(candidate, interview.question.signals, mix(seed, open.line)),
      });
      send({ type: 'interruption-answered', at });
    }
  };
  for (let turn = 0; turn < 400 && loop.phase !== 'ended'; turn++) {
    at += 2_000;
    const interview = loop.current?.interview;
    if (interview === undefined) send({ type: 'round-opened', at });
    else if (interview.phase === 'answering') {
      const written = answerTo(candidate, interview.question, host.bank, seed);
      const words = wordsOf(candidate, written);
      const [, stage] = interview.question.id.split(':');
      const short = loop.current?.planned.as === 'constraint' || loop.current?.planned.as === 'concern';
      speak(
        short
          ? replyOn(candidate, interview.question.signals, mix(seed, interview.question.id))
          : stage === undefined
            ? words
            : stagePart(words, stage),
      );
      send({ type: 'submitted', at });
    } else {
      const followUp = interview.followUps.at(-1)!;
      const sum = sumOf(interview, followUp);
      const reply = replyOn(candidate, followUp.question.signals, mix(seed, followUp.line));
      speak(sum !== null && candidate.counts ? `That is ${sum.working.split('= ').at(-1)}. ${reply}` : reply);
      send({ type: 'follow-up-answered', at });
    }
  }
  return { candidate, loop, effects, events };
}

function draftLength(loop: Loop): number {
  const interview = loop.current!.interview;
  if (interview.phase === 'interrupted') return interview.interruptions.at(-1)!.reply.length;
  return interview.phase === 'following-up' ? interview.followUps.at(-1)!.reply.length : interview.answer.length;
}
