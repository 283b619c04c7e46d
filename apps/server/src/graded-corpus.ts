import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CorpusAnswer, GradedCorpus, PanelGrade } from '@legible/app';
import { bank } from '@legible/corpus';

interface AnswerLine {
  readonly id: string;
  readonly question: string;
  readonly text: string;
}
type GradeLine = PanelGrade & { readonly id: string };

const folder = join(fileURLToPath(import.meta.resolve('@legible/corpus')), '../..');

/** The corpus' answers to the questions of the bank, read once, when first asked for. */
export function gradedCorpus(from = folder): GradedCorpus {
  let loaded: ReturnType<typeof load> | undefined;
  const all = () => (loaded ??= load(from));
  return {
    answers: async () => (await all()).answers,
    grades: async (answerId) => (await all()).grades.get(answerId) ?? [],
  };
}

async function load(from: string) {
  const questions = new Map(bank.map((question) => [question.id, question]));
  const answers: CorpusAnswer[] = [];
  for (const { id, question, text } of await lines<AnswerLine>(join(from, 'answers.jsonl'))) {
    const asked = questions.get(question);
    if (asked !== undefined) answers.push({ id, question: asked, text });
  }
  const grades = new Map<string, PanelGrade[]>(answers.map(({ id }) => [id, []]));
  for (const { id, ...grade } of await lines<GradeLine>(join(from, 'grades.jsonl'))) grades.get(id)?.push(grade);
  return { answers, grades };
}

async function lines<T>(file: string): Promise<T[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}
