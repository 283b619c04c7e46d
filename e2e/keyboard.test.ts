import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { setStage } from './harness.ts';
import type { Stage } from './harness.ts';
import { earningAnswer, seedInterview } from './seed.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${name}.`);
}

test('a whole interview without a pointer', async () => {
  const { page, complaints } = await stage.open();
  await page.goto('/');
  await page.getByRole('button', { name: /Answer this/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/answer\//);
  await page.getByLabel('Your answer').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => focused(page)).toBe('Your answer');
  await page.keyboard.type('Half of the fraud labels come late, so I would train on months that are complete. ');
  await page.keyboard.press('Control+Enter');
  for (let turn = 0; turn < 4; turn += 1) {
    const field = page.locator('.follow-up textarea');
    await Promise.race([field.waitFor(), page.waitForURL(/\/debrief\//)]);
    if (page.url().includes('/debrief/')) break;
    await expect.poll(() => focused(page)).toBe('Your reply to the follow-up');
    await page.keyboard.type('Recall at the alerts that review can read, against the rules of today.');
    await page.keyboard.press('Control+Enter');
    await Promise.race([
      page
        .locator('.follow-up-line')
        .nth(turn + 1)
        .waitFor(),
      page.waitForURL(/\/debrief\//),
    ]);
  }
  await page.waitForURL(/\/debrief\//);
  await page.getByText('The vote, on this answer alone').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await page.waitForURL(/\/history$/);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('focusing a level lights the words that earned it, and a level can be disputed by a quote', async () => {
  const { id } = await seedInterview(stage.url, 'p-imbalance', earningAnswer('p-imbalance'));
  const { page } = await stage.open();
  await page.goto(`/debrief/${id}`);
  await page.locator('.signal-name').first().waitFor();
  const earned = page
    .locator('.signal')
    .filter({ hasText: /earned it/ })
    .first();
  const name = (await earned.locator('.signal-name').textContent()) ?? '';
  await tabTo(page, new RegExp(`^${name}$`));
  expect(await page.locator('.turn').first().locator('mark.evidence.lit').count()).toBeGreaterThan(0);

  await tabTo(page, /^Dispute/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  const levels = page.getByRole('radiogroup', { name: 'Your level' });
  await levels.getByRole('radio').and(page.locator(':not([data-disabled])')).last().focus();
  await page.keyboard.press('Space');
  await page.getByRole('radiogroup', { name: 'The words' }).getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await tabTo(page, /^Keep the dispute$/);
  await page.keyboard.press('Enter');
  await page.getByText(/^You say [0-3]/).waitFor();
  await page.reload();
  await page.getByText(/^You say [0-3]/).waitFor();
  await page.context().close();
});

test('? lists the keys, commands are found by their words, and letters typed in a field are text', async () => {
  const { page } = await stage.open();
  await page.goto('/');
  await page.getByRole('button', { name: /Surprise me/ }).waitFor();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog');
  await keys.getByText('Surprise me').waitFor();
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });

  await page.keyboard.press('Control+k');
  await page.keyboard.type('good judge');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/judge$/);

  await page.goto('/settings');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByLabel(/Type .erase./).fill('');
  await page.getByLabel(/Type .erase./).pressSequentially('gt');
  expect(new URL(page.url()).pathname).toBe('/settings');
  await page.context().close();
});
