import { BodyError, list, object, text } from '../dossier/fields.ts';

export const FAILURE_MODES = [
  'data',
  'evaluation',
  'serving',
  'rollout',
  'monitoring',
  'infrastructure',
  'research',
] as const;
/** Where something went wrong that was yours to answer for. */
export type FailureMode = (typeof FAILURE_MODES)[number];

/** 0 never met; 1 met, somebody else's; 2 owned the fix; 3 owned the decision that caused or prevented it, and its cost. */
export type Owned = 0 | 1 | 2 | 3;

export interface InventoryEntry {
  readonly mode: FailureMode;
  readonly owned: Owned;
  /** What happened, in one line; '' where there is nothing to show. */
  readonly evidence: string;
}

/** A document of type "inventory". */
export interface Inventory {
  readonly entries: readonly InventoryEntry[];
}

/** Reads the body of an "inventory" document; every mode once; throws BodyError. */
export function parseInventory(value: unknown): Inventory {
  const at = 'inventory';
  const raw = object(value, at, ['entries']);
  const entries = list(raw, at, 'entries', FAILURE_MODES.length, (entry, field) => {
    const own = object(entry, field, ['mode', 'owned', 'evidence']);
    const mode = FAILURE_MODES.find((known) => known === own['mode']);
    if (mode === undefined)
      throw new BodyError(
        `${field}.mode`,
        `is ${JSON.stringify(own['mode'])}`,
        `Choose one of ${FAILURE_MODES.join(', ')}.`,
      );
    const owned = own['owned'];
    if (owned !== 0 && owned !== 1 && owned !== 2 && owned !== 3)
      throw new BodyError(`${field}.owned`, `is ${JSON.stringify(owned)}`, 'Give 0, 1, 2 or 3.');
    return { mode, owned: owned as Owned, evidence: text(own, field, 'evidence', 2000) };
  });
  for (const mode of FAILURE_MODES)
    if (entries.filter((entry) => entry.mode === mode).length !== 1)
      throw new BodyError(`${at}.entries`, `does not name "${mode}" exactly once`, 'Give one entry for each mode.');
  return { entries };
}

export const emptyInventory = (): Inventory => ({
  entries: FAILURE_MODES.map((mode) => ({ mode, owned: 0, evidence: '' })),
});

export const ROLES = ['applied-mle', 'ml-infrastructure', 'applied-data', 'research'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Record<Role, string> = {
  'applied-mle': 'Applied MLE',
  'ml-infrastructure': 'ML infrastructure',
  'applied-data': 'Applied data',
  research: 'Research',
};

/**
 * How much a panel for each role asks about each mode, in parts of ten. Our own reading of what the four jobs answer
 * for: an applied engineer for the decision, infrastructure for the path, applied data for the numbers, research for
 * the method.
 */
export const ROLE_WEIGHTS: Record<Role, Record<FailureMode, number>> = {
  'applied-mle': {
    data: 2.5,
    evaluation: 3,
    serving: 1.25,
    rollout: 1.5,
    monitoring: 1.25,
    infrastructure: 0.5,
    research: 0,
  },
  'ml-infrastructure': {
    data: 0.75,
    evaluation: 0.5,
    serving: 2.5,
    rollout: 1.5,
    monitoring: 1.75,
    infrastructure: 3,
    research: 0,
  },
  'applied-data': {
    data: 4,
    evaluation: 3,
    serving: 0.25,
    rollout: 0.5,
    monitoring: 1.5,
    infrastructure: 0.5,
    research: 0.25,
  },
  research: {
    data: 1.25,
    evaluation: 2.75,
    serving: 0.25,
    rollout: 0.25,
    monitoring: 0.25,
    infrastructure: 0.25,
    research: 5,
  },
};

const DOUBTS: Record<Role, Record<FailureMode, string>> = {
  'applied-mle': {
    data: 'Would this person trust a label because it is in the table?',
    evaluation: 'Would this person ship on an offline number?',
    serving: 'Does the model in their head have a latency?',
    rollout: 'What do they do when the launch hurts one group of users?',
    monitoring: 'Would they notice before a customer does?',
    infrastructure: 'Can they put a model into a system without three other people?',
    research: 'Do they know why the model works at all?',
  },
  'ml-infrastructure': {
    data: 'Do they see that a feature can arrive on time and be wrong?',
    evaluation: 'Would they build a platform that nobody can evaluate on?',
    serving: 'Have they carried a serving path at the ninety-ninth percentile?',
    rollout: 'Have they ever had to take back a model, with its features?',
    monitoring: 'What wakes them, and what have they been wrongly woken by?',
    infrastructure: 'Have they owned a platform, or used one?',
    research: 'Can they talk to the people who train on it?',
  },
  'applied-data': {
    data: 'Have they ever found that the data was wrong, and said so?',
    evaluation: 'Can they tell a lift from noise, and say what it is worth?',
    serving: 'Does their analysis ever become a running thing?',
    rollout: 'Did anybody act on what they found?',
    monitoring: 'Who notices when last quarter’s number stops being true?',
    infrastructure: 'Can they get their own data, at size?',
    research: 'Do they reach for a method they could not defend?',
  },
  research: {
    data: 'Do they know what is in the data set they train on?',
    evaluation: 'Is the comparison fair, and would it survive another seed?',
    serving: 'Will anything of it run outside a notebook?',
    rollout: 'Has any result of theirs met a user?',
    monitoring: 'Do they look at what a model does after the paper?',
    infrastructure: 'Can they run their own experiments at size?',
    research: 'What have they found out that was not known before?',
  },
};

/** What the order of two roles would take to turn. */
export interface Turn {
  readonly mode: FailureMode;
  readonly to: Owned;
}

export interface RoleFit {
  readonly role: Role;
  /** Share of what a panel asks about that is owned with something to show, 0 to 1. */
  readonly fit: number;
  /** Modes that speak for it, most first, with what shows them. */
  readonly evidence: readonly InventoryEntry[];
  /** The likeliest doubt: the mode that the role asks about most and that is owned least. */
  readonly doubt: { readonly mode: FailureMode; readonly line: string };
  /** The least single change of the inventory that would put it first; null where none does, or where it is first. */
  readonly first: Turn | null;
}

/** What is owned without a line to show counts as met, no more. */
const counted = ({ owned, evidence }: InventoryEntry): number => (evidence.trim() === '' ? Math.min(owned, 1) : owned);

const fitOf = (role: Role, entries: readonly InventoryEntry[]): number => {
  const weights = ROLE_WEIGHTS[role];
  const most = FAILURE_MODES.reduce((sum, mode) => sum + weights[mode] * 3, 0);
  return entries.reduce((sum, entry) => sum + weights[entry.mode] * counted(entry), 0) / most;
};

const ordered = (entries: readonly InventoryEntry[]): Role[] =>
  ROLES.toSorted((a, b) => fitOf(b, entries) - fitOf(a, entries) || ROLES.indexOf(a) - ROLES.indexOf(b));

/** The four roles, the best fitting first. All fits are 0 where nothing is owned: the order then means nothing. */
export function roleFit({ entries }: Inventory): RoleFit[] {
  return ordered(entries).map((role, index) => {
    const weights = ROLE_WEIGHTS[role];
    const evidence = entries
      .filter((entry) => counted(entry) >= 2 && weights[entry.mode] >= 1)
      .toSorted((a, b) => weights[b.mode] * counted(b) - weights[a.mode] * counted(a));
    const doubted = entries.toSorted(
      (a, b) => weights[b.mode] * (3 - counted(b)) - weights[a.mode] * (3 - counted(a)),
    )[0];
    const mode = doubted?.mode ?? 'data';
    return {
      role,
      fit: fitOf(role, entries),
      evidence,
      doubt: { mode, line: DOUBTS[role][mode] },
      first: index === 0 ? null : leastTurn(role, entries),
    };
  });
}

function leastTurn(role: Role, entries: readonly InventoryEntry[]): Turn | null {
  const turns = entries.flatMap((entry) =>
    ([1, 2, 3] as const)
      .filter((to) => to > counted(entry))
      .map((to) => ({ mode: entry.mode, to, by: to - counted(entry) })),
  );
  const found = turns
    .toSorted((a, b) => a.by - b.by || ROLE_WEIGHTS[role][b.mode] - ROLE_WEIGHTS[role][a.mode])
    .find(
      ({ mode, to }) =>
        ordered(entries.map((entry) => (entry.mode === mode ? { mode, owned: to, evidence: 'shown' } : entry)))[0] ===
        role,
    );
  return found === undefined ? null : { mode: found.mode, to: found.to };
}
