import type { SentenceReading } from '../sentence-reading.ts';
import { SIGNALS, type SignalId } from '../../rubric.ts';
import { Phrases } from '../phrases.ts';
import { PROPOSITIONS, type Role } from './propositions.ts';
import { TERMS, type TermId } from './terms.ts';

const terms = new Phrases<TermId>(TERMS);
const needs = PROPOSITIONS.map((proposition) => proposition.all.map((id) => terms.ids.indexOf(id)));
export const ROLES: readonly Role[] = ['mechanism', 'check', 'remedy', 'price'];

/** Which notions a sentence names. */
export const readTerms = (stems: readonly string[]): Uint8Array => terms.count(stems);

/** Indices of the propositions that two neighbouring sentences make together; `next` may be absent. */
export function propositionsIn(here: Uint8Array, next: Uint8Array | undefined): number[] {
  const found: number[] = [];
  needs.forEach((all, index) => {
    if (
      all.every((term) => (here[term] as number) > 0 || (next !== undefined && (next[term] as number) > 0)) &&
      all.some((term) => (here[term] as number) > 0)
    )
      found.push(index);
  });
  return found;
}

export const knowledgeNames = (): string[] => [
  ...SIGNALS.map((signal) => `knows:${signal}`),
  ...ROLES.map((role) => `knows:${role}`),
  'knows:all',
  'knows:within',
  'knows:share',
  'knows:terms',
  'knows:topTerms',
  'knows:answering',
  'knows:answeringWithin',
  'knows:added',
  'knows:restated',
];

/** How many distinct sound links an answer makes, by signal and by role. */
export function knowledgeFeatures(sentences: readonly SentenceReading[], asked: Uint8Array): number[] {
  const met = new Set<number>();
  const within = new Set<number>();
  const named = new Set<number>();
  let linkedSentences = 0;
  let most = 0;
  sentences.forEach((sentence, at) => {
    const own = propositionsIn(sentence.terms, undefined);
    for (const found of own) within.add(found);
    for (const found of propositionsIn(sentence.terms, sentences[at + 1]?.terms)) met.add(found);
    if (own.length > 0) linkedSentences++;
    let count = 0;
    sentence.terms.forEach((hits, term) => {
      if (hits > 0) {
        named.add(term);
        count++;
      }
    });
    most = Math.max(most, count);
  });
  const bySignal = new Map<SignalId, number>();
  const byRole = new Map<Role, number>();
  for (const index of met) {
    const { signals, role } = PROPOSITIONS[index]!;
    for (const signal of signals) bySignal.set(signal, (bySignal.get(signal) ?? 0) + 1);
    byRole.set(role, (byRole.get(role) ?? 0) + 1);
  }
  // A link answers the question where it starts from a notion of the question and adds one that is not in it.
  const answers = (index: number): boolean =>
    needs[index]!.some((term) => (asked[term] as number) > 0) &&
    needs[index]!.some((term) => (asked[term] as number) === 0);
  const added = [...named].filter((term) => (asked[term] as number) === 0).length;
  return [
    ...SIGNALS.map((signal) => Math.log1p(bySignal.get(signal) ?? 0)),
    ...ROLES.map((role) => Math.log1p(byRole.get(role) ?? 0)),
    Math.log1p(met.size),
    Math.log1p(within.size),
    linkedSentences / Math.max(1, sentences.length),
    Math.log1p(named.size),
    most,
    Math.log1p([...met].filter(answers).length),
    Math.log1p([...within].filter(answers).length),
    Math.log1p(added),
    (named.size - added) / Math.max(1, named.size),
  ];
}
