/**
 * node tools/evaluate-faults.ts — precision and recall of each fault against the union of the two graders, on writers
 * (and on a making) that training never saw.
 */
import { fileURLToPath } from 'node:url';
import type { FaultId } from '@legible/judge/rubric';
import { RULES } from '@legible/judge/rules/registry.generated';
import { FAULTS, readGraded, ruleExamples } from './faults/data.ts';
import { CLAIMS_READ, crossValidate, deal, unread, type Scored, type Stacked } from './faults/fit.ts';
import { fitPlatt } from './faults/logistic.ts';
import { Names, prepare, type Prepared } from './faults/matrix.ts';

export interface FaultFigures {
  readonly fault: FaultId | 'all';
  /** Answers in which a grader marked it. */
  readonly marked: number;
  readonly reported: number;
  readonly precision: number;
  readonly recall: number;
  /** The same for findings sure enough to interrupt. */
  readonly interrupting: number;
  readonly interruptPrecision: number;
  /** Answers that a running answer would be stopped in for it, at the surest sentence, and the share that is right. */
  readonly running: number;
  readonly runningPrecision: number;
}

export interface FaultEvaluation {
  readonly by: string;
  readonly answers: number;
  readonly figures: readonly FaultFigures[];
}

const FOLDS = 8;

/** Probabilities from which a finding is reported, and from which it may interrupt. */
export interface Bars {
  readonly report: number;
  readonly interrupt: number;
}

/** Probabilities from out-of-fold scores: each fold calibrated on the unread writers of the others. */
export function calibrated(
  scored: readonly Scored[],
  stage: 'sentence' | 'answer' = 'answer',
): Map<Prepared, Map<FaultId, number>> {
  const out = new Map<Prepared, Map<FaultId, number>>(scored.map(({ each }) => [each, new Map()]));
  for (const [f, fault] of FAULTS.entries()) {
    for (const fold of new Set(scored.map((one) => one.fold))) {
      const others = scored.filter(
        (one) => one.fold !== fold && unread(one.each) && RULES[f]?.possible?.(one.each.answer) !== false,
      );
      const { slope, intercept } = fitPlatt(
        others.map((one) => one[stage].get(fault) as number),
        others.map(({ each }) => (each.item.faults.has(fault) ? 1 : 0)),
      );
      const shift = intercept - (fault === 'wrong-claim' ? CLAIMS_READ : 0);
      for (const one of scored)
        if (one.fold === fold)
          out.get(one.each)?.set(fault, 1 / (1 + Math.exp(-(slope * (one[stage].get(fault) as number) + shift))));
    }
  }
  return out;
}

/** Figures from probabilities of whole answers and, for the running ones, of their surest sentences. */
export function figuresOf(
  probabilities: ReadonlyMap<Prepared, ReadonlyMap<FaultId, number>>,
  bars: Bars,
  running: ReadonlyMap<Prepared, ReadonlyMap<FaultId, number>> = new Map(),
): FaultFigures[] {
  const rows = FAULTS.map((fault, f) => {
    const rule = RULES[f] as (typeof RULES)[number];
    let marked = 0;
    let reported = 0;
    let right = 0;
    let interrupting = 0;
    let interruptRight = 0;
    let stopped = 0;
    let stoppedRight = 0;
    for (const [each, of] of probabilities) {
      const is = each.item.faults.has(fault);
      const surest = rule.absence ? 0 : (running.get(each)?.get(fault) ?? 0);
      const p = Math.max(
        of.get(fault) as number,
        rule.certain?.(each.answer) ?? 0,
        surest >= bars.interrupt ? surest : 0,
      );
      if (is) marked++;
      if (surest >= bars.interrupt) {
        stopped++;
        if (is) stoppedRight++;
      }
      if (p < bars.report || rule.possible?.(each.answer) === false) continue;
      reported++;
      if (is) right++;
      if (p < bars.interrupt || rule.absence) continue;
      interrupting++;
      if (is) interruptRight++;
    }
    return { fault, marked, reported, right, interrupting, interruptRight, stopped, stoppedRight };
  });
  const sum = (
    key: 'marked' | 'reported' | 'right' | 'interrupting' | 'interruptRight' | 'stopped' | 'stoppedRight',
  ): number => rows.reduce((total, row) => total + row[key], 0);
  const all = {
    fault: 'all' as const,
    marked: sum('marked'),
    reported: sum('reported'),
    right: sum('right'),
    interrupting: sum('interrupting'),
    interruptRight: sum('interruptRight'),
    stopped: sum('stopped'),
    stoppedRight: sum('stoppedRight'),
  };
  return [...rows, all].map((row) => ({
    fault: row.fault,
    marked: row.marked,
    reported: row.reported,
    precision: row.right / row.reported,
    recall: row.right / row.marked,
    interrupting: row.interrupting,
    interruptPrecision: row.interruptRight / row.interrupting,
    running: row.stopped,
    runningPrecision: row.stoppedRight / row.stopped,
  }));
}

/** Everything graded in `root`/corpus and its field folder, and the rules' own examples, ready for fitting. */
export function loadFaultData(root: string): { prepared: Prepared[]; names: Names } {
  const names = new Names();
  return {
    prepared: prepare([...readGraded(`${root}corpus`), ...readGraded(`${root}corpus/field`), ...ruleExamples()], names),
    names,
  };
}

/** Cross-validated scores by writer; the examples of rules are dealt among the folds and not scored. */
export function scoreByWriter(prepared: readonly Prepared[], names: Names): Stacked {
  const groups = deal(
    prepared.filter((each) => each.item.only === null).map((each) => each.item.writer),
    FOLDS,
  );
  const examples = new Map(prepared.filter((each) => each.item.only !== null).map((each, i) => [each, i % FOLDS]));
  return crossValidate(prepared, (each) => examples.get(each) ?? (groups.get(each.item.writer) as number), names);
}

/** Scores of each making by a model fitted on the others. */
export function scoreByMaking(prepared: readonly Prepared[], names: Names): Stacked {
  const makings = [...new Set(prepared.map((each) => each.item.making))].sort();
  return crossValidate(prepared, (each) => makings.indexOf(each.item.making), names);
}

export type Part = (each: Prepared) => boolean;

export const isCorpus: Part = (each) => each.item.making === 'spoken' || each.item.making === 'notes';

/** By answer id: the probability of each of FAULTS once the whole answer was heard. */
export type WholeOdds = ReadonlyMap<string, readonly number[]>;

/**
 * Both evaluations, for the card. About a minute on one core. `whole`: probabilities of whole answers by models that saw no
 * answer of the same writer, and of the same making; without them, what the sentences gave away counts.
 */
export function evaluateFaults(
  root: string,
  bars: Bars,
  whole?: { readonly writer: WholeOdds; readonly making: WholeOdds },
): FaultEvaluation[] {
  const { prepared, names } = loadFaultData(root);
  const out: FaultEvaluation[] = [];
  for (const [by, run] of [
    ['writer', scoreByWriter],
    ['making', scoreByMaking],
  ] as const) {
    const { scored } = run(prepared, names);
    const probabilities = revised(calibrated(scored), whole?.[by]);
    const running = calibrated(scored, 'sentence');
    for (const [name, part] of PARTS) {
      const own = new Map([...probabilities].filter(([each]) => part(each)));
      if (own.size > 0) out.push({ by: `${by}: ${name}`, answers: own.size, figures: figuresOf(own, bars, running) });
    }
  }
  return out;
}

function revised(
  odds: ReadonlyMap<Prepared, ReadonlyMap<FaultId, number>>,
  whole: WholeOdds | undefined,
): ReadonlyMap<Prepared, ReadonlyMap<FaultId, number>> {
  if (whole === undefined) return odds;
  return new Map(
    [...odds].map(([each, own]) => {
      const heard = whole.get(each.item.id);
      return [each, heard === undefined ? own : new Map(FAULTS.map((fault, k) => [fault, heard[k]!]))];
    }),
  );
}

/** The corpus as a whole, its makings, and the field answers. */
const PARTS: readonly (readonly [string, Part])[] = [
  ['corpus', isCorpus],
  ['corpus, writers not read when the rules were written', (each) => isCorpus(each) && unread(each)],
  ['spoken answers', (each) => each.item.making === 'spoken'],
  ['notes', (each) => each.item.making === 'notes'],
  ['field answers', (each) => !isCorpus(each)],
];

export function printFigures(evaluation: FaultEvaluation): string {
  const cell = (value: number): string => (Number.isNaN(value) ? '   -' : value.toFixed(2)).padStart(6);
  const rows = evaluation.figures.map(
    (row) =>
      `${row.fault.padEnd(24)}${String(row.marked).padStart(6)}${String(row.reported).padStart(8)}${cell(row.precision)}${cell(row.recall)}${String(row.interrupting).padStart(8)}${cell(row.interruptPrecision)}${String(row.running).padStart(9)}${cell(row.runningPrecision)}`,
  );
  return [
    `Unseen ${evaluation.by}, ${evaluation.answers} answers`,
    `${'fault'.padEnd(24)}marked reported  prec recall  stops  prec  running  prec`,
    ...rows,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { INTERRUPTS_AT, REPORTS_AT } = await import('@legible/judge/rules/index');
  for (const evaluation of evaluateFaults(fileURLToPath(new URL('..', import.meta.url)), {
    report: REPORTS_AT,
    interrupt: INTERRUPTS_AT,
  }))
    console.log(printFigures(evaluation));
}
