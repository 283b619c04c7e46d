import type { Question } from '@legible/judge';
import { carriers } from '../text/carriers.ts';

/** A question of the bank, with what a strong answer covers where that is known. */
export interface AskedFor extends Question {
  readonly covers?: readonly string[];
}

/** Words of asking, and words that any story of work has: they do not say what a question is about. */
const ASKING = new Set(
  carriers(
    'tell describe time case when last ever happened happen something somebody someone everyone everybody people thing things work worked working know knew known think thought turn turned turns found find yours mine your own responsible people use used using make made making went gone go goes going take took come came give gave say said get got see saw want wanted need needed different wrong bad good worse better best really still first second two three new old way part day days year years month months week night does design build built system model company team teams product user users customer customers want we have would need large small much order show shows',
  ),
);
/** Kinds whose questions are all answered by one telling: the vote alone says whether it covers one. */
const ONE_SUBJECT: readonly string[] = ['transition', 'why-mle'];
/** A question with fewer words of its own asks for the kind in general. */
const LEAST_OWN = 2;

/**
 * Whether a text is about what a question asks for in particular, and not only about its kind: at least two of the
 * question's own words, or one of them with two from what a strong answer covers. `kin` are the questions of the kind;
 * a word in a third of them is no question's own.
 */
export function isOnSubject(text: string, question: AskedFor, kin: readonly AskedFor[]): boolean {
  if (ONE_SUBJECT.includes(question.kind)) return true;
  const own = ownWords(question.text, kin);
  if (own.length < LEAST_OWN) return true;
  const said = new Set(carriers(text));
  const direct = own.filter((word) => said.has(word)).length;
  if (direct >= 2 || (direct === 1 && own.length <= LEAST_OWN)) return true;
  const covered = [...new Set((question.covers ?? []).flatMap(carriers))].filter(
    (word) => !ASKING.has(word) && said.has(word),
  ).length;
  return direct === 1 && covered >= 2;
}

function ownWords(text: string, kin: readonly AskedFor[]): string[] {
  const common = (word: string): boolean =>
    kin.filter((other) => carriers(other.text).includes(word)).length > Math.max(1, kin.length / 3);
  return [...new Set(carriers(text))].filter((word) => !ASKING.has(word) && !common(word));
}
