import { SIGNALS, type Level, type Question, type Verdict } from '../rubric.ts';
import type { SignalReading } from '../judgment.ts';
import type { Sentence } from '../text/index.ts';
import { chooseEvidence } from './evidence.ts';
import { featureNames, features, type AskedFor } from './features.ts';
import {
  blend,
  blendInputs,
  readingAt,
  formScores,
  vectorScores,
  weigh,
  passageScore,
  passed,
  TARGETS,
  type Blend,
  type ScoreReading,
  type GramVector,
  type ScorerModel,
} from './model.ts';
import { answering, type AskedQuestion } from './matching.ts';
import { selectedScores } from './selected-words.ts';
import { makesSense, senseOf } from './sense.ts';
import { sharedInputs, wholeInputs, wholeProbability } from './whole-faults.ts';
import { ngrams } from './ngrams.ts';
import { isUnlike, passageReadings, passageShare, passageValues, wordsOf, worthsOf } from './passages.ts';
import { readSentence, type SentenceReading } from './sentence-reading.ts';
import { explain, NO_ANSWER } from './explain.ts';
import { unpackScorer, type ScorerWeights } from './weights.ts';
import weights from './weights.json' with { type: 'json' };

const VERDICT = TARGETS.length - 1;
/** The cut point between a vote against and a vote for. */
const FOR = 1;
/** Fewer words than this answer nothing. */
const LEAST_WORDS = 6;
let loaded: ScorerModel | null = null;

/** The committed scorer, unpacked at first use. */
export function scorer(): ScorerModel {
  loaded ??= unpackScorer(weights as unknown as ScorerWeights, featureNames());
  return loaded;
}

/** What the scorer keeps of one sentence; made once, however often the answer is scored. */
export interface ScoredSentence {
  readonly sentence: Sentence;
  readonly reading: SentenceReading;
  readonly grams: Uint16Array;
  readonly vector: GramVector;
  /** By signal, then any, then fault. */
  readonly scores: Float64Array;
}

export function scoreSentence(sentence: Sentence): ScoredSentence {
  const reading = readSentence(sentence);
  const grams = ngrams(reading.stems);
  const vector = weigh([grams], scorer().sentence.idf);
  return { sentence, reading, grams, vector, scores: vectorScores(vector, scorer().sentence) };
}

export interface Scores {
  readonly signals: readonly SignalReading[];
  readonly verdict: Verdict;
  readonly verdictSet: readonly Verdict[];
  readonly score: number;
  readonly confidence: number;
  /** Chance that a grader's vote, for or against, is the one given. */
  readonly side: number;
  readonly because: SignalReading['because'];
  /** The text reads like a passage written for another end than answering in an interview. */
  readonly unlike: boolean;
  /** No answer to the question: whatever it says, it earns nothing. */
  readonly outside: boolean;
  /** It may be an answer to another question. */
  readonly doubtful: boolean;
  readonly parts: Parts;
  /** Probability of each of FAULTS by what the sentences gave away. */
  readonly faults: readonly number[];
  /** The same once the whole answer is heard. */
  readonly wholeFaults: readonly number[];
}

/** What is computed once for all targets of an answer. */
export interface Parts {
  /** Form features. */
  readonly dense: Float64Array;
  /** Unit-length vector over word sequences. */
  readonly vector: GramVector;
  /** Word score of each target. */
  readonly words: Float64Array;
  /** Form score of each target. */
  readonly form: Float64Array;
  /** Score of each target as an interview answer. */
  readonly answer: Float64Array;
  /** How far the text is read as a passage, 0 to 1. */
  readonly share: number;
  /** What it is read as there; null where no part is. */
  readonly passage: PassageParts | null;
}

export interface PassageParts {
  /** Of `passageValues`. */
  readonly values: readonly number[];
  /** By sentence and WORTHS. */
  readonly worths: readonly Float64Array[];
  /** By target. */
  readonly readings: Float64Array;
}

/** `known`: of the parts, those that are left as they are. */
function partsOf(
  sentences: readonly ScoredSentence[],
  question: Question,
  asked: AskedFor,
  faults: readonly number[],
  known: Partial<Pick<Parts, 'form' | 'share'>> = {},
): Parts {
  const model = scorer();
  const readings = sentences.map((s) => s.reading);
  const bySentence = sentences.map((s) => s.scores);
  const held = wordsOf(readings);
  const share = known.share ?? passageShare(held, model.passages.manner);
  const dense = known.form !== undefined && share === 0 ? new Float64Array() : features(readings, asked);
  const vector = weigh(
    sentences.map((s) => s.grams),
    model.text.idf,
  );
  const words = vectorScores(vector, model.text);
  const form = known.form ?? formScores(dense, model.form);
  const answer = Float64Array.from(model.blends, (shape, target) =>
    blend(blendInputs(target, words, form, bySentence, question.signals, faults), shape),
  );
  const parts = { dense, vector, words, form, answer, share, passage: null };
  if (share === 0) return parts;
  const worths = worthsOf(sentences, asked, model.passages.worth);
  const values = passageValues(
    dense,
    sentences.map((s) => s.sentence),
  );
  const read = passageReadings(values, held, worths, answer, model.passages);
  return { ...parts, passage: { values, worths, readings: read } };
}

function rawScore(target: number, { answer, share, passage }: Parts, question: Question): number {
  const own = answer[target] as number;
  if (passage === null) return own;
  return (1 - share) * own + share * passageScore(target, passage.readings, question.signals, scorer().blends);
}

function wholeFaultsOf(
  { vector, words, form, share }: Parts,
  sentences: readonly ScoredSentence[],
  question: Question,
  faults: readonly number[],
): number[] {
  const model = scorer().wholeFaults;
  const own = selectedScores(vector, model.words);
  const parts = blendInputs(
    VERDICT,
    words,
    form,
    sentences.map((s) => s.scores),
    question.signals,
    [],
  );
  const shared = sharedInputs(parts, question, share);
  return faults.map((odds, fault) => wholeProbability(wholeInputs(odds, own[fault] as number, shared), fault, model));
}

/** How the verdict's score would move without the sentence at `at`, in verdicts; the form of what is read as an answer is left as it is. */
export function moveWithout(
  at: number,
  sentences: readonly ScoredSentence[],
  question: Question,
  asked: AskedFor,
  { faults, parts }: Scores,
): number {
  const without = partsOf(sentences.toSpliced(at, 1), question, asked, faults, parts);
  const scoreOf = (of: Parts): number => clamp(rawScore(VERDICT, of, question), 1, 4);
  return scoreOf(without) - scoreOf(parts);
}

/** Levels, verdict and certainty of an answer. */
export function scoreAnswer(
  sentences: readonly ScoredSentence[],
  question: Question,
  asked: AskedQuestion,
  text: string,
  offTopic: boolean,
  faults: readonly number[],
): Scores {
  const model = scorer();
  const targets = question.signals.map((signal) => SIGNALS.indexOf(signal));
  const parts = partsOf(sentences, question, asked, faults);
  const { share } = parts;
  const unlike = isUnlike(share);
  const readings = sentences.map((s) => s.reading);
  const answers = answering(
    { readings, vector: parts.vector, sentences: sentences.map((s) => s.vector) },
    question,
    asked,
    unlike,
    model,
  );
  const shape = readingAt((model.blends[VERDICT] as Blend).readings, share);
  // Nothing is earned by a text that does not answer: no level above named, no verdict above the lowest.
  const outside =
    // The fault of being off topic hangs on few words: alone it refuses nothing, and on passages it is heard where there is none.
    (offTopic && !unlike && answers !== 'yes') ||
    readings.reduce((words, s) => words + s.stems.length, 0) < LEAST_WORDS ||
    !makesSense(senseOf(readings, model.sense.pairs), model.sense) ||
    // What would earn the lowest verdict anyway keeps its own reasons: a weak answer is not told that it is none.
    (answers === 'no' && passed(clamp(rawScore(VERDICT, parts, question), 1, 4), shape.cuts) > 0);
  const because = (target: number, lowest: number): SignalReading['because'] =>
    outside
      ? [
          {
            feature: NO_ANSWER,
            effect: Math.round(1000 * Math.min(0, lowest - rawScore(target, parts, question))) / 1000,
          },
        ]
      : explain(target, sentences, parts, faults, model);
  const signals = question.signals.map((signal, k): SignalReading => {
    const target = targets[k] as number;
    const own = readingAt((model.blends[target] as Blend).readings, share);
    const score = outside ? 0 : clamp(rawScore(target, parts, question), 0, 3);
    const scored = passed(score, own.cuts) as Level;
    const evidence = scored >= 2 ? chooseEvidence(signal, sentences, text, parts) : [];
    // A level that no words support is not given.
    const level: Level = scored >= 2 && evidence.length === 0 ? 1 : scored;
    return {
      signal,
      level,
      evidence,
      set: levelSet(score, level, own, 0) as Level[],
      confidence: certainty(score, level, own),
      because: because(target, 0),
    };
  });
  const raw = outside ? 1 : clamp(rawScore(VERDICT, parts, question), 1, 4);
  // A vote for that no level supports is not given: no grader of 1,400 answers gave one.
  const supported = signals.some(({ level }) => level >= 2);
  const score = supported ? raw : Math.min(raw, shape.cuts[FOR] as number);
  const verdict = (outside ? 1 : 1 + Math.min(passed(score, shape.cuts), supported ? 3 : FOR)) as Verdict;
  return {
    signals,
    verdict,
    score,
    unlike,
    outside,
    doubtful: answers === 'doubtful',
    parts,
    faults,
    wholeFaults: wholeFaultsOf(parts, sentences, question, faults),
    verdictSet: levelSet(score, verdict, shape, 1, answers === 'doubtful') as Verdict[],
    confidence: certainty(score, verdict - 1, shape),
    side: outside ? 1 : normal(Math.abs(score - (shape.cuts[FOR] as number)) / shape.error),
    because: because(VERDICT, 1),
  };
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** Levels within the calibrated half-width of the score, the level given, and, where it is doubtful that there is an answer, the lowest. */
function levelSet(score: number, given: number, shape: ScoreReading, lowest: number, doubtful = false): number[] {
  return [0, 1, 2, 3]
    .map((level) => level + lowest)
    .filter((level) => level === given || (doubtful && level === lowest) || Math.abs(level - score) <= shape.width);
}

/** Probability that a score with this error lies between the cut points of the level. */
function certainty(score: number, level: number, shape: ScoreReading): number {
  const { error } = shape;
  const below = level === 0 ? 0 : normal(((shape.cuts[level - 1] as number) - score) / error);
  const above = level === 3 ? 1 : normal(((shape.cuts[level] as number) - score) / error);
  return Math.max(0, above - below);
}

/** Standard normal distribution function (Abramowitz & Stegun 1964, 26.2.17; error below 7.5e-8). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    0.3989422804014327 *
    Math.exp((-z * z) / 2) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
