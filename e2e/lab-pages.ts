import type { Page } from 'playwright-core';
import { resultOf, seedRun, smallRun } from './seed-lab.ts';

const seeded = new Map<string, string>();
const run = (name: string) => (): string => `/lab/${seeded.get(name) ?? 'was-not-seeded'}`;
const guide = { plan: 0, offline: 0, truth: 0 };

/** Keeps one run in each state that looks different. */
export async function seedLabPages(url: string): Promise<void> {
  const file = smallRun();
  const result = resultOf(file);
  const [first] = result.questions;
  const replies = first
    ? { [first.id]: 'The labels were late, so I would compare the scores with matured labels.' }
    : {};
  const states: Readonly<Record<string, Parameters<typeof seedRun>[2]>> = {
    decision: { guide: { ...guide, plan: 2 } },
    prediction: { guide: { ...guide, plan: 8 } },
    plan: {},
    offline: { opened: true },
    live: { opened: true, day: 70 },
    truth: { result },
    questions: { result, replies, guide: { ...guide, truth: 6 } },
    file: { brought: true },
  };
  for (const [name, standing] of Object.entries(states)) seeded.set(name, await seedRun(url, file, standing));
  for (const world of ['recommendations', 'search']) {
    const own = smallRun('textbook', {}, world);
    seeded.set(`plan of ${world}`, await seedRun(url, own, {}));
    seeded.set(`offline of ${world}`, await seedRun(url, own, { opened: true }));
    seeded.set(`live of ${world}`, await seedRun(url, own, { opened: true, day: 20 }));
  }
}

type LabPage = readonly [name: string, path: () => string, prepare: (page: Page) => Promise<void>];

/** The figures below the fold are drawn one after another. */
async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const boxes = [...document.querySelectorAll('.plot-box')];
    return boxes.length > 0 && boxes.every((box) => box.querySelector('svg') !== null || box.clientWidth === 0);
  });
}

async function openAll(page: Page): Promise<void> {
  await page.locator('summary').first().waitFor();
  await page.evaluate(() => document.querySelectorAll('details').forEach((part) => (part.open = true)));
}

async function openParts(page: Page): Promise<void> {
  for (const part of [/^Split/, /^Features/, /^Monitors/, /^Rolling back/])
    await page.locator('summary').filter({ hasText: part }).click();
  await page.getByLabel('Test share').fill('3');
  await page.getByText(/This field is 3/).waitFor();
}

/** The pages of the lab, as they look along a run. */
export const LAB_PAGES: readonly LabPage[] = [
  [
    'the lab, empty',
    () => '/lab',
    async (page) => {
      const none = '**/api/documents?*';
      await page.route(none, (route) => route.fulfill({ json: { documents: [] } }));
      await page.reload();
      await page.getByRole('heading', { name: /^Begin here/ }).waitFor();
      await page.unroute(none);
    },
  ],
  ['the lab, with runs', () => '/lab', (page) => page.getByRole('heading', { name: 'Your runs' }).waitFor()],
  ['a decision of the guided run', run('decision'), (page) => page.getByText('3 of 9').waitFor()],
  ['the prediction of the guided run', run('prediction'), (page) => page.getByText('9 of 9').waitFor()],
  ['a plan of the lab, opened and wrong', run('plan'), openParts],
  ['an offline report', run('offline'), drawn],
  ['a live run', run('live'), drawn],
  ...['recommendations', 'search'].flatMap((world): LabPage[] => [
    [`a plan of ${world}`, run(`plan of ${world}`), openAll],
    [`an offline report of ${world}`, run(`offline of ${world}`), drawn],
    [`a live run of ${world}`, run(`live of ${world}`), drawn],
  ]),
  ['a post-mortem', run('truth'), drawn],
  [
    'a question about a run, marked',
    run('questions'),
    (page) => page.getByRole('heading', { name: /^As a panel would hear it/ }).waitFor(),
  ],
  ['which tools lie', () => '/lab/honesty', drawn],
  ['does judgment pay', () => '/lab/standings', drawn],
  ['a run from a file', run('file'), (page) => page.getByRole('heading', { name: 'A run from a file' }).waitFor()],
];
