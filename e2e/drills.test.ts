import { AxeBuilder } from '@axe-core/playwright';
import { createClient } from '@legible/app/client';
import { DRILL_KINDS, makeDrill } from '@legible/lab/drills/index';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setStage } from './harness.ts';
import type { Stage } from './harness.ts';

const DESK = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const;
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const clean = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)).toBe(
    false,
  );
};

/** The drill on the page, made again from its seed. */
async function onPage(page: Page, kind: string, level: number) {
  const said = await page.locator('.drill-levels').textContent();
  return makeDrill(kind, level, Number(/Seed (\d+)/.exec(said ?? '')?.[1]));
}

test('a drill is answered by key, explained, kept, and the next one follows', async () => {
  const { page, complaints } = await stage.open(DESK);
  await page.goto('/drills');
  await page.getByText('not tried').first().waitFor();
  expect(await page.locator('.drill-kinds li').count()).toBe(DRILL_KINDS.length);
  await clean(page);
  await shot(page, 'list');
  await page.getByRole('link', { name: 'Find the bad slice' }).click();
  await page.locator('svg.plot').first().waitFor();
  await page.getByText(/[01]:\d\d left/).waitFor();
  const drill = await onPage(page, 'bad-slice', 1);
  if (drill.answer.kind !== 'choice') throw new Error('a slice is a choice');
  const wrong = drill.answer.right === 0 ? 1 : 0;
  await page.keyboard.press(String(wrong + 1));
  await page.getByRole('heading', { name: `Wrong: ${drill.answer.choices[drill.answer.right]}.` }).waitFor();
  await page.getByText(drill.why[0]!).waitFor();
  await clean(page);
  await shot(page, 'wrong');
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: /^Wrong/ }).waitFor({ state: 'detached' });
  await page.locator('svg.plot').first().waitFor();
  const second = await onPage(page, 'bad-slice', 1);
  expect(second.seed).not.toBe(drill.seed);
  if (second.answer.kind === 'choice') await page.keyboard.press(String(second.answer.right + 1));
  await page.getByRole('heading', { name: /^Right:/ }).waitFor();

  await page.goto('/drills');
  await page.getByText('1 of 2 right, level 1').waitFor();
  await page.keyboard.press('w');
  await page.locator('.drill-asks').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a figure is taken within its tolerance, on a phone, in the dark', async () => {
  const { page, complaints } = await stage.open(PHONE);
  await page.goto('/drills/prevalence');
  await page.locator('svg.plot').first().waitFor();
  const field = page.getByLabel(/^Your answer/);
  await field.fill('much');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('"much" is not a number').waitFor();
  const drill = await onPage(page, 'prevalence', 1);
  if (drill.answer.kind !== 'number') throw new Error('a precision is a number');
  await field.fill((drill.answer.value + drill.answer.tolerance / 2).toFixed(2));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Right:/ }).waitFor();
  await clean(page);
  await shot(page, 'phone-number');
  await page.goto('/drills');
  await page.getByText('1 of 1 right').waitFor();
  await clean(page);
  await shot(page, 'phone-list');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a drill got wrong comes back the next day on Today, Rehearse and the drills alike, and is gone once it is right', async () => {
  const { page, complaints } = await stage.open(DESK);
  const start = Date.now();
  const onDay = (days: number) => page.clock.setFixedTime(new Date(start + days * 86_400_000));
  const reply = async (right: boolean) => {
    await page.locator('svg.plot').first().waitFor();
    const level = Number(await page.locator('.drill-levels [aria-pressed="true"]').textContent());
    const { answer } = await onPage(page, 'off-policy', level);
    if (answer.kind !== 'number') throw new Error('an estimate is a number');
    await page.getByLabel(/^Your answer/).fill(String(answer.value + (right ? 0 : 10 * answer.tolerance)));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: right ? /^Right:/ : /^Wrong:/ }).waitFor();
    await page.getByText(/This kind comes back on .*, at level 1\./).waitFor();
  };
  const named = page.getByRole('button', { name: /^Drill: judge a policy/ });
  await onDay(0);
  await page.goto('/drills/off-policy');
  await reply(false);
  await page.goto('/rehearse');
  await named.waitFor();
  await page
    .locator('.due-row', { hasText: 'judge a policy' })
    .getByText(/due (?!today).*last time wrong/)
    .waitFor();
  await page.goto('/');
  await page.locator('.kind').first().waitFor();
  expect(await named.count()).toBe(0);

  await onDay(1);
  await page.goto('/drills');
  await page.getByRole('button', { name: /Due today: 1/ }).waitFor();
  await page.goto('/rehearse');
  await page
    .locator('.due-row', { hasText: 'judge a policy' })
    .getByText(/due today.*last time wrong/)
    .waitFor();
  await clean(page);
  await page.goto('/');
  await named.waitFor();
  await clean(page);
  await shot(page, 'due-undated');
  const client = createClient(stage.url);
  await client.changeSettings({
    body: { interviewDate: new Date(start + 30 * 86_400_000).toISOString().slice(0, 10), hoursPerWeek: 10 },
  });
  const said = new Date(start).toISOString();
  await client.saveDocument({
    params: { id: crypto.randomUUID() },
    body: {
      type: 'rehearsal',
      title: 'Once',
      baseVersion: 0,
      body: {
        item: 'gone',
        version: 1,
        telling: 'short',
        question: 'transition',
        at: said,
        day: said.slice(0, 10),
        said: 'Once.',
        seconds: 20,
        allowed: 60,
        spoken: false,
        cold: true,
        verdict: 2,
        verdictSet: [2],
        signals: [],
        faults: [],
      },
    },
  });
  await page.goto('/');
  await page.getByRole('heading', { name: /Today’s list/ }).waitFor();
  await shot(page, 'due-dated');
  await page
    .locator('.today-task', { hasText: '2 min' })
    .getByRole('button', { name: /^Drill:/ })
    .click();
  await reply(true);
  await page.getByText('Nothing else is due today.').waitFor();

  await page.goto('/');
  await page.locator('.today-task.done', { hasText: 'Drill: judge a policy' }).waitFor();
  await page.goto('/rehearse');
  await page
    .locator('.due-row', { hasText: 'judge a policy' })
    .getByText(/due (?!today).*last time right/)
    .waitFor();
  await page.goto('/drills');
  await page.locator('.drill-kinds li', { hasText: 'Judge a policy' }).getByText('1 of 2 right').waitFor();
  expect(await page.getByText('due today').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('every kind draws its pictures at every level', async () => {
  const { page, complaints } = await stage.open(DESK);
  for (const { id } of DRILL_KINDS) {
    await page.goto(`/drills/${id}`);
    for (const level of [2, 3]) {
      await page
        .getByRole('button', { name: String(level), exact: true })
        .last()
        .click();
      await page.locator(`.drill-levels [aria-pressed="true"]`, { hasText: String(level) }).waitFor();
      await page.locator('svg.plot').first().waitFor();
      const drill = await onPage(page, id, level);
      await page.getByRole('heading', { name: drill.asks }).waitFor();
      await expect.poll(() => page.locator('svg.plot').count()).toBe(drill.pictures.length);
    }
    await shot(page, id);
  }
  await page.goto('/drills/nothing');
  await page.getByText('There is no drill of this name.').waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

/** Pictures for whoever asks for them, in the folder they name. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['LEGIBLE_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/drills-${name}.png`, fullPage: true });
}
