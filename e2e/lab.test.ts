import { AxeBuilder } from '@axe-core/playwright';
import { writeRunFile } from '@legible/lab';
import { createClient } from '@legible/app/client';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setStage } from './harness.ts';
import type { Stage } from './harness.ts';
import { watchTasks } from './page-tasks.ts';
import { seedRun, smallRun } from './seed-lab.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** Milliseconds of the processor that one task of the page may need: what a worker is for needs seconds. */
const TASK_MS = 50;

/** Lets the days pass to the end, going on after every alarm. */
async function liveToTheEnd(page: Page): Promise<number> {
  const play = page.getByRole('button', { name: /^(Launch|Let days pass)/ });
  let stops = 0;
  await expect
    .poll(
      async () => {
        const heading = await page.getByRole('heading', { name: /^Live: day/ }).textContent();
        // Between the look and the click a day may pass and the button change; the next look sees it.
        if (heading !== 'Live: day 84 of 84' && (await play.isVisible()))
          await play.click({ timeout: 1000 }).then(
            () => stops++,
            () => undefined,
          );
        return heading;
      },
      { timeout: 120_000, interval: 300 },
    )
    .toBe('Live: day 84 of 84');
  return stops;
}

test('a guided first run goes from seven decisions to the bill and a story outline, by keyboard, over a reload', async () => {
  const { page, complaints } = await stage.open();
  page.setDefaultTimeout(60_000);
  await page.goto('/lab');
  await page.getByRole('heading', { name: /^Begin here/ }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('g');
  await page.getByText('1 of 9').waitFor();
  for (let piece = 2; piece <= 5; piece++) {
    await page.keyboard.press('n');
    await page.getByText(`${piece} of 9`).waitFor();
  }
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Which number/);
  expect(await page.getByRole('radio', { name: /Average precision/ }).isChecked()).toBe(true);
  await page.reload();
  await page.getByText('5 of 9').waitFor();
  for (let piece = 6; piece <= 9; piece++) {
    await page.keyboard.press('n');
    await page.getByText(`${piece} of 9`).waitFor();
  }
  const train = page.getByRole('button', { name: /^Train it/ });
  expect(await train.isDisabled()).toBe(true);
  await page.getByLabel(/How many dollars/).fill('30000');
  await page.getByLabel('What will fail first?').selectOption('features');
  await train.click();

  await page.getByRole('heading', { name: 'The number' }).waitFor();
  for (const title of ['Have the labels arrived?', 'The columns, week by week', 'The scores', 'Slices']) {
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: title }).waitFor();
  }
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'Live: day 0 of 84' }).waitFor();
  await page.getByText(/Press “Launch”/).waitFor();
  await page.getByLabel('Speed').selectOption('As fast as it goes');
  const longest = await watchTasks(stage.browser, page);
  expect(await liveToTheEnd(page)).toBeGreaterThan(1);
  await page.keyboard.press('v');
  await page.getByRole('heading', { name: 'The bill' }).waitFor({ timeout: 180_000 });
  await page.getByText(/Your weeks cost \$/).waitFor();
  const { own, clock } = await longest();
  console.log(
    `Lab: in a run with its replays the longest task of the page takes ${own.toFixed(0)} ms (${clock.toFixed(0)} by the clock)`,
  );
  expect(own).toBeLessThan(TASK_MS);

  await page.keyboard.press('n');
  await page.getByRole('cell', { name: 'you had it' }).waitFor();
  await page.keyboard.press('n');
  await page.getByText('Lied first').waitFor();
  await page.keyboard.press('n');
  await page.getByText(/One of the decisions you were offered was weak, and it stood/).waitFor();
  for (const title of ['What each incident cost', 'Where the money went', 'Three questions about your run']) {
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: title }).waitFor();
  }
  const reply = 'A column leaked: it was written after the outcome. Comparing stored values with logged ones shows it.';
  await page.getByRole('textbox').first().fill(reply);
  await page.getByRole('button', { name: 'Mark it' }).first().click();
  await page.getByText(/You said: it was the features/).waitFor();
  await page.getByRole('heading', { name: /^As a panel would hear it/ }).waitFor();

  await page.reload();
  await page.getByRole('heading', { name: 'Three questions about your run' }).waitFor();
  expect(await page.getByRole('textbox').first().inputValue()).toBe(reply);
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'Keep it' }).waitFor();
  await page.keyboard.press('o');
  await page.getByText('SIMULATED', { exact: true }).waitFor();
  const { documents } = await createClient(stage.url).readDocuments({ query: { types: 'story' } });
  expect(documents).toHaveLength(1);
  expect(documents[0]?.title).toMatch(/^SIMULATED/);
  expect(documents[0]?.body).toMatchObject({ kind: 'failure', failures: ['data-quality'], simulated: true });
  await page.getByRole('link', { name: 'Open the outline' }).click();
  await page.getByRole('checkbox', { name: /in the lab, not at work/ }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
}, 300_000);

test.each([
  ['recommendations', 'Recommendations', 'What counts as a good recommendation?'],
  ['search', 'Search', 'From what does the model learn which product is right?'],
])(
  'the %s world has a guided first run of its own, and a run that is not wanted is deleted after one question',
  async (id, title, decision) => {
    const { page, complaints } = await stage.open({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    await page.goto('/lab');
    await page.getByLabel('World').selectOption(id);
    await page.getByRole('button', { name: /guided run/ }).click();
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: decision }).waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((violation) => violation.id)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await shot(page, `guide-${id}`);
    await page.goto('/lab');
    await page.getByRole('heading', { name: /^Your guided run waits/ }).waitFor();
    const row = page.getByRole('row', { name: id === 'search' ? /My first search/ : /My first page/ });
    await row.getByRole('button', { name: /^Delete/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await row.getByRole('button', { name: /^Delete/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete it' }).click();
    await row.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByLabel('World').waitFor();
    expect(await row.count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test('a free plan says what is wrong beside the field, the feature, the monitor and the response it is wrong in', async () => {
  const { page, complaints } = await stage.open();
  await page.goto('/lab');
  await page.getByRole('radio', { name: /^Cautious/ }).check();
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'The plan' }).waitFor();
  expect(await page.getByText('Risk: Nothing').count()).toBe(0);
  const open = (part: RegExp) => page.locator('summary').filter({ hasText: part }).click();
  await open(/^Split/);
  await page.getByLabel('Test share').fill('3');
  await page.getByText(/This field is 3; it must be between 0.1 and 0.5/).waitFor();
  expect(await page.getByRole('button', { name: /see the offline report/ }).isDisabled()).toBe(true);
  await page.getByLabel('Test share').fill('0.25');
  await open(/^Monitors/);
  const alarm = page.getByLabel(/^Alarm above/).first();
  const before = await alarm.inputValue();
  await alarm.fill('900');
  await page
    .locator('.lab-item', { has: alarm })
    .getByText(/Its threshold is 900/)
    .waitFor();
  await alarm.fill(before);
  await open(/^Rolling back/);
  await page.getByLabel('Alarm of response 1').selectOption('Label volume');
  await page.getByLabel('Response 1', { exact: true }).selectOption('turn the feature off');
  await page.getByText(/turns a feature off on labelVolume/).waitFor();
  await open(/^Seed and JSON/);
  const json = page.getByLabel('The same plan as JSON');
  await json.fill((await json.inputValue()).replace('"freshness": "request"', '"freshness": "hourly"'));
  await page
    .locator('.lab-item')
    .getByText(/Its freshness is "hourly"/)
    .waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a run from a file is replayed to the byte, and shared as the same file', async () => {
  const { page, complaints } = await stage.open();
  page.setDefaultTimeout(60_000);
  const text = writeRunFile({ ...smallRun(), actions: [{ day: 12, kind: 'retrain' }] });
  await page.goto('/lab');
  await page.getByLabel('A run file').setInputFiles({
    name: 'nothing.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"world":"atlantis"}'),
  });
  await page.getByText(/world: is "atlantis"; choose one of fraud/).waitFor();
  await page.getByLabel('A run file').setInputFiles({
    name: 'run.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.getByRole('heading', { name: 'A run from a file' }).waitFor();
  await page.keyboard.press('r');
  await page.getByRole('heading', { name: 'The bill' }).waitFor();
  const download = page.waitForEvent('download');
  await page.keyboard.press('x');
  expect(readFileSync(await (await download).path(), 'utf8')).toBe(text);

  await page.reload();
  await page.getByRole('heading', { name: 'The bill' }).waitFor();
  await page.getByRole('button', { name: /^Replay it and compare/ }).click();
  await page.getByText(/Replayed: the same to the byte/).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
}, 120_000);

test('a run that was left on a day goes on there, and what is done in it has its price', async () => {
  const { page, complaints } = await stage.open();
  page.setDefaultTimeout(60_000);
  const id = await seedRun(stage.url, smallRun(), { opened: true, day: 20 });
  await page.goto(`/lab/${id}`);
  await page.getByRole('heading', { name: 'Live: day 20 of 84' }).waitFor();
  await page.getByLabel('Action').selectOption('audit');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: /^Do it/ }).click();
  await page.getByRole('heading', { name: 'Live: day 21 of 84' }).waitFor();
  await page.getByText('Spent on actions: $500 and 10 hours.').waitFor();
  await page.getByRole('region', { name: /audited 200/ }).waitFor();
  await page.getByRole('button', { name: /Offline report/ }).click();
  await page.getByRole('heading', { name: 'The columns, week by week' }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
}, 120_000);

/** Pictures for whoever asks for them, in the folder they name. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['LEGIBLE_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/lab-${name}.png`, fullPage: true });
}
