import { FAULTS } from '@legible/judge';
import { featureNames } from '@legible/judge/scorer/features';
import { passageNames } from '@legible/judge/scorer/passages';
import { expect, test } from 'vitest';
import { featureWords } from '../src/sections/debrief/feature-words.ts';

test('what moved a level is named in words: no name of a feature is shown as the code writes it', () => {
  const names = [...featureNames(), ...passageNames(), ...FAULTS.map((fault) => `fault:${fault}`), 'best sentences'];
  for (const name of names) {
    const words = featureWords(name);
    expect(words, name).not.toMatch(/[+]|[a-z][A-Z]|\w:\w|undefined/);
    expect(words.length, name).toBeGreaterThan(3);
  }
  expect(featureWords('data+cause')).toBe('cause, said of data reasoning');
  expect(featureWords('“split by month”')).toBe('“split by month”');
});
