import { createClient } from '@legible/app/client';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setStage } from './harness.ts';
import type { Stage } from './harness.ts';
import { item, STORY } from './dossier-seed.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const axe = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
const kept = (page: Page) => page.locator('[data-keeping=kept]').waitFor();
const bodyOf = async (id: string) =>
  (await createClient(stage.url).getDocument({ params: { id } })).body as { short: string; long: string };

test('a story is written with the pen in it, its gaps are asked for, its versions compared and restored', async () => {
  const { page, complaints } = await stage.open();
  await page.goto('/dossier');
  await page.getByRole('button', { name: /Write the next: transition story/ }).click();
  const long = page.getByLabel('In three minutes: your words');
  await long.waitFor();
  await page.locator('[data-part=lesson].gap').waitFor();
  await long.click();
  await page.keyboard.type('I have always been passionate about AI');
  // Struck out before the sentence is finished.
  await page.locator('.cm-struck', { hasText: 'passionate' }).waitFor();
  await page.getByText('A feeling is no evidence that you can do the work.').first().waitFor();
  // Words of our own questions are no candidate's words.
  await long.fill('I can name one pattern in past work that is already this job, such as owning a system.');
  await page.getByText('Not your own words').first().waitFor();
  await long.fill(STORY.long);
  await page.locator('[data-part=system].there, [data-part=system].early').waitFor();
  for (const part of ['pattern', 'decision', 'lesson'])
    await page.locator(`.telling:last-child [data-part=${part}]:not(.gap)`).waitFor();
  await page.locator('.cm-struck').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: /Read as an answer/ }).waitFor();
  await page
    .getByText(/a default until three answers of yours are timed/)
    .first()
    .waitFor();
  await kept(page);
  expect(await axe(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect(await axe(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole('button', { name: /^Versions/ }).click();
  await page.getByRole('heading', { name: /Versions of/ }).waitFor();
  await page.locator('ins').first().waitFor();
  await page.getByText('Each save').click();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: /^Version 1,/ }).click();
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await page.getByRole('button', { name: 'Restore version 1' }).waitFor({ state: 'detached' });
  const id = page.url().split('/').at(-2) ?? '';
  expect((await bodyOf(id)).long).toBe('');
  const { versions } = await createClient(stage.url).listDocumentVersions({ params: { id } });
  expect(versions.some(({ body }) => (body as { long: string }).long === STORY.long)).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('two tabs that write over one another, and a tab that dies, lose no word', async () => {
  const { page, complaints } = await stage.open();
  const { id } = await item(stage.url, 'Two tabs', { ...STORY, short: 'First words.', long: '' });
  const context = page.context();
  const other = await context.newPage();
  await page.goto(`/dossier/${id}`);
  await other.goto(`/dossier/${id}`);
  const words = (of: Page) => of.getByLabel('In a minute: your words');
  await words(page).fill('Written in the first tab.');
  await page.locator('[data-keeping=kept]').waitFor();
  await words(other).fill('Written in the second tab.');
  await other.getByText(/Another tab saved version 2/).waitFor();
  await words(other).fill('Written in the second tab, and more.');
  await other.getByRole('button', { name: 'This text' }).click();
  await other.locator('[data-keeping=kept]').waitFor();
  expect((await bodyOf(id)).short).toBe('Written in the second tab, and more.');
  const { versions } = await createClient(stage.url).listDocumentVersions({ params: { id } });
  const texts = versions.map(({ body }) => (body as { short: string }).short);
  for (const text of ['First words.', 'Written in the first tab.', 'Written in the second tab.'])
    expect(texts).toContain(text);

  // The server is out of reach, words are typed, and the tab dies: they come back when the draft is opened again.
  await page.close();
  await other.route('**/api/documents/**', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await words(other).fill('Typed while nothing answered.');
  await other.locator('[data-keeping=unreachable]').waitFor();
  await other.close();
  const fresh = await context.newPage();
  await fresh.goto(`/dossier/${id}`);
  await fresh.getByText('A tab was closed before your last words were sent. They are here.').waitFor();
  expect((await bodyOf(id)).short).toBe('Typed while nothing answered.');

  // Undo takes nothing away: what was undone is a version.
  await words(fresh).click();
  await fresh.keyboard.press('Control+End');
  await fresh.keyboard.type(' One more.');
  await fresh.locator('[data-keeping=kept]').waitFor();
  await fresh.keyboard.press('Control+z');
  await expect.poll(async () => (await bodyOf(id)).short).toBe('Typed while nothing answered.');
  const after = await createClient(stage.url).listDocumentVersions({ params: { id } });
  expect(after.versions.some(({ body }) => (body as { short: string }).short.endsWith('One more.'))).toBe(true);
  expect(complaints).toEqual([]);
  await context.close();
});

test('at 2,000 words every keystroke lands, and its time on the main thread is measured', async () => {
  const { page } = await stage.open();
  const text = Array.from({ length: 12 }, () => STORY.long)
    .join('\n\n')
    .split(/\s+/)
    .slice(0, 2000)
    .join(' ');
  const { id } = await item(stage.url, 'Long', { ...STORY, short: '', long: text });
  await page.goto(`/dossier/${id}`);
  const words = page.getByLabel('In three minutes: your words');
  await page.getByRole('heading', { name: /Read as an answer/ }).waitFor();
  await words.click();
  await page.keyboard.press('Control+End');
  await page.evaluate(() => {
    const took: number[] = [];
    (globalThis as { took?: number[] }).took = took;
    // From the key until the page has drawn what it changed, on the main thread.
    addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        setTimeout(() => took.push(performance.now() - start), 0);
      },
      true,
    );
  });
  await page.keyboard.type(' and then I measured what it cost us to be wrong about it.', { delay: 40 });
  const took = await page.evaluate(() => (globalThis as { took?: number[] }).took ?? []);
  const sorted = took.toSorted((a, b) => a - b);
  console.log(
    `A keystroke at 2,000 words: median ${sorted[Math.floor(sorted.length / 2)]?.toFixed(1)} ms, 95 of 100 under ${sorted[Math.floor(sorted.length * 0.95)]?.toFixed(1)} ms`,
  );
  expect(took.length).toBeGreaterThan(50);
  await page.locator('[data-keeping=kept]').waitFor();
  expect((await bodyOf(id)).long).toBe(`${text} and then I measured what it cost us to be wrong about it.`);
  await page.context().close();
});
