import type { FaultId, Question } from '../rubric.ts';
import type { Finding } from '../judgment.ts';
import { readText, type Sentence } from '../text/index.ts';
import { answerFeatures, ownAnswerFeatures, peakOf, type Peak } from './model/answer-features.ts';
import { LinearBank } from './model/linear.ts';
import { compileRule, ownFeatures, sharedFeatures, type CompiledRule } from './model/sentence-features.ts';
import { WEIGHTS } from './model/weights.generated.ts';
import { findingOf, type Evidence } from './findings.ts';
import { readAnswer, readQuestion, type Answer, type Asked } from './reading/answer.ts';
import { readSentence, type Reading } from './reading/reading.ts';
import { RULES } from './registry.generated.ts';

/** A finding in a sentence is reported from this probability on, while the answer grows. */
export const REPORTS_AT = 0.42;
/** A finding in a whole answer is reported from this probability on. */
export const WHOLE_REPORTS_AT = 0.33;
/** A finding may interrupt from this probability on. */
export const INTERRUPTS_AT = 0.7;

const compiled: readonly CompiledRule[] = RULES.map(compileRule);
const ofSentence = new LinearBank(RULES.map((rule) => WEIGHTS[rule.fault].sentence));
const ofAnswer = new LinearBank(RULES.map((rule) => WEIGHTS[rule.fault].answer));

interface Heard {
  readonly sentence: Sentence;
  readonly reading: Reading;
  /** Log odds of each rule, in the order of the registry. */
  readonly scores: Float64Array;
}

interface Whole {
  readonly answer: Answer;
  readonly peaks: readonly Peak[];
  readonly confidences: number[];
}

/** Faults in an answer that is still growing. Adding a sentence costs that sentence, whatever came before. */
export class RunningFaults {
  readonly #asked: Asked;
  readonly #heard: Heard[] = [];
  /** The answer as it is now, once it was asked for. */
  #known: Whole | null = null;

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
    const scores = ofSentence.start();
    for (const { name, value } of shared) ofSentence.add(scores, name, value);
    const out: Finding[] = [];
    compiled.forEach((each, m) => {
      const own = ownFeatures(each, reading, before, this.#asked);
      for (const { name, value } of own) scores[m] = (scores[m] as number) + ofSentence.weight(m, name) * value;
      const confidence = Math.max(
        ofSentence.probability(m, scores[m] as number),
        each.rule.heard?.(reading, this.#asked) ?? 0,
      );
      if (each.rule.absence || confidence < REPORTS_AT || each.rule.shows?.(reading) === false) return;
      const evidence: Evidence = {
        reading,
        features: [...shared, ...own],
        weigh: (name) => ofSentence.weight(m, name),
      };
      out.push(findingOf(each.rule, this.#asked, evidence, sentence.to, confidence, confidence >= INTERRUPTS_AT));
    });
    this.#heard.push({ sentence, reading, scores });
    this.#known = null;
    return out.sort((a, b) => b.confidence - a.confidence);
  }

  /** Forgets all sentences from index `length` on, so that changed ones can be added anew. */
  truncate(length: number): void {
    this.#heard.length = Math.min(this.#heard.length, Math.max(0, length));
    this.#known = null;
  }

  /** Calibrated probability of each fault in the answer as it is now, in the order of FAULTS, whether reported or not. */
  probabilities(): number[] {
    return this.#whole()?.confidences ?? RULES.map(() => 0);
  }

  /** Whether the answer as it is now shows the fault surely enough to interrupt for it. */
  surely(fault: FaultId): boolean {
    const m = RULES.findIndex((rule) => rule.fault === fault);
    const whole = this.#whole();
    return (
      whole !== null &&
      (whole.confidences[m] as number) >= INTERRUPTS_AT &&
      RULES[m]?.possible?.(whole.answer) !== false
    );
  }

  /**
   * All findings of the answer as it is now, in the order of the text, faults of absence last. `probabilities`: of each
   * of FAULTS once the whole answer was heard, or surer where a sentence would have interrupted; without them, what its sentences gave away counts.
   */
  finish(probabilities?: readonly number[]): Finding[] {
    const whole = this.#whole();
    if (whole === null) return [];
    const end = (this.#heard.at(-1) as Heard).sentence.to;
    const bar = probabilities === undefined ? REPORTS_AT : WHOLE_REPORTS_AT;
    const out: Finding[] = [];
    compiled.forEach((each, m) => {
      const confidence =
        probabilities === undefined
          ? (whole.confidences[m] as number)
          : Math.max(
              probabilities[m] as number,
              each.rule.certain?.(whole.answer) ?? 0,
              each.rule.absence ? 0 : this.#interrupted(each, m),
            );
      if (confidence < bar || each.rule.possible?.(whole.answer) === false) return;
      const evidence = this.#evidence(each, m, this.#quotable(each, m, whole.peaks[m] as Peak));
      out.push(findingOf(each.rule, this.#asked, evidence, end, confidence, confidence >= INTERRUPTS_AT));
    });
    return out.sort((a, b) => a.quote.from - b.quote.from || b.confidence - a.confidence);
  }

  #whole(): Whole | null {
    if (this.#heard.length === 0) return null;
    this.#known ??= this.#read();
    return this.#known;
  }

  #read(): Whole {
    const readings = this.#heard.map((heard) => heard.reading);
    const answer = readAnswer(this.#asked, readings);
    const peaks = compiled.map((_, m) => peakOf(this.#heard.map((heard) => heard.scores[m] as number)));
    const byFault = new Map(compiled.map(({ rule }, m) => [rule.fault, peaks[m] as Peak]));
    const scores = ofAnswer.start();
    for (const [name, value] of answerFeatures(answer, byFault)) ofAnswer.add(scores, name, value);
    const confidences = compiled.map(({ rule }, m) => {
      let score = scores[m] as number;
      for (const [name, value] of ownAnswerFeatures(rule, answer, peaks[m])) score += ofAnswer.weight(m, name) * value;
      return Math.max(ofAnswer.probability(m, score), rule.certain?.(answer) ?? 0);
    });
    return { answer, peaks, confidences };
  }

  /** Probability by the surest sentence where it would have stopped the speaker, else 0: what follows takes no interruption back. */
  #interrupted({ rule }: CompiledRule, m: number): number {
    const surest = this.#heard.reduce(
      (most, { reading, scores }) =>
        rule.shows?.(reading) === false
          ? most
          : Math.max(most, ofSentence.probability(m, scores[m] as number), rule.heard?.(reading, this.#asked) ?? 0),
      0,
    );
    return surest >= INTERRUPTS_AT ? surest : 0;
  }

  /** The sentence that scores highest among those that the rule can quote. */
  #quotable({ rule }: CompiledRule, m: number, peak: Peak): number {
    let best = -1;
    this.#heard.forEach(({ reading, scores }, i) => {
      if (rule.shows?.(reading) === false) return;
      if (best < 0 || (scores[m] as number) > (this.#heard[best]?.scores[m] as number)) best = i;
    });
    return best < 0 ? peak.at : best;
  }

  #evidence(each: CompiledRule, m: number, at: number): Evidence {
    const { reading } = this.#heard[at] as Heard;
    const before = this.#heard[at - 1]?.reading ?? null;
    const features = [
      ...sharedFeatures(reading, before, this.#asked),
      ...ownFeatures(each, reading, before, this.#asked),
    ];
    return { reading, features, weigh: (name) => ofSentence.weight(m, name) };
  }
}

/** The faults of a whole answer. Throws AnswerTooLong over 20,000 characters and nothing else; linear in the text. */
export function findFaults(answer: string | readonly Sentence[], question: Pick<Question, 'kind' | 'text'>): Finding[] {
  const running = new RunningFaults(question);
  for (const sentence of typeof answer === 'string' ? readText(answer) : answer) running.add(sentence);
  return running.finish();
}
