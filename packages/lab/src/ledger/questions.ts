/** Questions about one's own run, whose true answers the simulator knows: what they are made of, and how a reply is marked. */

/** Something a true answer says. Any one of the phrases counts; case and word endings do not matter. */
export interface KeyFact {
  readonly fact: string;
  readonly phrases: readonly string[];
  /** An amount of dollars that counts as well, within a fifth of its size: 24,104 or 24k or 24 thousand. */
  readonly dollars?: number;
}

export interface RunQuestion {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly facts: readonly KeyFact[];
  /** Name of a question kind of the rubric under which a judge may read the reply. */
  readonly kind: 'probe';
  readonly signals: readonly ('data' | 'evaluation' | 'failure' | 'production' | 'tradeoff')[];
}

export interface Marked {
  readonly id: string;
  /** Facts said, over all facts; 0 to 1. */
  readonly score: number;
  readonly said: readonly string[];
  readonly missed: readonly string[];
}

const squeeze = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, ' ')
    .replaceAll(/\s+/g, ' ');

/** Every amount in a text, in plain numbers. */
function amountsIn(text: string): number[] {
  const found = text.toLowerCase().matchAll(/(\d[\d,]*(?:\.\d+)?)\s*(k\b|thousand|m\b|million)?/g);
  return [...found].map(([, digits, unit]) => {
    const factor = unit === undefined ? 1 : unit.startsWith('m') ? 1e6 : 1e3;
    return Number(digits!.replaceAll(',', '')) * factor;
  });
}

/** Marks a reply in words against the truth. A phrase must begin at the start of a word. */
export function markReply(question: RunQuestion, reply: string): Marked {
  const text = ` ${squeeze(reply)} `;
  const amounts = amountsIn(reply);
  const near = (dollars: number): boolean =>
    amounts.some((x) => Math.abs(x - Math.abs(dollars)) <= 0.2 * Math.abs(dollars));
  const hit = (fact: KeyFact): boolean =>
    fact.phrases.some((phrase) => text.includes(` ${squeeze(phrase).trim()}`)) ||
    (fact.dollars !== undefined && near(fact.dollars));
  const said = question.facts.filter(hit).map((f) => f.fact);
  const missed = question.facts.filter((f) => !hit(f)).map((f) => f.fact);
  return { id: question.id, score: said.length / Math.max(1, question.facts.length), said, missed };
}

/** What of the bill a world makes its questions from. */
export interface QuestionGround {
  /** Decisions that could be replayed, dearest first; dollars that each cost against the reference's. */
  readonly decisions: readonly { readonly decision: string; readonly title: string; readonly cost: number }[];
  readonly saved: number;
  readonly predicted: number;
  /** Causes of our own cost, dearest first. */
  readonly topCauses: readonly { readonly cause: string; readonly words: string; readonly dollars: number }[];
}
