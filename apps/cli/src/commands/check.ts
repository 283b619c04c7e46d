import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { KINDS, LEVEL_NAMES, VERDICT_NAMES } from '@legible/judge';
import { Command } from 'commander';
import { type AskedFor, type Checked, checkText } from '../check/check-text.ts';
import { UserError } from '../user-error.ts';

interface Options extends AskedFor {
  readonly json?: true;
}

/** A file that could not be checked. */
interface NotChecked {
  readonly file: string;
  readonly error: string;
  readonly mend: string;
}

/** Nothing to mend; something to mend; a file could not be checked. */
const STATUS = { clean: 0, problems: 1, notChecked: 2 };
const MAX_BYTES = 1_000_000;

export const command = () =>
  new Command('check')
    .description('Check drafts for an editor or for CI: one line for each thing to mend, with its line and column.')
    .argument('<file...>', 'Markdown or text; "-" reads standard input')
    .option('--kind <kind>', `what the files answer, where their front matter does not say: ${KINDS.join(', ')}`)
    .option('--question <id>', 'or the question of the bank that they answer')
    .option('--json', 'print the result as data')
    .addHelpText(
      'after',
      '\nA file may begin with "---", "kind: story-data" or "question: sd-a", and "---".\nExit status: 0 nothing to mend, 1 something to mend, 2 a file could not be checked.',
    )
    .action(async (files: string[], { json, ...asked }: Options) => {
      const results: (Checked | NotChecked)[] = [];
      for (const file of files) results.push(await checkFile(file, asked));
      process.stdout.write(json ? `${JSON.stringify(results.map(asData), null, 2)}\n` : results.map(asLines).join(''));
      if (!json) process.stderr.write(summary(results));
      process.exitCode = results.some((result) => 'error' in result)
        ? STATUS.notChecked
        : results.some((result) => 'problems' in result && result.problems.length > 0)
          ? STATUS.problems
          : STATUS.clean;
    });

async function checkFile(file: string, asked: AskedFor): Promise<Checked | NotChecked> {
  const name = file === '-' ? '<stdin>' : file;
  try {
    return checkText(name, file === '-' ? await textOf(process.stdin) : await contentOf(file), asked);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { file: name, error: error.message, mend: error.mend };
  }
}

async function contentOf(file: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError(`${file}: there is no such file.`, 'Check the name.');
    if (code === 'EISDIR') throw new UserError(`${file}: this is a folder.`, 'Give files.');
    throw new UserError(`${file}: could not be read: ${message}.`, 'Check that you may read it.');
  }
  if (bytes.length > MAX_BYTES)
    throw new UserError(`${file}: has more than ${MAX_BYTES / 1_000_000} MB.`, 'Check one answer a file.');
  if (bytes.includes(0)) throw new UserError(`${file}: is not text.`, 'Give Markdown or plain text.');
  return bytes.toString('utf8');
}

function asData(result: Checked | NotChecked) {
  if ('error' in result) return result;
  const { file, question, assumed, problems, judgment } = result;
  return {
    file,
    question: question.id === 'own' ? null : question.id,
    kind: question.kind,
    kindAssumed: assumed,
    verdict: judgment.verdict,
    signals: Object.fromEntries(judgment.signals.map(({ signal, level }) => [signal, level])),
    unsure: judgment.unsure,
    findings: problems,
  };
}

/** One line for each finding, in the form that compilers use and editors read. */
function asLines(result: Checked | NotChecked): string {
  if ('error' in result) return `${result.error.replace(/^([^:]+): /, '$1:1:1: error: ')} ${result.mend}\n`;
  return result.problems
    .map(
      ({ line, column, severity, rule, quote, reason, mend }) =>
        `${result.file}:${line}:${column}: ${severity}: ${quote === '' || reason.startsWith('“') ? '' : `“${short(quote)}” `}${reason} ${mend} [${rule}]\n`,
    )
    .join('');
}

const short = (quote: string): string => {
  const words = quote.replace(/\s+/g, ' ');
  return words.length <= 60 ? words : `${words.slice(0, 57)}…`;
};

function summary(results: readonly (Checked | NotChecked)[]): string {
  return results
    .map((result) => {
      if ('error' in result) return `${result.file}: not checked\n`;
      const { file, question, assumed, problems, judgment } = result;
      const levels = judgment.signals.map(({ signal, level }) => `${signal} ${level} ${LEVEL_NAMES[level]}`).join(', ');
      const as = assumed ? `${question.kind} (assumed: say "kind:" in the front matter)` : question.kind;
      return `${file}: ${problems.length === 1 ? '1 finding' : `${problems.length} findings`} as ${as}; ${VERDICT_NAMES[judgment.verdict]}; ${levels}\n`;
    })
    .join('');
}
