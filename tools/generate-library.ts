/** Joins the entries of the debrief library with the answers and grades of the corpus, for the page to load without the corpus. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { corpusQuestions } from '@legible/corpus';

const LIBRARY = fileURLToPath(new URL('../packages/prep/src/library/', import.meta.url));
const CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url));

/** Where the joined library goes. */
export const GENERATED = `${LIBRARY}library.generated.json`;

const GAPS = ['data', 'evaluation', 'ownership'];

interface Written {
  readonly answer: string;
  readonly gap: string;
  readonly changes: readonly { readonly find: string; readonly put: string }[];
  readonly moved: string;
}
interface Grade {
  readonly id: string;
  readonly grader: string;
  readonly verdict: number;
  readonly signals: Readonly<Record<string, number>>;
  readonly faults: readonly { readonly id: string; readonly quote: string }[];
  readonly spans: Readonly<Record<string, string>>;
  readonly why: string;
}

const lines = <T>(file: string): T[] =>
  readFileSync(`${CORPUS}${file}`, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

/** The library as it is generated. Throws for an entry that does not fit its answer, naming the field. */
export function generated(): string {
  const answers = new Map(
    lines<{ id: string; question: string; text: string }>('answers.jsonl').map((answer) => [answer.id, answer]),
  );
  const grades = Map.groupBy(lines<Grade>('grades.jsonl'), ({ id }) => id);
  const entries = readdirSync(`${LIBRARY}entries`)
    .sort()
    .map((file) => {
      const {
        answer: id,
        gap,
        changes,
        moved,
      } = JSON.parse(readFileSync(`${LIBRARY}entries/${file}`, 'utf8')) as Written;
      const answer = answers.get(id);
      const question = corpusQuestions.find((one) => one.id === answer?.question);
      if (`${id}.json` !== file || answer === undefined || question === undefined)
        throw new Error(`${file}: answer must be an id of the corpus and the name of the file.`);
      if (!GAPS.includes(gap)) throw new Error(`${file}: gap must be one of ${GAPS.join(', ')}.`);
      for (const { find } of changes)
        if (answer.text.split(find).length !== 2)
          throw new Error(`${file}: find must stand in the answer once: "${find.slice(0, 40)}".`);
      return {
        id,
        question: {
          id: question.id,
          kind: question.kind,
          signals: question.signals,
          seconds: question.seconds,
          text: question.text,
        },
        gap,
        moved,
        before: answer.text,
        after: changes.reduce((text, { find, put }) => text.replace(find, () => put), answer.text),
        changes,
        heard: (grades.get(id) ?? []).map(({ grader, verdict, signals, faults, spans, why }) => ({
          grader,
          verdict,
          signals,
          faults,
          spans,
          why,
        })),
      };
    });
  return `${JSON.stringify(entries, null, 1)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(GENERATED, generated());
