import type { Finding, Judgment, Quote } from './judgment.ts';
import type { Question } from './rubric.ts';
import { scoreAnswer, scorer, scoreSentence, moveWithout, type ScoredSentence, type Scores } from './scorer/score.ts';
import { readAsked, type AskedQuestion } from './scorer/matching.ts';
import { isUnlike, passageShare, wordsOf } from './scorer/passages.ts';
import { RunningText, type Sentence } from './text/index.ts';
import { RunningFaults } from './rules/index.ts';

/** Where a vote for or against is hardly surer than a coin, or with more verdicts in its set than this, a person should be asked; sooner for text unlike answers. */
const UNSURE = 0.55;
/** Words from which on the manner of a text can be heard. */
const MANNERED = 40;
/** How many sentences are weighed for being the one that decided. */
const CANDIDATES = 4;

/**
 * Judges a whole answer. Pure: same text and question, same judgment.
 * Throws AnswerTooLong over 20,000 characters, and nothing else.
 */
export function judge(text: string, question: Question): Judgment {
  const running = new RunningJudge(question);
  running.update(text);
  return running.judgment();
}

/** Judges an answer while it grows: a further sentence costs only that sentence. */
export class RunningJudge {
  readonly question: Question;
  readonly #text = new RunningText();
  readonly #asked: AskedQuestion;
  readonly #scored = new WeakMap<Sentence, ScoredSentence>();
  readonly #faults: RunningFaults;
  readonly #found: (readonly Finding[])[] = [];

  constructor(question: Question) {
    this.question = question;
    this.#asked = readAsked(question, scorer().text.idf);
    this.#faults = new RunningFaults(question);
  }

  get text(): string {
    return this.#text.text;
  }

  /**
   * Takes the whole text as it is now, and returns the findings in its finished sentences, in the order of the text.
   * Throws AnswerTooLong and keeps the old text.
   */
  update(text: string): readonly Finding[] {
    const { at } = this.#text.update(text);
    const sentences = this.#text.sentences;
    this.#faults.truncate(at);
    this.#found.length = Math.min(this.#found.length, at);
    for (const sentence of sentences.slice(at)) this.#found.push(this.#faults.add(sentence));
    const heard = this.#found.flatMap((found, index) =>
      sentences[index]?.closed || sentences[index]?.ended ? found : [],
    );
    return heard.length === 0 || this.#unlike(sentences) ? [] : heard;
  }

  /** The judgment of the text as it is now, as of a finished answer. */
  judgment(): Judgment {
    const sentences = unrepeated(this.#text.sentences.map((sentence) => this.#score(sentence)));
    const faults = this.#faultsIn(sentences);
    const scores = scoreAnswer(
      sentences,
      this.question,
      this.#asked,
      this.text,
      faults.surely('off-topic'),
      faults.probabilities(),
    );
    const findings = this.#unlike(this.#text.sentences) ? [] : this.#faults.finish(scores.wholeFaults);
    return {
      signals: scores.signals,
      verdict: scores.verdict,
      verdictSet: scores.verdictSet,
      score: scores.score,
      confidence: scores.confidence,
      because: scores.because,
      findings,
      deciding: this.#deciding(sentences, scores, findings),
      unsure: scores.doubtful || scores.side < UNSURE || scores.verdictSet.length > (scores.unlike ? 2 : 3),
    };
  }

  /**
   * Whether sentences read like a passage of real people. In such text faults are left unsaid: of 1,347 passages, what would
   * have been reported was right in 15 cases of 100, and what would have interrupted in 21.
   */
  #unlike(sentences: readonly Sentence[]): boolean {
    const readings = sentences.map((sentence) => this.#score(sentence).reading);
    const words = readings.reduce((sum, { stems }) => sum + stems.length, 0);
    return words >= MANNERED && isUnlike(passageShare(wordsOf(readings), scorer().passages.manner));
  }

  /** Faults of the sentences that are scored: one that is said again waters down no fault. */
  #faultsIn(sentences: readonly ScoredSentence[]): RunningFaults {
    if (sentences.length === this.#text.sentences.length) return this.#faults;
    const faults = new RunningFaults(this.question);
    for (const { sentence } of sentences) faults.add(sentence);
    return faults;
  }

  #score(sentence: Sentence): ScoredSentence {
    let scored = this.#scored.get(sentence);
    if (scored === undefined) {
      scored = scoreSentence(sentence);
      this.#scored.set(sentence, scored);
    }
    return scored;
  }

  /**
   * The sentence on which the vote turned: of a vote against, the surest fault that would have been stopped; else the
   * one without which the score would move most, of those that stand out; none of a text that is no answer.
   */
  #deciding(sentences: readonly ScoredSentence[], scores: Scores, findings: readonly Finding[]): Quote | null {
    if (sentences.length < 2) return null;
    if (scores.verdict <= 2) {
      // A vote against rests on what a panel would have stopped, where there is such a thing.
      const stopped = findings
        .filter((finding) => finding.interrupts && finding.quote.text !== '')
        .toSorted((a, b) => b.confidence - a.confidence)[0];
      const at = sentences.find(
        ({ sentence }) =>
          stopped !== undefined && sentence.from <= stopped.quote.from && stopped.quote.from < sentence.to,
      );
      if (at !== undefined) return this.#quote(at.sentence);
    }
    if (scores.outside) return null;
    const any = 8;
    const fault = 9;
    const strength = (s: ScoredSentence): number => Math.max(s.scores[any] as number, s.scores[fault] as number);
    const candidates = sentences
      .map((s, at) => ({ s, at }))
      .toSorted((a, b) => strength(b.s) - strength(a.s) || a.at - b.at)
      .slice(0, CANDIDATES);
    let best: { at: number; move: number } | null = null;
    for (const { at } of candidates) {
      const move = Math.abs(moveWithout(at, sentences, this.question, this.#asked, scores));
      if (best === null || move > best.move) best = { at, move };
    }
    if (best === null || best.move < 0.02) return null;
    return this.#quote((sentences[best.at] as ScoredSentence).sentence);
  }

  #quote({ from, to }: Sentence): Quote {
    return { from, to, text: this.text.slice(from, to) };
  }
}

/** A sentence said again earns nothing again: only the first of equal ones is scored. */
function unrepeated(sentences: readonly ScoredSentence[]): ScoredSentence[] {
  const said = new Set<string>();
  return sentences.filter(({ reading }) => {
    const words = reading.stems.join(' ');
    return !said.has(words) && said.add(words);
  });
}
