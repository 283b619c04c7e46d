import { FAULTS, type FaultId, type Question } from '../rubric.ts';
import type { Finding } from '../judgment.ts';
import { readText, type Sentence } from '../text/index.ts';
import { answerFeatures, ownAnswerFeatures, peakOf, type Peak } from './model/answer-features.ts';
import { Linear } from './model/linear.ts';
import {
  compileRule,
  ownFeatures,
  sharedFeatures,
  type CompiledRule,
  type Feature,
} from './model/sentence-features.ts';
import { WEIGHTS } from './model/weights.generated.ts';
import { findingOf, type Evidence } from './findings.ts';
import { readAnswer, readQuestion, type Asked } from './reading/answer.ts';
import { readSentence, type Reading } from './reading/reading.ts';
import { RULES } from './registry.generated.ts';

/** A finding is reported from this probability on. */
export const REPORTS_AT = 0.5;
/** A finding may interrupt from this probability on. */
export const INTERRUPTS_AT = 0.7;

const compiled: readonly CompiledRule[] = RULES.map(compileRule);
const models = new Map(
  FAULTS.map((fault) => [
    fault,
    { sentence: new Linear(WEIGHTS[fault].sentence), answer: new Linear(WEIGHTS[fault].answer) },
  ]),
);

interface Heard {
  readonly sentence: Sentence;
  readonly reading: Reading;
  readonly scores: ReadonlyMap<FaultId, number>;
}

/** Faults in an answer that is still growing. Adding a sentence costs that sentence, whatever came before. */
export class RunningFaults {
  readonly #asked: Asked;
  readonly #heard: Heard[] = [];

  constructor(question: Pick<Question, 'kind' | 'text'>) {
    this.#asked = readQuestion(question);
  }

  get length(): number {
    return this.#heard.length;
  }

  /** Takes the next sentence and returns the findings in it, surest first. Faults of absence wait for `finish`. */
  add(sentence: Sentence): Finding[] {
    const reading = readSentence(sentence);
    const before = this.#heard.at(-1)?.reading ?? null;
    const shared = sharedFeatures(reading, before, this.#asked);
    const scores = new Map<FaultId, number>();
    const out: Finding[] = [];
    for (const each of compiled) {
      const { fault, absence } = each.rule;
      const model = (models.get(fault) as { sentence: Linear }).sentence;
      const own = ownFeatures(each, reading, before, this.#asked);
      const score = total(model, shared) + total(model, own) + model.bias;
      scores.set(fault, score);
      const confidence = model.probability(score);
      if (absence || confidence < REPORTS_AT) continue;
      const evidence: Evidence = { reading, features: [...shared, ...own], weigh: (name) => model.weight(name) };
      out.push(findingOf(each.rule, this.#asked, evidence, sentence.to, confidence, confidence >= INTERRUPTS_AT));
    }
    this.#heard.push({ sentence, reading, scores });
    return out.sort((a, b) => b.confidence - a.confidence);
  }

  /** Forgets all sentences from index `length` on, so that changed ones can be added anew. */
  truncate(length: number): void {
    this.#heard.length = Math.min(this.#heard.length, Math.max(0, length));
  }

  /** All findings of the answer as it is now, in the order of the text, faults of absence last. */
  finish(): Finding[] {
    if (this.#heard.length === 0) return [];
    const answer = readAnswer(
      this.#asked,
      this.#heard.map((heard) => heard.reading),
    );
    const peaks = new Map<FaultId, Peak>();
    for (const { rule } of compiled)
      peaks.set(rule.fault, peakOf(this.#heard.map((heard) => heard.scores.get(rule.fault) as number)));
    const shared = answerFeatures(answer, peaks);
    const end = (this.#heard.at(-1) as Heard).sentence.to;
    const out: Finding[] = [];
    for (const each of compiled) {
      const { rule } = each;
      const peak = peaks.get(rule.fault) as Peak;
      const model = (models.get(rule.fault) as { answer: Linear }).answer;
      let score = model.bias;
      for (const [name, value] of shared) score += model.weight(name) * value;
      for (const [name, value] of ownAnswerFeatures(rule, answer, peak)) score += model.weight(name) * value;
      const confidence = model.probability(score);
      if (confidence < REPORTS_AT || rule.possible?.(answer) === false) continue;
      out.push(findingOf(rule, this.#asked, this.#evidence(each, peak), end, confidence, confidence >= INTERRUPTS_AT));
    }
    return out.sort((a, b) => a.quote.from - b.quote.from || b.confidence - a.confidence);
  }

  #evidence(each: CompiledRule, peak: Peak): Evidence {
    const { reading } = this.#heard[peak.at] as Heard;
    const before = this.#heard[peak.at - 1]?.reading ?? null;
    const model = (models.get(each.rule.fault) as { sentence: Linear }).sentence;
    const features: Feature[] = [
      ...sharedFeatures(reading, before, this.#asked),
      ...ownFeatures(each, reading, before, this.#asked),
    ];
    return { reading, features, weigh: (name) => model.weight(name) };
  }
}

/** The faults of a whole answer. Throws AnswerTooLong over 20,000 characters and nothing else; linear in the text. */
export function findFaults(answer: string | readonly Sentence[], question: Pick<Question, 'kind' | 'text'>): Finding[] {
  const running = new RunningFaults(question);
  for (const sentence of typeof answer === 'string' ? readText(answer) : answer) running.add(sentence);
  return running.finish();
}

function total(model: Linear, features: readonly Feature[]): number {
  let sum = 0;
  for (const feature of features) sum += model.weight(feature.name) * feature.value;
  return sum;
}
