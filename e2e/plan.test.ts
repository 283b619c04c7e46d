import { readFileSync } from 'node:fs';
import { createClient } from '@legible/app/client';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { item, LONG_NARRATIVE, narrative, SCRIPT, STORY } from './dossier-seed.ts';
import { setStage } from './harness.ts';
import type { Stage } from './harness.ts';
import { MIXED_ANSWER, seedInterview } from './seed.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const DAY_MS = 86_400_000;
const START = Date.now();
const dayAfter = (days: number): string => new Intl.DateTimeFormat('sv-SE').format(new Date(START + days * DAY_MS));
const axe = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
/** The first page some days after the start: its one next thing. */
const nextOn = async (page: Page, days: number): Promise<string> => {
  await page.clock.setFixedTime(new Date(START + days * DAY_MS));
  await page.goto('/');
  await page.locator('.next h2').waitFor();
  expect(await page.locator('.next').count()).toBe(1);
  expect(await page.locator('.next .primary:not(:disabled)').count()).toBeLessThanOrEqual(1);
  return (await page.locator('.next h2').textContent()) ?? '';
};

test('on day one, day ten, the eve, the day and after it, there is one obvious next thing', async () => {
  const { page, complaints } = await stage.open();
  expect(await nextOn(page, 0)).toContain('One in two thousand transactions is fraud');
  await page.getByRole('button', { name: /Answer this/ }).waitFor();
  await seedInterview(stage.url, 'p-imbalance', MIXED_ANSWER);

  expect(await nextOn(page, 0)).toBe('When is the interview?');
  expect(await axe(page)).toEqual([]);
  await page.getByLabel('The interview is on').fill(dayAfter(16));
  await page.getByLabel('Hours a week').fill('6');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await page.locator('.next h2', { hasText: 'Bring in your resume' }).waitFor();
  await page.getByRole('heading', { name: /Today’s list/ }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Evidence', level: 1 }).waitFor();
  await page.goto('/dossier');
  await page.getByRole('button', { name: /Write the next: transition story/ }).click();
  await page.getByLabel('In a minute: your words').fill(STORY.short);
  await page.getByLabel('In three minutes: your words').fill(STORY.long);
  await page.locator('[data-keeping=kept]').waitFor();

  expect(await nextOn(page, 10)).toMatch(/^(Write|Close|Say|Answer|Live|Go over|Take|Sit)/);
  expect(await nextOn(page, 15)).toBe('Say the transition story once, in a minute');
  expect(await nextOn(page, 16)).toBe('The interview. Read your page once');
  expect(await nextOn(page, 17)).toBe('When is the next one?');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the plan is rebuilt around lost days, goes into a calendar with alarms, and the morning’s page prints on one sheet', async () => {
  const { page, complaints } = await stage.open();
  await createClient(stage.url).changeSettings({ body: { interviewDate: dayAfter(16), hoursPerWeek: 6 } });
  await page.goto('/plan');
  const days = page.locator('.plan-day');
  await days.first().waitFor();
  const before = await days.count();
  await page.getByText(/Life happened/).click();
  await page.getByLabel('I lose the days from').fill(dayAfter(2));
  await page.getByLabel('to', { exact: true }).fill(dayAfter(8));
  await page.getByRole('button', { name: 'Plan around them' }).click();
  await page.getByText('Days lost:').waitFor();
  await expect.poll(() => days.count()).toBeLessThan(before);
  expect(await axe(page)).toEqual([]);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Calendar file/ }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file.match(/BEGIN:VALARM/g)).toHaveLength(await days.count());
  expect(file).toContain(`DTSTART;VALUE=DATE:${dayAfter(16).replaceAll('-', '')}`);

  for (const kind of ['data-quality', 'rollout-risk', 'metric-mismatch'] as const)
    await item(stage.url, kind, { ...STORY, kind: 'failure', failures: [kind] });
  for (const kind of ['ranking', 'prediction'] as const) await narrative(stage.url, kind, LONG_NARRATIVE);
  await item(stage.url, 'Pay', SCRIPT, 'script');
  await item(stage.url, 'Why', { kind: 'why-mle', text: STORY.long }, 'script');
  await page.goto('/plan/brief');
  await page.getByText('For six years I kept ending up').first().waitFor();
  expect(await axe(page)).toEqual([]);
  const sheet = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('an item is said against the clock, compared with the draft, and counts as cold only on another day', async () => {
  const { page, complaints } = await stage.open();
  const { id } = await item(stage.url, 'Returns', STORY);
  await page.clock.setFixedTime(new Date(START + 3 * DAY_MS));
  await page.goto(`/rehearse/${id}`);
  await page.getByText('Returns, cold').waitFor();
  const said = page.getByLabel('What you say');
  await said.pressSequentially('So, um, for six years I kept ending up with the same part of the job, you know.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'What you dropped' }).waitFor();
  await page.locator('.dropped', { hasText: 'returns queue' }).waitFor();
  await page.getByText(/2 fillers: “um” 1, “you know” 1/).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: /Say it again/ }).click();
  await page.getByText('Returns, with the draft seen today').waitFor();

  await page.goto('/rehearse');
  await page
    .getByText(/in 100 that it holds today/)
    .first()
    .waitFor();
  expect(await axe(page)).toEqual([]);
  await page.goto('/readiness');
  await page.locator('[data-state]').first().waitFor();
  expect(await axe(page)).toEqual([]);
  await page.goto('/dossier/coverage');
  await page.getByText(/questions answered/).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.goto('/dossier/role-fit');
  await page.getByLabel('Data: what you owned').selectOption('3');
  await page.getByLabel('Data: what shows it').fill('The currency default was mine to approve.');
  await page.locator('.role', { hasText: 'Applied data' }).first().waitFor();
  expect(await page.locator('.role h3').first().textContent()).toContain('Applied data');
  await page.getByRole('button', { name: /Keep it/ }).click();
  await expect
    .poll(async () => (await createClient(stage.url).listDocuments({ query: { type: 'inventory' } })).documents.length)
    .toBe(1);
  expect(await axe(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});
