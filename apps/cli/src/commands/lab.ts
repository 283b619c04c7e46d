import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import {
  ActionError,
  checkSeed,
  checkVolume,
  NothingToLearn,
  parsePlan,
  parseRunFile,
  PlanError,
  prepare,
  replayJobs,
  resultSchema,
  resume,
  RunFileError,
  writeResult,
  writeRunFile,
  WORLDS,
  type Progress,
  type ReplayJob,
  type ReplayOutcome,
  type RunFile,
  type WorldEntry,
} from '@legible/lab';
import { Command } from 'commander';
import { Journal, ReplayPool } from '../lab/replay-pool.ts';
import { summary } from '../lab/summary.ts';
import { checkWritable } from '../lab/writable.ts';
import { challenge } from '../lab/tournament/challenge-command.ts';
import { tournament } from '../lab/tournament/command.ts';
import { UserError } from '../user-error.ts';

const MOST_ROWS = 50_000_000;
/** Text is handed to the disk in pieces of about this many characters. */
const PIECE = 1 << 20;

function worldOf(name: string): WorldEntry {
  const entry = Object.hasOwn(WORLDS, name) ? WORLDS[name] : undefined;
  if (!entry) throw new UserError(`There is no world "${name}".`, `Use one of ${Object.keys(WORLDS).join(', ')}.`);
  return entry;
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UserError(`${path} cannot be read.`, 'Check the path, and that you may read the file.');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(
      `${path} is not JSON: ${(error as Error).message}.`,
      'Start from `legible lab plan fraud --reference textbook`.',
    );
  }
}

function whole(option: string, value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isSafeInteger(number))
    throw new UserError(`${option} is "${value}".`, 'Give a whole number.');
  return number;
}

/** Turns the lab's own complaints into messages without a stack. */
function explain(error: unknown): never {
  if (error instanceof PlanError)
    throw new UserError(
      `The plan cannot be run:\n  ${error.message.replaceAll('\n', '\n  ')}`,
      '`legible lab fields` says what each field means.',
    );
  if (error instanceof RunFileError || error instanceof ActionError || error instanceof NothingToLearn)
    throw new UserError(`${error.message}.`, 'Mend that field and run it again.');
  throw error;
}

interface RunOptions {
  plan?: string;
  file?: string;
  seed?: string;
  volume?: string;
  json?: true;
  out?: string;
  save?: string;
  keep?: string;
  threads: string;
}

function fileOf(name: string, options: RunOptions): RunFile {
  const { world } = worldOf(name);
  if ((options.plan === undefined) === (options.file === undefined)) {
    throw new UserError(
      'A run needs --plan PLAN.json or --file RUN.json, and not both.',
      'Print a plan with `legible lab plan fraud --reference expert`.',
    );
  }
  if (options.file !== undefined) return parseRunFile(readJson(options.file), world);
  const seed = checkSeed(whole('--seed', options.seed ?? '1'));
  const volume = checkVolume(whole('--volume', options.volume ?? String(world.defaultVolume)), world);
  return { version: 1, world: world.id, seed, volume, plan: parsePlan(readJson(options.plan!), world), actions: [] };
}

/** Runs a stage to its end, and lets messages of the threads in between its steps. */
async function driveAside<T>(stage: Generator<Progress, T, void>, onProgress: (p: Progress) => void): Promise<T> {
  let step = stage.next();
  while (!step.done) {
    onProgress(step.value);
    await setImmediate();
    step = stage.next();
  }
  return step.value;
}

async function runLab(name: string, options: RunOptions): Promise<void> {
  const { world, references } = worldOf(name);
  const file = fileOf(name, options);
  const threads = Math.min(16, Math.max(1, whole('--threads', options.threads)));
  checkWritable('--keep', options.keep);
  checkWritable('--save', options.save);
  checkWritable('--out', options.out);
  const live = process.stderr.isTTY;
  const say = (text: string): void => void (live && process.stderr.write(`\r${text.slice(0, 78).padEnd(78)}`));
  const pool = new ReplayPool(file, threads, new Journal(options.keep, file));
  try {
    let [done, wanted] = [0, 0];
    const replay = (jobs: readonly ReplayJob[]): Promise<ReplayOutcome[]> => {
      wanted += jobs.length;
      return pool.run(jobs, (id) => say(`Replayed ${++done} of ${wanted}: ${id}`));
    };
    // The first replays depend on the file alone: they begin while the run itself is lived here.
    const first = replay(replayJobs(world, file, references));
    const ground = await driveAside(prepare(world, file.seed, file.volume), (p) => say(p.says));
    const run = await driveAside(resume(ground, file, Infinity), (p) => say(p.says));
    const reveal = run.reveal(references);
    reveal.next();
    let step = reveal.next(await first);
    while (!step.done) step = reveal.next(await replay(step.value));
    if (live) process.stderr.write(`\r${' '.repeat(78)}\r`);
    const text = writeResult(step.value);
    if (options.save !== undefined) writeFileSync(options.save, writeRunFile(file));
    if (options.out !== undefined) writeFileSync(options.out, text);
    process.stdout.write(options.json ? text : summary(step.value));
  } finally {
    await pool.close();
  }
}

function generate(
  name: string,
  { transactions, rows: given, seed, out }: { transactions?: string; rows?: string; seed: string; out: string },
): void {
  const { world } = worldOf(name);
  const option = given === undefined ? '--transactions' : '--rows';
  const wanted = given ?? transactions;
  if (wanted === undefined) throw new UserError('The number of rows is missing.', 'Give it with --rows.');
  const rows = whole(option, wanted);
  if (rows < 1 || rows > MOST_ROWS)
    throw new UserError(`${option} is ${rows}.`, `Give 1 to ${MOST_ROWS.toLocaleString('en-US')}.`);
  let to: number;
  try {
    to = openSync(out, 'w');
  } catch {
    throw new UserError(`${out} cannot be written.`, 'Check that the folder exists and that you may write there.');
  }
  let written = 0;
  let names: string[] = [];
  let text = '';
  for (const chunk of world.table(checkSeed(whole('--seed', seed)), rows)) {
    const columns = Object.values(chunk.columns);
    if (names.length === 0) {
      names = Object.keys(chunk.columns);
      text = `${names.join(',')}\n`;
    }
    for (let row = 0; row < chunk.rows; row++) {
      let line = '';
      for (let c = 0; c < columns.length; c++) {
        const x = columns[c]![row]!;
        // Seven digits hold every value of single precision that the world makes; empty is missing.
        line += `${c === 0 ? '' : ','}${x === x ? (Number.isInteger(x) ? x : Number(x.toPrecision(7))) : ''}`;
      }
      text += `${line}\n`;
      if (text.length > PIECE) {
        writeSync(to, text);
        text = '';
      }
    }
    written += chunk.rows;
  }
  writeSync(to, text);
  closeSync(to);
  process.stdout.write(`${written.toLocaleString('en-US')} rows with ${names.length} columns in ${out}\n`);
}

function fields(name: string, { json }: { json?: true }): void {
  const { fields: FIELDS, monitors: MONITORS } = worldOf(name).world;
  if (json) {
    process.stdout.write(`${JSON.stringify({ fields: FIELDS, monitors: MONITORS }, null, 2)}\n`);
    return;
  }
  for (const { path, says, risks, type } of FIELDS) {
    const range =
      type.kind === 'choice'
        ? type.choices.join(' | ')
        : type.kind === 'number'
          ? `${type.min} to ${type.max} ${type.unit}`
          : type.kind === 'flag'
            ? 'true | false'
            : type.kind === 'text'
              ? `text, at most ${type.maxLength} characters`
              : `at most ${type.maxItems} rising shares`;
    process.stdout.write(`${path}  (${range})\n  ${says}\n  Risk: ${risks}\n`);
  }
  for (const m of MONITORS)
    process.stdout.write(
      `monitors: ${m.kind}  (${m.min} to ${m.max}, $${m.dollarsPerDay} a day)\n  ${m.says}\n  Risk: ${m.risks}\n`,
    );
}

export const command = () => {
  const lab = new Command('lab').description('Run a simulated ML product, and pay for a bad evaluation.');
  const guarded =
    <A extends unknown[]>(act: (...args: A) => void | Promise<void>) =>
    async (...args: A): Promise<void> => {
      try {
        await act(...args);
      } catch (error) {
        explain(error);
      }
    };
  lab
    .command('run <world>')
    .description('Live a plan for twelve weeks, then show the truth and the bill.')
    .option('--plan <file>', 'the plan, as JSON')
    .option('--file <file>', 'a kept run: world, seed, plan and actions')
    .option('--seed <n>', 'which world of its kind', '1')
    .option('--volume <n>', 'payments a day')
    .option('--json', 'print the whole result; `legible lab schema` documents it')
    .option('--out <file>', 'write the whole result to a file as well')
    .option('--save <file>', 'write the run as a small file that replays to the byte')
    .option('--keep <file>', 'keep replays as they finish: a run that was killed goes on from there')
    .option('--threads <n>', 'threads for the replays', String(Math.min(4, availableParallelism())))
    .action(guarded(runLab));
  lab
    .command('plan <world>')
    .description('Print a reference plan.')
    .requiredOption('--reference <name>', 'rule, naive, textbook, cautious or expert')
    .action(
      guarded((name: string, { reference }: { reference: string }) => {
        const { references } = worldOf(name);
        if (!Object.hasOwn(references, reference))
          throw new UserError(
            `There is no reference plan "${reference}".`,
            `Use one of ${Object.keys(references).join(', ')}.`,
          );
        process.stdout.write(`${JSON.stringify(references[reference], null, 2)}\n`);
      }),
    );
  lab
    .command('generate <world>')
    .description('Write the history of a world as a table, with its features and its truth.')
    .option('--rows <n>', 'rows: payments, or items shown')
    .option('--transactions <n>', 'the same as --rows')
    .option('--seed <n>', 'which world of its kind', '1')
    .requiredOption('--out <file>', 'the CSV file to write')
    .action(guarded(generate));
  lab
    .command('fields')
    .argument('[world]', 'the world', 'fraud')
    .description('Say what each field of a plan means, what it may be, and what it risks.')
    .option('--json', 'print them as data')
    .action(guarded(fields));
  lab
    .command('schema')
    .description('Print the JSON Schema of the result of a run.')
    .action(() => void process.stdout.write(`${JSON.stringify(resultSchema, null, 2)}\n`));
  lab.addCommand(tournament());
  lab.addCommand(challenge());
  return lab;
};
