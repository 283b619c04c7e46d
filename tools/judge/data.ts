/** The graded answers that the judge is trained and measured on, read from corpus/. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SIGNALS, type FaultId, type Question, type SignalId } from '@legible/judge';

export interface Grade {
  readonly id: string;
  readonly grader: string;
  readonly signals: Readonly<Partial<Record<SignalId, number>>>;
  readonly verdict: number;
  readonly faults: readonly { readonly id: FaultId; readonly quote: string }[];
  readonly spans: Readonly<Partial<Record<SignalId, string>>>;
}

export interface GradedAnswer {
  readonly id: string;
  readonly writer: string;
  readonly making: string;
  readonly question: Question;
  readonly text: string;
  readonly grades: readonly Grade[];
  /** Mean verdict of the graders. */
  readonly verdict: number;
  /** Mean level of the graders for each signal that the question calls for. */
  readonly levels: Readonly<Partial<Record<SignalId, number>>>;
}

interface RawAnswer {
  readonly id: string;
  readonly question?: string;
  readonly question_text?: string;
  readonly kind?: Question['kind'];
  readonly signals?: readonly SignalId[];
  readonly seconds?: number;
  readonly writer?: string;
  readonly making?: string;
  /** Of a contrast answer: what was done to which answer. */
  readonly commissioned?: string;
  readonly text: string;
}

const lines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

/** A contrast answer goes with the writer of the answer it was made from, so that no fold trains on a retelling of what it tests. */
const baseWriter = (answer: RawAnswer): string | undefined =>
  answer.making === 'contrast' ? /of (\w+)-\d+/.exec(answer.commissioned ?? '')?.[1] : undefined;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function join(
  answers: readonly RawAnswer[],
  grades: readonly Grade[],
  questions: ReadonlyMap<string, Question>,
  making?: string,
): GradedAnswer[] {
  const byAnswer = new Map<string, Grade[]>();
  for (const grade of grades) byAnswer.set(grade.id, [...(byAnswer.get(grade.id) ?? []), grade]);
  return answers.flatMap((answer): GradedAnswer[] => {
    const own = byAnswer.get(answer.id);
    if (own === undefined) return [];
    const question: Question | undefined =
      answer.question === undefined
        ? {
            id: answer.id,
            kind: answer.kind ?? 'probe',
            signals: answer.signals ?? [],
            seconds: answer.seconds ?? 90,
            text: answer.question_text ?? '',
          }
        : questions.get(answer.question);
    if (question === undefined)
      throw new Error(`Answer ${answer.id} names the question ${answer.question}, which is in no questions file.`);
    const levels: Partial<Record<SignalId, number>> = {};
    for (const signal of SIGNALS) {
      const given = own.flatMap((grade) => grade.signals[signal] ?? []);
      if (given.length > 0) levels[signal] = mean(given);
    }
    return [
      {
        id: answer.id,
        writer: baseWriter(answer) ?? answer.writer ?? answer.id.slice(0, 4),
        making: making ?? answer.making ?? 'unknown',
        question,
        text: answer.text,
        grades: own,
        verdict: mean(own.map((grade) => grade.verdict)),
        levels,
      },
    ];
  });
}

const questionMap = (path: string): [string, Question][] =>
  (JSON.parse(readFileSync(path, 'utf8')) as Question[]).map((question) => [question.id, question]);

/** Every graded answer of a corpus folder: the main files, and the sets in its sub-folders. */
export function readCorpus(folder: string): GradedAnswer[] {
  const questions = new Map(questionMap(`${folder}/questions.json`));
  const out = join(lines(`${folder}/answers.jsonl`), lines(`${folder}/grades.jsonl`), questions);
  for (const set of ['field', 'contrast']) {
    const path = `${folder}/${set}`;
    if (!existsSync(path)) continue;
    const files = readdirSync(path).toSorted();
    for (const file of files)
      if (/^questions.*\.json$/.test(file))
        for (const [id, question] of questionMap(`${path}/${file}`)) questions.set(id, question);
    const grades = files
      .filter((file) => /^grades.*\.jsonl$/.test(file))
      .flatMap((file) => lines<Grade>(`${path}/${file}`));
    for (const file of files)
      if (/^answers.*\.jsonl$/.test(file)) out.push(...join(lines(`${path}/${file}`), grades, questions));
  }
  return out;
}

/** Graded answers outside the corpus, for measuring only: each line of answers.jsonl carries its own question. */
export const readExternal = (folder: string): GradedAnswer[] =>
  join(lines(`${folder}/answers.jsonl`), lines(`${folder}/grades.jsonl`), new Map(), 'external');
