import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { FAULTS, type FaultId, type Question } from '@legible/judge/rubric';
import { readText } from '@legible/judge/text/index';
import { RULES } from '@legible/judge/rules/registry.generated';

/** A graded answer, or an example that a rule carries. */
export interface FaultItem {
  readonly id: string;
  readonly writer: string;
  readonly making: string;
  readonly question: Pick<Question, 'kind' | 'text'>;
  readonly text: string;
  /** Faults that either grader marked. */
  readonly faults: ReadonlySet<FaultId>;
  /** Their quotes as offsets; none for a fault that shows by absence. */
  readonly spans: ReadonlyMap<FaultId, readonly (readonly [number, number])[]>;
  /** Faults that this item says nothing about. An example of a rule speaks of its own fault only. */
  readonly only: FaultId | null;
}

interface AnswerLine {
  readonly id: string;
  readonly question: string;
  readonly writer: string;
  readonly making: string;
  readonly text: string;
}

interface GradeLine {
  readonly id: string;
  readonly faults: readonly { readonly id: FaultId; readonly quote: string }[];
}

const lines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** The answers of `dir`: answers*.jsonl with questions*.json and grades*.jsonl. Answers without a grade are left out. */
export function readGraded(dir: string): FaultItem[] {
  if (!existsSync(dir)) return [];
  const files = readdirSync(dir).sort();
  const named = (start: string, end: string): string[] =>
    files.filter((file) => file.startsWith(start) && file.endsWith(end)).map((file) => `${dir}/${file}`);
  const questions = new Map(
    named('questions', '.json')
      .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as Question[])
      .map((question) => [question.id, question]),
  );
  const grades = new Map<string, GradeLine[]>();
  for (const grade of named('grades', '.jsonl').flatMap((file) => lines<GradeLine>(file)))
    grades.set(grade.id, [...(grades.get(grade.id) ?? []), grade]);
  const out: FaultItem[] = [];
  for (const answer of named('answers', '.jsonl').flatMap((file) => lines<AnswerLine>(file))) {
    const marked = grades.get(answer.id);
    const question = questions.get(answer.question);
    if (marked === undefined || question === undefined) continue;
    const faults = new Set<FaultId>();
    const spans = new Map<FaultId, [number, number][]>();
    for (const { id, quote } of marked.flatMap((grade) => grade.faults)) {
      faults.add(id);
      const at = quote === '' ? -1 : answer.text.indexOf(quote);
      if (at >= 0) spans.set(id, [...(spans.get(id) ?? []), [at, at + quote.length]]);
    }
    out.push({
      id: answer.id,
      writer: answer.writer,
      making: answer.making,
      question,
      text: answer.text,
      faults,
      spans,
      only: null,
    });
  }
  return out;
}

/** The examples that the rules carry, as training items. */
export function ruleExamples(): FaultItem[] {
  return RULES.flatMap((rule) =>
    [
      ...rule.fires.map((example) => [example, true] as const),
      ...rule.silent.map((example) => [example, false] as const),
    ].map(([example, fires], i) => ({
      id: `${rule.fault}-${i}`,
      writer: 'rules',
      making: 'rules',
      question: { kind: example.kind ?? 'probe', text: example.question ?? '' },
      text: example.text,
      faults: new Set(fires ? [rule.fault] : []),
      spans: new Map(
        fires && !(rule.absence && readText(example.text).length > 3)
          ? [[rule.fault, [[0, example.text.length] as const]]]
          : [],
      ),
      only: rule.fault,
    })),
  );
}

export { FAULTS };
