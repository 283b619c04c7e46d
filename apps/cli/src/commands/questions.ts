import { fullBank } from '@legible/corpus';
import { KINDS } from '@legible/judge';
import { Command } from 'commander';
import { paint } from '../terminal/paint.ts';
import { columns, wrap } from '../terminal/wrap.ts';
import { UserError } from '../user-error.ts';

export const command = () =>
  new Command('questions')
    .description('List the bank of questions.')
    .option('--kind <kind>', `only questions of this kind: ${KINDS.join(', ')}`)
    .option('--json', 'print them as data')
    .action(({ kind, json }: { kind?: string; json?: true }) => {
      if (kind !== undefined && !KINDS.some((known) => known === kind))
        throw new UserError(`--kind "${kind}" is not a kind of question.`, `Use one of ${KINDS.join(', ')}.`);
      const questions = fullBank
        .filter((question) => kind === undefined || question.kind === kind)
        .map(({ id, kind: own, signals, seconds, text }) => ({ id, kind: own, signals, seconds, text }));
      if (json) {
        process.stdout.write(`${JSON.stringify(questions, null, 2)}\n`);
        return;
      }
      const pen = paint(process.stdout);
      const width = Math.max(...questions.map(({ id }) => id.length));
      for (const group of KINDS.filter((one) => questions.some((question) => question.kind === one))) {
        process.stdout.write(`${pen.strong(group)}\n`);
        for (const { id, seconds, text } of questions.filter((question) => question.kind === group)) {
          const indent = ' '.repeat(width + 10);
          const [first, ...rest] = wrap(text, columns(process.stdout) - indent.length);
          process.stdout.write(
            `  ${id.padEnd(width)}  ${`${seconds} s`.padStart(5)} ${first}\n${rest.map((line) => `${indent}${line}\n`).join('')}`,
          );
        }
        process.stdout.write('\n');
      }
    });
