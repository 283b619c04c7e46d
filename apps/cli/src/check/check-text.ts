import { ourPhrases } from '@legible/app/own-phrases';
import { type Judgment, KINDS, judge, type Question, type QuestionKind } from '@legible/judge';
import { liftedStrikes } from '@legible/prep/known-phrases/index';
import { questionOf } from '../judge/question.ts';
import { UserError } from '../user-error.ts';
import { frontMatterOf } from './front-matter.ts';
import { spoken } from './spoken.ts';

/** One thing to mend, at its place. Lines and columns count from 1; a column is a UTF-16 unit, as editors count. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** An error is what an interviewer would stop at, or words that are not one's own; the rest are warnings. */
  readonly severity: 'error' | 'warning';
  readonly rule: string;
  /** The words; empty for what is missing. */
  readonly quote: string;
  readonly reason: string;
  readonly mend: string;
}

export interface Checked {
  readonly file: string;
  readonly question: Question;
  /** True where nothing in the file or the options said which kind it is. */
  readonly assumed: boolean;
  readonly problems: readonly Problem[];
  readonly judgment: Judgment;
}

export interface AskedFor {
  readonly kind?: string;
  readonly question?: string;
}

/** Checks one text; the front matter outweighs the options, since it is about this file. */
export function checkText(file: string, text: string, asked: AskedFor): Checked {
  const { end, ...front } = frontMatterOf(file, text);
  const named = front.kind !== undefined || front.question !== undefined;
  const fields = named ? front : { ...front, ...asked };
  const assumed = fields.kind === undefined && fields.question === undefined;
  const question = questionIn(file, assumed ? { ...fields, kind: kindByName(file) } : fields);
  const said = /\.(?:txt|text)$/i.test(file) ? ' '.repeat(end) + text.slice(end) : spoken(text, end);
  const judgment = judged(file, said, question);
  const place = placeIn(text);
  const lastWord = said.trimEnd().length;
  const problems = [
    ...judgment.findings.map(({ fault, quote, reason, better, interrupts }) => {
      const missing = quote.text === '';
      const from = missing ? Math.max(end, lastWord - 1) : quote.from;
      return {
        from,
        to: missing ? lastWord : quote.to,
        severity: interrupts && !missing ? ('error' as const) : ('warning' as const),
        rule: fault as string,
        quote: text.slice(quote.from, quote.to),
        reason,
        mend: better,
      };
    }),
    ...liftedStrikes(said, ourPhrases()).map(({ from, to, rule, reason, mend }) => ({
      from,
      to,
      severity: 'error' as const,
      rule: rule as string,
      quote: text.slice(from, to),
      reason,
      mend,
    })),
  ]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ from, to, ...rest }): Problem => {
      const [line, column] = place(from);
      const [endLine, endColumn] = place(to);
      return { line, column, endLine, endColumn, ...rest };
    });
  return { file, question, assumed, problems, judgment };
}

function questionIn(file: string, fields: Parameters<typeof questionOf>[0]): Question {
  try {
    return questionOf(fields);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [reason = '', mend = ''] = error.message.split(/: (.*)/s);
    throw new UserError(`${file}: ${reason}.`, `${mend.charAt(0).toUpperCase()}${mend.slice(1)}.`);
  }
}

function judged(file: string, said: string, question: Question): Judgment {
  try {
    return judge(said, question);
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${file}: ${error.message}`, 'Check one answer a file.');
    throw error;
  }
}

/** Words in a file's name that tell its kind. */
const NAMED: readonly (readonly [RegExp, QuestionKind])[] = [
  [/why/i, 'why-mle'],
  [/comp|pay|salary|offer/i, 'comp'],
  [/rollout|launch|incident/i, 'story-rollout'],
  [/metric/i, 'story-metric'],
  [/data|label/i, 'story-data'],
  [/rank|search|recommend|feed/i, 'design-ranking'],
  [/predict|fraud|churn|design/i, 'design-prediction'],
];

function kindByName(file: string): QuestionKind {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  return (
    KINDS.find((kind) => kind !== 'probe' && name.toLowerCase().includes(kind)) ??
    NAMED.find(([pattern]) => pattern.test(name))?.[1] ??
    'transition'
  );
}

/** Line and column, from 1, of an offset into the text. */
function placeIn(text: string): (offset: number) => [line: number, column: number] {
  const starts = [0, ...[...text.matchAll(/\r\n|[\n\r]/g)].map(({ index, 0: end }) => index + end.length)];
  return (offset) => {
    let line = starts.findLastIndex((start) => start <= offset);
    if (line < 0) line = 0;
    return [line + 1, offset - starts[line]! + 1];
  };
}
