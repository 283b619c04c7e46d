import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { snapshot, SNAPSHOT } from '../snapshot.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('the corpus snapshot', () => {
  it('is what the judge says of every answer of the corpus today', () => {
    const kept = readFileSync(`${root}${SNAPSHOT}`, 'utf8').trimEnd().split('\n');
    const now = snapshot(root);
    const changed = now.filter((line, i) => line !== kept[i]);
    expect(
      { changed: changed.length, first: changed.slice(0, 5) },
      'The judge changed its mind. Read the difference after: node tools/judge/snapshot.ts',
    ).toEqual({ changed: 0, first: [] });
    expect(now.length).toBe(kept.length);
  });
});
