import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { OfferError } from '@legible/offers';
import {
  behaviours,
  COUNTERPARTS,
  facing,
  open,
  openSheets,
  outcome,
  over,
  parseCandidateSheet,
  PROFILES,
  reservation,
  step,
  worthOfSentences,
  type CandidateSheet,
  type State,
} from '@legible/offers/negotiation/index';
import { Command } from 'commander';
import { asksOf, ending, readingOf, tableOf } from '../negotiate/words.ts';
import { UserError } from '../user-error.ts';

interface Options {
  readonly counterpart?: string;
  readonly seed: string;
  readonly profile: string;
  readonly sheet?: string;
  readonly json?: true;
  readonly list?: true;
}

const HELP = `
What you type is read first. In a terminal, Enter lets it count and "n" takes it back; from a pipe it counts at once,
unless it could mean several things: then it is refused and the next line goes on.
A line "/leave" ends the conversation, "/table" shows the table.
Exit status: 0 the conversation was held, 1 it could not be begun.`;

export const command = () =>
  new Command('negotiate')
    .description('Negotiate an offer against someone with a hidden interest; afterwards both sheets are opened.')
    .option('--counterpart <name>', 'whom you face; --list names them')
    .option('--seed <n>', 'the same seed gives the same person on the same day', '1')
    .option('--profile <name>', `what you value: ${PROFILES.map(({ profile }) => profile).join(', ')}`, 'balanced')
    .option('--sheet <file>', 'or your own sheet, as JSON')
    .option('--list', 'list the counterparts')
    .option('--json', 'print the result as data')
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      if (options.list) return list(options.json === true);
      try {
        await talk(begin(options), options.json === true);
      } catch (error) {
        if (!(error instanceof OfferError)) throw error;
        throw new UserError(error.message, 'See `legible negotiate --help`.');
      }
    });

function list(json: boolean): void {
  const rows = COUNTERPARTS.map(({ id, name, role, company, face }) => ({ id, name, role, company, face }));
  process.stdout.write(
    json
      ? `${JSON.stringify(rows, null, 2)}\n`
      : rows
          .map(
            ({ id, name, role, company, face }) =>
              `${id.padEnd(16)} ${name}, ${role}, ${company}\n${' '.repeat(17)}${face}\n`,
          )
          .join(''),
  );
}

function begin({ counterpart, seed, profile, sheet }: Options): State {
  if (counterpart === undefined)
    throw new UserError('--counterpart is missing.', '`legible negotiate --list` names them.');
  if (!/^\d+$/.test(seed)) throw new UserError(`--seed is "${seed}".`, 'Give a whole number, 0 or more.');
  return open(idOf(counterpart), Number(seed), sheet === undefined ? profileOf(profile) : sheetFrom(sheet));
}

/** A counterpart's id from its id or the person's name, whole or either part of it. */
function idOf(given: string): string {
  const wanted = given.trim().toLowerCase();
  const named = COUNTERPARTS.find(({ name }) => {
    const whole = name.toLowerCase();
    return whole === wanted || whole.split(' ').includes(wanted);
  });
  return named?.id ?? wanted;
}

function profileOf(name: string): CandidateSheet {
  const found = PROFILES.find(({ profile }) => profile === name);
  if (!found)
    throw new UserError(`--profile is "${name}".`, `Use ${PROFILES.map(({ profile }) => profile).join(', ')}.`);
  return found;
}

function sheetFrom(path: string): CandidateSheet {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UserError(
      `${path}: cannot be read as JSON: ${(error as Error).message}.`,
      'Check the path and the file.',
    );
  }
  return parseCandidateSheet(document);
}

async function talk(first: State, json: boolean): Promise<void> {
  const terminal = process.stdin.isTTY === true;
  const print = (text: string): void => void (json ? process.stderr : process.stdout).write(`${text}\n`);
  const { name, currency } = facing(first);
  let state = first;
  print(`${name}: ${state.turns[0]?.text}\n${tableOf(state)}`);
  const lines = createInterface({ input: process.stdin, ...(terminal && { output: process.stderr, prompt: '> ' }) });
  if (terminal) lines.prompt();
  for await (const raw of lines) {
    const line = raw.trim();
    if (line === '/table') print(tableOf(state));
    else if (line === '/leave') state = step(state, { type: 'leave' }).state;
    else if (state.pending && terminal) {
      const back = /^n/i.test(line);
      state = back ? step(state, { type: 'withdraw' }).state : counted(state, print, name);
      if (back) print('Taken back. Say it in other words.');
    } else if (line !== '') {
      if (!terminal) print(`You: ${line}`);
      state = step(state, { type: 'say', text: line }).state;
      const reading = state.pending?.reading;
      if (reading) print(readingOf(reading, currency));
      if (reading && reading.unclear.length > 0) {
        print(asksOf(reading));
        state = step(state, { type: 'withdraw' }).state;
      } else if (!terminal) state = counted(state, print, name);
      else print('Enter to let it count, n to take it back.');
    }
    if (over(state)) break;
    if (terminal) lines.prompt();
  }
  lines.close();
  if (!over(state)) state = step(state, { type: 'leave' }).state;
  if (json) process.stdout.write(`${JSON.stringify(result(state), null, 2)}\n`);
  else print(ending(state));
}

function counted(state: State, print: (text: string) => void, name: string): State {
  const { state: next, effects } = step(state, { type: 'confirm' });
  for (const effect of effects) {
    if (effect.type === 'said') print(`${name}: ${effect.text}`);
    if (effect.type === 'refused') print(`(${effect.reason})`);
    if (effect.type === 'table') print(tableOf(next));
  }
  return effects.some(({ type }) => type === 'refused') ? step(next, { type: 'withdraw' }).state : next;
}

function result(state: State) {
  const { frontier, ...sheets } = openSheets(state);
  return {
    counterpart: state.counterpart,
    seed: state.seed,
    phase: state.phase,
    table: state.table,
    value: outcome(state),
    reservation: reservation(state.mine),
    sheets: { ...sheets, frontierSize: frontier.length },
    behaviours: behaviours(state),
    sentences: worthOfSentences(state),
    turns: state.turns,
  };
}
