import { parseDocument } from 'yaml';
import { UserError } from '../user-error.ts';

/** What a file says about itself before its text. */
export interface FrontMatter {
  readonly kind?: string;
  readonly question?: string;
  readonly signals?: readonly string[];
  readonly seconds?: number;
  readonly questionText?: string;
  /** Where the text begins, as an offset into the file. */
  readonly end: number;
}

/** Reads the YAML between two lines of "---" at the head of a file; other keys are the file's own business. */
export function frontMatterOf(file: string, text: string): FrontMatter {
  const match = /^(?:\uFEFF)?---[ \t]*\r?\n([^]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (match === null || match.index !== 0) return { end: 0 };
  const document = parseDocument(match[1]!, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined)
    throw new UserError(
      `${file}: the front matter is not YAML: ${error.message.split('\n')[0]}`,
      'Write "kind: story-data" or "question: sd-a" between two lines of "---".',
    );
  const value: unknown = document.toJS();
  const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return {
    ...(fields['kind'] === undefined ? {} : { kind: String(fields['kind']) }),
    ...(fields['question'] === undefined ? {} : { question: String(fields['question']) }),
    ...(fields['signals'] === undefined ? {} : { signals: [fields['signals']].flat().map(String) }),
    ...(fields['seconds'] === undefined ? {} : { seconds: Number(fields['seconds']) }),
    ...(fields['questionText'] === undefined ? {} : { questionText: String(fields['questionText']) }),
    end: match[0].length,
  };
}
