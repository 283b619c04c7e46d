import { readFileSync } from 'node:fs';
import { createClient } from '@legible/app/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setStage } from './harness.ts';
import type { Stage } from './harness.ts';
import { MIXED_ANSWER, seedInterview } from './seed.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

test('everything goes out as one file, is erased, and comes back from it', async () => {
  const { id } = await seedInterview(stage.url, 'p-imbalance', MIXED_ANSWER);
  const { page, complaints } = await stage.open();
  await page.goto('/settings');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export everything' }).click();
  const file = await (await download).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'legible-archive', interviews: [{ id }] });

  await page.getByRole('button', { name: 'Erase everything' }).click();
  const erase = page.getByRole('button', { name: 'Erase it all' });
  expect(await erase.isDisabled()).toBe(true);
  await page.getByLabel(/Type .erase./).fill('erase');
  await erase.click();
  await page.getByText('Everything is erased.').waitFor();
  await page.goto('/history');
  await page.getByText('No interviews yet.').waitFor();

  await page.goto('/settings');
  await page.getByLabel('File to import').setInputFiles(file);
  await page.getByText(/Added 1 interview,/).waitFor();
  await page.goto(`/debrief/${id}`);
  await page.getByText('The vote, on this answer alone').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a file that is not an export is refused with the reason', async () => {
  const { page } = await stage.open();
  await page.goto('/settings');
  const input = page.getByLabel('File to import');
  await input.setInputFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('not json') });
  await page.getByText('notes.json is not JSON.').waitFor();
  await input.setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
  await page.getByText(/other\.json is not an export of Legible/).waitFor();
  await page.context().close();
});

test('an interview is deleted for good, once that is confirmed', async () => {
  const { id } = await seedInterview(stage.url, 'c-a', 'Before a number: is this the role that owns the evaluation? ');
  const { page } = await stage.open();
  await page.goto('/history');
  await page.getByRole('button', { name: /^Delete: What are your compensation/ }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await expect(createClient(stage.url).getInterview({ params: { id } })).rejects.toMatchObject({ code: 'not-found' });
  await page.context().close();
});

test('on the panel the grades are hidden until one’s own is given, and agreement grows', async () => {
  const { page, complaints } = await stage.open();
  await page.goto('/panel');
  await page.getByText('Nothing graded yet').waitFor();
  await page.locator('.grade .circles').first().waitFor();
  expect(await page.getByText('Grader A').count()).toBe(0);
  const rows = page.locator('.grade .circles');
  for (let row = 0; row < (await rows.count()); row += 1) await rows.nth(row).getByRole('radio').nth(1).click();
  await page.getByRole('button', { name: /Show the panel/ }).click();
  await page.getByRole('columnheader', { name: 'Grader A' }).waitFor();
  await page.getByText('1 graded.').waitFor();
  const question = await page.locator('.panel-question').textContent();
  await page.keyboard.press('n');
  await page.getByRole('button', { name: /Show the panel/ }).waitFor();
  expect(await page.locator('.panel-question').textContent()).not.toBe(question);
  expect(complaints).toEqual([]);
  await page.context().close();
});
