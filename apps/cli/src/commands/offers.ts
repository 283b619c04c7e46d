import { readFileSync } from 'node:fs';
import {
  compareOffers,
  CURRENCIES,
  DEFAULT_LADDER,
  OfferError,
  parseOffer,
  YEARS,
  type Comparison,
  type Currency,
  type Offer,
  type Rates,
} from '@legible/offers';
import { Command } from 'commander';
import { sideBySide } from '../offers/side-by-side.ts';
import { paint } from '../terminal/paint.ts';
import { columns } from '../terminal/wrap.ts';
import { UserError } from '../user-error.ts';

interface Options {
  readonly path: string;
  readonly currency?: string;
  readonly rate: readonly string[];
  readonly seed: string;
  readonly draws: string;
  readonly json?: true;
}

const HELP = `
An offer is a JSON file; money in whole units, rates in percent. Only company, currency and base are needed:
  { "company": "Acme", "currency": "USD", "base": 205000,
    "bonus": { "targetPercent": 15, "likelihoodPercent": 90 },
    "signOn": { "amount": 20000, "clawbackMonths": 12, "prorated": true },
    "rsu": { "value": 180000, "vesting": { "years": [25, 25, 25, 25], "cliffMonths": 12, "everyMonths": 3 } },
    "refreshers": { "value": 40000, "firstYear": 2 },
    "options": { "count": 20000, "strike": 1.5, "fullyDiluted": 10000000, "preferredPrice": 6, "dilutionPercent": 20,
                 "preferences": 30000000, "preferredPercent": 40, "kind": "ISO", "windowDays": 90 },
    "benefits": 8000, "remote": "two days", "deadline": "2026-12-15" }
--json prints { currency, offers, breakEven, assumptions }, money in cents: for each offer company, years (base, bonus,
signOn, rsu, refreshers, benefits, total, withoutRefreshers), firstYear, fourYears, average, options (worthless, mean,
standardError, percentiles, futures, exercise, draws; null without options), ask; for each pair behind, ahead, gap, exit, times,
sharePrice.
Exit status: 0 compared, 1 an offer cannot be used.`;

export const command = () =>
  new Command('offers').description('Value offers honestly: year by year, and never as one total.').addCommand(
    new Command('compare')
      .description('Put up to five offers side by side.')
      .argument('<files...>', 'an offer each, as JSON')
      .option('--path <percents>', 'share price of each year, in percent of the grant’s', '100,100,100,100')
      .option('--currency <code>', 'show all in this currency; the first offer’s by default')
      .option('--rate <code=value>', 'how many units one unit of another currency is; may be repeated', collect, [])
      .option('--seed <n>', 'of the draws over exits', '1')
      .option('--draws <n>', 'how many exits are drawn', '100000')
      .option('--json', 'print the comparison as data')
      .addHelpText('after', HELP)
      .action((files: string[], options: Options) => compare(files, options)),
  );

const collect = (value: string, before: readonly string[]): string[] => [...before, value];

function compare(files: readonly string[], options: Options): void {
  const offers = files.map(read);
  const currency = options.currency === undefined ? offers[0]!.currency : currencyOf(options.currency, '--currency');
  const assumptions = {
    path: pathOf(options.path),
    ladder: DEFAULT_LADDER,
    seed: whole(options.seed, '--seed'),
    draws: whole(options.draws, '--draws'),
    currency,
    rates: ratesOf(options.rate),
  };
  let comparison: Comparison;
  try {
    comparison = compareOffers(offers, assumptions);
  } catch (error) {
    if (!(error instanceof OfferError)) throw error;
    throw new UserError(error.message, 'See `legible offers compare --help`.');
  }
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ ...comparison, assumptions }, null, 2)}\n`
      : sideBySide(comparison, assumptions, paint(process.stdout), columns(process.stdout)),
  );
}

function read(file: string): Offer {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${(error as Error).message}.`, 'Check the name.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file} is not JSON: ${(error as Error).message}.`, 'See `legible offers compare --help`.');
  }
  try {
    return parseOffer(value);
  } catch (error) {
    if (!(error instanceof OfferError)) throw error;
    throw new UserError(`${file}: ${error.message}`, 'See `legible offers compare --help`.');
  }
}

function pathOf(text: string): number[] {
  const path = text.split(',').map((part) => Math.round(Number(part) * 100));
  if (path.length !== YEARS || !path.every((price) => Number.isFinite(price) && price > 0 && price <= 10_000_000))
    throw new UserError(`--path is "${text}".`, `Give ${YEARS} percents above 0, one a year: 100,110,120,130.`);
  return path;
}

function currencyOf(text: string, field: string): Currency {
  const currency = CURRENCIES.find((known) => known === text.toUpperCase());
  if (currency === undefined) throw new UserError(`${field} is "${text}".`, `Use one of ${CURRENCIES.join(', ')}.`);
  return currency;
}

const ratesOf = (rates: readonly string[]): Rates =>
  Object.fromEntries(
    rates.map((rate) => {
      const [code = '', value = ''] = rate.split('=');
      const millionths = Math.round(Number(value) * 1_000_000);
      if (value === '' || !Number.isSafeInteger(millionths) || millionths <= 0)
        throw new UserError(`--rate is "${rate}".`, 'Write it as EUR=1.08.');
      return [currencyOf(code, '--rate'), millionths];
    }),
  );

function whole(text: string, field: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 4_294_967_295)
    throw new UserError(`${field} is "${text}".`, 'Give a whole number, 0 or more.');
  return value;
}
