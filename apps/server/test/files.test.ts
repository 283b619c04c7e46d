import { fromBase64, type Json, toBase64 } from '@legible/app';
import type { Dossier } from '@legible/prep/export/index';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { ANSWER, eventsOf, newId, serverForTest } from './kit.ts';

let server: Awaited<ReturnType<typeof serverForTest>>;
let client: Awaited<ReturnType<typeof serverForTest>>['client'];
beforeAll(async () => {
  server = await serverForTest();
  ({ client } = server);
});
afterAll(() => server.close());

const file = (name: string, text: string | Uint8Array) => ({
  body: { name, content: toBase64(typeof text === 'string' ? new TextEncoder().encode(text) : text) },
});
const opened = (content: string) => new TextDecoder().decode(fromBase64(content)!);

const ITEMS: Dossier['items'] = [
  {
    id: newId(),
    type: 'story',
    title: 'Zoë’s move',
    body: {
      kind: 'transition',
      failures: [],
      simulated: false,
      facts: [{ id: 'f1', part: 'system', text: 'Own the address service.', source: 'resume.pdf, page 1, line 3' }],
      short: 'I kept being paged for models.\n\n## Not a heading',
      long: '',
    },
  },
  {
    id: newId(),
    type: 'narrative',
    title: 'Fraud',
    body: { kind: 'prediction', area: 'fraud', text: 'The goal is money.' },
  },
  { id: newId(), type: 'script', title: 'Pay', body: { kind: 'compensation', text: 'Which scope? 王' } },
];
const saveAll = () =>
  Promise.all(
    ITEMS.map(({ id, type, title, body }) =>
      client.saveDocument({
        params: { id: id! },
        body: { type, title, body: body as unknown as Json, baseVersion: 0 },
      }),
    ),
  );

test('a resume is read into lines with their places, and a file that is no resume is refused with its name, reason and mend', async () => {
  const read = await client.readFile(file('me.md', '# Zoë\n\n- Cut errors by 40%\n'));
  expect(read).toMatchObject({
    format: 'text',
    lines: [
      { where: 'line 1', text: 'Zoë' },
      { where: 'line 3', text: 'Cut errors by 40%' },
    ],
  });
  await expect(client.readFile(file('me.pdf', 'not a PDF'))).rejects.toMatchObject({
    code: 'unsupported-type',
    message: expect.stringContaining('me.pdf'),
    mend: expect.stringMatching(/./),
  });
  await expect(client.readFile({ body: { name: 'a.txt', content: 'a*==' } })).rejects.toMatchObject({
    code: 'bad-request',
  });
  await expect(client.readFile(file('big.txt', new Uint8Array(12_000_000)))).rejects.toMatchObject({
    code: 'too-large',
  });
});

test('hostile files sent at once are each refused; the server stays up and what was kept is still there', async () => {
  const id = newId();
  await client.saveDocument({
    params: { id },
    body: { type: 'script', title: 'Kept', body: { kind: 'why-mle', text: 'x' }, baseVersion: 0 },
  });
  const noise = Uint8Array.from({ length: 50_000 }, (_, at) => (at * 2_654_435_761) >>> 13);
  const hostile = [
    file('a.pdf', new Uint8Array([...new TextEncoder().encode('%PDF-1.7\n'), ...noise])),
    file('a.docx', new Uint8Array([0x50, 0x4b, 3, 4, ...noise])),
    file('a.json', `{"work": ${'['.repeat(30_000)}${']'.repeat(30_000)}}`),
    file('a.txt', noise),
    file('huge.txt', new Uint8Array(9_000_000).fill(97)),
  ];
  const outcomes = await Promise.allSettled(hostile.map((one) => client.readFile(one)));
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { code: expect.stringMatching(/^(bad-request|too-large|unsupported-type)$/) },
    });
  expect((await client.health()).ok).toBe(true);
  expect(await client.getDocument({ params: { id } })).toMatchObject({ title: 'Kept' });
});

describe('the dossier', () => {
  test.each(['markdown', 'json', 'pdf'] as const)(
    'goes out as %s, is lost, and comes back the same',
    async (format) => {
      await client.eraseEverything({ query: { confirm: 'erase' } });
      await saveAll();
      const { name, content, notes } = await client.exportDossier({ query: { format } });
      expect(notes.length).toBe(format === 'pdf' ? 1 : 0);
      await client.eraseEverything({ query: { confirm: 'erase' } });
      const { documents } = await client.importDossier({ body: { name, content } });
      expect(documents.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'added']);
      for (const { id, type, title, body } of ITEMS)
        expect(await client.getDocument({ params: { id: id! } })).toMatchObject({ type, title, body });
      const again = await client.importDossier({ body: { name, content } });
      expect(again.documents.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same']);
    },
  );

  it('brings an edited document back as a new version, and keeps the old one', async () => {
    await client.eraseEverything({ query: { confirm: 'erase' } });
    await saveAll();
    const { content } = await client.exportDossier({ query: { format: 'markdown' } });
    const edited = opened(content).replace('The goal is money.', 'The goal is money lost.');
    const { documents } = await client.importDossier(file('dossier.md', edited));
    expect(documents.map(({ outcome }) => outcome).sort()).toEqual(['same', 'same', 'updated']);
    const { versions, current } = await client.listDocumentVersions({ params: { id: ITEMS[1]!.id! } });
    expect(current).toBe(2);
    expect(versions[0]?.body).toMatchObject({ text: 'The goal is money.' });
  });

  it('takes nothing of a file with one fault in it', async () => {
    await client.eraseEverything({ query: { confirm: 'erase' } });
    const good = { id: newId(), type: 'script', title: 'A', body: { kind: 'why-mle', text: 'x' } };
    const bad = { ...good, id: newId(), body: { kind: 'poem', text: 'x' } };
    const json = JSON.stringify({ format: 'legible-dossier', formatVersion: 1, items: [good, bad] });
    await expect(client.importDossier(file('d.json', json))).rejects.toMatchObject({
      code: 'bad-request',
      field: 'script.kind',
    });
    expect((await client.listDocuments()).documents).toEqual([]);
  });
});

it('takes drills out for Anki with the words one was stopped at, and keeps what was changed there', async () => {
  await client.eraseEverything({ query: { confirm: 'erase' } });
  const id = newId();
  await client.startInterview({ body: { id, questionId: 'p-imbalance', seed: 7 } });
  const events = eventsOf(`I would measure accuracy and ship at 99% accuracy. ${ANSWER}`).map((event, index) => ({
    seq: index + 1,
    event,
  }));
  await client.appendEvents({ params: { id }, body: { events } });
  await client.finishInterview({ params: { id }, body: { lastSeq: events.length } });

  const { name, content } = await client.exportDrills({ query: { format: 'anki' } });
  const text = opened(content);
  expect(text).toContain(`stop:${id}/0/`);
  expect(text).toContain('library:');
  expect(await client.importDrills({ body: { name, content } })).toMatchObject({ added: 0, updated: 0 });

  const changed = `${text.replace('A strong answer covers:', 'I keep forgetting:')}mine:1\t"a ""b"""\tc\tweak\n`;
  expect(await client.importDrills(file(name, changed))).toMatchObject({ added: 1, updated: 1 });
  const out = opened((await client.exportDrills({ query: { format: 'json' } })).content);
  expect(out).toContain('I keep forgetting:');
  expect(JSON.parse(out).drills.at(-1)).toEqual({ id: 'mine:1', front: 'a "b"', back: 'c', tags: ['weak'] });
});
