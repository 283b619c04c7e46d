/** Runs every measurement of the judge. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { FAULTS, judge } from '@legible/judge';
import { readingAt, TARGETS, type ScoreReading } from '@legible/judge/scorer/model';
import { RunningFaults } from '@legible/judge/rules/index';
import { INTERRUPTS_AT, WHOLE_REPORTS_AT } from '@legible/judge/rules/find-faults';
import { scorer } from '@legible/judge/scorer/score';
import { evaluateFaults, type FaultEvaluation, type WholeOdds } from '../evaluate-faults.ts';
import { bagOfWords, lengthOnly } from './baselines.ts';
import { bootstrap, type Interval } from './bootstrap.ts';
import { readCorpus, readExternal } from './data.ts';
import { VERDICT, readExample, type Example } from './examples.ts';
import { faultOdds } from './fault-odds.ts';
import {
  agreementBy,
  byTarget,
  calibration,
  coverage,
  errorByBand,
  evidenceOverlap,
  idOf,
  surest,
  verdictRows,
  writerOf,
  type TargetFigures,
} from './figures.ts';
import { fitScorer, type FittedScorer } from './fit.ts';
import type { MatchingReport } from './fit-matching.ts';
import { passageFigures, type PassageFigures } from './passage-figures.ts';
import { readPassages } from './passages.ts';
import { agreement, heldOutRows, modelRows, type Predictions } from './predict.ts';
import { runBatteries, type BatteryResult } from './robustness.ts';

export interface ExternalFigures {
  readonly answers: number;
  readonly targets: readonly TargetFigures[];
  readonly surest: { readonly share: number; readonly n: number; readonly agreement: Interval };
  readonly bands: ReturnType<typeof errorByBand>;
  readonly weights: string;
}

export interface Figures {
  readonly weights: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly byWriter: {
    readonly targets: TargetFigures[];
    readonly length: TargetFigures[];
    readonly words: TargetFigures[];
  };
  readonly byQuestion: TargetFigures[];
  readonly across: { readonly name: string; readonly targets: TargetFigures[]; readonly words: number }[];
  readonly bands: ReturnType<typeof errorByBand>;
  readonly kinds: ReturnType<typeof agreementBy>;
  readonly makings: ReturnType<typeof agreementBy>;
  readonly writers: ReturnType<typeof agreementBy>;
  readonly coverage: {
    readonly target: string;
    readonly width: number;
    readonly covered: number;
    readonly size: number;
  }[];
  readonly coverageBy: { readonly part: string; readonly covered: number }[];
  readonly calibration: ReturnType<typeof calibration>;
  readonly evidence: ReturnType<typeof evidenceOverlap>;
  readonly faults: readonly FaultEvaluation[];
  readonly batteries: readonly BatteryResult[];
  readonly passages: readonly PassageFigures[];
  readonly matching: MatchingReport;
  readonly external: ExternalFigures | null;
}

const core = (example: Example): boolean => example.answer.making === 'spoken' || example.answer.making === 'notes';
const only = (predictions: Predictions, keep: (example: Example) => boolean): Predictions =>
  predictions.map((rows) => rows.filter((row) => keep(row.example)));

export function measure(root: string, externalFolder: string | undefined, say: (step: string) => void): Figures {
  const examples = readCorpus(`${root}corpus`).map(readExample);
  const passages = readPassages(root);
  const weights = createHash('sha256')
    .update(readFileSync(`${root}packages/judge/src/scorer/weights.json`))
    .digest('hex')
    .slice(0, 12);
  const writerGroup = (example: Example): string => example.answer.writer;
  const questionGroup = (example: Example): string => example.answer.question.id;

  say('held-out writers');
  const writerOdds = faultOdds(root, 'writer');
  const writers = fitScorer(examples, {
    groupOf: writerGroup,
    faultsOf: (example) => writerOdds.get(example.answer.id),
    passages,
  });
  const all = heldOutRows(examples, writers);
  const corpus = only(all, core);
  const verdicts = verdictRows(corpus);

  say('held-out questions');
  const questionOdds = faultOdds(root, 'question');
  const questions = fitScorer(examples, {
    groupOf: questionGroup,
    faultsOf: (example) => questionOdds.get(example.answer.id),
    passages,
  });
  const byQuestion = only(heldOutRows(examples, questions), core);

  say('from one making to the other');
  const makingOdds = faultOdds(root, 'making');
  const across = (['spoken', 'notes'] as const).flatMap((from) =>
    [false, true].map((widely) => {
      const to = from === 'spoken' ? 'notes' : 'spoken';
      const tested = examples.filter((example) => example.answer.making === to);
      const writers = new Set(tested.map(writerGroup));
      // A contrast answer goes with the writer of the answer that it retells, and so stays out with them.
      const added = (example: Example): boolean => !core(example) && !writers.has(example.answer.writer);
      const taught = examples.filter((example) => example.answer.making === from || (widely && added(example)));
      const fitted = fitScorer(taught, {
        groupOf: writerGroup,
        faultsOf: (example) => writerOdds.get(example.answer.id),
        passages,
      });
      return {
        name: `${from}${widely ? ', field and contrast' : ''} to ${to}`,
        targets: byTarget(
          modelRows(tested, fitted.model, (example) => makingOdds.get(example.answer.id) ?? FAULTS.map(() => 0)),
          idOf,
        ),
        words: Number.NaN,
      };
    }),
  );

  say('baselines');
  const coreExamples = examples.filter(core);
  const length = byTarget(lengthOnly(coreExamples, writerGroup));
  const words = byTarget(bagOfWords(coreExamples, writerGroup));

  say('evidence');
  const half = (example: Example): boolean =>
    [...new Set(coreExamples.map(writerGroup))].toSorted().indexOf(example.answer.writer) % 2 === 0;
  const evidenceModel = fitScorer(
    examples.filter((example) => !core(example) || !half(example)),
    { groupOf: writerGroup, faultsOf: (example) => writerOdds.get(example.answer.id), passages },
  ).model;

  say('faults');
  const makings = fitScorer(examples, {
    groupOf: (example) => example.answer.making,
    faultsOf: (example) => makingOdds.get(example.answer.id),
    passages,
  });
  const wholeOdds = ({ faults }: FittedScorer): WholeOdds =>
    new Map(
      examples.flatMap((example, i) => (faults[i] === undefined ? [] : [[example.answer.id, faults[i]] as const])),
    );
  const faults = evaluateFaults(
    root,
    { report: WHOLE_REPORTS_AT, interrupt: INTERRUPTS_AT },
    { writer: wholeOdds(writers), making: wholeOdds(makings) },
  );

  say('batteries');
  const sample = coreExamples.filter((_, i) => i % 4 === 0).map((example) => example.answer);
  const batteries = runBatteries(
    sample,
    coreExamples.map((example) => example.answer),
  );

  const parts: [string, (example: Example) => boolean][] = [
    ['spoken', (example) => example.answer.making === 'spoken'],
    ['notes', (example) => example.answer.making === 'notes'],
    ['field', (example) => example.answer.making === 'field'],
    ...[1, 2, 3, 4].map((band): [string, (example: Example) => boolean] => [
      `verdict ${band}`,
      (example) => core(example) && Math.floor(example.answer.verdict + 0.5) === band,
    ]),
  ];
  const width = new Map(
    examples.map((example, i) => [
      example,
      readingAt(writers.model.blends[VERDICT]!.readings, writers.shares[i]!).width,
    ]),
  );
  return {
    weights,
    counts: Object.fromEntries(
      [...Map.groupBy(examples, (example) => example.answer.making)].map(([making, own]) => [making, own.length]),
    ),
    byWriter: { targets: byTarget(corpus), length, words },
    byQuestion: byTarget(byQuestion, (row) => row.example.answer.question.id),
    across,
    bands: errorByBand(verdicts),
    kinds: agreementBy(verdicts, (row) => row.example.answer.question.kind),
    makings: agreementBy(verdictRows(all), (row) => row.example.answer.making),
    writers: agreementBy(verdicts, writerOf),
    coverage: TARGETS.map((target, k) => ({ target, ...coverage(corpus[k]!) })),
    coverageBy: parts.map(([part, keep]) => {
      const rows = verdictRows(all).filter((row) => keep(row.example));
      return {
        part,
        covered:
          rows.filter((row) => Math.abs(row.truth - row.score) <= width.get(row.example)!).length /
          Math.max(1, rows.length),
      };
    }),
    calibration: calibration(verdicts, (row) => chance(row.score, row.given - 1, row.reading)),
    evidence: evidenceOverlap(coreExamples.filter(half), evidenceModel),
    faults,
    batteries,
    passages: passageFigures(passages, writers.passageShares, writers.model.blends),
    matching: writers.matching,
    external: externalFolder === undefined ? null : measureExternal(externalFolder, weights),
  };
}

/** Normal chance that a score with the blend's error lies within the level's cut points. */
function chance(score: number, level: number, shape: ScoreReading): number {
  const normal = (z: number): number => 1 / (1 + Math.exp(-1.702 * z));
  const below = level === 0 ? 0 : normal((shape.cuts[level - 1]! - score) / shape.error);
  const above = level === 3 ? 1 : normal((shape.cuts[level]! - score) / shape.error);
  return above - below;
}

function measureExternal(folder: string, weights: string): ExternalFigures {
  const examples = readExternal(folder).map(readExample);
  const model = scorer();
  const faultsOf = (example: Example): readonly number[] => {
    const running = new RunningFaults(example.answer.question);
    for (const sentence of example.sentences) running.add(sentence);
    return running.probabilities();
  };
  // The judge as it ships: what it refuses and what it caps is in the figure.
  const predictions = modelRows(examples, model, faultsOf).map((rows, target) =>
    rows.map((row) => {
      const judged = judge(row.example.answer.text, row.example.answer.question);
      const given =
        target === VERDICT
          ? judged.verdict
          : (judged.signals.find((reading) => reading.signal === TARGETS[target])?.level ?? row.given);
      return { ...row, given };
    }),
  );
  const verdicts = predictions[VERDICT]!;
  const sure = surest(verdicts, 0.6);
  return {
    answers: examples.length,
    targets: byTarget(predictions, idOf),
    surest: { share: 0.6, n: sure.length, agreement: bootstrap(sure, idOf, agreement) },
    bands: errorByBand(verdicts),
    weights,
  };
}
