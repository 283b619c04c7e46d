import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { setStage } from './harness.ts';
import type { Stage } from './harness.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const FIRST = 'Fraud is one in two thousand here and the labels come from chargebacks, which arrive weeks late. ';
const WEAK = 'I would measure accuracy on a held-out set and ship at 99% accuracy.';

/** Watches, from outside the app's code, when a sentence was ended and when the interruption entered the document. */
async function watchLatency(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { input: 0, card: 0 };
    Object.assign(globalThis, { seen });
    document.addEventListener('input', () => (seen.input = performance.now()), true);
    new MutationObserver(() => {
      if (seen.card === 0 && document.querySelector('[data-interruption]')) seen.card = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
}

test(
  'an answer that offers accuracy for a rare class is stopped within 50 ms, survives a reload, and is debriefed',
  { retry: 3 },
  async () => {
    const { page, complaints } = await stage.open();
    await watchLatency(page);
    await page.goto('/');
    await page.getByRole('link', { name: /Sharp probe/ }).click();
    await page.getByRole('button', { name: /One in two thousand transactions is fraud/ }).click();

    const answer = page.getByLabel('Your answer');
    await answer.pressSequentially(FIRST);
    await expect.poll(() => page.getByRole('timer').textContent(), { timeout: 15_000 }).toMatch(/0:1[1-9]/);
    // As fast as a very fast typist; keys without a pause between them would queue, which nobody's fingers do.
    await answer.pressSequentially(WEAK.slice(0, -1), { delay: 30 });
    expect(await page.locator('[data-interruption]').count()).toBe(0);
    await page.keyboard.type('.');

    const card = page.locator('[data-interruption]');
    await card.waitFor();
    const { input, card: shown } = await page.evaluate(
      () => (globalThis as unknown as { seen: { input: number; card: number } }).seen,
    );
    const measured = await page.waitForFunction(() => {
      const entry = performance.getEntriesByName('legible:interruption')[0];
      return entry ? { painted: entry.duration } : null;
    });
    const painted = (await measured.jsonValue())?.painted ?? Number.NaN;
    console.log(
      `interruption: in the document after ${(shown - input).toFixed(1)} ms, painted after ${painted.toFixed(1)} ms`,
    );
    expect(shown - input).toBeLessThan(50);
    expect(painted).toBeLessThan(50);
    expect(await card.textContent()).toMatch(/accuracy/);

    // The reply takes the keys, and counts.
    const reply = page.getByLabel('Your reply to the interruption');
    await expect.poll(() => reply.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.keyboard.type('A model that always says no scores 99.95, so I would count recall');
    await page.locator('[data-delivery=kept]').waitFor();
    const clockBefore = await page.getByRole('timer').getAttribute('aria-label');

    // A lost tab: everything is where it was, clock included.
    await page.reload();
    await card.waitFor();
    expect(await answer.inputValue()).toBe(FIRST + WEAK);
    expect(await reply.inputValue()).toBe('A model that always says no scores 99.95, so I would count recall');
    const clockAfter = await page.getByRole('timer').getAttribute('aria-label');
    const seconds = (label: string | null) => Number(/0:(\d+) of/.exec(label ?? '')?.[1]);
    expect(Math.abs(seconds(clockAfter) - seconds(clockBefore))).toBeLessThanOrEqual(2);

    await reply.press('End');
    await page.keyboard.type(' at the number of alerts that review can read.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => answer.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.keyboard.type(' I would hold out the newest complete month and compare with the rules.');
    await finish(page);

    await page.waitForURL(/\/debrief\//);
    const debrief = page.getByRole('main');
    await debrief.getByText('The vote, on this answer alone').waitFor();
    expect(await debrief.textContent()).toContain('You were stopped');
    expect(await page.locator('mark.fault').first().textContent()).toContain('accuracy');
    expect(await page.locator('.note.red').first().textContent()).toContain('Better');
    expect(await page.locator('.interjection').first().textContent()).toMatch(
      /^(Stopped at|You were stopped).*accuracy/,
    );
    expect(await debrief.textContent()).toContain('A model that always says no scores 99.95');

    // Each level is said in words.
    const levels = await page.locator('.level-words').allTextContents();
    expect(levels.length).toBeGreaterThanOrEqual(2);
    for (const words of levels) expect(words).toMatch(/^[0-3] (absent|named|reasoned|decisive)/);

    await page.goto('/history');
    await page
      .getByRole('link', { name: /One in two thousand transactions is fraud/ })
      .first()
      .click();
    await page.waitForURL(/\/debrief\//);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test('what is typed over an interruption stays in the answer, and the floor can be held once', async () => {
  const { page } = await stage.open();
  await page.goto('/ask/probe');
  await page.getByRole('button', { name: /One in two thousand transactions is fraud/ }).click();
  const answer = page.getByLabel('Your answer');
  await answer.pressSequentially(FIRST);
  await expect.poll(() => page.getByRole('timer').textContent(), { timeout: 15_000 }).toMatch(/0:1[1-9]/);
  await answer.pressSequentially(`${WEAK} And then`);
  const card = page.locator('[data-interruption]');
  await card.waitFor();
  const reply = page.getByLabel('Your reply to the interruption');
  await expect.poll(() => reply.evaluate((node) => node === document.activeElement)).toBe(true);
  expect(await reply.inputValue()).toBe('');
  expect(await answer.inputValue()).toBe(`${FIRST}${WEAK} And then`);

  await page.keyboard.press('Alt+h');
  await card.waitFor({ state: 'detached' });
  await page.getByText('You held the floor.').waitFor();
  await page.locator('[data-delivery=kept]').waitFor();
  await page.reload();
  await expect.poll(() => answer.inputValue()).toBe(`${FIRST}${WEAK} And then`);
  await page.context().close();
});

test('words said while the server is away are kept in the page and reach it when it is back', async () => {
  const { page } = await stage.open();
  await page.goto('/ask/probe');
  await page.getByRole('button', { name: /Your labels come from contractors/ }).click();
  const answer = page.getByLabel('Your answer');
  await answer.pressSequentially('One label in ten is wrong');
  await page.locator('[data-delivery=kept]').waitFor();
  await page.route('**/events', (route) => route.abort());
  await answer.pressSequentially(', so I would measure how often two contractors agree');
  await page.locator('[data-delivery=unreachable]').waitFor();

  await page.unroute('**/events');
  await page.reload();
  const whole = 'One label in ten is wrong, so I would measure how often two contractors agree';
  await expect.poll(() => answer.inputValue()).toBe(whole);
  await page.locator('[data-delivery=kept]').waitFor();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect.poll(() => answer.inputValue()).toBe(whole);
  await page.context().close();
});

/** Submits the answer and replies to whatever is asked, as a candidate does, until the debrief. */
async function finish(page: Page): Promise<void> {
  const open = page.locator('[data-interruption], .follow-up textarea');
  await page.keyboard.press('Control+Enter');
  for (let turn = 0; turn < 5; turn += 1) {
    await Promise.race([open.first().waitFor(), page.waitForURL(/\/debrief\//)]);
    if (page.url().includes('/debrief/')) return;
    const field = page.locator('[data-interruption] textarea, .follow-up textarea').first();
    await field.fill(
      'I would watch the weekly chargeback rate by card issuer and go back to the rules above 0.08 percent.',
    );
    await page.keyboard.press('Control+Enter');
    await field.waitFor({ state: 'detached' }).catch(() => undefined);
  }
}
