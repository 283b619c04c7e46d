import { describe, expect, test } from 'vitest';
import { BodyError, parseItem, parseStory, type Story } from '@legible/prep';

const story: Story = {
  kind: 'failure',
  failures: ['data-quality', 'rollout-risk'],
  simulated: false,
  facts: [{ id: 'f1', part: 'cost', text: 'Four hours of refunds were wrong.', source: 'resume.pdf, line 12' }],
  short: 'One import wrote null.',
  long: '',
};
const wrong = (change: object): BodyError => {
  try {
    parseStory({ ...story, ...change });
  } catch (error) {
    if (error instanceof BodyError) return error;
    throw error;
  }
  throw new Error('It was taken.');
};

describe('the body of a story', () => {
  test('is read as it was written', () => {
    expect(parseStory(structuredClone(story))).toEqual(story);
    expect(parseItem('story', story)).toEqual({ type: 'story', body: story });
  });
  test.each([
    [{ kind: 'victory' }, 'story.kind', /transition, failure/],
    [{ failures: [] }, 'story.failures', /Name one or more/],
    [{ failures: ['data-quality', 'data-quality'] }, 'story.failures', /once/],
    [{ kind: 'transition' }, 'story.failures', /empty list/],
    [{ simulated: 'no' }, 'story.simulated', /true or false/],
    [{ facts: [{ ...story.facts[0], part: 'hope' }] }, 'story.facts[0].part', /pattern/],
    [{ facts: [story.facts[0], story.facts[0]] }, 'story.facts', /own id/],
    [{ short: 'x'.repeat(20_001) }, 'story.short', /20000/],
    [{ mood: 1 }, 'story.mood', /Known here/],
  ])('%j is refused, naming the field and the mend', (change, field, mend) => {
    const error = wrong(change);
    expect(error.field).toBe(field);
    expect(error.mend).toMatch(mend);
  });
  test('a document of another type is refused', () => {
    expect(() => parseItem('offer', {})).toThrow(/Choose one of story, narrative, script/);
  });
});
