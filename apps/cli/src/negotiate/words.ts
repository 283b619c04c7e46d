import type { Currency } from '@legible/offers';
import {
  behaviours,
  facing,
  ISSUE_LABELS,
  ISSUES,
  openSheets,
  outcome,
  reservation,
  sayBack,
  sayIssue,
  worthOfSentences,
  type Reading,
  type State,
} from '@legible/offers/negotiation/index';

export function tableOf(state: State): string {
  const { currency } = facing(state);
  return ISSUES.map((issue) => `  ${ISSUE_LABELS[issue].padEnd(24)} ${sayIssue(state.table, issue, currency)}`).join(
    '\n',
  );
}

export function readingOf({ acts, unclear }: Reading, currency: Currency): string {
  if (acts.length === 0 && unclear.length === 0) return '  [read: nothing here asks for or gives anything]';
  return acts.map((act) => `  [read: ${sayBack(act, currency)}]`).join('\n');
}

export const asksOf = ({ unclear }: Reading): string =>
  unclear.map(({ ask, quote }) => `  [not counted: “${quote}” ${ask}]`).join('\n');

const one = (x: number): string => (Math.abs(x) < 0.05 ? 0 : x).toFixed(1);
const ENDS = { agreed: 'You have a deal.', walked: 'They walked away.', left: 'You left without a deal.' } as const;

/** The end: both sheets, what sentences were worth, the behaviours. */
export function ending(state: State): string {
  const them = facing(state);
  const { free, most, distance, nash, last, mineFloor, theirFloor } = openSheets(state);
  const phase = state.phase === 'agreed' || state.phase === 'walked' ? state.phase : 'left';
  const lines = [
    '',
    ENDS[phase],
    tableOf(state),
    '',
    `What ${them.name} wanted: ${them.interest}`,
    `Bluffs allowed: ${them.bluffs.map(({ rule }) => rule).join(' ')}`,
    ...state.turns.filter(({ bluff }) => bluff).map(({ text }) => `Bluff: “${text}”`),
    `You: ${one(outcome(state) - reservation(state.mine))} points over walking away; at the table's end ${one(last.mine - mineFloor)}. They: ${one(last.theirs - theirFloor)} over theirs.`,
    `For nothing to them, you could have had ${one(free)} points more; at the most ${one(most)}. Distance to the efficient frontier: ${one(distance)}.`,
  ];
  if (nash)
    lines.push(
      `Nash point: ${one(nash.mine - mineFloor)} for you, ${one(nash.theirs - theirFloor)} for them: ${ISSUES.map((issue) => `${ISSUE_LABELS[issue].toLowerCase()} ${sayIssue(nash.terms, issue, them.currency)}`).join('; ')}`,
    );
  const worth = worthOfSentences(state).filter(({ points }) => Math.abs(points) >= 0.05);
  lines.push('', 'What your sentences were worth, replayed without each:');
  lines.push(
    ...(worth.length === 0
      ? ['  None of them changed the end.']
      : worth.map(({ quote, points }) => `  ${(points > 0 ? '+' : '') + one(points)}  “${quote}”`)),
  );
  lines.push('', 'What good negotiators keep to:');
  lines.push(
    ...behaviours(state).map(
      ({ label, kept, quote, because }) =>
        `  ${kept ? 'kept  ' : 'broken'}  ${label}. ${because}${quote === '' ? '' : ` “${quote}”`}`,
    ),
  );
  return lines.join('\n');
}
