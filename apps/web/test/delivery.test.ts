import { describe, expect, it } from 'vitest';
import type { EventRecord } from '@legible/app/contract/index';
import { longPauses } from '../src/interview/delivery.ts';

const typed = (seq: number, at: number, from: number, insert: string): EventRecord => ({
  seq,
  event: { type: 'text-grew', at, from, to: from, insert },
});

describe('long pauses', () => {
  it('are found between words and before the first, the longest first, with the words before them', () => {
    const records: EventRecord[] = [
      { seq: 1, event: { type: 'asked', at: 0 } },
      typed(2, 9_000, 0, 'The labels arrive '),
      typed(3, 10_000, 18, 'after six weeks.'),
      { seq: 4, event: { type: 'ticked', at: 15_000 } },
      typed(5, 31_000, 34, ' So I wait.'),
      { seq: 6, event: { type: 'submitted', at: 33_000 } },
    ];
    expect(longPauses(records)).toEqual([
      { seconds: 21, after: 'The labels arrive after six weeks.' },
      { seconds: 9, after: '' },
    ]);
  });

  it('do not count the time between an answer and the reply to what follows as one silence', () => {
    const records: EventRecord[] = [
      { seq: 1, event: { type: 'asked', at: 0 } },
      typed(2, 1_000, 0, 'Accuracy is 99%.'),
      { seq: 3, event: { type: 'pushed-back', at: 8_500 } },
      typed(4, 15_000, 16, ' And'),
    ];
    expect(longPauses(records)).toEqual([]);
  });
});
