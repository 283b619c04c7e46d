import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { KINDS, SIGNALS, SIGNALS_OF_KIND, type SignalId } from '@legible/judge';
import type { BankQuestion } from '@legible/corpus/bank-question';

const ROOT = fileURLToPath(new URL('../corpus/', import.meta.url));

/** Where the generated index of the bank goes. */
export const GENERATED = `${ROOT}src/bank.generated.ts`;

const FIELDS = ['id', 'kind', 'signals', 'seconds', 'text', 'covers', 'traps', 'domain'];

/** What is wrong with a file of the bank, field by field; empty where nothing is. */
export function faultsOf(path: string, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${path}: not an object; write one question.`];
  const question = value as Record<string, unknown>;
  const faults: string[] = [];
  const check = (field: string, good: boolean, mend: string) => {
    if (!good) faults.push(`${path}: ${field} ${mend}`);
  };
  const [kind, file] = path.split('/');
  check('id', file === `${String(question.id)}.json`, 'must be the name of the file.');
  check(
    'kind',
    question.kind === kind && KINDS.some((known) => known === kind),
    'must be the name of the folder, one of the nine kinds.',
  );
  const signals = Array.isArray(question.signals) ? question.signals : [];
  const called = question.kind === 'probe' ? null : SIGNALS_OF_KIND[question.kind as keyof typeof SIGNALS_OF_KIND];
  check(
    'signals',
    called === null ? signals.length >= 2 && signals.length <= 3 : JSON.stringify(signals) === JSON.stringify(called),
    'must be two or three for a probe, else those of its kind in the order of the rubric.',
  );
  check(
    'signals',
    signals.every((one) => SIGNALS.includes(one as SignalId)),
    'must be signals of the rubric.',
  );
  check(
    'seconds',
    Number.isInteger(question.seconds) && Number(question.seconds) >= 30,
    'must be a whole number of at least 30.',
  );
  check(
    'text',
    typeof question.text === 'string' && question.text.length >= 20,
    'must be the question as it is asked.',
  );
  check('domain', typeof question.domain === 'string' && question.domain !== '', 'must say what it is about.');
  for (const field of ['covers', 'traps']) {
    const items = question[field];
    const good =
      Array.isArray(items) && items.length >= 3 && items.every((item) => typeof item === 'string' && item !== '');
    check(field, good, 'must be a list of at least three.');
  }
  for (const field of Object.keys(question))
    check(field, FIELDS.includes(field), 'is not a field of a question; remove it.');
  return faults;
}

/** Every question of corpus/bank, by kind in the order of the rubric and then by id. Throws with every fault found. */
export function readBank(): readonly BankQuestion[] {
  const faults: string[] = [];
  const questions: BankQuestion[] = [];
  for (const kind of KINDS) {
    for (const file of readdirSync(`${ROOT}bank/${kind}`).sort()) {
      const value: unknown = JSON.parse(readFileSync(`${ROOT}bank/${kind}/${file}`, 'utf8'));
      faults.push(...faultsOf(`${kind}/${file}`, value));
      questions.push(value as BankQuestion);
    }
  }
  const ids = questions.map(({ id }) => id);
  faults.push(...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id}: used by two questions.`));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return questions;
}

/** The text of the generated index. */
export function generateBank(questions: readonly BankQuestion[]): string {
  const rows = questions.map((question) => `  ${JSON.stringify(question)},\n`).join('');
  return `// Generated from corpus/bank by tools/generate-bank.ts; change the question's own file and run it again.\nimport type { BankQuestion } from './bank-question.ts';\n\nexport const fullBank: readonly BankQuestion[] = [\n${rows}];\n`;
}

if (import.meta.main) {
  const questions = readBank();
  writeFileSync(GENERATED, generateBank(questions));
  console.log(`${questions.length} questions written to corpus/src/bank.generated.ts`);
}
