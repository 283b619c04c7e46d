import { fullBank } from '@legible/corpus';
import { KINDS, type Question, type QuestionKind, SIGNALS, type SignalId, SIGNALS_OF_KIND } from '@legible/judge';

/** A question as asked for: one of the bank, one of its own, or one of the bank with parts changed. */
export interface QuestionFields {
  readonly question?: unknown;
  readonly kind?: unknown;
  readonly signals?: unknown;
  readonly questionText?: unknown;
  readonly seconds?: unknown;
}

/** Seconds that a question of its own is given when it does not say. */
const SECONDS = 120;

/** The question, or throws a RangeError that names the field, the reason and the mend. */
export function questionOf(fields: QuestionFields): Question {
  const base = fields.question === undefined ? undefined : bankQuestion(fields.question);
  const kind = fields.kind === undefined ? base?.kind : kindOf(fields.kind);
  if (kind === undefined)
    throw new RangeError(
      `"kind" is missing: give "question" with an id of the bank, or "kind" with one of ${KINDS.join(', ')}`,
    );
  return {
    id: base?.id ?? 'own',
    kind,
    signals: signalsOf(fields, kind, base),
    seconds: fields.seconds === undefined ? (base?.seconds ?? SECONDS) : secondsOf(fields.seconds),
    text: fields.questionText === undefined ? (base?.text ?? '') : stringOf(fields.questionText, 'questionText'),
  };
}

function bankQuestion(id: unknown): Question {
  const found = fullBank.find((question) => question.id === id);
  if (found === undefined)
    throw new RangeError(
      `"question" is ${show(id)}, and the bank has no such question: "legible questions" lists them`,
    );
  return found;
}

function kindOf(kind: unknown): QuestionKind {
  const found = KINDS.find((known) => known === kind);
  if (found === undefined) throw new RangeError(`"kind" is ${show(kind)}: use one of ${KINDS.join(', ')}`);
  return found;
}

function signalsOf(
  { signals, kind: changed }: QuestionFields,
  kind: QuestionKind,
  base: Question | undefined,
): readonly SignalId[] {
  if (signals === undefined) {
    if (base !== undefined && (changed === undefined || kind === base.kind)) return base.signals;
    if (kind === 'probe')
      throw new RangeError('"signals" is missing: a probe names its own, such as ["data","evaluation"]');
    return SIGNALS_OF_KIND[kind];
  }
  if (!Array.isArray(signals) || signals.length === 0)
    throw new RangeError(`"signals" is ${show(signals)}: give a list of ${SIGNALS.join(', ')}`);
  const read = signals.map((signal: unknown) => {
    const found = SIGNALS.find((known) => known === signal);
    if (found === undefined) throw new RangeError(`"signals" has ${show(signal)}: use ${SIGNALS.join(', ')}`);
    return found;
  });
  const twice = read.find((signal, index) => read.indexOf(signal) !== index);
  if (twice !== undefined) throw new RangeError(`"signals" has "${twice}" twice: name each once`);
  return read;
}

function secondsOf(seconds: unknown): number {
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds <= 0 || seconds > 86_400)
    throw new RangeError(
      `"seconds" is ${show(seconds)}: give the time for the answer as a number above 0, such as 120`,
    );
  return seconds;
}

export function stringOf(value: unknown, field: string): string {
  if (typeof value !== 'string') throw new RangeError(`"${field}" is ${show(value)}: give a string`);
  return value;
}

function show(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
