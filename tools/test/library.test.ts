import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { GENERATED, generated } from '../generate-library.ts';

it('the debrief library is as its entries and the corpus give it', () => {
  expect(readFileSync(GENERATED, 'utf8')).toBe(generated());
});
