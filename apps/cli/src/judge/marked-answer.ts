import {
  type Finding,
  type Judgment,
  LEVEL_NAMES,
  type Question,
  type Quote,
  type SignalReading,
  VERDICT_NAMES,
} from '@legible/judge';
import { readText } from '@legible/judge/text/index';
import type { Pen } from '../terminal/paint.ts';
import { wrap } from '../terminal/wrap.ts';

interface Mark {
  readonly quote: Quote;
  readonly style: 'fault' | 'evidence';
  readonly note: string;
}

/** The answer with a note under each sentence that has one, then what was not said, the levels and the verdict. */
export function markedAnswer(text: string, question: Question, judgment: Judgment, pen: Pen, width: number): string {
  const out: string[] = [];
  const title = [question.id === 'own' ? '' : question.id, question.kind, `${question.seconds} s`]
    .filter(Boolean)
    .join(' · ');
  out.push(pen.strong(title), ...wrap(question.text, width).map(pen.faint), '');

  const marks = marksOf(judgment);
  const sentences = readText(text);
  if (sentences.length === 0) out.push('  (nothing was said)');
  sentences.forEach(({ from, to }, index) => {
    const start = index === 0 ? 0 : from;
    const end = sentences[index + 1]?.from ?? text.length;
    out.push(...painted(text, from, to, marks, pen, width - 2).map((line) => `  ${line}`));
    const here = marks.filter(({ quote }) => quote.text !== '' && quote.from >= start && quote.from < end);
    for (const { style, note } of here) out.push(...noteLines(note, pen[style](style === 'fault' ? '✗' : '✓'), width));
  });
  out.push('');

  const absent = judgment.findings.filter(({ quote }) => quote.text === '');
  if (absent.length > 0) {
    out.push(pen.strong('Not said'));
    for (const finding of absent) out.push(...noteLines(`${finding.fault}: ${advice(finding)}`, pen.fault('✗'), width));
    out.push('');
  }
  out.push(pen.strong('Levels'), ...judgment.signals.map((reading) => levelLine(reading, pen)), '');
  out.push(...verdictLines(judgment, pen, width));
  return `${out.join('\n')}\n`;
}

function marksOf({ findings, signals, deciding }: Judgment): Mark[] {
  const marks: Mark[] = findings
    .filter(({ quote }) => quote.text !== '')
    .map((finding) => ({
      quote: finding.quote,
      style: 'fault',
      note: finding.reason.includes(finding.quote.text)
        ? `${finding.fault}: ${advice(finding)}`
        : `${finding.fault} ${said(finding.quote)}: ${advice(finding)}`,
    }));
  for (const [quote, earned] of earnedBy(signals))
    marks.push({ quote, style: 'evidence', note: `${earned} ${said(quote)}` });
  if (deciding !== null)
    marks.push({
      quote: deciding,
      style: 'evidence',
      note: 'the deciding sentence: without it the vote would move most',
    });
  return marks.sort((a, b) => a.quote.from - b.quote.from || a.quote.to - b.quote.to);
}

/** Each quote with the levels that it earned, such as "data 2, failure 2". */
function earnedBy(signals: Judgment['signals']): [Quote, string][] {
  const earned = new Map<string, [Quote, string[]]>();
  for (const { signal, level, evidence } of signals)
    for (const quote of evidence) {
      const key = `${quote.from}-${quote.to}`;
      const [, levels] = earned.get(key) ?? [quote, []];
      earned.set(key, [quote, [...levels, `${signal} ${level}`]]);
    }
  return [...earned.values()].map(([quote, levels]) => [quote, levels.join(', ')]);
}

const advice = ({ reason, better }: Finding) => `${reason} ${better}`;
/** The words in quotation marks; of a long stretch, its first and last words. */
function said({ text }: Quote): string {
  const words = text.split(/\s+/).filter(Boolean);
  const whole = words.join(' ');
  if (whole.length <= 72) return `"${whole}"`;
  let [head, tail] = [0, 0];
  for (let size = 0; size + words[head]!.length <= 46; head += 1) size += words[head]!.length + 1;
  for (let size = 0; size + words.at(-1 - tail)!.length <= 18; tail += 1) size += words.at(-1 - tail)!.length + 1;
  if (head === 0 || tail === 0) return `"${whole.slice(0, 46)} ... ${whole.slice(-18)}"`;
  return `"${words.slice(0, head).join(' ')} ... ${words.slice(-tail).join(' ')}"`;
}

function noteLines(note: string, sign: string, width: number): string[] {
  const [first, ...rest] = wrap(note, width - 8);
  return [`    ${sign} ${first}`, ...rest.map((line) => `      ${line}`)];
}

/** The words from `from` to `to` in lines, each stretch in the style of the mark that covers it; a fault outweighs evidence. */
function painted(text: string, from: number, to: number, marks: readonly Mark[], pen: Pen, width: number): string[] {
  const covering = marks.filter(({ quote }) => quote.from < to && quote.to > from);
  const words = [...text.slice(from, to).matchAll(/\S+/g)].map((match) => {
    const start = from + match.index;
    const over = covering.filter(({ quote }) => quote.from < start + match[0].length && quote.to > start);
    const style = over.some((mark) => mark.style === 'fault')
      ? ('fault' as const)
      : over.length > 0
        ? ('evidence' as const)
        : null;
    return { word: match[0], style };
  });
  const lines: (typeof words)[] = [[]];
  let length = 0;
  for (const word of words) {
    if (length > 0 && length + 1 + word.word.length > width) {
      lines.push([]);
      length = 0;
    }
    lines.at(-1)!.push(word);
    length += word.word.length + (length > 0 ? 1 : 0);
  }
  return lines.map((line) => {
    const runs: { style: 'fault' | 'evidence' | null; text: string }[] = [];
    for (const { word, style } of line) {
      const last = runs.at(-1);
      if (last !== undefined && last.style === style) last.text += ` ${word}`;
      else runs.push({ style, text: word });
    }
    return runs.map(({ style, text: run }) => (style === null ? run : pen[style](run))).join(' ');
  });
}

function levelLine({ signal, level, set, confidence }: SignalReading, pen: Pen): string {
  const others = set.filter((other) => other !== level);
  const perhaps = others.length === 0 ? '' : `, perhaps ${others.join(' or ')}`;
  return `  ${signal.padEnd(12)} ${'●'.repeat(level)}${'○'.repeat(3 - level)}  ${`${level} ${LEVEL_NAMES[level]}${perhaps}`.padEnd(34)} ${pen.faint(`sure ${percent(confidence)}`)}`;
}

function verdictLines(
  { verdict, verdictSet, confidence, deciding, unsure }: Judgment,
  pen: Pen,
  width: number,
): string[] {
  const others = verdictSet.filter((other) => other !== verdict);
  const perhaps =
    others.length === 0 ? '' : `, perhaps ${others.map((other) => `${other} ${VERDICT_NAMES[other]}`).join(' or ')}`;
  const lines = [
    `${pen.strong(`Verdict  ${verdict} of 4: ${VERDICT_NAMES[verdict]}`)}${perhaps} ${pen.faint(`(sure ${percent(confidence)})`)}`,
  ];
  if (deciding !== null) lines.push(...wrap(`Decided by ${said(deciding)}`, width));
  if (unsure)
    lines.push(
      ...wrap('The judge cannot tell here: this answer is unlike those it was measured on. Ask a person.', width),
    );
  return lines;
}

const percent = (probability: number) => `${Math.round(probability * 100)}%`;
