import type { Question, QuestionKind } from '../../rubric.ts';
import { plainWords, readText } from '../../text/index.ts';
import { countTerms, type Reading } from './reading.ts';
import { MOVE_NAMES, type Move } from './moves.ts';
import { TOPICS, findTopics, type Topic } from './topics.ts';

/** The question as the rules read it. */
export interface Asked {
  readonly kind: QuestionKind;
  readonly text: string;
  /** Content words, folded. */
  readonly content: ReadonlySet<string>;
  /** Content words of its last sentence that asks. */
  readonly ask: ReadonlySet<string>;
  /** Content words that are not the trade's everyday ones: what this question is about. */
  readonly rare: ReadonlySet<string>;
}

/** Sums over all sentences of an answer. */
export interface Answer {
  readonly asked: Asked;
  readonly readings: readonly Reading[];
  readonly words: number;
  /** Share of sentences that make each move. */
  readonly shares: Readonly<Record<Move, number>>;
  readonly topics: ReadonlySet<Topic>;
  readonly terms: number;
  readonly listed: number;
  readonly i: number;
  readonly we: number;
  readonly you: number;
  readonly numbers: number;
  readonly questions: number;
  /** Share of the question's content words that the answer uses. */
  readonly cover: number;
  readonly coverAsk: number;
  readonly coverRare: number;
  /** Share of the answer's content words that are the question's. */
  readonly echo: number;
  /** Distinct words over words, at a reference length of 60 words. */
  readonly variety: number;
}

const COMMON = new Set(
  'that this with from have what your they their would could should about when which there where them then than were been will does into more some time most only also very just like make made need want give tell take going because over after before next last said with each other many much well being through while these those even still every thing things something someone really think know work works worked used using model models data build describe walk start'.split(
    ' ',
  ),
);

/** A word without its commonest endings, for comparing question and answer. */
export function fold(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ations?|ings?|ers?|ed|es|s)$/, '')
    .replace(/e$/, '');
}

function isContent(word: string): boolean {
  return word.length > 3 && !COMMON.has(word) && !/^\d/.test(word);
}

export function readQuestion(question: Pick<Question, 'kind' | 'text'>): Asked {
  const content = new Set<string>();
  const rare = new Set<string>();
  let ask = new Set<string>();
  const text = question.text.slice(0, 4000);
  for (const sentence of readText(text)) {
    const own = new Set(
      plainWords(sentence.tokens)
        .map((word) => word.norm)
        .filter(isContent),
    );
    for (const norm of own) {
      content.add(fold(norm));
      if (!EVERYDAY.has(fold(norm))) rare.add(fold(norm));
    }
    if (own.size > 0 && (sentence.text.endsWith('?') || ask.size === 0)) ask = new Set([...own].map(fold));
  }
  return { kind: question.kind, text, content, ask, rare };
}

const EVERYDAY = new Set(
  'feature label metric train user customer test predict service time week month year team product number score rate day better good bad right wrong change happen help should choose evaluat learn machine engineer offline online production launch ship improve question answer system value case example percent thousand company people role business decision measure result design rank recommend change find split threshold show serve look forecast rollout batch experiment cost fail handle valid between mean positive drift says list come down share pick problem measure call store minute whether estimate arrive second real monitor logs nightly request quality support goes detector worth baseline explain different alarm guardrail without release move built high compare matter late give several screen error past difference deploy small hour nobody answer audience classify precision recall accuracy feed ever live keep read check million decide'
    .split(' ')
    .map(fold),
);

export function readAnswer(asked: Asked, readings: readonly Reading[]): Answer {
  const shares = Object.fromEntries(MOVE_NAMES.map((move) => [move, 0])) as Record<Move, number>;
  const topics = new Set<Topic>();
  const distinct = new Set<string>();
  const covered = new Set<string>();
  let words = 0;
  let content = 0;
  let echoed = 0;
  const counts = { i: 0, we: 0, you: 0, terms: 0, listed: 0, numbers: 0, questions: 0 };
  for (const reading of readings) {
    for (const move of reading.moves) shares[move] += 1 / readings.length;
    for (const topic of findTopics(reading.plain, reading.can)) topics.add(topic);
    counts.terms += countTerms(reading);
    counts.listed = Math.max(counts.listed, reading.list.named);
    counts.numbers += reading.numbers > 0 ? 1 : 0;
    counts.questions += reading.asks ? 1 : 0;
    for (const { norm } of reading.words) {
      words++;
      if (words <= 60) distinct.add(norm);
      if (norm === 'i' || norm === 'my' || norm === 'me') counts.i++;
      else if (norm === 'we' || norm === 'our' || norm === 'us') counts.we++;
      else if (norm === 'you' || norm === 'your' || norm === 'one') counts.you++;
      if (!isContent(norm)) continue;
      content++;
      const folded = fold(norm);
      if (!asked.content.has(folded)) continue;
      echoed++;
      covered.add(folded);
    }
  }
  return {
    asked,
    readings,
    words,
    shares,
    topics,
    ...counts,
    cover: covered.size / Math.max(1, asked.content.size),
    coverAsk: shareOf(covered, asked.ask),
    coverRare: shareOf(covered, asked.rare),
    echo: echoed / Math.max(1, content),
    variety: distinct.size / Math.max(1, Math.min(60, words)),
  };
}

function shareOf(covered: ReadonlySet<string>, of: ReadonlySet<string>): number {
  if (of.size === 0) return 1;
  let hits = 0;
  for (const word of of) if (covered.has(word)) hits++;
  return hits / of.size;
}

export { TOPICS };
