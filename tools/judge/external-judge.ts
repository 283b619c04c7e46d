/** Measures any judge that reads and prints the batch format of `legible judge --batch`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SIGNALS, type SignalId } from '@legible/judge';
import { kappa } from './agreement.ts';
import type { GradedAnswer } from './data.ts';

interface Line {
  readonly id: string;
  readonly verdict?: number;
  readonly signals?: Readonly<Partial<Record<SignalId, number>>>;
  readonly error?: string;
}

/** A table of agreement. Throws when the command prints no line that can be read. */
export function evaluateBatchJudge(command: string, answers: readonly GradedAnswer[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'legible-batch-'));
  try {
    const file = join(folder, 'answers.jsonl');
    writeFileSync(
      file,
      answers
        .map(({ id, text, question }) =>
          JSON.stringify({
            id,
            text,
            kind: question.kind,
            signals: question.signals,
            questionText: question.text,
            seconds: question.seconds,
          }),
        )
        .join('\n') + '\n',
    );
    const run = spawnSync(`${command} ${JSON.stringify(file)}`, {
      shell: true,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = new Map<string, Line>();
    for (const text of run.stdout.split('\n'))
      if (text.startsWith('{')) {
        const line = JSON.parse(text) as Line;
        lines.set(line.id, line);
      }
    if (lines.size === 0)
      throw new Error(
        `The judge "${command}" printed no line of JSON (exit status ${run.status}): it must print one line an answer, as legible judge --batch does.`,
      );
    const rows: string[] = [`${'target'.padEnd(12)}${'answers'.padStart(8)}${'kappa'.padStart(8)}`];
    for (const target of [...SIGNALS, 'verdict'] as const) {
      const pairs = answers.flatMap((answer) => {
        const line = lines.get(answer.id);
        const given = target === 'verdict' ? line?.verdict : line?.signals?.[target];
        return given === undefined
          ? []
          : answer.grades.flatMap((grade) => {
              const truth = target === 'verdict' ? grade.verdict : grade.signals[target];
              return truth === undefined ? [] : [[given, truth] as const];
            });
      });
      if (pairs.length > 0)
        rows.push(
          `${target.padEnd(12)}${String(pairs.length).padStart(8)}${kappa(
            pairs.map(([a]) => a),
            pairs.map(([, b]) => b),
          )
            .toFixed(3)
            .padStart(8)}`,
        );
    }
    const unanswered = answers.filter((answer) => lines.get(answer.id)?.verdict === undefined).length;
    rows.push(`${unanswered} of ${answers.length} answers got no verdict`);
    return rows.join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
