import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient, type EventRecord } from '@legible/app';
import { afterAll, expect, it } from 'vitest';
import { ANSWER, newId, numbered, serverForTest } from './kit.ts';

const KILLS = 50;
const LANES = 2;

/** A sequence in [0, 1) that a failure can be repeated with. */
function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole interview, typed word by word. */
function typed(): EventRecord[] {
  const events: EventRecord['event'][] = [{ type: 'asked', at: 0 }];
  let at = 11_000;
  let length = 0;
  for (const word of ANSWER.split(/(?<= )/)) {
    events.push({ type: 'text-grew', at, from: length, to: length, insert: word });
    if (word.includes('.')) events.push({ type: 'interruption-answered', at });
    length += word.length;
    at += 400;
  }
  events.push({ type: 'submitted', at });
  for (let i = 0; i < 2; i += 1) {
    for (const word of 'I would audit two hundred matured labels by hand. '.split(/(?<= )/))
      events.push({ type: 'text-grew', at, from: 0, to: 0, insert: word });
    events.push({ type: 'follow-up-answered', at });
  }
  return numbered(events);
}

/** Shared by the servers, so that the later ones start sooner. */
const cache = mkdtempSync(join(tmpdir(), 'legible-kill-cache-'));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(cache, { recursive: true, force: true });
});

async function serve(folder: string): Promise<{ client: Client; kill: () => Promise<void> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const lines = createInterface(child.stdout);
  const url = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('exit', (status) => reject(new Error(`The server ended with status ${status} before it listened.`)));
  });
  lines.close();
  return {
    client: createClient(url),
    async kill() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      running.delete(child);
    },
  };
}

/** Kills the server `kills` times while an interview is written, and resumes it from what the server has. */
async function lane(seed: number, kills: number) {
  const random = draws(seed);
  const folder = mkdtempSync(join(tmpdir(), 'legible-kill-'));
  const all = typed();
  const finished: string[] = [];
  let id = newId();
  let acknowledged = 0;
  let writes = 0;

  for (let kill = 0; kill <= kills; kill += 1) {
    const { client, kill: end } = await serve(folder);
    await client.startInterview({ body: { id, questionId: 'dp-a', seed: 7 } });
    const kept = await client.getInterview({ params: { id } });
    expect(kept.acknowledged, `seed ${seed}, kill ${kill}: acknowledged events are there`).toBeGreaterThanOrEqual(
      acknowledged,
    );
    expect(kept.events, `seed ${seed}, kill ${kill}: and are those that were sent`).toEqual(
      all.slice(0, kept.events.length),
    );
    acknowledged = kept.acknowledged;

    const last = kill === kills;
    let killed = false;
    const wrote = Promise.withResolvers<void>();
    const write = async () => {
      while (!killed) {
        while (acknowledged < all.length) {
          const batch = all.slice(acknowledged, acknowledged + 1 + Math.floor(random() * 4));
          ({ acknowledged } = await client.appendEvents({ params: { id }, body: { events: batch } }));
          writes += 1;
          wrote.resolve();
        }
        await client.finishInterview({ params: { id }, body: { lastSeq: all.length } });
        finished.push(id);
        if (last) return;
        id = newId();
        acknowledged = 0;
        await client.startInterview({ body: { id, questionId: 'dp-a', seed: 7 } });
      }
    };
    if (last) {
      await write();
      const results = await Promise.all(
        finished.map(async (one) => (await client.getInterview({ params: { id: one } })).result),
      );
      await end();
      rmSync(folder, { recursive: true });
      return { results, writes };
    }
    const writing = write().catch((error: unknown) => {
      wrote.reject(error);
      if (!killed) throw error;
    });
    await wrote.promise;
    await sleep(random() * 50);
    killed = true;
    await Promise.all([end(), writing]);
  }
  throw new Error('unreachable');
}

it(`loses no acknowledged event in ${KILLS} kills at random moments, and every interview ends as if none had happened`, async () => {
  const seed = Number(process.env['LEGIBLE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  const lanes = await Promise.all(Array.from({ length: LANES }, (_, i) => lane(seed + i, KILLS / LANES)));

  const calm = await serverForTest();
  const id = newId();
  await calm.client.startInterview({ body: { id, questionId: 'dp-a', seed: 7 } });
  await calm.client.appendEvents({ params: { id }, body: { events: typed() } });
  const { result } = await calm.client.finishInterview({ params: { id }, body: { lastSeq: typed().length } });
  await calm.close();

  for (const { results, writes } of lanes) {
    expect(writes, `seed ${seed}: events were written between the kills`).toBeGreaterThanOrEqual(KILLS / LANES);
    for (const one of results) expect(one, `seed ${seed}`).toEqual(result);
  }
}, 180_000);
