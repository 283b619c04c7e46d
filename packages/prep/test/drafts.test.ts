import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  beginSave,
  keepMine,
  openDraft,
  refused,
  saved,
  typed,
  unsent,
  type Content,
  type Unsent,
} from '@legible/prep';
import { lostIn, steps, type DraftServer } from './tabs.ts';

/** Documents as the server's contract has them. */
class Memory implements DraftServer {
  readonly #versions: { parent: number; content: Content }[] = [{ parent: 0, content: { title: 't', body: '""' } }];
  #head = 1;
  async save({ content, base }: Unsent) {
    this.#versions.push({ parent: base, content });
    const version = this.#versions.length;
    if (base !== this.#head) return { current: this.#head, keptAs: version };
    this.#head = version;
    return { version };
  }
  async current() {
    return { content: this.#versions[this.#head - 1]!.content, version: this.#head };
  }
  async contents() {
    return this.#versions.map(({ content }) => content);
  }
}

test('no draft is lost under concurrent tabs, lost answers, crashes and undo', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      expect(await lostIn(list, new Memory())).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('what was typed while a save was under way is saved over the new version', () => {
  const first = openDraft({ title: 't', body: '"a"' }, 1);
  const begun = beginSave(typed(first, { title: 't', body: '"b"' }));
  expect(begun?.send).toEqual({ content: { title: 't', body: '"b"' }, base: 1 });
  const after = saved(typed(begun!.draft, { title: 't', body: '"c"' }), 2);
  expect(unsent(after)).toEqual({ content: { title: 't', body: '"c"' }, base: 2 });
  expect(beginSave(after)?.send.base).toBe(2);
});

test('after a conflict nothing is sent until the writer has chosen', () => {
  const begun = beginSave(typed(openDraft({ title: 't', body: '1' }, 1), { title: 't', body: '2' }));
  const stopped = refused(begun!.draft, 2, 3);
  expect(beginSave(typed(stopped, { title: 't', body: '4' }))).toBeNull();
  expect(unsent(stopped)).toBeNull();
  expect(beginSave(keepMine(stopped, { title: 't', body: 'other' }, 2))?.send).toEqual({
    content: { title: 't', body: '2' },
    base: 2,
  });
});
