import Papa from 'papaparse';
import { OfferError, type Currency } from '../money.ts';
import { BAND_PARTS, checkBand, type Band, type BandPart, type Range } from './band.ts';

const COLUMN: Readonly<Record<BandPart, string>> = {
  base: 'base',
  bonus: 'bonus',
  signOn: 'sign_on',
  equity: 'equity',
};
const TEXTS = ['name', 'level', 'where', 'currency', 'as_of', 'source'] as const;
/** Columns of a file of bands; money in whole units, an empty pair where a band says nothing. */
export const BAND_COLUMNS: readonly string[] = [
  ...TEXTS,
  ...BAND_PARTS.flatMap((part) => [`${COLUMN[part]}_low`, `${COLUMN[part]}_high`]),
];
const MOST_ROWS = 1000;

/** Reads bands from CSV with a header line. @throws OfferError naming the line and column, the reason and the mend. */
export function parseBands(csv: string): Band[] {
  const { data, meta, errors } = Papa.parse<Record<string, string>>(csv.trim(), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  const fields = meta.fields ?? [];
  for (const needed of ['name', 'currency', 'as_of', 'source', 'base_low', 'base_high'])
    if (!fields.includes(needed))
      throw new OfferError(`The column ${needed}`, 'is missing', `Columns: ${BAND_COLUMNS.join(', ')}.`);
  const unknown = fields.find((field) => !BAND_COLUMNS.includes(field));
  if (unknown !== undefined)
    throw new OfferError(`The column ${unknown}`, 'is not known', `Columns: ${BAND_COLUMNS.join(', ')}.`);
  const broken = errors.find((error) => error.type !== 'Delimiter');
  if (broken !== undefined)
    throw new OfferError(`Line ${(broken.row ?? 0) + 2}`, 'cannot be read', `${broken.message}.`);
  if (data.length === 0) throw new OfferError('The file', 'has no line under its header', 'Add a band.');
  if (data.length > MOST_ROWS)
    throw new OfferError('The file', `has ${data.length} bands`, `Give at most ${MOST_ROWS}.`);
  return data.map((row, index) => bandOf(row, `Line ${index + 2}, `));
}

function bandOf(row: Record<string, string>, at: string): Band {
  const range = (part: BandPart): Range | undefined => {
    const [low, high] = (['low', 'high'] as const).map((end) => cents(row, `${COLUMN[part]}_${end}`, at));
    if (low === undefined && high === undefined) return undefined;
    if (low === undefined || high === undefined)
      throw new OfferError(`${at}${COLUMN[part]}`, 'has only one end', 'Give both, or neither.');
    return { low, high };
  };
  const base = range('base');
  if (base === undefined) throw new OfferError(`${at}base_low`, 'is missing', 'Give the range of the base.');
  const text = (key: string): string => (row[key] ?? '').trim();
  try {
    return checkBand({
      name: text('name'),
      level: text('level') || 'level not stated',
      where: text('where') || 'place not stated',
      currency: text('currency').toUpperCase() as Currency,
      base,
      bonus: range('bonus'),
      signOn: range('signOn'),
      equity: range('equity'),
      asOf: text('as_of'),
      source: text('source'),
    });
  } catch (error) {
    throw error instanceof OfferError && !error.message.startsWith(at)
      ? new OfferError(`${at}${error.message.split(' ', 1)[0]}`, 'cannot be used', error.message)
      : error;
  }
}

function cents(row: Record<string, string>, key: string, at: string): number | undefined {
  const raw = (row[key] ?? '').trim();
  if (raw === '') return undefined;
  const value = Number(raw.replace(/[$€£,\s]/g, ''));
  if (!Number.isFinite(value) || value < 0 || value > 1e9)
    throw new OfferError(`${at}${key}`, `is "${raw}"`, 'Give an amount in whole units, as 190000.');
  return Math.round(value * 100);
}

/** Writes bands so that `parseBands` reads the same ones. */
export const writeBands = (bands: readonly Band[]): string =>
  Papa.unparse({
    fields: [...BAND_COLUMNS],
    data: bands.map((band) => [
      band.name,
      band.level,
      band.where,
      band.currency,
      band.asOf,
      band.source,
      ...BAND_PARTS.flatMap((part): (number | string)[] => {
        const range = band[part];
        return range === undefined ? ['', ''] : [range.low / 100, range.high / 100];
      }),
    ]),
  });
