import type { Act } from '../reading/acts.ts';
import type { State, Turn } from '../state.ts';

export const BEHAVIOURS = [
  'in-writing',
  'reasons',
  'door-open',
  'information',
  'alternatives',
  'winnable',
  'scope-first',
] as const;
export type BehaviourId = (typeof BEHAVIOURS)[number];

export interface Behaviour {
  readonly id: BehaviourId;
  readonly label: string;
  readonly kept: boolean;
  /** The words that show it, or that broke it; empty where it is shown by absence. */
  readonly quote: string;
  readonly because: string;
}

interface Line {
  readonly act: Act;
  readonly turn: number;
}

/** What good negotiators keep to, each with the words that show it. */
export function behaviours(state: State): Behaviour[] {
  const turns = state.turns.filter(({ who }) => who === 'candidate');
  const lines = turns.flatMap((turn: Turn, i): Line[] => (turn.reading?.acts ?? []).map((act) => ({ act, turn: i })));
  const find = (test: (act: Act) => boolean): Act | undefined => lines.find(({ act }) => test(act))?.act;
  const habit = (what: string): Act | undefined => find((act) => act.kind === 'habit' && act.what === what);
  return [
    inWriting(habit('in-writing')),
    reasons(lines, turns),
    doorOpen(find, habit('door-open') ?? habit('time')),
    information(find),
    alternatives(find),
    winnable(state, lines, find),
    scopeFirst(lines),
  ];
}

function inWriting(asked: Act | undefined): Behaviour {
  return row(
    'in-writing',
    'Asks for it in writing',
    asked !== undefined,
    asked?.quote,
    asked
      ? 'What is written is not forgotten by Monday.'
      : 'Nothing was asked for in writing: scope and review dates that are only said do not bind the next manager.',
  );
}

function reasons(lines: readonly Line[], turns: readonly Turn[]): Behaviour {
  const asks = lines.filter(({ act }) => act.kind === 'propose' || act.kind === 'push');
  const behind = new Set(
    lines
      .filter(({ act }) => act.kind === 'reason' || act.kind === 'condition' || act.kind === 'propose-scope')
      .map(({ turn }) => turn),
  );
  const bare = asks.find(({ turn }) => !behind.has(turn) && !behind.has(turn - 1));
  const kept = asks.length > 0 && bare === undefined;
  return row(
    'reasons',
    'A reason for each ask',
    kept,
    bare?.act.quote ?? asks[0]?.act.quote,
    asks.length === 0
      ? 'You asked for nothing, so nothing needed a reason.'
      : kept
        ? 'Each ask came with what it was for, which the other side can carry upstairs.'
        : `This ask${turns.length > 1 ? ', among others,' : ''} came without what it was for. A figure alone cannot be argued for by someone else.`,
  );
}

type Find = (test: (act: Act) => boolean) => Act | undefined;

function doorOpen(find: Find, open: Act | undefined): Behaviour {
  const shut = find((act) => act.kind === 'ultimatum');
  return row(
    'door-open',
    'Keeps the door open',
    shut === undefined,
    (shut ?? open)?.quote,
    shut
      ? 'After an ultimatum only two answers are left, and one of them ends it.'
      : 'Nothing you said forced a yes or no before it was time.',
  );
}

function information(find: Find): Behaviour {
  const leak = find((act) => act.kind === 'leak' || act.kind === 'apology');
  const about =
    leak?.kind === 'leak'
      ? {
          'current-pay': 'your pay today became the measure of the offer',
          'no-other-offer': 'they learned that waiting costs them nothing',
          need: 'they learned that you will take less',
        }[leak.what]
      : 'an apology says that the ask is not meant';
  return row(
    'information',
    'Protects information',
    leak === undefined,
    leak?.quote,
    leak ? `With this ${about}.` : 'Neither your pay today nor your need was given away.',
  );
}

function alternatives(find: Find): Behaviour {
  const other = find((act) => act.kind === 'alternative');
  return row(
    'alternatives',
    'Has an alternative, and says so once',
    other !== undefined,
    other?.quote,
    other
      ? 'They know that you can leave.'
      : 'No alternative was spoken of. If you have none, get one before the call: do not invent it.',
  );
}

function winnable(state: State, lines: readonly Line[], find: Find): Behaviour {
  const opening = state.turns[0]?.table.base ?? 0;
  const far = find((act) => act.kind === 'propose' && act.issue === 'base' && act.figure.low > 1.2 * opening);
  const proposals = lines.some(({ act }) => act.kind === 'propose' || act.kind === 'propose-scope');
  return row(
    'winnable',
    'Asks for what can be won',
    proposals && far === undefined,
    far?.quote,
    far
      ? 'More than a fifth over the first offer on base alone: nobody on their side can win that argument.'
      : proposals
        ? 'Your asks were within what somebody over there could argue for.'
        : 'Nothing definite was asked for, so nothing could be won.',
  );
}

function scopeFirst(lines: readonly Line[]): Behaviour {
  const at = lines.findIndex(
    ({ act }) =>
      act.kind === 'propose-scope' ||
      (act.kind === 'condition' && act.areas.length > 0) ||
      (act.kind === 'question' && (act.about === 'scope' || act.about === 'level')) ||
      (act.kind === 'reason' && act.areas.length > 0),
  );
  const number = lines.findIndex(
    ({ act }) => act.kind === 'propose' && (act.issue === 'base' || act.issue === 'signOn' || act.issue === 'equity'),
  );
  const kept = at >= 0 && (number < 0 || at < number || lines[at]?.turn === lines[number]?.turn);
  return row(
    'scope-first',
    'Scope before number',
    kept,
    (kept ? lines[at] : lines[number])?.act.quote,
    kept
      ? 'The work was on the table before the money, so the money had something to stand on.'
      : number >= 0
        ? 'The number came first; the work it pays for came later or never.'
        : 'Neither scope nor level was spoken of.',
  );
}

const row = (id: BehaviourId, label: string, kept: boolean, quote: string | undefined, because: string): Behaviour => ({
  id,
  label,
  kept,
  quote: quote ?? '',
  because,
});
