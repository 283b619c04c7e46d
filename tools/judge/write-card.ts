/** Writes the card (CARD.md, card.json), keeps the history, and tells which figures fell. */
import { LEARNED_FROM, NOT_FOR, PASSAGES, TRIED } from './card-words.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cell, markdown, round, type Card, type CardSection, type Dot } from './card.ts';
import type { TargetFigures } from './figures.ts';
import type { ExternalFigures, Figures } from './measure.ts';

/** What the judge is asked to reach, so that the card shows where it falls short. */
const GOALS = {
  verdict: 0.86,
  signal: 0.78,
  across: 0.75,
  people: 0.5,
  peopleSurest: 0.7,
  faultPrecision: 0.75,
  faultRecall: 0.6,
  interrupting: 0.85,
  evidence: 0.7,
  coverage: 0.9,
};

interface HistoryEntry {
  readonly weights: string;
  /** Why a figure was let fall. */
  readonly because?: string;
  readonly figures: Readonly<Record<string, { readonly value: number; readonly low: number }>>;
}

const paths = (root: string) => {
  const scorer = `${root}packages/judge/src/scorer`;
  return {
    card: `${scorer}/card.json`,
    text: `${scorer}/CARD.md`,
    external: `${scorer}/external.json`,
    history: `${root}packages/judge/history.jsonl`,
  };
};

/**
 * Returns the figures that fell by more than their interval since the last entry of the history. Such an entry is kept only
 * with the reason why that is worth it.
 */
export function writeCard(root: string, figures: Figures, because?: string): string[] {
  const at = paths(root);
  if (figures.external !== null) writeFileSync(at.external, `${JSON.stringify(figures.external, null, 1)}\n`);
  const external = existsSync(at.external) ? (JSON.parse(readFileSync(at.external, 'utf8')) as ExternalFigures) : null;
  const card: Card = { generatedFor: `weights ${figures.weights}`, sections: sections(figures, external) };
  writeFileSync(at.card, `${JSON.stringify(card)}\n`);
  writeFileSync(at.text, markdown(card));
  const entry: HistoryEntry = {
    weights: figures.weights,
    ...(because !== undefined && { because }),
    figures: Object.fromEntries([
      ...figures.byWriter.targets.map((row) => [`held-out writers: ${row.target}`, keep(row)]),
      ...figures.byQuestion.map((row) => [`held-out questions: ${row.target}`, keep(row)]),
      ...figures.across.flatMap(({ name, targets }) => targets.map((row) => [`${name}: ${row.target}`, keep(row)])),
      ...(figures.external?.targets ?? []).map((row) => [`people: ${row.target}`, keep(row)]),
    ]),
  };
  const history = existsSync(at.history)
    ? readFileSync(at.history, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as HistoryEntry)
    : [];
  const last = history.at(-1);
  const fallen = Object.entries(entry.figures).flatMap(([name, now]) => {
    const before = last?.figures[name];
    return before !== undefined && now.value < before.low
      ? [`${name}: ${now.value} now, ${before.value} before (interval from ${before.low})`]
      : [];
  });
  if (last?.weights !== entry.weights && (fallen.length === 0 || because !== undefined))
    writeFileSync(at.history, [...history, entry].map((line) => `${JSON.stringify(line)}\n`).join(''));
  return because === undefined ? fallen : [];
}

const keep = (row: TargetFigures): { value: number; low: number } => ({
  value: round(row.agreement.value, 3),
  low: round(row.agreement.low, 3),
});
const dot = (row: TargetFigures): Dot => ({
  label: row.target,
  value: round(row.agreement.value),
  low: round(row.agreement.low),
  high: round(row.agreement.high),
});
const find = (rows: readonly TargetFigures[], target: string): number =>
  rows.find((row) => row.target === target)?.agreement.value ?? Number.NaN;
const percent = (share: number): string => `${Math.round(100 * share)}%`;

function sections(figures: Figures, external: ExternalFigures | null): CardSection[] {
  const { byWriter, byQuestion, across } = figures;
  const goal = (target: string): number => (target === 'verdict' ? GOALS.verdict : GOALS.signal);
  const out: CardSection[] = [
    {
      id: 'data',
      title: 'What it learned from',
      intro: LEARNED_FROM,
      table: { columns: ['making', 'answers'], rows: Object.entries(figures.counts) },
    },
    {
      id: 'people',
      title: 'On the answers of real people',
      intro:
        external === null
          ? 'Not measured for these weights.'
          : `The figure that counts. ${external.answers} answers that people wrote or said, which training never saw. Quadratic weighted kappa with the graders, with a 95% interval; the goal is ${GOALS.people} on the verdict over all, and ${GOALS.peopleSurest} on the 60% of which the judge is surest (those whose score lies farthest from the mark between a vote against and a vote for; of most others it says that it cannot tell), where it reaches ${external.surest.agreement.value.toFixed(2)} (${external.surest.agreement.low.toFixed(2)} to ${external.surest.agreement.high.toFixed(2)}). ${find(external.targets, 'verdict') < GOALS.people ? 'It falls short. It orders ordinary people’s middling prose better than chance, and not nearly as well as a careful reader does: trust its quotes and its findings first, and take its verdict on notes, blogs and talks as a first reading. ' : ''}${external.weights === figures.weights ? '' : `Measured for weights ${external.weights}, not for these.`}`,
      ...(external === null
        ? {}
        : {
            table: {
              columns: ['target', 'answers', 'judge', 'low', 'high', 'graders with each other'],
              rows: external.targets.map((row) => [
                row.target,
                row.n,
                cell(row.agreement.value),
                cell(row.agreement.low),
                cell(row.agreement.high),
                cell(row.ceiling),
              ]),
            },
            plot: {
              kind: 'dots' as const,
              domain: [-0.2, 1] as const,
              series: [{ name: 'judge', points: external.targets.map(dot) }],
            },
          }),
    },
    {
      id: 'writers',
      title: 'On writers it had not seen',
      intro: `Quadratic weighted kappa on the corpus, each writer held out in turn, with 95% bootstrap intervals over whole writers; beside it length alone, a bag of words on the same folds, and the graders with each other. Goals: ${GOALS.verdict} on the verdict, ${GOALS.signal} on each signal, standardised mean difference within 0.15. Below goal: ${
        byWriter.targets
          .filter((row) => row.agreement.value < goal(row.target))
          .map((row) => `${row.target} (${row.agreement.value.toFixed(2)})`)
          .join(', ') || 'none'
      }.`,
      table: {
        columns: [
          'target',
          'answers',
          'judge',
          'low',
          'high',
          'length alone',
          'bag of words',
          'graders',
          'mean difference',
        ],
        rows: byWriter.targets.map((row) => [
          row.target,
          row.n,
          cell(row.agreement.value),
          cell(row.agreement.low),
          cell(row.agreement.high),
          cell(find(byWriter.length, row.target)),
          cell(find(byWriter.words, row.target)),
          cell(row.ceiling),
          cell(row.difference),
        ]),
      },
      plot: {
        kind: 'dots',
        domain: [0, 1],
        series: [
          { name: 'judge', points: byWriter.targets.map(dot) },
          { name: 'bag of words', points: byWriter.words.map((row) => ({ ...dot(row), reference: true })) },
        ],
      },
    },
    {
      id: 'questions',
      title: 'On questions it had not seen',
      intro: 'The same, each question held out in turn.',
      table: {
        columns: ['target', 'answers', 'judge', 'low', 'high', 'mean difference'],
        rows: byQuestion.map((row) => [
          row.target,
          row.n,
          cell(row.agreement.value),
          cell(row.agreement.low),
          cell(row.agreement.high),
          cell(row.difference),
        ]),
      },
    },
    {
      id: 'across',
      title: 'From one making to the other',
      intro: `Fitted on spoken answers and tested on notes, and the other way round: what carries over is reasoning, what does not was style; then the same with the added sets, of which none retells an answer of the making tested. Goal ${GOALS.across} on the verdict.`,
      table: {
        columns: ['fit and test', 'target', 'answers', 'judge', 'low', 'high'],
        rows: across.flatMap(({ name, targets }) =>
          targets.map((row) => [
            name,
            row.target,
            row.n,
            cell(row.agreement.value),
            cell(row.agreement.low),
            cell(row.agreement.high),
          ]),
        ),
      },
    },
    {
      id: 'errors',
      title: 'Where it errs',
      intro:
        'Mean absolute error of the verdict, held-out writers, by the graders’ own verdict; then by kind of question, making and writer.',
      table: {
        columns: ['part', 'answers', 'kappa', 'mean error'],
        rows: [
          ...figures.bands.map((row) => [`verdict ${row.band}`, row.n, null, cell(row.error)]),
          ...figures.kinds.map((row) => [row.key, row.n, cell(row.agreement), cell(row.error)]),
          ...figures.makings.map((row) => [row.key, row.n, cell(row.agreement), cell(row.error)]),
          ...figures.writers.map((row) => [row.key, row.n, cell(row.agreement), cell(row.error)]),
        ],
      },
      plot: {
        kind: 'bars',
        domain: [0, 1.2],
        series: [
          {
            name: 'mean error',
            points: figures.bands.map((row) => ({ label: `verdict ${row.band}`, value: round(row.error) })),
          },
        ],
      },
    },
    {
      id: 'certainty',
      title: 'How sure it is, and whether that is true',
      intro:
        'Each level comes with a set that should hold the graders’ mean level 90 times in 100 (split conformal: width from one half of the writers, coverage counted on the other). The plot compares how sure it said it was with how often a grader gave the same verdict.',
      table: {
        columns: ['part', 'half-width', 'covered', 'levels in the set'],
        rows: [
          ...figures.coverage.map((row) => [row.target, cell(row.width), cell(row.covered), cell(row.size)]),
          ...figures.coverageBy.map((row) => [row.part, null, cell(row.covered), null]),
        ],
      },
      plot: { kind: 'calibration', series: [{ name: 'verdict', points: figures.calibration }] },
    },
    ...figures.faults
      .filter((evaluation) => /corpus$|field/.test(evaluation.by))
      .map((evaluation, k): CardSection => ({
        id: `faults-${k}`,
        title: `Faults, unseen ${evaluation.by}`,
        intro: `Against everything either grader marked, ${evaluation.answers} answers. Goals: precision ${GOALS.interrupting} for what may interrupt; ${GOALS.faultPrecision} at recall ${GOALS.faultRecall} over all.`,
        table: {
          columns: ['fault', 'marked', 'reported', 'precision', 'recall', 'interrupting', 'precision'],
          rows: evaluation.figures.map((row) => [
            row.fault,
            row.marked,
            row.reported,
            cell(row.precision),
            cell(row.recall),
            row.interrupting,
            cell(row.interruptPrecision),
          ]),
        },
      })),
    {
      id: 'evidence',
      title: 'Whether its quotes are the graders’ quotes',
      intro: `Where a grader quoted the words that earned a level, how often our quotes hold at least 60% of those words (fitted on half of the writers, counted on the other). Goal ${percent(GOALS.evidence)}.`,
      table: {
        columns: ['signal', 'cases', 'hold 60%', 'mean share'],
        rows: figures.evidence.map((row) => [row.signal, row.n, cell(row.enough), cell(row.mean)]),
      },
    },
    {
      id: 'robustness',
      title: 'What moves it, and what should not',
      intro:
        'Each battery changes answers and judges them again. "Rise": mean change of the verdict, which may not go up; "move": mean absolute change; "floor": how far above verdict 1 on average texts stand that deserve 1.',
      table: {
        columns: ['battery', 'law', 'answers', 'change of verdict', 'change of score', 'allowed', 'holds'],
        rows: figures.batteries.map((row) => [
          row.battery.id,
          row.battery.law,
          row.n,
          cell(row.change, 3),
          cell(row.score, 3),
          row.battery.allowed,
          row.holds ? 'yes' : 'no',
        ]),
      },
    },
    {
      id: 'other-answers',
      title: 'Good answers to other questions',
      intro: `On questions that the fit had not seen, ${percent(figures.matching.found)} of the good answers to another question are refused, at ${(100 * figures.matching.wronglyRefused).toFixed(1)}% of true answers refused. More could be found only at the price of the most concrete stories, which share the fewest words with what was asked: at 2% of true answers refused it would be about 55%. Where it is doubtful, the judge does not refuse: it says that it cannot tell, and counts the lowest verdict among those that may be right.`,
    },
    {
      id: 'fooled',
      title: 'What fools it still',
      intro: `${
        figures.batteries
          .filter((row) => !row.holds)
          .map(
            (row) =>
              `${row.battery.id} (${row.battery.about}): ${row.change.toFixed(2)} where ${row.battery.allowed} is allowed`,
          )
          .join('; ') || 'No battery does'
      }. A fluent answer to a neighbouring question in the field's own words is the surest way past it: it compares words and notions with the question, and does not understand it. Dry prose with a true mechanism and no choice is graded too low or too high in about equal measure.`,
    },
    {
      id: 'tried',
      title: 'What was tried',
      intro: TRIED,
    },
    {
      id: 'not-for',
      title: 'What it must not be used for',
      intro: NOT_FOR,
    },
  ];
  out.splice(2, 0, {
    id: 'passages',
    title: 'On the passages of real people that it learned from',
    intro: PASSAGES,
    table: {
      columns: ['target', 'passages', 'judge', 'low', 'high'],
      rows: figures.passages.map((row) => [
        row.target,
        row.n,
        cell(row.agreement.value),
        cell(row.agreement.low),
        cell(row.agreement.high),
      ]),
    },
  });
  return out;
}
