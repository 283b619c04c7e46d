import type { Band } from '../bands/band.ts';
import { scale, type Cents } from '../money.ts';
import { AREA, AREAS, LEVEL, LEVELS, type Area, type Hold, type Role, type RoleLevel } from './areas.ts';

/** Something the candidate has done that speaks for holding an area: their words, and where they stand. */
export interface Evidence {
  readonly area: Area;
  readonly words: string;
  readonly from: string;
}

/** Something a panel held against it. */
export interface Doubt {
  readonly area: Area;
  readonly words: string;
  readonly from: string;
}

export interface RoleDescription {
  readonly role: Role | null;
  readonly holds: Readonly<Record<Area, Hold>>;
  /** The level that the company named; null where it named none. */
  readonly offered: RoleLevel | null;
}

export interface AreaRow {
  readonly area: Area;
  readonly means: string;
  readonly hold: Hold;
  readonly evidence: readonly Evidence[];
  readonly doubts: readonly Doubt[];
  readonly standing: 'shown' | 'doubted' | 'no evidence yet' | 'not asked for' | 'not said';
}

export interface LevelConversation {
  readonly rows: readonly AreaRow[];
  /** What the scope, as far as it was said, is paid as elsewhere; null where too little was said. */
  readonly level: RoleLevel | null;
  /** Why the levelling cannot be trusted; empty where it can. */
  readonly vague: readonly string[];
  /** Where scope and offered level differ, in one sentence; null where they agree or one is unknown. */
  readonly gap: string | null;
  readonly ask: readonly string[];
  /** One sentence to say before any number. */
  readonly opening: string;
}

/** Puts scope, evidence and doubts beside each other, and says what is still to be asked before a number is named. */
export function levelConversation(
  { role, holds, offered }: RoleDescription,
  evidence: readonly Evidence[],
  doubts: readonly Doubt[],
): LevelConversation {
  const rows = AREAS.map((area): AreaRow => {
    const own = evidence.filter((each) => each.area === area);
    const against = doubts.filter((each) => each.area === area);
    return {
      area,
      means: AREA[area].means,
      hold: holds[area],
      evidence: own,
      doubts: against,
      standing: standing(holds[area], own, against),
    };
  });
  const unsaid = rows.filter(({ hold }) => hold === 'not said');
  const owned = rows.filter(({ hold }) => hold === 'owns' || hold === 'sets direction');
  const level = unsaid.length > AREAS.length / 2 ? null : levelOf(holds);
  const vague = [
    ...(role === null ? ['Nobody said whether the role is applied ML, ML infrastructure or both.'] : []),
    ...(offered === null ? ['No level was named.'] : []),
    ...(unsaid.length > 0 ? [`Nobody said who holds ${list(unsaid.map(({ area }) => area))}.`] : []),
  ];
  return {
    rows,
    level,
    vague,
    gap: gapOf(
      level,
      offered,
      owned.map(({ area }) => area),
    ),
    ask: [
      ...(role === null ? ['Is this applied ML, ML infrastructure, or both, and how is the time split?'] : []),
      ...(offered === null ? ['Which level is this role, and which scope does that level own here?'] : []),
      ...unsaid.map(({ area }) => AREA[area].ask),
      ...(offered !== null && level !== null && LEVELS.indexOf(level) > LEVELS.indexOf(offered)
        ? [`What would have to be true for this scope to be levelled ${level}, and when is that reviewed?`]
        : []),
      'What does the band for that level pay, in base, bonus and equity?',
    ],
    opening: openingOf(
      offered,
      owned.map(({ area }) => area),
    ),
  };
}

/** The lowest level whose scope covers what is held. */
export function levelOf(holds: Readonly<Record<Area, Hold>>): RoleLevel {
  const count = (...which: readonly Hold[]): number => AREAS.filter((area) => which.includes(holds[area])).length;
  const owns = count('owns', 'sets direction');
  const directs = count('sets direction');
  return LEVELS.findLast((level) => owns >= LEVEL[level].owns && directs >= LEVEL[level].directs) ?? 'junior';
}

function standing(hold: Hold, evidence: readonly Evidence[], doubts: readonly Doubt[]): AreaRow['standing'] {
  if (hold === 'not said') return 'not said';
  if (hold === 'not mine') return 'not asked for';
  if (doubts.length > 0) return 'doubted';
  return evidence.length > 0 ? 'shown' : 'no evidence yet';
}

function gapOf(level: RoleLevel | null, offered: RoleLevel | null, owned: readonly Area[]): string | null {
  if (level === null || offered === null || level === offered) return null;
  return LEVELS.indexOf(level) > LEVELS.indexOf(offered)
    ? `The role owns ${list(owned)}, which is paid as ${level} elsewhere, and it is levelled ${offered}.`
    : `The role is levelled ${offered}, and the scope that was said is paid as ${level}: ask what else it owns.`;
}

const openingOf = (offered: RoleLevel | null, owned: readonly Area[]): string =>
  owned.length === 0
    ? 'Before I name a number, I would like to know what this role owns and which level that is here.'
    : `As I understand it, the role owns ${list(owned)}${
        offered === null
          ? '; which level is that here'
          : `, and you see it as ${offered}; what separates that from the next level here`
      }, and what does the band for it pay?`;

const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? 'nothing') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/**
 * What one level less costs over four years: the middle of the higher band less what is offered, raised by `raise` a year
 * (hundredths of a percent) since raises come in percent of what one has. Equity is compared over its four years. In cents;
 * negative where the offer is above the band.
 */
export function discountOverFourYears(
  offered: { base: Cents; bonus: Cents; equity: Cents },
  band: Band,
  raise = 300,
): Cents {
  const middle = (part: 'base' | 'bonus' | 'equity'): Cents => {
    const range = band[part];
    return range === undefined ? offered[part] : scale(range.low + range.high, 1, 2);
  };
  const yearly = middle('base') - offered.base + middle('bonus') - offered.bonus;
  let total = middle('equity') - offered.equity;
  let year = yearly;
  for (let k = 0; k < 4; k++) {
    total += year;
    year = scale(year, 10_000 + raise, 10_000);
  }
  return total;
}
