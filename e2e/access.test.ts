import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { setStage } from './harness.ts';
import type { Stage } from './harness.ts';
import { LAB_PAGES, seedLabPages } from './lab-pages.ts';
import { MIXED_ANSWER, seedInterview } from './seed.ts';

let stage: Stage;
let debrief: string;
let stopped: string;
let followedUp: string;
beforeAll(async () => {
  stage = await setStage();
  await seedLabPages(stage.url);
  const first = await seedInterview(stage.url, 'p-imbalance', MIXED_ANSWER);
  await seedInterview(stage.url, 'p-imbalance', MIXED_ANSWER.slice(0, 177));
  debrief = `/debrief/${first.id}`;
  stopped = `/answer/${(await seedInterview(stage.url, 'p-imbalance', MIXED_ANSWER, 'stopped')).id}`;
  followedUp = `/answer/${(await seedInterview(stage.url, 'p-imbalance', MIXED_ANSWER, 'followed-up')).id}`;
});
afterAll(() => stage.close());

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/** Every page, and the states of a page that look different. */
const PAGES: readonly (readonly [name: string, path: () => string, prepare?: (page: Page) => Promise<void>])[] = [
  ['today', () => '/'],
  ['questions of a kind', () => '/ask/design-prediction'],
  ['debrief', () => debrief],
  [
    'debrief, a level disputed',
    () => debrief,
    async (page) => {
      await page
        .getByRole('button', { name: /^Dispute/ })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  ['history', () => '/history', (page) => page.locator('svg.plot').first().waitFor()],
  ['the judge’s card', () => '/judge'],
  ['the panel', () => '/panel', (page) => page.locator('.grade').waitFor()],
  ['settings', () => '/settings'],
  ...LAB_PAGES,
  ['a drill', () => '/drills/drift-or-pipe', (page) => page.locator('svg.plot').first().waitFor()],
  ['the dossier', () => '/dossier'],
  ['which role fits', () => '/dossier/role-fit'],
  ['rehearse', () => '/rehearse'],
  ['readiness', () => '/readiness'],
  ['the plan', () => '/plan'],
  ['no such page', () => '/nowhere'],
  ['an answer that was stopped', () => stopped, (page) => page.locator('[data-interruption]').waitFor()],
  ['a follow-up', () => followedUp, (page) => page.locator('.follow-up textarea').waitFor()],
  [
    'the panel’s grades beside one’s own',
    () => '/panel',
    async (page) => {
      await page.locator('.grade').waitFor();
      for (const row of await page.locator('.grade .circles').all()) await row.getByRole('radio').first().click();
      await page.keyboard.press('Control+Enter');
      await page.getByRole('columnheader', { name: 'Grader A' }).waitFor();
    },
  ],
  [
    'an answer',
    () => '/ask/comp',
    async (page) => {
      await page.locator('.question').first().click();
      await page.getByLabel('Your answer').fill('What work is in scope at this level? ');
    },
  ],
  [
    'commands',
    () => '/',
    async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
    },
  ],
];

/** What axe has against the page as it stands; in the dark only the colours are other. */
async function faults(page: Page, rules: 'all' | 'colours'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (rules === 'all') axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  else axe.withRules(['color-contrast']);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  );
}

test.each(['desktop', 'phone'] as const)(
  'on a %s axe finds nothing in light or dark, nothing is wider than the screen, and the CSP refuses nothing',
  async (size) => {
    const { page, complaints } = await stage.open({ viewport: SIZES[size], reducedMotion: 'reduce' });
    const found: string[] = [];
    for (const [name, path, prepare] of PAGES) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path());
      await page.locator('h1').first().waitFor({ state: 'attached' });
      await page.locator('.waiting').waitFor({ state: 'detached' });
      await prepare?.(page);
      for (const fault of await faults(page, 'all')) found.push(`${name}, light: ${fault}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) found.push(`${name}: scrolls sideways by ${overflow} pixels`);
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const fault of await faults(page, 'colours')) found.push(`${name}, dark: ${fault}`);
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  300_000,
);
