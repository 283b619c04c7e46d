import { AxeBuilder } from '@axe-core/playwright';
import { createClient } from '@legible/app/client';
import { hostOf, openedFrom } from '@legible/app/loop/host';
import { readLoop } from '@legible/app/loop/read-loop';
import { replayLoop } from '@legible/loop';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { setStage } from './harness.ts';
import type { Stage } from './harness.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const ANSWER =
  'For three years I ran the payout service that acted on scores from another team, and I decided to hold payouts above 0.9 because a wrong one cost us 400 euros. ' +
  'It cost two days of delay for honest sellers, and the model itself was not mine. ';
const REPLY = 'I would compare it with the rule that runs today, and go back when honest holds rise above 2 percent. ';
const PASSION = 'I am passionate about AI and I have always been fascinated by machine learning.';

const open = (page: Page) => page.locator('.desk textarea:not([readonly])').last();
const focused = (page: Page) => open(page).evaluate((node) => node === document.activeElement);

/** What the page asks for now: nothing more, the next round, or words. */
async function asked(page: Page): Promise<'packet' | 'round' | 'words'> {
  const round = page.getByRole('button', { name: /^(Begin|Open the next round)/ });
  await Promise.race([page.waitForURL(/\/packet$/), open(page).waitFor(), round.waitFor()]);
  if (page.url().endsWith('/packet')) return 'packet';
  return (await round.isVisible()) ? 'round' : 'words';
}

/** Where the loop stands on the page: the question, the follow-ups to it, an open interruption. */
const place = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      location.pathname,
      document.querySelector('h1')?.textContent,
      document.querySelectorAll('.follow-up').length,
      document.querySelector('[data-interruption]')?.getAttribute('data-interruption'),
    ].join('|'),
  );

/** Answers whatever is asked with the keyboard alone, until `enough` or the packet. */
async function sit(page: Page, enough: () => Promise<boolean> = async () => false): Promise<void> {
  for (let turns = 0; turns < 80; turns += 1) {
    const next = await asked(page);
    if (next === 'packet' || (await enough())) return;
    const before = await place(page);
    if (next === 'words') {
      await expect.poll(() => focused(page)).toBe(true);
      const first = (await open(page).getAttribute('aria-label')) === 'Your answer';
      await page.keyboard.insertText(first ? ANSWER : REPLY);
    }
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => place(page)).not.toBe(before);
  }
  throw new Error('The loop did not end.');
}

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** Axe in light and dark, and no scrolling sideways on a phone. */
async function look(page: Page, path: string, ready: string): Promise<void> {
  await page.goto(path);
  await page.locator(ready).first().waitFor();
  await axe(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await axe(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  await axe(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Brings the focus to a control by Tab, as one does without a pointer. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const text = await page.evaluate(() => {
      const node = document.activeElement;
      return node?.getAttribute('aria-label') ?? node?.closest('label')?.textContent ?? node?.textContent ?? '';
    });
    if (name.test(text)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${name}.`);
}

const roundClock = async (page: Page): Promise<number> => {
  const label = await page.getByRole('timer', { name: /of the round/ }).getAttribute('aria-label');
  const [, minutes, seconds] = /^(\d+):(\d\d)/.exec(label ?? '') ?? [];
  return Number(minutes) * 60 + Number(seconds);
};

test('a loop is sat with the keyboard alone, through a reload and a killed server, to a packet that replays', async () => {
  const { page, complaints } = await stage.open();
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400 && response.url().includes('/api/')) refused.push(response.url());
  });
  await page.goto('/loop');
  await page.getByRole('heading', { name: 'A new loop' }).waitFor();
  await axe(page);
  for (const round of [/^Hiring manager round/, /^Depth round/]) {
    await tabTo(page, round);
    await page.keyboard.press('Space');
  }
  await page.getByText('3 rounds, 75 minutes at most.').waitFor();
  await page.getByLabel('Interviewer of the recruiter screen').focus();
  await page.keyboard.press('i');
  expect(await page.getByLabel('Interviewer of the recruiter screen').inputValue()).toBe('interrupter');
  await tabTo(page, /^Start the loop/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/loop\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').at(-1)!;
  await page.getByRole('heading', { name: 'Recruiter screen', exact: true }).waitFor();
  await axe(page);
  await page.keyboard.press('Control+Enter');

  // Stopped in mid-answer, on content; the floor is held, and the answer goes on.
  await expect.poll(() => focused(page)).toBe(true);
  await page.keyboard.insertText(ANSWER);
  await expect.poll(() => roundClock(page), { timeout: 20_000 }).toBeGreaterThanOrEqual(11);
  await page.keyboard.insertText(PASSION);
  const card = page.locator('[data-interruption]');
  await card.waitFor();
  expect(await card.innerText()).toMatch(/Stop there/);
  await axe(page);
  await page.keyboard.press('Alt+h');
  await card.waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe(true);
  await page.keyboard.press('Control+Enter');

  // On to the design; today knows where to go on.
  await sit(page, async () => (await page.locator('.loop-stages').count()) > 0);
  expect(await page.locator('.loop-stages [aria-current]').innerText()).toBe('goal and metric');
  await page.keyboard.press('Alt+l');
  await page.waitForURL(/\/loop$/);
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.getByRole('heading', { name: 'Or choose the kind' }).waitFor();
  await page.getByRole('heading', { name: 'Prediction design round, 2 of 3' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/loop\/[0-9a-f-]{36}$/);

  // A lost tab in the middle of a round: words, place and clock are where they were.
  await open(page).waitFor();
  await page.keyboard.type('The number that the business misses is money');
  const question = await page.locator('.asked').innerText();
  const clock = await roundClock(page);
  await page.reload();
  await open(page).waitFor();
  expect(await open(page).inputValue()).toBe('The number that the business misses is money');
  expect(await page.locator('.asked').innerText()).toBe(question);
  expect((await roundClock(page)) - clock).toBeLessThan(4);

  // The server dies without a word; what is said meanwhile is kept here, and there once it is back.
  await stage.kill(async () => {
    await page.keyboard.type(' lost to chargebacks, not the share of them. ');
    await page.locator('[data-delivery=unreachable]').waitFor();
  });
  await page.locator('[data-delivery=kept]').waitFor({ timeout: 30_000 });
  const client = createClient(stage.url);
  const half = await client.getLoop({ params: { id } });
  const { state } = replayLoop(
    openedFrom(half.plan),
    half.events.map(({ event }) => event),
    hostOf(half.plan),
  );
  expect(state.current?.interview.answer).toBe(
    'The number that the business misses is money lost to chargebacks, not the share of them. ',
  );
  await page.keyboard.press('Control+Enter');
  await sit(page, async () => (await page.locator('.loop-changed').count()) > 0);
  await axe(page);

  await sit(page);
  await page.getByRole('heading', { name: /^Votes, each written before the debrief/ }).waitFor();
  const { plan, events, result } = await client.getLoop({ params: { id } });
  expect(result).toEqual(JSON.parse(JSON.stringify(readLoop(plan, events))));
  expect(result!.packet.votes).toHaveLength(3);
  expect(result!.packet.next).toHaveLength(3);
  expect(result!.turns[0]!.interruptions).toMatchObject([{ status: 'held' }]);
  expect(result!.turns.map(({ as }) => as)).toContain('constraint');
  for (const { note } of result!.packet.votes) await page.getByText(note[0]!, { exact: true }).waitFor();
  expect(await page.getByRole('heading', { name: 'The debrief', exact: true }).count()).toBe(1);
  expect(await page.locator('.packet-votes .packet-ablation tbody tr').count()).toBeGreaterThanOrEqual(3);

  await look(page, `/loop/${id}/packet`, '.packet');
  await look(page, '/loop', '.loop-list');
  await look(page, '/history', '.loop-list');

  // The third thing to do next is one key away.
  await page.goto(`/loop/${id}/packet`);
  await page.locator('.packet-next').waitFor();
  await page.keyboard.press('1');
  await page.waitForURL(/\/answer\//);
  // The server was dead for a while, and may have built a newer page when it came back.
  expect(complaints.filter((complaint) => !/ERR_CONNECTION|Failed to fetch|status of 404/.test(complaint))).toEqual([]);
  expect(refused).toEqual([]);
  await page.context().close();
}, 240_000);

test('a loop that is ended in the middle of a round is decided on what was answered, and can be deleted', async () => {
  const { page, complaints } = await stage.open();
  await page.goto('/loop');
  await page.getByRole('button', { name: /^Depth round/ }).click();
  await page.getByRole('button', { name: /^Begin/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  let questions = 0;
  let last = '';
  await sit(page, async () => {
    const now = (await page.locator('.asked').allInnerTexts()).join();
    if (now !== '' && now !== last) questions += 1;
    last = now;
    return questions === 3;
  });
  await page.getByRole('button', { name: /^End the loop here/ }).click();
  await page.getByRole('button', { name: 'End it and see the packet' }).click();
  await page.waitForURL(/\/packet$/);
  await page.getByText('1 of 1, left early').waitFor();
  const id = /loop\/([0-9a-f-]+)/.exec(page.url())![1]!;
  const { result } = await createClient(stage.url).getLoop({ params: { id } });
  expect(result!.turns).toHaveLength(2);
  await page.goto('/history');
  await page.getByRole('button', { name: /^Delete: Depth round/ }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await expect(createClient(stage.url).getLoop({ params: { id } })).rejects.toMatchObject({ code: 'not-found' });
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a kept step that no longer fits is left out, and the page says so', async () => {
  const client = createClient(stage.url);
  const id = crypto.randomUUID();
  await client.startLoop({
    body: { id, preset: 'series-ab', seed: 5, pace: 'days', rounds: [{ kind: 'recruiter-screen' }] },
  });
  await client.appendLoopEvents({
    params: { id },
    body: {
      events: [
        { seq: 1, event: { type: 'round-opened', at: 10 } },
        { seq: 2, event: { type: 'follow-up-answered', at: 20 } },
        { seq: 3, event: { type: 'text-grew', at: 30, from: 0, to: 0, insert: 'I ran the payout service. ' } },
      ],
    },
  });
  const { page } = await stage.open();
  await page.goto(`/loop/${id}`);
  await page.getByText(/^The interviewer has changed since you began: 1 of the steps/).waitFor();
  expect(await open(page).inputValue()).toBe('I ran the payout service. ');
  await page.context().close();
});

test('with no run to defend a quick one comes first; the round marks the answers against what was true', async () => {
  const { page, complaints } = await stage.open();
  await page.goto('/loop/defend');
  await page.getByRole('heading', { name: 'First, a run of two minutes' }).waitFor();
  await axe(page);
  await page.keyboard.press('n');
  await page.getByText(/write a number of dollars first/).waitFor();
  await page.getByLabel(/^Saved in twelve weeks/).fill('40,000');
  await page.getByRole('button', { name: /^Run it and defend it/ }).click();
  await page.getByRole('button', { name: /^Begin/ }).waitFor({ timeout: 180_000 });
  await page.keyboard.press('Control+Enter');
  await page.getByText('Your run, as you saw it').waitFor();
  await axe(page);
  await sit(page);
  await page.getByRole('heading', { name: /^Against the truth of the run/ }).waitFor();
  const id = /loop\/([0-9a-f-]+)/.exec(page.url())![1]!;
  const { result, plan } = await createClient(stage.url).getLoop({ params: { id } });
  expect(result!.turns.length).toBeGreaterThanOrEqual(3);
  for (const { truth } of result!.turns) expect(truth!.said.length + truth!.missed.length).toBeGreaterThan(0);
  expect(plan.defence!.sheet.find(({ name }) => name === 'You predicted')!.value).toBe('$40,000 saved');
  await axe(page);
  await look(page, '/loop/defend', '.loop-run');
  await page.getByRole('button', { name: /^Defend it: Quick run/ }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
}, 240_000);
