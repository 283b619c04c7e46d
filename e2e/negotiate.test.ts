import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setStage, type Stage } from './harness.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  const script = {
    type: 'script',
    title: 'Compensation',
    baseVersion: 0,
    body: { kind: 'compensation', text: 'I could do 200 if the level reflects owning evaluation and serving.' },
  };
  const saved = await fetch(`${stage.url}/api/documents/${crypto.randomUUID()}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(script),
  });
  expect(saved.ok).toBe(true);
});
afterAll(() => stage.close());

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** Says a thing and lets it count, with keys alone. */
async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel(/^Your words/).fill(words);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Understood as' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Understood as' }).waitFor({ state: 'detached' });
}

for (const [name, viewport, colorScheme] of [
  ['desktop', { width: 1280, height: 900 }, 'light'],
  ['phone', { width: 390, height: 844 }, 'dark'],
] as const)
  test(`a negotiation on a ${name}, by keyboard, from the choice to both sheets`, async () => {
    const { page, complaints } = await stage.open({ viewport, colorScheme });
    await page.goto('/negotiate');
    await page.getByRole('heading', { name: 'What your compensation script gets' }).waitFor();
    await page
      .getByRole('cell', { name: /Dana Whitlock/ })
      .first()
      .waitFor();
    await axe(page);
    await shot(page, `${name}-choose`);
    await page.keyboard.press('n');
    await page.getByLabel(/^Your words/).waitFor();

    await say(page, 'Which parts of the system would I own?');
    await page.getByLabel(/^Your words/).fill('20 more');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/20 more on what/).waitFor();
    expect(await page.getByRole('button', { name: /Yes, that counts/ }).isDisabled()).toBe(true);
    await axe(page);
    await shot(page, `${name}-unclear`);
    await page.keyboard.press('Escape');
    await say(page, 'I would own evaluation and serving, and I want that in writing.');
    await say(page, 'I could do 198 if the level reflects owning evaluation and serving.');
    await page.getByRole('complementary', { name: 'On the table' }).getByText('evaluation, serving').first().waitFor();

    await page.getByText('Kept.', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('I could do 198 if').waitFor();
    await axe(page);
    await shot(page, `${name}-talk`);
    await say(page, 'I accept the offer.');
    await page.getByText('You have a deal.').waitFor();
    await page.getByRole('heading', { name: 'Both sheets, opened' }).waitFor();
    await page
      .getByRole('img', { name: /efficient frontier/ })
      .locator('svg')
      .waitFor();
    await axe(page);
    await shot(page, `${name}-end`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(wide).toBe(false);

    await page.keyboard.press('a');
    await page.getByLabel(/^Your words/).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

/** Pictures for whoever asks for them, in the folder they name. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['LEGIBLE_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/negotiate-${name}.png`, fullPage: true });
}
