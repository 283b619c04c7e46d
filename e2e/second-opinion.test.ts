import { AxeBuilder } from '@axe-core/playwright';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setStage } from './harness.ts';
import type { Stage } from './harness.ts';
import { MIXED_ANSWER, seedInterview } from './seed.ts';

let model: Server;
let asked = 0;
let reply = '';
let stage: Stage;
beforeAll(async () => {
  model = createServer((request, response) => {
    asked++;
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content: reply } }] }));
    });
  });
  await new Promise<void>((done) => model.listen(0, '127.0.0.1', done));
  process.env['LEGIBLE_LLM_URL'] = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`;
  process.env['LEGIBLE_LLM_MODEL'] = 'small-model';
  stage = await setStage();
});
afterAll(async () => {
  delete process.env['LEGIBLE_LLM_URL'];
  delete process.env['LEGIBLE_LLM_MODEL'];
  await stage.close();
  await new Promise((done) => model.close(done));
});

test('a configured model is named, asked only on a click, and void without the answer’s words', async () => {
  const { id } = await seedInterview(stage.url, 'p-imbalance', MIXED_ANSWER);
  const { page, complaints } = await stage.open();
  await page.goto('/settings');
  await page.getByText('small-model').waitFor();
  await page.goto(`/debrief/${id}`);
  const button = page.getByRole('button', { name: /^Second opinion from small-model on/ }).first();
  await button.waitFor();
  expect(asked).toBe(0);

  reply = '{"level": 3, "quote": "words that nobody said", "why": "x"}';
  await button.click();
  await page
    .getByText('small-model gave a level that does not count. It quoted words that are not in the answer.')
    .waitFor();
  reply = JSON.stringify({ level: 1, quote: MIXED_ANSWER.slice(0, 24), why: 'Names it and goes on.' });
  await page
    .getByRole('button', { name: /^Second opinion from small-model on/ })
    .first()
    .click();
  await page.getByText(/small-model says 1 named, for/).waitFor();
  expect(asked).toBe(2);

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});
