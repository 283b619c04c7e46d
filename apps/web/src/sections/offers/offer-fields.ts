import { CURRENCIES } from '@legible/offers';
import type { Draft } from './kept.ts';

export interface OfferField {
  /** Where it stands in the offer: "bonus.targetPercent". */
  readonly path: string;
  readonly label: string;
  readonly unit?: string;
  readonly as: 'text' | 'number' | 'list' | 'flag' | 'date';
  readonly choices?: readonly string[];
}

export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly OfferField[];
}

const field = (path: string, label: string, unit = '', as: OfferField['as'] = 'number'): OfferField => ({
  path,
  label,
  unit,
  as,
});
const chosen = (
  path: string,
  label: string,
  choices: readonly string[],
  as: OfferField['as'] = 'text',
): OfferField => ({
  path,
  label,
  as,
  choices,
});

const vesting = (at: string): readonly OfferField[] => [
  field(`${at}.years`, 'Vests each year', 'percent, as 40, 30, 20, 10; even if empty', 'list'),
  field(`${at}.cliffMonths`, 'Cliff', 'months; 12 if empty'),
  chosen(`${at}.everyMonths`, 'Vests every … months (3 if empty)', ['', '1', '3', '6', '12'], 'number'),
];

/** Enough for a first look. */
export const FIRST: readonly OfferField[] = [
  field('company', 'Company', '', 'text'),
  field('base', 'Base', 'a year'),
  chosen('currency', 'Currency', CURRENCIES),
];

export const FOLDED: readonly FieldGroup[] = [
  {
    title: 'Bonus and sign-on',
    fields: [
      field('bonus.targetPercent', 'Target bonus', 'percent of base'),
      field('bonus.likelihoodPercent', 'Usually paid', 'percent of target; ask for the last years'),
      field('signOn.amount', 'Sign-on', 'once'),
      field('signOn.clawbackMonths', 'Paid back if you leave within', 'months'),
      chosen('signOn.prorated', 'Less to pay back each month (yes if empty)', ['', 'yes', 'no'], 'flag'),
    ],
  },
  {
    title: 'Shares',
    fields: [
      field('rsu.value', 'Grant', 'whole value, today’s price'),
      ...vesting('rsu.vesting'),
      field('refreshers.value', 'Refresher each year', 'value; only if they say so'),
      field('refreshers.firstYear', 'First refresher in year', '2 if empty'),
    ],
  },
  {
    title: 'Options',
    fields: [
      field('options.count', 'Options', 'how many, or the percent'),
      field('options.percent', 'Percent of the company', 'fully diluted'),
      field('options.strike', 'Strike', 'a share'),
      field('options.fullyDiluted', 'Fully diluted shares'),
      field('options.preferredPrice', 'Preferred price', 'last round, a share'),
      field('options.dilutionPercent', 'Dilution still to come', 'percent'),
      field('options.preferences', 'Liquidation preferences', 'all investors together'),
      field('options.preferredPercent', 'Investors hold', 'percent'),
      chosen('options.kind', 'Kind', ['', 'ISO', 'NSO', 'other']),
      field('options.windowDays', 'To exercise after leaving', 'days; 90 if empty'),
      ...vesting('options.vesting'),
    ],
  },
  {
    title: 'The rest',
    fields: [
      field('benefits', 'Benefits', 'a year, what they save you'),
      field('remote', 'Remote', '', 'text'),
      field('deadline', 'Answer by', '', 'date'),
    ],
  },
];

export const ALL_FIELDS: readonly OfferField[] = [...FIRST, ...FOLDED.flatMap(({ fields }) => fields)];

export type Written = Readonly<Record<string, string>>;

/** What the form shows for a draft. */
export function writtenOf(draft: Draft): Written {
  const at = (path: string): unknown =>
    path.split('.').reduce<unknown>((value, key) => (value as Draft | undefined)?.[key], draft);
  return Object.fromEntries(
    ALL_FIELDS.flatMap(({ path, as }) => {
      const value = at(path);
      if (value === undefined || value === null) return [];
      if (as === 'flag') return [[path, value === true ? 'yes' : 'no']];
      return [[path, Array.isArray(value) ? value.join(', ') : String(value)]];
    }),
  );
}

/** Reads "205,000" and "205 000"; what is no number stays as written, for the check to refuse by name. */
function numberOf(written: string): number | string {
  const bare = written.replace(/(?<=\d)[,\s](?=\d{3}(?!\d))/g, '').replace(/^[$€£]|%$/g, '');
  return bare.trim() !== '' && Number.isFinite(Number(bare)) ? Number(bare) : written;
}

function valueOf(written: string, as: OfferField['as']): unknown {
  if (as === 'number') return numberOf(written);
  if (as === 'list')
    return written
      .split(/[,;/\s]+/)
      .filter(Boolean)
      .map(numberOf);
  return as === 'flag' ? written === 'yes' : written;
}

/** The draft that the form's words make; empty fields are left out. */
export function draftOf(written: Written): Draft {
  const draft: Record<string, unknown> = {};
  for (const { path, as } of ALL_FIELDS) {
    const words = (written[path] ?? '').trim();
    if (words === '') continue;
    const keys = path.split('.');
    const last = keys.pop() as string;
    let place = draft;
    for (const key of keys) place = (place[key] ??= {}) as Record<string, unknown>;
    place[last] = valueOf(words, as);
  }
  return draft;
}

/** The label of the field that a refusal names, if it names one. */
export const labelIn = (trouble: string): string | null =>
  ALL_FIELDS.toSorted((a, b) => b.path.length - a.path.length).find(({ path }) => trouble.startsWith(path))?.label ??
  null;
