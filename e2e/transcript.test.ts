import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setStage } from './harness.ts';
import type { Stage } from './harness.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const VTT = `WEBVTT

00:00:01.000 --> 00:00:05.000
<v Dana>Why machine learning engineering, and why now?

00:00:05.000 --> 00:00:20.000
<v Me>Three projects in a row ended at the model's boundary: I owned the queue that fed it, and when its labels came late I was the one who had to explain the losses. I want to own that decision.

00:00:21.000 --> 00:00:26.000
<v Dana>Design a model that detects fraud in card payments.

00:00:27.000 --> 00:01:10.000
<v Me>I would train a neural network on the transactions. It reaches 99.5% accuracy on the test set, so we can ship it.

00:01:11.000 --> 00:01:14.000
<v Dana>What breaks first after launch?

00:01:15.000 --> 00:01:40.000
<v Me>Labels: chargebacks take 45 days, so the last six weeks look clean and a monitor on precision would lie. I would sample 200 blocked payments a day for review and pay that cost.
`;

test('a real interview comes in by its transcript, and leaves with a packet', async () => {
  const { page, complaints } = await stage.open();
  await page.goto('/loop');
  await page.getByRole('link', { name: 'Bring its transcript' }).click();
  await page.getByText('No question with an answer yet.').waitFor();

  await page.getByLabel(/^Or its text/).fill('Just one voice, with nobody asking.');
  await page.getByRole('alert').waitFor();
  await page.getByLabel(/^A file/).setInputFiles({ name: 'call.vtt', mimeType: 'text/vtt', buffer: Buffer.from(VTT) });
  await page.getByText('3 questions with an answer.').waitFor();
  expect(await page.getByLabel('You are').inputValue()).toBe('Me');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.getByRole('button', { name: 'Judge it' }).click();
  await page.waitForURL(/\/loop\/[^/]+\/packet$/);
  await page.getByText(/Interview packet\./).waitFor();
  // The panel quotes what was said there.
  await page
    .getByText(/99\.5% accuracy/)
    .first()
    .waitFor();
  await page.reload();
  await page
    .getByText(/99\.5% accuracy/)
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});
