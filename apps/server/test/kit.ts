import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient, type EventRecord } from '@legible/app';
import { databaseFile, startServer } from '@legible/server';
import { openSqlite } from '@legible/store-sql';

/** A server of its own on a free port, with a page of one file and an empty data folder. */
export async function serverForTest() {
  const folder = mkdtempSync(join(tmpdir(), 'legible-api-'));
  const pageFolder = join(folder, 'page');
  mkdirSync(join(pageFolder, 'assets'), { recursive: true });
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>Legible</title>');
  writeFileSync(join(pageFolder, 'assets/app-abc123.js'), 'export {};');
  writeFileSync(join(pageFolder, '.built-from'), 'secret');
  writeFileSync(join(folder, 'outside.txt'), 'outside');
  const stores = await openSqlite(databaseFile(join(folder, 'data')));
  const server = await startServer({ stores, pageFolder, port: 0 });
  const client = createClient(server.url);
  return {
    url: server.url,
    client,
    async close() {
      await server.close(0);
      await stores.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export const newId = () => randomUUID();

export const ANSWER =
  'I would start from the goal, which is money lost to fraud against customers we turn away. ' +
  'The labels come from chargebacks, and they arrive about six weeks late, so I would train on transactions older than sixty days. ' +
  'I would split by time and by card, because the same card on both sides would leak. ' +
  'A rule that blocks new devices over two hundred dollars is the baseline to beat. ' +
  'I would roll it out to five percent first and roll back if the decline rate rose by half a point.';

/** The events of a whole interview by someone who says `answer`, sentence by sentence, and one line to anything else. */
export function eventsOf(
  answer: string,
  reply = 'I would check the matured labels by hand on two hundred cases.',
): EventRecord['event'][] {
  const events: EventRecord['event'][] = [{ type: 'asked', at: 0 }];
  let at = 12_000;
  let length = 0;
  for (const sentence of answer.split(/(?<=\. )/)) {
    events.push({ type: 'text-grew', at, from: length, to: length, insert: sentence });
    // Answers an interruption if this sentence caused one; is refused, and harmless, if it did not.
    events.push({ type: 'interruption-answered', at: at + 10 });
    length += sentence.length;
    at += 4000;
  }
  events.push({ type: 'submitted', at });
  for (let i = 0; i < 2; i += 1) {
    events.push({ type: 'text-grew', at: at + 100, from: 0, to: 0, insert: reply });
    events.push({ type: 'follow-up-answered', at: at + 5000 });
    at += 6000;
  }
  return events;
}

export const numbered = (events: readonly EventRecord['event'][]): EventRecord[] =>
  events.map((event, i) => ({ seq: i + 1, event }));

/** Runs a whole interview through the API. */
export async function interviewed(client: Client, questionId = 'dp-a', answer = ANSWER) {
  const id = newId();
  await client.startInterview({ body: { id, questionId, seed: 7 } });
  const events = numbered(eventsOf(answer));
  await client.appendEvents({ params: { id }, body: { events } });
  return client.finishInterview({ params: { id }, body: { lastSeq: events.length } });
}
