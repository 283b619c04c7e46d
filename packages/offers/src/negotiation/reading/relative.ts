import { ISSUE_LABELS, K, type MoneyIssue } from '../terms.ts';
import type { Clause, Context } from './clauses.ts';
import { issuesIn } from './lexicon.ts';
import { done, propose, type MoneyReading } from './money.ts';

/** "Meet in the middle", "match the sign-on", "double it": figures that lie in other figures. */
export function readRelative(clause: Clause, context: Context): MoneyReading | null {
  const { text, quote } = clause;
  const { table, asked } = context;
  const issue = issuesIn(text).find(({ issue: one }) => one === 'base' || one === 'signOn' || one === 'equity')
    ?.issue as MoneyIssue | undefined;
  if (
    /\b(?:meet|met)\b.*\b(?:middle|half ?-?way)\b|\bsplit the difference\b|\bhalf ?-?way\b|\bin the middle\b/i.test(
      text,
    )
  ) {
    const on = issue ?? 'base';
    const mine = asked[on];
    if (mine === undefined)
      return {
        acts: [],
        unclear: [
          {
            quote,
            ask: `The middle between ${ISSUE_LABELS[on].toLowerCase()} on the table and which figure of yours?`,
          },
        ],
      };
    const value = Math.round((mine + table[on]) / 2 / K) * K;
    return done(propose(on, { low: value, high: value }, clause));
  }
  if (/\bmatch(?:es|ing)?\b/i.test(text) && !/§\d+§/.test(text)) {
    const on = issue ?? 'base';
    if (on !== 'base' || context.otherBase === null)
      return {
        acts: [],
        unclear: [{ quote, ask: `Match which figure for the ${ISSUE_LABELS[on].toLowerCase()}? Name it.` }],
      };
    return done(propose('base', { low: context.otherBase, high: context.otherBase }, clause));
  }
  if (/\b(?:beat|top|exceed|better) (?:that|it|this|them|their|the)\b/i.test(text) && !/§\d+§/.test(text))
    return { acts: [], unclear: [{ quote, ask: 'What figure would beat it?' }] };
  if (/\bdouble\b/i.test(text) && issue)
    return done(propose(issue, { low: 2 * table[issue], high: 2 * table[issue] }, clause));
  if (/\b(?:give up|skip|waive|drop|do without|forgo)\b/i.test(text) && issue && issue !== 'base') {
    const first = issuesIn(text)[0]?.issue;
    if (first === issue) return done(propose(issue, { low: 0, high: 0 }, clause));
  }
  return null;
}
