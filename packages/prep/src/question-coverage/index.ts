import type { Judgment, Question } from '@legible/judge';
import { questionKindsOf } from '../dossier/asked.ts';
import type { Item } from '../dossier/types.ts';
import { isOnSubject, type AskedFor } from './subject.ts';
import { textOf } from '../outline/item-outline.ts';

/** A document of the dossier with its id and title. */
export interface Kept {
  readonly id: string;
  readonly title: string;
  readonly item: Item;
  /** The version it stands at; where it is known, a draft changed since it was last said cold is told. */
  readonly version?: number;
}

export { isOnSubject, type AskedFor } from './subject.ts';

/** How an item would do as the answer to one question. */
export interface Cover {
  readonly id: string;
  readonly title: string;
  /** "answers": the judge would vote yes. "starts": it is on the question, and falls short. */
  readonly how: 'answers' | 'starts';
  /** The unrounded vote, 1 to 4. */
  readonly score: number;
}

export interface Covered {
  readonly question: AskedFor;
  /** Best first; empty where the question stands uncovered. */
  readonly by: readonly Cover[];
}

/** The telling that fits the time a question gives. */
export function tellingFor(item: Item, question: Question): string {
  if (item.type !== 'story') return textOf(item, 'text');
  const { short, long } = item.body;
  const wanted = question.seconds <= 90 ? short : long;
  return wanted.trim() === '' ? (question.seconds <= 90 ? long : short) : wanted;
}

/**
 * Which questions the dossier covers: an item is tried on each question of a kind it can answer. Off the question, or
 * on another subject of the same kind, it covers nothing. `judge` is called once for each pair that is on the subject.
 */
export function coverageOf(
  kept: readonly Kept[],
  questions: readonly AskedFor[],
  judge: (text: string, question: Question) => Judgment,
): Covered[] {
  return questions.map((question) => {
    const by = kept.flatMap(({ id, title, item }): Cover[] => {
      if (!questionKindsOf(item).includes(question.kind)) return [];
      const text = tellingFor(item, question);
      const kin = questions.filter(({ kind }) => kind === question.kind);
      if (text.trim() === '' || !isOnSubject(text, question, kin)) return [];
      const { verdict, score, findings } = judge(text, question);
      if (findings.some(({ fault, interrupts }) => fault === 'off-topic' && interrupts)) return [];
      return [{ id, title, how: verdict >= 3 ? 'answers' : 'starts', score }];
    });
    return { question, by: by.toSorted((a, b) => b.score - a.score) };
  });
}
