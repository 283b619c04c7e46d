import type { Client, KeptLoop, LoopEventRecord } from '@legible/app';
import { hostOf, openedFrom } from '@legible/app/loop/host';
import { readLoop } from '@legible/app/loop/read-loop';
import { stepLoop, type LoopEvent } from '@legible/loop';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, serverForTest } from './kit.ts';

let server: Awaited<ReturnType<typeof serverForTest>>;
let client: Client;
beforeAll(async () => {
  server = await serverForTest();
  ({ client } = server);
});
afterAll(() => server.close());

const GOOD =
  'I decided to train only on payments older than sixty days, because chargebacks arrive six weeks late and the newest rows would all look clean. ' +
  'It cost us two weeks of fresh patterns, and I would go back to the rules above 0.08 percent of chargebacks. ';

/** The events of a loop in which everything gets the same answer, until it is over. */
function sit(plan: KeptLoop['plan'], says = GOOD): LoopEventRecord[] {
  const host = hostOf(plan);
  let state = openedFrom(plan);
  const records: LoopEventRecord[] = [];
  let at = 0;
  for (let i = 0; i < 300 && state.phase !== 'ended'; i++) {
    at += 15_000;
    const phase = state.current?.interview.phase;
    const events: LoopEvent[] =
      phase === undefined
        ? [{ type: 'round-opened', at }]
        : [
            { type: 'text-grew', at, from: 0, to: 0, insert: says },
            {
              type:
                phase === 'following-up'
                  ? 'follow-up-answered'
                  : phase === 'interrupted'
                    ? 'interruption-answered'
                    : 'submitted',
              at: at + 1,
            },
          ];
    for (const event of events) {
      const next = stepLoop(state, event, host);
      if (next.effects.some(({ type }) => type === 'refused')) continue;
      state = next.state;
      records.push({ seq: records.length + 1, event });
    }
  }
  return records;
}

const refusal = async (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => error as { code: string; field?: string; message: string },
  );

describe('a loop', () => {
  it('is started once, however often the request arrives, and holds the questions it was opened with', async () => {
    const body = { id: newId(), preset: 'series-ab' as const, seed: 3, pace: 'days' as const };
    const first = await client.startLoop({ body });
    expect(await client.startLoop({ body })).toEqual(first);
    expect(first.plan.rounds.map(({ kind }) => kind)).toEqual([
      'recruiter-screen',
      'hiring-manager',
      'design-prediction',
      'ml-depth',
      'panel',
    ]);
    expect(first.plan.bank.length).toBeGreaterThanOrEqual(120);
    expect(await refusal(client.startLoop({ body: { ...body, seed: 4 } }))).toMatchObject({ code: 'conflict' });
  });

  it('is read again by the server when it is over, to the same packet as in the page, and quotes what was said', async () => {
    const id = newId();
    const { plan } = await client.startLoop({
      body: {
        id,
        preset: 'applied-ml',
        seed: 5,
        pace: 'sitting',
        rounds: [{ kind: 'recruiter-screen' }, { kind: 'panel' }],
      },
    });
    const events = sit(plan);
    expect(await refusal(client.finishLoop({ params: { id }, body: { lastSeq: events.length } }))).toMatchObject({
      code: 'not-ready',
    });
    await client.appendLoopEvents({ params: { id }, body: { events: events.slice(0, 4) } });
    expect(await refusal(client.finishLoop({ params: { id }, body: { lastSeq: 4 } }))).toMatchObject({
      code: 'not-ready',
      message: expect.stringMatching(/round 1 of 2/),
    });
    await client.appendLoopEvents({ params: { id }, body: { events } });
    const { result, status } = await client.finishLoop({ params: { id }, body: { lastSeq: events.length } });
    expect(status).toBe('finished');
    expect(result).toEqual(JSON.parse(JSON.stringify(readLoop(plan, events))));
    for (const { strongest, weakest } of result!.packet.votes)
      for (const exhibit of [strongest, weakest])
        if (exhibit !== null) {
          const text = result!.turns[exhibit.turn]!.readings[exhibit.reading]!.text.slice(exhibit.from, exhibit.to);
          expect(text.replace(/\s+/g, ' ')).toContain(exhibit.words.replace(/ …$/, ''));
        }
    const { loops } = await client.listLoops();
    expect(loops.find((one) => one.id === id)).toMatchObject({
      roundsOpened: 2,
      packet: { score: result!.packet.score },
    });
    expect(await client.deleteLoop({ params: { id } })).toEqual({ done: true });
    expect(await refusal(client.getLoop({ params: { id } }))).toMatchObject({ code: 'not-found' });
  });

  it('asks about the stories that the candidate keeps', async () => {
    const title = 'Refunds that were counted twice';
    await client.saveDocument({
      params: { id: newId() },
      body: {
        type: 'story',
        title,
        baseVersion: 0,
        body: {
          kind: 'failure',
          failures: ['data-quality'],
          simulated: false,
          facts: [{ id: 'a', part: 'decision', text: 'I stopped the nightly join for two days', source: '' }],
          short: '',
          long: '',
        },
      },
    });
    await client.saveDocument({
      params: { id: newId() },
      body: { type: 'story', title: 'A story half written', baseVersion: 0, body: { text: 'not yet' } },
    });
    const texts = await Promise.all(
      Array.from({ length: 6 }, async (_, seed) => {
        const { plan } = await client.startLoop({
          body: { id: newId(), preset: 'series-ab', seed, pace: 'days', rounds: [{ kind: 'hiring-manager' }] },
        });
        return JSON.stringify(openedFrom(plan).rounds[0]!.queue);
      }),
    );
    expect(texts.some((text) => text.includes('I stopped the nightly join'))).toBe(true);
    expect(texts.every((text) => !text.includes('half written'))).toBe(true);
  });

  it('holds a round about a run, and says what it needs where there is none', async () => {
    const rounds = [{ kind: 'defend-run' as const }];
    const start = { preset: 'applied-ml' as const, seed: 1, pace: 'sitting' as const, rounds };
    expect(await refusal(client.startLoop({ body: { id: newId(), ...start } }))).toMatchObject({
      code: 'bad-request',
      field: 'defence',
    });
    const defence = {
      runId: newId(),
      title: 'my plan',
      sheet: [{ name: 'Offline accuracy', value: '0.9998' }],
      questions: [
        {
          question: {
            id: 'run:decision',
            kind: 'probe' as const,
            signals: ['tradeoff' as const, 'evaluation' as const],
            seconds: 120,
            text: 'Which single decision of yours cost the most?',
          },
          truth: {
            answer: 'The labels you trained on.',
            facts: [{ fact: 'it was the label window', phrases: ['older than sixty days', 'immature'] }],
          },
        },
      ],
    };
    const id = newId();
    const { plan } = await client.startLoop({ body: { id, ...start, defence } });
    const events = sit(plan);
    await client.appendLoopEvents({ params: { id }, body: { events } });
    const { result } = await client.finishLoop({ params: { id }, body: { lastSeq: events.length } });
    expect(result!.turns[0]!.truth).toEqual({
      answer: 'The labels you trained on.',
      said: ['it was the label window'],
      missed: [],
    });
  });

  it('refuses an event that no loop takes, with its field', async () => {
    const id = newId();
    await client.startLoop({ body: { id, preset: 'series-ab', seed: 3, pace: 'days' } });
    const bad = [{ seq: 1, event: { type: 'asked', at: 0 } }] as unknown as LoopEventRecord[];
    expect(await refusal(client.appendLoopEvents({ params: { id }, body: { events: bad } }))).toMatchObject({
      code: 'bad-request',
    });
  });
});
