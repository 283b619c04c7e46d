import { type Client, createClient, endpoints, type Question, Refusal } from '@legible/app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWER, eventsOf, interviewed, newId, numbered, serverForTest } from './kit.ts';

let server: Awaited<ReturnType<typeof serverForTest>>;
let client: Client;
beforeAll(async () => {
  server = await serverForTest();
  client = server.client;
});
afterAll(() => server?.close());

const refusal = async (promise: Promise<unknown>): Promise<Refusal> => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
};

describe('questions', () => {
  it('lists the bank, all of it or one kind', async () => {
    const { questions } = await client.listQuestions();
    expect(questions.length).toBeGreaterThanOrEqual(56);
    const { questions: probes } = await client.listQuestions({ query: { kind: 'probe' } });
    expect(probes.map(({ kind }) => kind)).toEqual(probes.map(() => 'probe'));
    expect(probes).toEqual(questions.filter(({ kind }) => kind === 'probe'));
  });
});

describe('an interview', () => {
  it('is started once, however often the request arrives', async () => {
    const body = { id: newId(), questionId: 'p-leak', seed: 1 };
    const first = await client.startInterview({ body });
    expect(await client.startInterview({ body })).toEqual(first);
    expect(first).toMatchObject({ status: 'running', acknowledged: 0, events: [], result: null });
    expect(await refusal(client.startInterview({ body: { ...body, seed: 2 } }))).toMatchObject({
      code: 'conflict',
      field: 'id',
    });
    expect(await refusal(client.startInterview({ body: { ...body, id: newId(), questionId: 'nope' } }))).toMatchObject({
      code: 'not-found',
      field: 'questionId',
    });
  });

  it('is read again by the server when it ends, and quotes the words that were said', async () => {
    const { result, status, finishedAt, question } = await interviewed(client);
    expect(status).toBe('finished');
    expect(finishedAt).not.toBeNull();
    const turn = result!.turns[0]!;
    expect(turn.question).toEqual(question);
    expect(turn.answer).toContain('train on transactions older than sixty days');
    expect(turn.judgment.signals.map(({ signal }) => signal).sort()).toEqual([...question.signals].sort());
    for (const { evidence } of turn.judgment.signals)
      for (const quote of evidence) expect(turn.answer.slice(quote.from, quote.to)).toBe(quote.text);
    expect(turn.parts[0]).toMatchObject({ of: 'answer', from: 0 });
    expect(result!.turns.length).toBeGreaterThan(1);
    expect(result!.turns[1]!.answer).toContain('matured labels');
    expect(result!.words).toBeGreaterThan(80);
    expect(result!.seconds).toBeGreaterThan(30);
  });

  it('gives the same result when it is finished twice, and takes nothing more', async () => {
    const first = await interviewed(client);
    const { id, acknowledged } = first;
    expect(await client.finishInterview({ params: { id }, body: { lastSeq: acknowledged } })).toEqual(first);
    expect(
      await refusal(
        client.appendEvents({
          params: { id },
          body: { events: numbered([{ type: 'asked', at: 0 }]).map((event) => ({ ...event, seq: acknowledged + 1 })) },
        }),
      ),
    ).toMatchObject({
      code: 'conflict',
    });
  });

  it('is not finished before its last event has arrived and the interview is over', async () => {
    const id = newId();
    await client.startInterview({ body: { id, questionId: 'dp-a', seed: 7 } });
    const events = numbered(eventsOf(ANSWER));
    await client.appendEvents({ params: { id }, body: { events: events.slice(0, 3) } });
    expect(await refusal(client.finishInterview({ params: { id }, body: { lastSeq: events.length } }))).toMatchObject({
      code: 'not-ready',
      detail: { acknowledged: 3 },
    });
    expect(await refusal(client.finishInterview({ params: { id }, body: { lastSeq: 3 } }))).toMatchObject({
      code: 'not-ready',
      field: undefined,
    });
  });

  it('tells a second tab that it is not alone', async () => {
    const id = newId();
    await client.startInterview({ body: { id, questionId: 'dp-a', seed: 7 } });
    const append = (insert: string) =>
      client.appendEvents({
        params: { id },
        body: { events: [{ seq: 1, event: { type: 'text-grew', at: 1, from: 0, to: 0, insert } }] },
      });
    expect(await append('mine')).toEqual({ acknowledged: 1 });
    expect(await append('mine')).toEqual({ acknowledged: 1 });
    expect(await refusal(append('yours'))).toMatchObject({ code: 'conflict', detail: { seq: 1 } });
  });

  it('shows in the history with its levels, and is gone when it is deleted', async () => {
    const { id, result } = await interviewed(client, 'dr-a');
    const { interviews } = await client.listInterviews({ query: { kind: 'design-ranking' } });
    const line = interviews.find((one) => one.id === id)!;
    expect(line.levels).toEqual(
      Object.fromEntries(result!.turns[0]!.judgment.signals.map(({ signal, level }) => [signal, level])),
    );
    expect(line.verdict).toBe(result!.turns[0]!.judgment.verdict);
    await client.deleteInterview({ params: { id } });
    expect(await refusal(client.getInterview({ params: { id } }))).toMatchObject({ code: 'not-found' });
  });
});

describe('a dispute', () => {
  it('points to words of the answer, and comes out as training data', async () => {
    const { id, result } = await interviewed(client);
    const turn = result!.turns[0]!;
    const from = turn.answer.indexOf('split by time');
    const body = {
      id: newId(),
      turn: 0,
      signal: 'data' as const,
      quote: { from, to: from + 13, text: 'split by time' },
      ownLevel: 3 as const,
      note: '',
    };
    const dispute = await client.disputeLevel({ params: { id }, body });
    expect(dispute.judgeLevel).toBe(turn.judgment.signals.find(({ signal }) => signal === 'data')!.level);
    expect(await client.disputeLevel({ params: { id }, body })).toEqual(dispute);
    expect((await client.getInterview({ params: { id } })).disputes).toEqual([dispute]);
    expect((await client.listDisputes()).disputes.find((one) => one.id === dispute.id)).toMatchObject({
      answer: turn.answer,
      question: { id: 'dp-a' },
    });

    const invented = { ...body, id: newId(), quote: { from: 0, to: 5, text: 'other' } };
    expect(await refusal(client.disputeLevel({ params: { id }, body: invented }))).toMatchObject({
      code: 'bad-request',
      field: 'quote',
    });
    expect(
      await refusal(client.disputeLevel({ params: { id }, body: { ...body, id: newId(), turn: 9 } })),
    ).toMatchObject({ field: 'turn' });
    expect(
      await refusal(client.disputeLevel({ params: { id }, body: { ...body, id: newId(), signal: 'scope' } })),
    ).toMatchObject({ field: 'signal' });
    await client.withdrawDispute({ params: { id: dispute.id } });
    expect((await client.getInterview({ params: { id } })).disputes).toEqual([]);
  });
});

describe('the panel sitting', () => {
  it("hides the panel's grade until one's own is given, and then shows both and the agreement", async () => {
    const { answer, left } = await client.nextPanelAnswer();
    expect(JSON.stringify(answer)).not.toMatch(/verdict|grader|commissioned|writer/);
    const own = {
      answerId: answer!.id,
      signals: Object.fromEntries(answer!.question.signals.map((signal) => [signal, 1 as const])),
      verdict: 2 as const,
      faults: [],
    };
    const graded = await client.gradeAnswer({ body: own });
    expect(graded.panel.map(({ grader }) => grader)).toEqual(['A', 'B']);
    expect(await client.gradeAnswer({ body: own })).toEqual(graded);
    expect(await refusal(client.gradeAnswer({ body: { ...own, verdict: 4 } }))).toMatchObject({ code: 'conflict' });
    const next = await client.nextPanelAnswer();
    expect(next.left).toBe(left - 1);
    expect(next.answer!.id).not.toBe(answer!.id);
    const { grades, agreement } = await client.listGrades();
    expect(grades).toEqual([graded]);
    const panel = (graded.panel[0]!.verdict + graded.panel[1]!.verdict) / 2;
    expect(agreement).toMatchObject({ graded: 1, verdict: { n: 1, meanError: 2 - panel } });
  });

  it('wants a level for each signal, and quotes that are in the answer', async () => {
    const { answer } = await client.nextPanelAnswer({ query: { kind: 'comp' } });
    const own = {
      answerId: answer!.id,
      signals: { scope: 1 as const, ownership: 1 as const },
      verdict: 2 as const,
      faults: [],
    };
    expect(await refusal(client.gradeAnswer({ body: { ...own, signals: { scope: 1 } } }))).toMatchObject({
      field: 'signals.ownership',
    });
    expect(
      await refusal(client.gradeAnswer({ body: { ...own, faults: [{ id: 'apology', quote: 'never said' }] } })),
    ).toMatchObject({ field: 'faults.0.quote' });
    expect(await refusal(client.gradeAnswer({ body: { ...own, answerId: 'tr99-99' } }))).toMatchObject({
      code: 'not-found',
    });
  });

  it("lists answers to the bank's questions without their grades", async () => {
    const { answers, total } = await client.listCorpusAnswers({ query: { questionId: 'p-leak', limit: 3 } });
    expect(answers).toHaveLength(3);
    expect(total).toBeGreaterThan(3);
    expect(answers.every(({ question }: { question: Question }) => question.id === 'p-leak')).toBe(true);
  });
});

describe('documents and settings', () => {
  it('refuses a stale save and keeps its words', async () => {
    const id = newId();
    const save = (text: string, baseVersion: number) =>
      client.saveDocument({ params: { id }, body: { type: 'story', title: 'A story', body: { text }, baseVersion } });
    expect(await save('one', 0)).toMatchObject({ version: 1, parent: 0 });
    expect(await save('two', 1)).toMatchObject({ version: 2, parent: 1 });
    expect(await refusal(save('from another tab', 1))).toMatchObject({
      code: 'version-conflict',
      detail: { current: 2, keptAs: 3 },
    });
    const { versions, current } = await client.listDocumentVersions({ params: { id } });
    expect([versions.map(({ body }) => body), current]).toEqual([
      [{ text: 'one' }, { text: 'two' }, { text: 'from another tab' }],
      2,
    ]);
    expect((await client.listDocuments({ query: { type: 'story' } })).documents).toMatchObject([{ id, version: 2 }]);
    await client.deleteDocument({ params: { id } });
    expect(await refusal(save('three', 2))).toMatchObject({
      code: 'not-found',
      mend: expect.stringContaining('baseVersion 0'),
    });
  });

  it('changes only the settings that are named', async () => {
    await client.changeSettings({ body: { theme: 'dark', hoursPerWeek: 6 } });
    expect(await client.changeSettings({ body: { theme: null } })).toEqual({ hoursPerWeek: 6 });
    const error = await refusal(client.changeSettings({ body: { them: 'dark' } as object }));
    expect(error).toMatchObject({ code: 'bad-request', message: expect.stringContaining('"them"') });
  });
});

describe('the archive', () => {
  it('comes back the same through export, erasing and import', async () => {
    await interviewed(client);
    const { exportedAt: _, ...before } = await client.exportArchive();
    expect(before.interviews.length).toBeGreaterThan(0);
    expect(await refusal(client.eraseEverything({ query: { confirm: 'yes' as 'erase' } }))).toMatchObject({
      field: 'confirm',
    });
    await client.eraseEverything({ query: { confirm: 'erase' } });
    expect((await client.listInterviews()).interviews).toEqual([]);
    const archive = { ...before, exportedAt: new Date(0).toISOString() };
    const { added, kept } = await client.importArchive({ body: archive });
    expect([added.interviews, kept]).toEqual([before.interviews.length, 0]);
    const { exportedAt: _again, ...after } = await client.exportArchive();
    expect(after).toEqual(before);
  });

  it('names what is wrong with a damaged file, and imports nothing of it', async () => {
    const before = await client.exportArchive();
    const twice = { ...before, interviews: [...before.interviews, before.interviews[0]!] };
    expect(await refusal(client.importArchive({ query: { mode: 'replace' }, body: twice }))).toMatchObject({
      code: 'bad-request',
      field: `interviews.${before.interviews.length}.id`,
    });
    const orphan = {
      ...before,
      interviews: [],
      disputes: [
        {
          id: newId(),
          interviewId: newId(),
          turn: 0,
          signal: 'data' as const,
          quote: { from: 0, to: 1, text: 'a' },
          judgeLevel: 1 as const,
          ownLevel: 2 as const,
          note: '',
          createdAt: before.exportedAt,
        },
      ],
    };
    expect(await refusal(client.importArchive({ query: { mode: 'replace' }, body: orphan }))).toMatchObject({
      field: 'disputes.0.interviewId',
    });
    expect(await refusal(client.importArchive({ body: { format: 'something' } as never }))).toMatchObject({
      field: 'format',
    });
    expect((await client.exportArchive()).interviews).toEqual(before.interviews);
  });
});

describe('refusals', () => {
  const post = (path: string, body: string, type = 'application/json') =>
    fetch(server.url + path, { method: 'POST', headers: { 'content-type': type }, body });

  it('name the field, the reason and the mend', async () => {
    const reply = await post('/api/interviews', JSON.stringify({ id: 'x', questionId: 'p-leak', seed: -1 }));
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({
      error: {
        code: 'bad-request',
        field: 'id',
        message: expect.stringContaining('8 to 64 letters'),
        mend: expect.any(String),
      },
    });
    const events = await post(
      `/api/interviews/${newId()}/events`,
      JSON.stringify({
        events: [
          { seq: 1, event: { type: 'asked', at: 0 } },
          { seq: 'two', event: { type: 'asked', at: 0 } },
        ],
      }),
    );
    expect(await events.json()).toMatchObject({ error: { field: 'events.1.seq' } });
  });

  it('answer broken JSON, another type, a body too large and an unknown address in the same shape', async () => {
    const replies = [
      await post('/api/interviews', '{"id":'),
      await post('/api/interviews', 'id=1', 'text/plain'),
      await post('/api/interviews', JSON.stringify({ id: 'x'.repeat(1_100_000) })),
      await fetch(`${server.url}/api/nothing`),
      await fetch(`${server.url}/api/interviews/${newId()}`, { method: 'PUT' }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([400, 415, 413, 404, 404]);
    for (const reply of replies)
      expect(await reply.json()).toMatchObject({
        error: { code: expect.any(String), message: expect.any(String), mend: expect.any(String) },
      });
  });

  it('are told apart from a server that is not ours', async () => {
    const other = createClient(
      'http://example.invalid',
      async () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
    );
    expect(await refusal(other.health())).toMatchObject({ code: 'internal', message: expect.stringContaining('502') });
  });
});

describe('the description at /api/openapi.json', () => {
  it('has every operation of the contract, with its answers and errors', async () => {
    const described = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
      components: { schemas: Record<string, unknown> };
    };
    expect(described.openapi).toMatch(/^3\.1/);
    for (const [name, { method, path, refuses }] of Object.entries(endpoints)) {
      const operation = described.paths[path]?.[method];
      expect(operation?.operationId).toBe(name);
      expect(Object.keys(operation?.responses ?? {}).length).toBeGreaterThanOrEqual(refuses.length > 0 ? 2 : 1);
    }
    expect(Object.keys(described.components.schemas)).toEqual(
      expect.arrayContaining(['Interview', 'Judgment', 'Error', 'Document', 'Archive']),
    );
  });
});
