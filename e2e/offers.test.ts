import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setStage } from './harness.ts';
import type { Stage } from './harness.ts';

const VIEW = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const;
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const clean = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
};

async function writeDown(page: Page, company: string, base: string, more: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Write down an offer' }).click();
  await page.getByLabel(/^Company/).fill(company);
  await page.getByLabel('Base a year').fill(base);
  await more();
  await page.getByRole('button', { name: /^Keep this offer/ }).click();
  await page.getByRole('checkbox', { name: company }).waitFor();
}

test('two offers are written down, compared, and stay', async () => {
  const { page, complaints } = await stage.open(VIEW);
  await page.goto('/offers');
  await page.getByText('No offers yet.').waitFor();
  await clean(page);
  await writeDown(page, 'Largo', '205,000', async () => {
    await page.locator('summary', { hasText: 'Shares' }).click();
    await page.getByLabel(/^Grant/).fill('160,000');
  });
  await writeDown(page, 'Tiny', '180000', async () => {
    await page.locator('summary', { hasText: 'Options' }).click();
    await page.getByLabel(/^Options how many/).fill('40000');
    await page.getByLabel(/^Strike/).fill('1');
    await page.getByLabel(/^Fully diluted shares/).fill('20000000');
    await page.getByLabel(/^Preferred price/).fill('4');
  });
  await page.getByText(/Tiny wins only if it exits above \$\d+,000,000, \d\.\d times its last round/).waitFor();
  await page.getByText(/Worth nothing in \d+ of 100 futures/).waitFor();
  await page.getByText(/A base of \$205,000 lies 33% of the way up/).waitFor();
  await page.locator('svg.plot').first().waitFor();
  await clean(page);

  await shot(page, 'compared');
  // A share price that is dragged moves the years that it is about.
  const year4 = page.getByRole('row', { name: /^Year 4/ });
  expect(await year4.textContent()).toContain('$245,000');
  await page.getByRole('slider', { name: /in year 4/ }).fill('200');
  await expect.poll(() => year4.textContent()).toContain('$285,000');

  await page.reload();
  await page.getByRole('checkbox', { name: 'Largo' }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('what cannot be an offer is refused by field, and nothing typed is lost', async () => {
  const { page, complaints } = await stage.open(VIEW);
  await page.goto('/offers');
  await page.getByRole('button', { name: 'Write down an offer' }).click();
  await page.getByLabel(/^Company/).fill('Odd');
  await page.getByLabel('Base a year').fill('plenty');
  await page.getByRole('button', { name: /^Keep this offer/ }).click();
  await page.getByRole('alert').getByText('base is "plenty"').waitFor();
  await clean(page);
  expect(await page.getByLabel('Base a year').inputValue()).toBe('plenty');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('scope is settled before a number, and bands are one’s own', async () => {
  const { page, complaints } = await stage.open(PHONE);
  await page.goto('/offers/scope');
  await page.getByText('The levelling is vague.').waitFor();
  await page.getByLabel('Kind of role').selectOption('applied ML');
  await page.getByLabel('Level they named').selectOption('mid');
  for (const area of ['data', 'evaluation', 'serving', 'monitoring'])
    await page.getByLabel(new RegExp(`^${area}`)).selectOption('owns');
  await page.getByText(/which is paid as senior elsewhere, and it is levelled mid/).waitFor();
  await clean(page);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByText('Kept.').waitFor();
  await shot(page, 'scope');
  await page.reload();
  await page.getByText(/which is paid as senior elsewhere/).waitFor();

  expect(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)).toBe(
    false,
  );

  await page.goto('/offers/bands');
  const csv = page.getByRole('textbox', { name: /^One line a band/ });
  await csv.fill('name,currency,as_of,source,base_low,base_high\nMine,EUR,2026-10,a friend,90000,80000');
  await page.getByRole('button', { name: 'Keep these bands' }).click();
  await page
    .getByRole('alert')
    .getByText(/Line 2/)
    .waitFor();
  await clean(page);
  await csv.fill('name,currency,as_of,source,base_low,base_high\nMine,EUR,2026-10,a friend,80000,90000');
  await page.getByRole('button', { name: 'Keep these bands' }).click();
  await page.getByText('€80,000 to €90,000').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

/** Pictures for whoever asks for them, in the folder they name. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['LEGIBLE_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/offers-${name}.png`, fullPage: true });
}
