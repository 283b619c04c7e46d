import { SIGNALS, type Question } from '../rubric.ts';
import { conceptPhrases, movePhrases, signalConcepts, type SentenceReading } from './sentence-reading.ts';
import { plainWords, readText } from '../text/index.ts';
import { knowledgeFeatures, knowledgeNames, readTerms } from './knowledge/index.ts';
import { stem } from './stem.ts';
import type { MoveId } from './lexicon/moves.ts';

const move = (id: MoveId): number => movePhrases.ids.indexOf(id);
/** Moves that show reasoning about what a sentence speaks of. */
const REASONING: readonly MoveId[] = [
  'cause',
  'mechanism',
  'contrast',
  'condition',
  'choice',
  'price',
  'number',
  'check',
  'discovery',
  'lesson',
  'ownAction',
  'harm',
  'time',
];
const WEAK: readonly MoveId[] = ['hedge', 'virtue', 'definition', 'absolute'];
const reasoning = REASONING.map(move);
const weak = WEAK.map(move);
const linked = [...reasoning, ...weak];
const linkedNames = [...REASONING, ...WEAK];

/** What the question speaks of. */
export interface AskedFor {
  /** Stems of its content words. */
  readonly stems: ReadonlySet<string>;
  /** Notions of the knowledge base that it names. */
  readonly terms: Uint8Array;
}

/** Reads the content of a question once, for all answers to it. */
export function readQuestion(question: Pick<Question, 'text'>): AskedFor {
  const stems = new Set<string>();
  const all: string[] = [];
  for (const sentence of readText(question.text.slice(0, 4000)))
    for (const word of plainWords(sentence.tokens)) {
      all.push(stem(word.norm));
      if (word.norm.length > 3 && !COMMON.has(word.norm)) stems.add(stem(word.norm));
    }
  return { stems, terms: readTerms(all) };
}

const COMMON = new Set(
  'that this with from have what your you they their would could should about when which there where them then than were been will does into more some time most only also very just like make made need want give tell take going because'.split(
    ' ',
  ),
);

/** Names of the features, in the order of `features`. */
export function featureNames(): string[] {
  const names: string[] = [];
  for (const id of movePhrases.ids) names.push(`move:${id}`, `share:${id}`);
  for (const id of conceptPhrases.ids) names.push(`concept:${id}`);
  for (const signal of SIGNALS) {
    for (const id of linkedNames) names.push(`${signal}+${id}`);
    names.push(`${signal}:concepts`, `${signal}:depth1`, `${signal}:depth2`, `${signal}:bare`);
  }
  names.push(
    'depth1',
    'depth2',
    'depth3',
    'depthMean',
    'echo',
    'cover',
    'lists',
    'listShare',
    'asks',
    'askShare',
    'commas',
    'plainShare',
    'ownShare',
    'distinct',
    'logWords',
    'logSentences',
    'meanWords',
  );
  names.push(...knowledgeNames());
  return names;
}

/** Features of an answer from its sentences. Counts grow with the logarithm; shares do not grow with length. */
export function features(sentences: readonly SentenceReading[], asked: AskedFor): Float64Array {
  const out: number[] = [];
  const n = Math.max(1, sentences.length);
  const words = sentences.reduce((sum, s) => sum + s.stems.length, 0);
  for (let m = 0; m < movePhrases.ids.length; m++) {
    let hits = 0;
    for (const s of sentences) if ((s.moves[m] as number) > 0) hits++;
    out.push(Math.log1p(hits), hits / n);
  }
  for (let c = 0; c < conceptPhrases.ids.length; c++) {
    let hits = 0;
    for (const s of sentences) if ((s.concepts[c] as number) > 0) hits++;
    out.push(Math.log1p(hits));
  }
  const depths = sentences.map((s) => depth(s));
  for (const signal of SIGNALS) {
    const own = signalConcepts[signal];
    const hits = linked.map(() => 0);
    const distinct = new Set<number>();
    const deep: number[] = [];
    let bare = 0;
    sentences.forEach((s, at) => {
      let speaks = 0;
      for (const c of own)
        if ((s.concepts[c] as number) > 0) {
          speaks++;
          distinct.add(c);
        }
      if (speaks === 0) return;
      linked.forEach((m, k) => {
        if ((s.moves[m] as number) > 0) hits[k] = (hits[k] as number) + 1;
      });
      const d = depths[at] as number;
      deep.push(d + Math.min(1, (depths[at + 1] ?? 0) / 4));
      if (d <= 1) bare++;
    });
    deep.sort((a, b) => b - a);
    for (const h of hits) out.push(Math.log1p(h));
    out.push(Math.log1p(distinct.size), deep[0] ?? 0, deep[1] ?? 0, bare / n);
  }
  const sorted = [...depths].sort((a, b) => b - a);
  const vocabulary = new Set<string>();
  let echo = 0;
  let lists = 0;
  let asks = 0;
  let commas = 0;
  let plain = 0;
  let own = 0;
  const covered = new Set<string>();
  sentences.forEach((s, at) => {
    for (const w of s.stems) {
      vocabulary.add(w);
      if (asked.stems.has(w)) {
        echo++;
        covered.add(w);
      }
    }
    const named = s.concepts.reduce((sum, c) => sum + (c > 0 ? 1 : 0), 0);
    if (named >= 4 && s.commas > 0.12) lists++;
    if (s.asks) asks++;
    commas = Math.max(commas, s.commas);
    if ((depths[at] as number) <= 1) plain++;
    if ((s.moves[move('ownAction')] as number) > 0) own++;
  });
  out.push(
    sorted[0] ?? 0,
    sorted[1] ?? 0,
    sorted[2] ?? 0,
    depths.reduce((a, b) => a + b, 0) / n,
    echo / Math.max(1, words),
    covered.size / Math.max(1, asked.stems.size),
    Math.log1p(lists),
    lists / n,
    Math.log1p(asks),
    asks / n,
    commas,
    plain / n,
    own / n,
    vocabulary.size / Math.max(1, words),
    Math.log1p(words),
    Math.log1p(sentences.length),
    Math.log1p(words / n),
  );
  out.push(...knowledgeFeatures(sentences, asked.terms));
  return Float64Array.from(out);
}

/** How many kinds of reasoning one sentence holds. */
export function depth(sentence: SentenceReading): number {
  let kinds = 0;
  for (const m of reasoning) if ((sentence.moves[m] as number) > 0) kinds++;
  return kinds;
}
