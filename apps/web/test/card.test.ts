import { expect, test } from 'vitest';
import { card } from '../src/sections/card/card-format.ts';

test('a figure that could not be measured is left out of the plot, and the rest is drawn', () => {
  const read = card.parse({
    generatedFor: 'a test',
    sections: [
      {
        id: 'agreement',
        title: 'Agreement',
        intro: 'Kappa.',
        plot: {
          kind: 'dots',
          series: [
            {
              name: 'judge',
              points: [
                { label: 'verdict', value: 0.8, low: 0.7, high: 0.9 },
                { label: 'scope', value: null, low: null, high: null },
                { label: 'data', value: 0.5, low: null, high: null },
              ],
            },
          ],
        },
      },
    ],
  });
  expect(read.sections[0]?.plot).toMatchObject({
    series: [
      {
        points: [
          { label: 'verdict', value: 0.8, low: 0.7, high: 0.9 },
          { label: 'data', value: 0.5 },
        ],
      },
    ],
  });
});

test('a card of another shape is refused', () => {
  expect(card.safeParse({ generatedFor: 'a test', sections: [{ id: 'x' }] }).success).toBe(false);
});
