import type { QuestionKind } from '../../rubric.ts';
import type { Asked } from '../reading/answer.ts';
import { compilePhrases, type Phrases } from '../reading/pattern.ts';
import { countTerms, matchWords, type Reading, type Stretch } from '../reading/reading.ts';
import type { Rule } from '../rule.ts';

/** A named feature with its value and, where it comes from words, the first and last of them. */
export interface Feature {
  readonly name: string;
  readonly value: number;
  readonly at: Stretch | null;
}

const KINDS: Readonly<Record<QuestionKind, string>> = {
  transition: 'story',
  'why-mle': 'story',
  'story-data': 'story',
  'story-rollout': 'story',
  'story-metric': 'story',
  'design-ranking': 'design',
  'design-prediction': 'design',
  probe: 'probe',
  comp: 'comp',
};

/** Single words count for less than what a rule recognises: they carry style as well as sense. */
const WORD = 0.6;
const CUE = 2;

/** Features of a sentence that all rules share. Looks back one sentence and never ahead. */
export function sharedFeatures(reading: Reading, before: Reading | null, asked: Asked): Feature[] {
  const out: Feature[] = [];
  const seen = new Set<string>();
  const add = (name: string, at: Stretch | null = null, value = 1): void => {
    if (seen.has(name)) return;
    seen.add(name);
    out.push({ name, value, at });
  };
  let last = '';
  reading.words.forEach((word, i) => {
    const norm = /^[\p{Sc}\d]/u.test(word.norm) ? '#' : word.norm;
    if (norm.length > 24) return;
    add(`w:${norm}`, { start: i, end: i + 1 }, WORD);
    if (last !== '') add(`b:${last} ${norm}`, { start: i - 1, end: i + 1 }, WORD);
    last = norm;
  });
  for (const move of reading.moves) add(`m:${move}`);
  if (before === null) add('opens');
  else for (const move of before.moves) add(`p:${move}`);
  add(`k:${asked.kind}`);
  add(`g:${KINDS[asked.kind]}`);
  add(`long${Math.min(5, Math.floor(reading.words.length / 8))}`);
  if (reading.asks) add('asks');
  if (reading.numbers > 0) add('number');
  if (reading.numbers > 2) add('numbers');
  if (reading.list.items > 0) add(`items${Math.min(7, reading.list.items)}`);
  add(`terms${Math.min(5, countTerms(reading))}`);
  return out;
}

/** Moves that change what a cue means. */
const TURNS = ['because', 'critical', 'negated', 'contrast', 'chose'] as const;

interface CompiledCue {
  readonly name: string;
  readonly pattern: Phrases;
  /** Names of its features together with each later cue, and with each turn. */
  readonly pairs: readonly string[];
  readonly turns: readonly string[];
}

/** The cues of one rule, compiled. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly cues: readonly CompiledCue[];
}

export function compileRule(rule: Rule): CompiledRule {
  const cues = rule.cues.map((cue) => {
    const name = `${rule.fault}:${cue.name}`;
    const pairs = rule.cues.map((other) => `${name}+${other.name}`);
    return { name, pattern: compilePhrases(cue.phrases), pairs, turns: TURNS.map((turn) => `${name}&${turn}`) };
  });
  return { rule, cues };
}

/** Features that only this rule's model weighs. */
export function ownFeatures(compiled: CompiledRule, reading: Reading, before: Reading | null, asked: Asked): Feature[] {
  const out: Feature[] = [];
  const found: number[] = [];
  compiled.cues.forEach((cue, c) => {
    const at = matchWords(reading, cue.pattern);
    if (at === null) return;
    out.push({ name: cue.name, value: CUE, at });
    found.push(c);
  });
  found.forEach((c, i) => {
    const cue = compiled.cues[c] as CompiledCue;
    for (let j = i + 1; j < found.length; j++)
      out.push({ name: cue.pairs[found[j] as number] as string, value: 1, at: null });
    TURNS.forEach((turn, t) => {
      if (reading.moves.has(turn)) out.push({ name: cue.turns[t] as string, value: 1, at: null });
    });
  });
  for (const name of compiled.rule.structure?.(reading, before, asked) ?? [])
    out.push({ name: `${compiled.rule.fault}:${name}`, value: CUE, at: null });
  return out;
}
