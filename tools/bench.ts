/**
 * Runs every tools/bench-*.ts, each in a process of its own, and writes benches/results.json and benches/RESULTS.md.
 *
 *   npm run bench                          all of them
 *   npm run bench -- training metrics      only these; the results of the others are kept
 *   npm run bench -- --date 2026-11-25     the date to write down; today's otherwise
 *
 * A bench file exports, as default, a `Bench`. Where a peer can be run, it is run in the same bench, since machines
 * differ and so do their hours: the ratio is what counts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';

/** One measured figure. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  /** 's', 'MB', 'rows/s', '' for a plain number. */
  readonly unit: string;
  readonly peer?: { readonly name: string; readonly value: number };
  /** What the ratio to the peer, or the value where there is no peer, must not pass. */
  readonly target?: { readonly most: number } | { readonly least: number };
  readonly note?: string;
}

export interface Bench {
  readonly title: string;
  /** What is measured and on what, in a sentence or two. */
  readonly about: string;
  run(): Measure[] | Promise<Measure[]>;
}

interface Result extends Omit<Bench, 'run'> {
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  readonly seconds: number;
  readonly measures: readonly Measure[];
}

const here = new URL('./', import.meta.url);
const folder = new URL('../benches/', import.meta.url);
const marker = '\u0001bench-result ';

function machine(): string {
  const [first] = cpus();
  return `${first?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
}

async function runOne(name: string, date: string): Promise<void> {
  const { default: bench } = (await import(new URL(`bench-${name}.ts`, here).href)) as { default: Bench };
  const started = performance.now();
  const measures = await bench.run();
  const seconds = (performance.now() - started) / 1000;
  const { title, about } = bench;
  const result: Result = { title, about, date, machine: machine(), node: process.version, seconds, measures };
  process.stdout.write(`${marker}${JSON.stringify(result)}\n`);
}

function runAll(names: readonly string[], date: string): boolean {
  let failed = false;
  for (const name of names) {
    console.log(`bench ${name} ...`);
    const child = spawnSync(
      process.execPath,
      ['--expose-gc', new URL(import.meta.url).pathname, '--one', name, '--date', date],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 28 },
    );
    const line = child.stdout.split('\n').find((text) => text.startsWith(marker));
    if (child.status !== 0 || line === undefined) {
      console.error(`bench ${name} failed: run it alone with: node tools/bench.ts --one ${name}`);
      failed = true;
      continue;
    }
    const result = JSON.parse(line.slice(marker.length)) as Result;
    for (const measure of result.measures) console.log(`  ${rowOf(measure).join('  ')}`);
    keep(name, result);
  }
  return !failed;
}

/** Puts one result beside the others, as they are on disk now: another bench may have ended meanwhile. */
function keep(name: string, result: Result): void {
  const file = new URL('results.json', folder);
  const results: Record<string, Result> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  results[name] = result;
  mkdirSync(folder, { recursive: true });
  const sorted = Object.fromEntries(Object.entries(results).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
  writeFileSync(new URL('RESULTS.md', folder), markdown(sorted));
}

/** Three significant digits and more where they matter, with the unit. */
function figure(value: number, unit: string): string {
  const size = Math.abs(value);
  let text = size !== 0 && size < 0.001 ? value.toExponential(1) : String(Number(value.toPrecision(4)));
  if (size >= 10_000) text = Math.round(value).toLocaleString('en-US');
  return unit === '' ? text : `${text} ${unit}`;
}

function ratioOf({ value, peer }: Measure): number | undefined {
  return peer === undefined ? undefined : value / peer.value;
}

function verdict(measure: Measure): string {
  const { target } = measure;
  if (target === undefined) return '';
  const judged = ratioOf(measure) ?? measure.value;
  const [rule, met] =
    'most' in target
      ? [`at most ${target.most}`, judged <= target.most]
      : [`at least ${target.least}`, judged >= target.least];
  return `${met ? 'met' : 'MISSED'} (${rule})`;
}

function rowOf(measure: Measure): string[] {
  const { name, value, unit, peer, note } = measure;
  const ratio = ratioOf(measure);
  return [
    name,
    figure(value, unit),
    peer === undefined ? '' : `${figure(peer.value, unit)} (${peer.name})`,
    ratio === undefined ? '' : ratio.toFixed(2),
    verdict(measure),
    note ?? '',
  ];
}

function markdown(results: Readonly<Record<string, Result>>): string {
  const lines = [
    '# Measured',
    '',
    'Written by `npm run bench`. A ratio is ours over the peer, both from the same run.',
    '',
  ];
  for (const [name, result] of Object.entries(results)) {
    lines.push(`## ${result.title}`, '', result.about, '');
    lines.push(`\`npm run bench -- ${name}\`, ${result.date}, ${result.machine}, Node ${result.node}`, '');
    lines.push('| what | ours | peer | ratio | target | note |', '| --- | ---: | ---: | ---: | --- | --- |');
    for (const measure of result.measures) lines.push(`| ${rowOf(measure).join(' | ')} |`);
    lines.push('');
  }
  return lines.join('\n');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { date: { type: 'string' }, one: { type: 'string' } },
});
const date = values.date ?? new Date().toISOString().slice(0, 10);
const known = readdirSync(here)
  .map((file) => /^bench-(.+)\.ts$/.exec(file)?.[1])
  .filter((name) => name !== undefined)
  .sort();
for (const name of [...positionals, ...(values.one === undefined ? [] : [values.one])]) {
  if (known.includes(name)) continue;
  console.error(`There is no bench "${name}". Known: ${known.join(', ')}.`);
  process.exit(2);
}
if (values.one !== undefined) await runOne(values.one, date);
else if (!runAll(positionals.length > 0 ? positionals : known, date)) process.exit(1);
