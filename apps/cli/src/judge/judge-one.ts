import { judge, type Judgment, type Question } from '@legible/judge';
import { UserError } from '../user-error.ts';
import { batchFields } from './batch.ts';
import { questionOf } from './question.ts';

export interface QuestionOptions {
  readonly question?: string;
  readonly kind?: string;
  readonly signals?: string;
  readonly questionText?: string;
  readonly seconds?: string;
}

/** The question that the options ask for, with an error in the options' own names. */
export function questionOfOptions({ question, kind, signals, questionText, seconds }: QuestionOptions): Question {
  if (question === undefined && kind === undefined)
    throw new UserError(
      'Which question does it answer?',
      'Give --question with an id from "legible questions", or --kind and --question-text for one of your own.',
    );
  try {
    return questionOf({
      question,
      kind,
      questionText,
      signals: signals?.split(',').map((signal) => signal.trim()),
      seconds: seconds === undefined ? undefined : Number(seconds),
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [reason = '', mend = ''] = error.message.split(/: (.*)/s);
    throw new UserError(
      `${reason.replace(/^"(\w+)"/, (_, field: string) => OPTION[field] ?? field)}.`,
      `${mend.charAt(0).toUpperCase()}${mend.slice(1)}.`,
    );
  }
}

const OPTION: Readonly<Record<string, string>> = {
  question: '--question',
  kind: '--kind',
  signals: '--signals',
  questionText: '--question-text',
  seconds: '--seconds',
};

export function judgeText(text: string, question: Question): Judgment {
  try {
    return judge(text, question);
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(error.message, 'Nothing was judged.');
    throw error;
  }
}

/** The marked answer as data: the batch's fields, and beside them everything the marks are made of. */
export function asData(text: string, question: Question, judgment: Judgment) {
  return {
    question,
    text,
    ...batchFields(judgment),
    faults: judgment.findings.map(({ fault, quote, ...rest }) => ({
      id: fault,
      quote: quote.text,
      from: quote.from,
      to: quote.to,
      ...rest,
    })),
    levels: judgment.signals,
    verdictSet: judgment.verdictSet,
    score: judgment.score,
    because: judgment.because,
    deciding: judgment.deciding,
    unsure: judgment.unsure,
  };
}
