import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setStage } from './harness.ts';
import type { Stage } from './harness.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

test('a run goes from its plan to the bill, and its days survive a closed tab', async () => {
  const { page, complaints } = await stage.open();
  page.setDefaultTimeout(60_000);
  await page.goto('/lab');
  await page.getByText('None yet. Start one').waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Test share').fill('3');
  await page.getByText(/This field is 3; it must be between 0.1 and 0.5/).waitFor();
  await page.getByLabel('Test share').fill('0.25');
  await page.getByRole('button', { name: /see the offline report/ }).click();
  await page.getByRole('heading', { name: 'The offline report, which may lie' }).waitFor();
  await page.getByRole('button', { name: /One day/ }).click();
  await page.getByRole('heading', { name: 'Live: day 1 of 84' }).waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.reload();
  await page.getByRole('button', { name: /Live it again/ }).click();
  await page.getByRole('heading', { name: 'Live: day 1 of 84' }).waitFor();
  await page.getByLabel('Fast').check();
  const truth = page.getByRole('button', { name: /See the truth/ });
  const play = page.getByRole('button', { name: /Let days pass/ });
  await expect
    .poll(
      async () => {
        const heading = await page.getByRole('heading', { name: /^Live: day/ }).textContent();
        // Between the look and the click a day may pass and the button change; the next look sees it.
        if (heading !== 'Live: day 84 of 84' && (await play.isVisible()) && (await play.isEnabled()))
          await play.click({ timeout: 1000 }).catch(() => undefined);
        return heading;
      },
      { timeout: 90_000, interval: 300 },
    )
    .toBe('Live: day 84 of 84');
  await truth.click();
  await page.getByRole('heading', { name: 'The truth' }).waitFor({ timeout: 120_000 });
  await page.getByRole('heading', { name: /What each decision cost/ }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
}, 300_000);
