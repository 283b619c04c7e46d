import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { createClient } from '@legible/app/client';
import { parseStory } from '@legible/prep';
import { library } from '@legible/prep/library/index';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setStage } from './harness.ts';
import type { Stage } from './harness.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const RESUME = `# Zoë Krämer

- Cut failed payments by 40% over two quarters.
- Own the address-matching service, 9 million lookups a day.
- Decided to delay the launch of the pricing model by three weeks.
- Python, Kafka, Spark
`;

async function expectAxeClean(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
  }
  const size = page.viewportSize()!;
  for (const width of [size.width, 390]) {
    await page.setViewportSize({ ...size, width });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(size);
}

test('a resume comes in, its claims are confirmed, completed and rejected, and a story is made of the confirmed words', async () => {
  const { page, complaints } = await stage.open({ reducedMotion: 'reduce' });
  await page.goto('/evidence');
  await page.getByText('Begin with your resume').waitFor();
  await expectAxeClean(page);
  const file = page.getByLabel('Resume or notes as a file');
  await file.setInputFiles({ name: 'resume.md', mimeType: 'text/markdown', buffer: Buffer.from(RESUME) });
  await page.getByRole('heading', { name: 'resume.md' }).waitFor();
  await page.getByText('3 open').waitFor();
  await page.getByText('line 3', { exact: true }).waitFor();

  const claim = (words: string) => page.locator('.claim', { hasText: words });
  await claim('You wrote “Cut failed payments by 40%”')
    .getByLabel(/measured how, against what/)
    .fill('Against the same week a year before, counted by finance.');
  await claim('measured how, against what').getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('2 open').waitFor();
  await page.keyboard.press('Escape');
  await claim('Own the address-matching').getByRole('button', { name: 'Reject' }).focus();
  await page.keyboard.press('x');
  await page.getByText('1 rejected').waitFor();
  await page.locator('[data-keeping="kept"]').waitFor();
  await expectAxeClean(page);

  await page.reload();
  await page.getByText('1 confirmed, 1 rejected').waitFor();
  await page.getByRole('button', { name: /Outline a story/ }).click();
  await page.getByText('Which one system can you be questioned on for ten minutes?').waitFor();
  await page.getByText('Against the same week a year before, counted by finance.').waitFor();
  expect(await page.getByText('address-matching').count()).toBe(0);
  expect(await page.getByText('pricing model').count()).toBe(0);
  await page.getByLabel(/Where to tell: Cut failed/).selectOption('One system');
  await page.getByText('Which one system can you be').waitFor({ state: 'detached' });
  await expectAxeClean(page);
  await page.getByRole('button', { name: /Write the story/ }).click();
  await page.waitForURL(/\/dossier\/[0-9a-f-]{36}$/);

  const { body } = await createClient(stage.url).getDocument({ params: { id: page.url().split('/').at(-1)! } });
  expect(parseStory(body).facts.map(({ part, text, source }) => [part, text, source])).toEqual([
    ['system', 'Cut failed payments by 40% over two quarters.', 'resume.md, line 3'],
    ['lesson', 'Against the same week a year before, counted by finance.', 'resume.md, line 3'],
  ]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a file that cannot be read says why and what to do, and what was there stays', async () => {
  const { page } = await stage.open();
  await page.goto('/evidence');
  const file = page.getByLabel('Resume or notes as a file');
  await file.setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nbroken') });
  await page
    .getByRole('alert')
    .getByText(/scan\.pdf: The file is damaged/)
    .waitFor();
  await page.getByText(/Export it again/).waitFor();
  await file.setInputFiles({ name: 'me.odt', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04') });
  await page.getByText(/Files that end in "\.odt" are not read/).waitFor();
  await page.getByLabel(/Or paste notes/).fill('- noticed the nightly job double counted refunds\n- lunch');
  await page.getByRole('button', { name: 'Look for claims in the notes' }).click();
  await page
    .getByText(/what made you look there|how was this data wrong/)
    .first()
    .waitFor();
  await page.goto('/evidence');
  await page.getByText('Notes: noticed the nightly job').waitFor();
  await page.context().close();
});

test('the dossier is taken out as a PDF and brought back, and drills go to Anki', async () => {
  const { page, complaints } = await stage.open();
  const server = createClient(stage.url);
  const id = crypto.randomUUID();
  const body = { kind: 'why-mle', text: 'I kept being paged for models.' };
  await server.saveDocument({ params: { id }, body: { type: 'script', title: 'Why', body, baseVersion: 0 } });
  await page.goto('/evidence/files');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Dossier as PDF' }).click();
  const pdf = await (await download).path();
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  await server.deleteDocument({ params: { id } });
  await page
    .getByLabel('Dossier to bring back')
    .setInputFiles({ name: 'dossier.pdf', mimeType: 'application/pdf', buffer: readFileSync(pdf) });
  await page.getByText(/1 added/).waitFor();
  expect(await server.getDocument({ params: { id } })).toMatchObject({ title: 'Why', body });

  const cards = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Drills for Anki' }).click();
  expect(readFileSync(await (await cards).path(), 'utf8')).toMatch(/^#separator:tab\n/);
  await expectAxeClean(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the library is filtered by gap with a key, and an answer is read before and after', async () => {
  const { page, complaints } = await stage.open({ viewport: { width: 390, height: 844 } });
  await page.goto('/library');
  await page.getByRole('heading', { name: 'Debrief library' }).waitFor();
  expect(await page.locator('.library-list li').count()).toBe(library.length);
  await expectAxeClean(page);
  await page.keyboard.press('2');
  const evaluation = library.filter(({ gap }) => gap === 'evaluation');
  await expect.poll(() => page.locator('.library-list li').count()).toBe(evaluation.length);
  await page.locator('.library-question').first().click();
  await page.getByRole('heading', { name: 'What the panel heard' }).waitFor();
  await page.getByText(/Our judge: .* before/).waitFor();
  expect(await page.locator('.entry-after').textContent()).toBe(evaluation[0]!.after);
  await expectAxeClean(page);
  await page.keyboard.press('n');
  await page.getByRole('heading', { level: 1, name: evaluation[1]!.question.text }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});
