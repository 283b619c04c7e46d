import { describe, expect, it } from 'vitest';
import { createClient, endpoints, parse, Refusal, STATUS_OF_CODE, useCases } from '../src/index.ts';

describe('the contract', () => {
  it('has a use case for every operation, and no two operations at one address', () => {
    for (const name of Object.keys(endpoints)) expect(useCases).toHaveProperty(name);
    const addresses = Object.values(endpoints).map(({ method, path }) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

describe('the client', () => {
  const recorded = (reply: Response) => {
    const calls: { url: string; init: RequestInit }[] = [];
    const client = createClient('http://host', async (url, init) => {
      calls.push({ url: String(url), init: init ?? {} });
      return reply;
    });
    return { client, calls };
  };

  it('fills addresses safely, and sends only what was given', async () => {
    const { client, calls } = recorded(Response.json({ done: true }));
    await client.deleteDocument({ params: { id: 'a/../b c' } });
    expect(calls[0]).toMatchObject({ url: 'http://host/api/documents/a%2F..%2Fb%20c', init: { method: 'DELETE' } });
    expect(calls[0]!.init.body).toBeUndefined();
    const listed = recorded(Response.json({ interviews: [], more: false }));
    await listed.client.listInterviews({ query: { limit: 5, kind: 'comp', before: undefined } });
    expect(listed.calls[0]!.url).toBe('http://host/api/interviews?limit=5&kind=comp');
  });

  it("throws the server's refusal with everything that it says", async () => {
    const sent = new Refusal('version-conflict', 'It has moved on.', {
      field: 'baseVersion',
      mend: 'Compare.',
      detail: { current: 3 },
    });
    const { client } = recorded(Response.json(sent.toBody(), { status: STATUS_OF_CODE[sent.code] }));
    const caught = await client.getSettings().catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(Refusal);
    expect((caught as Refusal).toBody()).toEqual(sent.toBody());
  });

  it('does not take an answer of another shape for a good one', async () => {
    const { client } = recorded(Response.json({ questions: 'none' }));
    await expect(client.listQuestions()).rejects.toThrow();
  });
});

describe('a refusal of input', () => {
  const refuse = (input: unknown) => {
    try {
      parse(endpoints.appendEvents.body, input, 'The body');
    } catch (error) {
      return (error as Refusal).toBody().error;
    }
    throw new Error('It was taken.');
  };

  it('names the first field at fault, why, and what would do', () => {
    expect(refuse(null)).toMatchObject({ message: expect.stringContaining('The body: expected object') });
    expect(refuse({ events: [] })).toMatchObject({ field: 'events' });
    expect(refuse({ events: [{ seq: 1, event: { type: 'slept', at: 1 } }] })).toMatchObject({
      field: 'events.0.event.type',
    });
    expect(refuse({ events: [{ seq: 1, event: { type: 'asked', at: -1 } }] })).toMatchObject({
      field: 'events.0.event.at',
      mend: expect.stringContaining('0'),
    });
    expect(refuse({ events: [{ seq: 1, event: { type: 'asked', at: 1, extra: 1 } }] })).toMatchObject({
      message: expect.stringContaining('"extra"'),
      mend: 'Remove it, or check its spelling.',
    });
    expect(refuse({ events: [{ seq: 1.5, event: { type: 'asked', at: 1 } }] })).toMatchObject({
      field: 'events.0.seq',
    });
  });
});
