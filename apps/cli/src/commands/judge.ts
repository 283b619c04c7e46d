import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { KINDS, SIGNALS } from '@legible/judge';
import { Command } from 'commander';
import { judgeBatch } from '../judge/batch.ts';
import { asData, judgeText, type QuestionOptions, questionOfOptions } from '../judge/judge-one.ts';
import { markedAnswer } from '../judge/marked-answer.ts';
import { paint } from '../terminal/paint.ts';
import { columns } from '../terminal/wrap.ts';
import { UserError } from '../user-error.ts';

interface Options extends QuestionOptions {
  readonly json?: true;
  readonly batch?: string;
}

export const command = () =>
  new Command('judge')
    .description('Mark an answer: the faults, the level of each signal with its evidence, and the vote.')
    .argument('[file]', 'the answer as text; "-" or nothing reads it from standard input')
    .option('--question <id>', 'the question of the bank that it answers')
    .option('--kind <kind>', `for a question of your own: ${KINDS.join(', ')}`)
    .option('--signals <list>', `what it calls for, if not what its kind does: ${SIGNALS.join(',')}`)
    .option('--question-text <text>', 'its words')
    .option('--seconds <n>', 'the time it gives')
    .option('--json', 'print the marked answer as data')
    .option(
      '--batch <file>',
      'judge JSON lines {"id","text","kind","signals","questionText","seconds"} or {"id","text","question"}; prints one JSON line each',
    )
    .action(async (file: string | undefined, options: Options) => {
      if (options.batch === undefined) return judgeOne(file ?? '-', options);
      if (file !== undefined)
        throw new UserError('--batch takes its own file, and an answer is given besides.', 'Give one or the other.');
      return printBatch(options.batch);
    });

async function judgeOne(file: string, options: Options): Promise<void> {
  const question = questionOfOptions(options);
  let text = '';
  for await (const chunk of textOf(file)) text += chunk;
  text = text.replace(/^\uFEFF/, '');
  const judgment = judgeText(text, question);
  process.stdout.write(
    options.json
      ? `${JSON.stringify(asData(text, question, judgment), null, 2)}\n`
      : markedAnswer(text, question, judgment, paint(process.stdout), columns(process.stdout)),
  );
}

async function printBatch(file: string): Promise<void> {
  for await (const result of judgeBatch(textOf(file))) {
    if ('error' in result) process.exitCode = 1;
    if (!process.stdout.write(`${JSON.stringify(result)}\n`)) await once(process.stdout, 'drain');
  }
}

/** The file's text in chunks; what cannot be read is the user's to mend. */
async function* textOf(file: string): AsyncGenerator<string> {
  const stream = file === '-' ? process.stdin : createReadStream(file);
  stream.setEncoding('utf8');
  try {
    for await (const chunk of stream) yield chunk as string;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new UserError(`There is no file "${file}".`, 'Check the name, or use "-" to read from standard input.');
    if (code === 'EISDIR') throw new UserError(`"${file}" is a folder.`, 'Give a file.');
    throw new UserError(`"${file}" could not be read: ${message}.`, 'Check that you may read it.');
  }
}
