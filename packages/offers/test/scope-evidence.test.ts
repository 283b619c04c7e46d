import { describe, expect, it } from 'vitest';
import { evidenceIn } from '../src/index.ts';

const areas = (text: string): string[] => evidenceIn(text, 'a story').map(({ area }) => area);

describe('evidence for a scope', () => {
  it('is the own deed, in words of the area, quoted', () => {
    expect(evidenceIn('We had drift. I rolled the ranker back when latency doubled. It hurt.', 'Ranker')).toEqual([
      { area: 'serving', words: 'I rolled the ranker back when latency doubled.', from: 'Ranker' },
    ]);
    expect(areas('I was paged at night and wrote the post-mortem.')).toEqual(['on-call']);
    expect(areas('I set the threshold on recall and added an alert for drift.')).toEqual(['evaluation', 'monitoring']);
  });

  it.each([
    '',
    'We monitored the labels.',
    'I would love to own serving.',
    'I decided to have lunch.',
    'The team built features.',
  ])('is not in %j', (text) => expect(evidenceIn(text, 'x')).toEqual([]));
});
