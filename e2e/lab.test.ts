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
  page.setDefaultTimeout(120_000);
  await page.goto('/lab');
  await page.getByText('None yet. Start one').waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Test share').fill('3');
  await page.getByText(/This field is 3; it must be between 0.1 and 0.5/).waitFor();
  await page.getByLabel('Test share').fill('0.25');
  await page.getByRole('button', { name: /Train and see/ }).click();
  await page.getByRole('heading', { name: 'The offline report, which may lie' }).waitFor();
  await page.getByRole('button', { name: /One day/ }).click();
  await page.getByRole('heading', { name: 'Live: day 1 of 84' }).waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.reload();
  await page.getByRole('button', { name: /Live it again/ }).click();
  await page.getByRole('heading', { name: 'Live: day 1 of 84' }).waitFor();
  for (let day = await days(); day < 84; day = await days()) {
    const play = page.getByRole('button', { name: /Let days pass/ });
    if (await play.isVisible()) await play.click();
    await expect.poll(days, { timeout: 60_000 }).toBeGreaterThan(day);
  }
  await page.getByRole('button', { name: /See the truth/ }).click();
  await page.getByRole('heading', { name: 'What twelve weeks cost, in all' }).waitFor();
  await page.getByRole('rowheader', { name: 'oracle' }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();

  async function days(): Promise<number> {
    const heading = await page.getByRole('heading', { name: /^Live: day/ }).textContent();
    return Number(/day (\d+)/.exec(heading ?? '')?.[1]);
  }
}, 240_000);
