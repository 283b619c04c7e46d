import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  beginSave,
  failed,
  keepMine,
  openDraft,
  refused,
  saved,
  takeTheirs,
  typed,
  unsent,
  type Content,
  type Draft,
  type Unsent,
} from '@legible/prep';

/** A server that keeps documents as the real one does: a save over an old version is kept beside the current one. */
class Server {
  readonly versions: { version: number; parent: number; content: Content }[] = [
    { version: 1, parent: 0, content: { title: 't', body: '""' } },
  ];
  head = 1;
  save({ content, base }: Unsent): { version: number } | { current: number; keptAs: number } {
    const key = JSON.stringify(content);
    const alike = this.versions.filter(
      (one) => JSON.stringify(one.content) === key && (one.parent === base || one.version === base),
    );
    if (alike.some(({ version }) => version === this.head)) return { version: this.head };
    const twin = alike.at(-1);
    if (base !== this.head && twin) return { current: this.head, keptAs: twin.version };
    const version = this.versions.length + 1;
    this.versions.push({ version, parent: base, content });
    if (base !== this.head) return { current: this.head, keptAs: version };
    this.head = version;
    return { version };
  }
  get current(): Content {
    return this.versions[this.head - 1]?.content ?? { title: '', body: '' };
  }
  has = (content: Content): boolean =>
    this.versions.some((one) => JSON.stringify(one.content) === JSON.stringify(content));
}

interface Tab {
  draft: Draft;
  undo: Content[];
  /** The answer on its way back; null where none is. */
  reply: ReturnType<Server['save']> | null;
}

const step = fc.record({
  tab: fc.nat(2),
  act: fc.constantFrom('type', 'type', 'type', 'undo', 'save', 'answer', 'lose-answer', 'crash', 'mine', 'theirs'),
  text: fc.string({ maxLength: 3 }),
});

test('no draft is lost under concurrent tabs, lost answers, crashes and undo', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const server = new Server();
      const storage = new Map<number, Unsent>();
      const open = (): Tab => ({ draft: openDraft(server.current, server.head), undo: [], reply: null });
      const tabs = new Map<number, Tab>();
      /** The last text of each tab that went away, which must still be somewhere. */
      const owed: Content[] = [];
      const everSaved: Content[] = [];

      const keep = (id: number, tab: Tab): void => {
        const rest = unsent(tab.draft);
        if (rest === null) storage.delete(id);
        else storage.set(id, rest);
      };
      const recover = (id: number): void => {
        const rest = storage.get(id);
        if (rest === undefined) return;
        server.save(rest);
        storage.delete(id);
      };

      for (const { tab: id, act, text } of steps) {
        let tab = tabs.get(id);
        if (tab === undefined) {
          recover(id);
          tab = open();
          tabs.set(id, tab);
        }
        const { draft } = tab;
        if (act === 'type') {
          tab.undo.push(draft.content);
          tab.draft = typed(draft, { ...draft.content, body: JSON.stringify(text) });
        } else if (act === 'undo') {
          const before = tab.undo.pop();
          if (before) tab.draft = typed(draft, before);
        } else if (act === 'save') {
          const begun = beginSave(draft);
          if (begun) {
            tab.draft = begun.draft;
            tab.reply = server.save(begun.send);
          }
        } else if (act === 'answer' && tab.reply) {
          tab.draft =
            'version' in tab.reply
              ? saved(draft, tab.reply.version)
              : refused(draft, tab.reply.current, tab.reply.keptAs);
          tab.reply = null;
        } else if (act === 'lose-answer' && tab.reply) {
          tab.draft = failed(draft);
          tab.reply = null;
        } else if (act === 'crash') {
          owed.push(draft.content);
          tabs.delete(id);
          continue;
        } else if (act === 'mine') tab.draft = keepMine(draft, server.current, server.head);
        else if (act === 'theirs' && draft.conflict) {
          owed.push(draft.content);
          const taken = takeTheirs(draft, server.current, server.head);
          if (taken.send) server.save(taken.send);
          tab.draft = taken.draft;
        }
        keep(id, tab);
        everSaved.push(...server.versions.map(({ content }) => content));
      }
      const stored = [...storage.values()].map(({ content }) => JSON.stringify(content));
      for (const content of owed) {
        expect(server.has(content) || stored.includes(JSON.stringify(content))).toBe(true);
      }
      for (const content of everSaved) expect(server.has(content)).toBe(true);
      // When every tab is closed and opened once more, the server has every last word.
      const last = [...tabs.values()].map(({ draft }) => draft.content);
      for (const id of storage.keys()) recover(id);
      for (const content of [...owed, ...last]) expect(server.has(content)).toBe(true);
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
