import { judge, type Judgment } from '@legible/judge';
import { type Line, linesOf } from './lines.ts';
import { questionOf, stringOf } from './question.ts';

/** Characters of one line: the longest answer with every character escaped, and room for the rest. */
export const MAX_LINE = 500_000;

/** One line of the batch's output for an answer that was judged. */
export interface BatchResult {
  readonly id: string | number | null;
  readonly signals: Readonly<Record<string, number>>;
  readonly verdict: number;
  readonly faults: readonly {
    readonly id: string;
    readonly quote: string;
    readonly from: number;
    readonly to: number;
  }[];
  readonly evidence: Readonly<Record<string, readonly string[]>>;
  readonly confidence: number;
}

/** The parts of a judgment that the batch format has. */
export function batchFields({ signals, verdict, findings, confidence }: Judgment): Omit<BatchResult, 'id'> {
  return {
    signals: Object.fromEntries(signals.map(({ signal, level }) => [signal, level])),
    verdict,
    faults: findings.map(({ fault, quote }) => ({ id: fault, quote: quote.text, from: quote.from, to: quote.to })),
    evidence: Object.fromEntries(signals.map(({ signal, evidence }) => [signal, evidence.map(({ text }) => text)])),
    confidence,
  };
}

/** Judges JSON lines one by one, in order; a line that cannot be judged gives its error and the next goes on. */
export async function* judgeBatch(
  input: AsyncIterable<string>,
): AsyncGenerator<BatchResult | { id: string | number | null; error: string }> {
  for await (const line of linesOf(input, MAX_LINE)) {
    const text = line.number === 1 ? line.text?.replace(/^\uFEFF/, '') : line.text;
    if (text?.trim() !== '') yield judgeLine({ number: line.number, text: text ?? null });
  }
}

function judgeLine({ number, text }: Line): BatchResult | { id: string | number | null; error: string } {
  let id: string | number | null = null;
  try {
    if (text === null)
      throw new RangeError(
        `the line is longer than ${MAX_LINE} characters: split the file at line breaks, one answer a line`,
      );
    const fields = objectOf(text);
    if (typeof fields['id'] === 'string' || typeof fields['id'] === 'number') id = fields['id'];
    else throw new RangeError('"id" is missing: give each line an id, so that its result can be found');
    const judgment = judge(stringOf(fields['text'], 'text'), questionOf(fields));
    return { id, ...batchFields(judgment) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { id, error: `line ${number}: ${error.message}` };
  }
}

function objectOf(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new RangeError(`not JSON (${(error as Error).message}): each line is one object`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RangeError('not an object: each line is one object with "id" and "text"');
  return value as Record<string, unknown>;
}
