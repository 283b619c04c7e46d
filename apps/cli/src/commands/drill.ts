import { DRILL_KINDS, DrillError, isRight, makeDrill, type Drill, type DrillPicture } from '@legible/lab/drills/index';
import { Command } from 'commander';
import { paint } from '../terminal/paint.ts';
import { columns, wrap } from '../terminal/wrap.ts';
import { UserError } from '../user-error.ts';

interface Options {
  readonly seed: string;
  readonly level: string;
  readonly answer?: string;
  readonly list?: true;
  readonly json?: true;
}

const HELP = `
The same kind, level and seed give the same drill, here and in the browser.
--json prints { kind, title, level, seed, asks, given, pictures, answer, why, data }; answer is
{ kind: "choice", choices, right } with right an index from 0, or { kind: "number", unit, value, tolerance }.
Exit status: 0 printed or answered right, 1 answered wrong or asked for what there is not.`;

export const command = () =>
  new Command('drill')
    .description('Two minutes of practice with one right answer, made from a seed.')
    .argument('[kind]', 'which drill; --list names them')
    .option('--seed <n>', 'a whole number from 0', '1')
    .option('--level <l>', '1, 2 or 3', '1')
    .option('--answer <a>', 'your answer: the number of a choice from 1, or a figure; the computation follows')
    .option('--list', 'name the kinds')
    .option('--json', 'print as data, with the answer')
    .addHelpText('after', HELP)
    .action((kind: string | undefined, options: Options) => run(kind, options));

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function run(kind: string | undefined, { seed, level, answer, list, json }: Options): void {
  if (list) {
    if (json)
      say(
        JSON.stringify(
          DRILL_KINDS.map(({ id, title, trains }) => ({ id, title, trains })),
          null,
          2,
        ),
      );
    else for (const { id, title, trains } of DRILL_KINDS) say(`${id.padEnd(18)}${title}: ${trains}`);
    return;
  }
  if (kind === undefined) throw new UserError('No kind of drill was named.', 'See `legible drill --list`.');
  const drill = made(kind, figure(level, '--level'), figure(seed, '--seed'));
  if (json) {
    say(JSON.stringify(drill, null, 2));
    return;
  }
  print(drill);
  if (answer !== undefined) mark(drill, figure(answer, '--answer'));
}

function made(kind: string, level: number, seed: number): Drill {
  try {
    return makeDrill(kind, level, seed);
  } catch (error) {
    if (!(error instanceof DrillError)) throw error;
    throw new UserError(error.message, 'See `legible drill --help`.');
  }
}

function figure(text: string, name: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new UserError(`${name} "${text}" is not a number.`, 'Give a figure, such as 2.');
  return value;
}

function print(drill: Drill): void {
  const pen = paint(process.stdout);
  const width = columns(process.stdout);
  say(pen.strong(`${drill.title}, level ${drill.level}, seed ${drill.seed}`));
  for (const line of [drill.asks, ...drill.given]) say(wrap(line, width).join('\n'));
  for (const picture of drill.pictures) say(`\n${drawn(picture, width)}`);
  const { answer } = drill;
  say('');
  if (answer.kind === 'choice') answer.choices.forEach((choice, i) => say(`  ${i + 1}  ${choice}`));
  else say(`Answer in ${answer.unit}.`);
}

/** Rows of a picture that are still pleasant to read down; a longer curve is thinned, a series of days is not. */
const MOST_ROWS = 48;

/** A picture as bars of text: from 0 where it is of bars, else from the least value that it spans. */
function drawn({ title, mark: of, x, y, points, line, span }: DrillPicture, width: number): string {
  const step = Math.ceil(points.length / MOST_ROWS);
  const shown = points.filter((_, i) => i % step === 0 || i === points.length - 1);
  const values = shown.map((point) => point.y);
  const least = of === 'line' ? (span?.[0] ?? Math.min(...values)) : 0;
  const most = span?.[1] ?? Math.max(...values);
  const rows = shown.map((point) => {
    const name = typeof point.x === 'number' ? String(Number(point.x.toPrecision(3))) : point.x;
    const bar = '#'.repeat(Math.max(0, Math.round(((width - 50) * (point.y - least)) / (most - least || 1))));
    const range =
      point.low === undefined || point.high === undefined
        ? ''
        : `  ${point.low.toFixed(2)} to ${point.high.toFixed(2)}`;
    const over = of === 'line' && line !== undefined && point.y > line ? ' above the line' : '';
    return `  ${name.padEnd(16)}${String(Number(point.y.toPrecision(3))).padStart(9)} ${bar}${range}${over}`;
  });
  const axes = [y, x].filter(Boolean).join(' by ');
  const limit = line === undefined ? '' : `line at ${Number(line.toPrecision(3))}`;
  const about = [axes, limit].filter(Boolean).join(', ');
  return [`${title}${about === '' ? '' : ` (${about})`}`, ...rows].join('\n');
}

function mark(drill: Drill, reply: number): void {
  const { answer } = drill;
  const right = isRight(drill, answer.kind === 'choice' ? reply - 1 : reply);
  const truth =
    answer.kind === 'choice'
      ? (answer.choices[answer.right] ?? '')
      : `${Number(answer.value.toPrecision(4))} ${answer.unit}, within ${Number(answer.tolerance.toPrecision(2))}`;
  say(`\n${right ? 'Right' : 'Wrong'}: ${truth}.`);
  for (const line of drill.why) say(wrap(line, columns(process.stdout)).join('\n'));
  if (!right) process.exitCode = 1;
}
