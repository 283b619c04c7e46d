import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bank } from '@legible/corpus';
import { judge, SIGNALS_OF_KIND } from '@legible/judge';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { judgeBatch, MAX_LINE } from '../src/judge/batch.ts';
import { linesOf } from '../src/judge/lines.ts';
import { jsonl, legible, parsed } from './kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'legible-batch-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function batch(rows: readonly unknown[]) {
  const file = join(folder, 'batch.jsonl');
  writeFileSync(file, jsonl(rows));
  return legible(['judge', '--batch', file]);
}

const text =
  'I split by time and by card, because the same card on both sides leaks. I gave up two months of data for it.';

describe('legible judge --batch', () => {
  it('prints one line an answer, in order, in the documented form', async () => {
    const own = {
      id: 'own',
      text,
      kind: 'design-prediction',
      signals: ['data', 'evaluation'],
      questionText: 'How would you split?',
      seconds: 60,
    };
    const { status, stdout } = await batch([
      { id: 'b1', text, question: 'p-leak' },
      own,
      { id: 3, text: '', question: 't60-a' },
    ]);
    expect(status).toBe(0);
    const [first, second, third] = parsed(stdout);
    const leak = bank.find(({ id }) => id === 'p-leak')!;
    const expected = judge(text, leak);
    expect(first).toEqual({
      id: 'b1',
      signals: Object.fromEntries(expected.signals.map(({ signal, level }) => [signal, level])),
      verdict: expected.verdict,
      faults: expected.findings.map(({ fault, quote }) => ({
        id: fault,
        quote: quote.text,
        from: quote.from,
        to: quote.to,
      })),
      evidence: Object.fromEntries(
        expected.signals.map(({ signal, evidence }) => [signal, evidence.map((quote) => quote.text)]),
      ),
      confidence: expected.confidence,
    });
    expect([second!['id'], Object.keys(second!['signals'] as object)]).toEqual(['own', ['data', 'evaluation']]);
    expect(third!['id']).toBe(3);
  });

  it('takes the signals of the kind where a line names none', async () => {
    const kinds = Object.keys(SIGNALS_OF_KIND) as (keyof typeof SIGNALS_OF_KIND)[];
    const { stdout } = await batch(
      kinds.map((kind) => ({ id: kind, text, kind, questionText: 'Go on.', seconds: 90 })),
    );
    for (const { id, signals } of parsed(stdout))
      expect(Object.keys(signals as object).sort()).toEqual([...SIGNALS_OF_KIND[id as (typeof kinds)[number]]].sort());
  });

  it('gives a bad line its error, judges the others and ends with status 1', async () => {
    const good = { text, question: 'p-leak' };
    const rows: [row: unknown, error: RegExp | null][] = [
      [{ id: 'ok1', ...good }, null],
      ['{"id":"cut', /line 2: not JSON/],
      ['[1,2]', /line 3: not an object/],
      [{ ...good }, /line 4: "id" is missing/],
      [{ id: 'e5', question: 'p-leak' }, /"text" is missing/],
      [{ id: 'e6', text: 7, question: 'p-leak' }, /"text" is 7/],
      [{ id: 'e7', text, question: 'no-such' }, /"question" is "no-such"/],
      [{ id: 'e8', text }, /"kind" is missing/],
      [{ id: 'e9', text, kind: 'chat' }, /"kind" is "chat"/],
      [{ id: 'e10', text, kind: 'probe' }, /"signals" is missing/],
      [{ id: 'e11', text, kind: 'comp', signals: ['luck'] }, /"signals" has "luck"/],
      [{ id: 'e12', text, kind: 'comp', signals: [] }, /"signals" is \[\]/],
      [{ id: 'e13', text, kind: 'comp', signals: ['scope', 'scope'] }, /"scope" twice/],
      [{ id: 'e14', text, kind: 'comp', seconds: '60' }, /"seconds" is "60"/],
      [{ id: 'e15', text, kind: 'comp', seconds: 0 }, /"seconds" is 0/],
      [{ id: 'e16', text, kind: 'comp', questionText: null }, /"questionText" is null/],
      [{ id: 'e17', text: 'a'.repeat(20_001), kind: 'comp' }, /20001 characters/],
      [`{"id":"e18","text":"${'a'.repeat(MAX_LINE)}"}`, /line 18: the line is longer/],
      [{ id: 'ok2', ...good }, null],
    ];
    const { status, stdout, stderr } = await batch(rows.map(([row]) => row));
    expect([status, stderr]).toEqual([1, '']);
    const results = parsed(stdout);
    expect(results).toHaveLength(rows.length);
    rows.forEach(([row, error], i) => {
      const result = results[i]!;
      if (error === null) expect(result).not.toHaveProperty('error');
      else {
        expect(Object.keys(result)).toEqual(['id', 'error']);
        expect(result['error']).toMatch(error);
      }
      const id = typeof row === 'object' ? ((row as { id?: string }).id ?? null) : null;
      expect(result['id']).toBe(id);
    });
  });

  it('answers each line before the next arrives', async () => {
    let asked = 0;
    async function* input() {
      for (let i = 0; i < 3; i += 1) {
        asked += 1;
        yield jsonl([{ id: i, text, question: 'p-leak' }]);
      }
    }
    const seen: unknown[] = [];
    for await (const { id } of judgeBatch(input())) seen.push([id, asked]);
    expect(seen).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  it('reads standard input, a byte-order mark, Windows line ends, blank lines and a last line without an end', async () => {
    const line = (id: string) => JSON.stringify({ id, text, question: 'p-leak' });
    const { status, stdout } = await legible(['judge', '--batch', '-'], {
      input: `\uFEFF${line('a')}\r\n\r\n${line('b')}\n\n${line('c')}`,
    });
    expect([status, parsed(stdout).map(({ id }) => id)]).toEqual([0, ['a', 'b', 'c']]);
  });

  it('cuts a stream into the same lines however it arrives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '\n', '漢'), maxLength: 9 }), { maxLength: 9 }),
        async (chunks) => {
          async function* stream() {
            yield* chunks;
          }
          const whole = chunks.join('');
          const expected = whole.split('\n');
          if (expected.at(-1) === '') expected.pop();
          const seen = [];
          for await (const line of linesOf(stream(), 5)) seen.push(line);
          expect(seen).toEqual(expected.map((one, i) => ({ number: i + 1, text: one.length > 5 ? null : one })));
        },
      ),
    );
  });
});
