/** node tools/judge/snapshot.ts — writes what the judge says of every answer of the corpus, one line each, to be read in a diff. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { judge } from '@legible/judge';
import { readCorpus } from './data.ts';

export const SNAPSHOT = 'corpus/judged.snapshot.txt';

/** id, verdict (graders' mean), levels, and faults with the start of their quotes. */
export function snapshot(root: string): string[] {
  return readCorpus(`${root}corpus`)
    .filter((answer) => answer.making === 'spoken' || answer.making === 'notes')
    .map((answer) => {
      const judged = judge(answer.text, answer.question);
      const levels = judged.signals.map(({ signal, level }) => `${signal} ${level}`).join(', ');
      const faults = judged.findings.map(
        ({ fault, quote, interrupts }) =>
          `${fault}${interrupts ? '!' : ''}${quote.text === '' ? '' : ` "${quote.text.slice(0, 40).replace(/\s+/g, ' ')}"`}`,
      );
      return `${answer.id}  ${judged.verdict} (${answer.verdict})  ${levels}  ${faults.join('; ') || '-'}`;
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const lines = snapshot(root);
  writeFileSync(`${root}${SNAPSHOT}`, `${lines.join('\n')}\n`);
  console.log(`${lines.length} answers, ${SNAPSHOT}`);
}
