import { describe, expect, test } from 'vitest';
import {
  alsoFits,
  bannedIn,
  emptyItem,
  gapsIn,
  itemOutline,
  questionOf,
  strikesIn,
  withText,
  type Item,
  type Story,
} from '@legible/prep';

const transition = (long: string): Item => withText(emptyItem('transition'), 'long', long);
const failure = (long: string): Item => withText(emptyItem('data-quality'), 'long', long);
const script = (kind: 'why-mle' | 'compensation', text: string): Item => ({ type: 'script', body: { kind, text } });
const narrative = (text: string): Item => ({ type: 'narrative', body: { kind: 'prediction', area: 'fraud', text } });
const gaps = (item: Item, telling: 'short' | 'long' | 'text'): string[] =>
  gapsIn(itemOutline(item, telling)).map(({ id }) => id);

const PATTERN = 'For seven years I kept being handed the service that acts on another team’s score.';
const SYSTEM = 'I own the route planner at a bus company: 1,200 vehicles, two of us on call.';
const DECISION = 'I raised the threshold for a reroute because a false one strands forty people.';
const LESSON = 'What the winter taught me is that a label which arrives after the shift is a label nobody fixes.';

describe('a transition story', () => {
  test('told whole has no gap, in either telling', () => {
    const whole = [PATTERN, SYSTEM, DECISION, LESSON].join(' ');
    expect(gaps(transition(whole), 'long')).toEqual([]);
    expect(gaps(withText(emptyItem('transition'), 'short', PATTERN), 'short')).toEqual([]);
  });
  test.each([
    ['pattern', [SYSTEM, DECISION]],
    ['decision', [PATTERN, SYSTEM]],
    ['lesson', [PATTERN, SYSTEM, DECISION]],
  ])('without its %s has that gap, asked for in a sentence', (part, sentences) => {
    const outline = itemOutline(transition(sentences.join(' ')), 'long');
    expect(gapsIn(outline).map(({ id }) => id)).toContain(part);
    expect(outline.find(({ id }) => id === part)?.ask).toMatch(/\?|\.$/);
  });
  test('points at the words that carry a part', () => {
    const text = `${PATTERN} ${SYSTEM}`;
    const at = itemOutline(transition(text), 'long').find(({ id }) => id === 'system')?.at;
    expect(text.slice(at?.from, at?.to)).toContain('route planner');
  });
  test('about a lab run has to say so', () => {
    const item = transition([PATTERN, SYSTEM, DECISION, LESSON].join(' '));
    const simulated: Item = { type: 'story', body: { ...(item.body as Story), simulated: true } };
    expect(gaps(simulated, 'long')).toEqual(['simulated']);
    expect(
      gaps(withText(simulated, 'long', `In a simulated product: ${PATTERN} ${SYSTEM} ${DECISION} ${LESSON}`), 'long'),
    ).toEqual([]);
  });
});

describe('a failure story', () => {
  const told =
    'Our billing job read the meter file twice after a retry. I decided to let it run over the weekend. It charged 3,100 households double and we refunded all of it. Since then every file has an id and a second read fails the job.';
  test('has a situation, a decision, a cost and a change', () => expect(gaps(failure(told), 'long')).toEqual([]));
  test('without a figure has no cost', () =>
    expect(
      gaps(failure('Our billing job broke. I decided to wait. It was unpleasant. Since then we check.'), 'long'),
    ).toEqual(['cost']));
  test('that also tells of a launch is offered for both kinds, and only then', () => {
    const both = `${told} It had been rolled out to all users with no canary, and I rolled it back by hand after the release.`;
    expect(alsoFits(failure(both))).toContain('rollout-risk');
    expect(alsoFits(failure(told))).toEqual([]);
    const taken: Item = {
      type: 'story',
      body: { ...(failure(both).body as Story), failures: ['data-quality', 'rollout-risk'] },
    };
    expect(alsoFits(taken)).toEqual([]);
  });
});

describe('a design narrative', () => {
  const parts = [
    'The goal is to lose less money to stolen cards than the review costs.',
    'Offline I measure recall at the alerts that people can read in a day.',
    'The baseline is the rule set that runs today.',
    'Labels are chargebacks, and they come up to ninety days late.',
    'I split by time and leave a gap, so that nothing leaks.',
    'Then gradient boosted trees, because they train in an hour.',
    'It is served in 40 ms, and falls back to the rules.',
    'I watch the share blocked, every hour, and somebody is paged.',
    'At twice the usual share it is rolled back to the rules.',
    'The delay of labels dominates, and I give up freshness for it.',
    'What breaks first after launch is the block rate of new shops.',
  ];
  test('in its order has no gap', () => expect(gaps(narrative(parts.join(' ')), 'text')).toEqual([]));
  test('that begins with the model is told to turn round', () => {
    const model = itemOutline(narrative([parts[5], ...parts.slice(0, 5), ...parts.slice(6)].join(' ')), 'text').find(
      ({ id }) => id === 'model',
    );
    expect(model?.before).toBe('Goal');
  });
  test.each(['rollback', 'dominant', 'first-failure'])('without its %s has that gap', (part) => {
    const at = ['rollback', 'dominant', 'first-failure'].indexOf(part) + 8;
    expect(gaps(narrative(parts.filter((_, index) => index !== at).join(' ')), 'text')).toContain(part);
  });
});

describe('scripts', () => {
  test('a number before scope and band is out of place; after them it is not', () => {
    const early = script(
      'compensation',
      'I would be at 170k. What does the role own? What is the band for that level? Equity could move it.',
    );
    const late = script(
      'compensation',
      'What does the role own? What is the band for that level? I would be at 170k. Equity could move it.',
    );
    expect(gaps(early, 'text')).toContain('number');
    expect(gaps(late, 'text')).toEqual([]);
  });
  test.each([
    ['why-mle', 'I have always been fascinated by AI', 'passion'],
    ['why-mle', 'It is time to reinvent myself', 'reinvention'],
    ['why-mle', 'I want to pivot into machine learning', 'reinvention'],
    ['compensation', 'Sorry to bring it up', 'apology'],
    ['compensation', 'I need at least 180k', 'bare-demand'],
  ] as const)('in a %s script “%s” is struck before the sentence ends', (kind, text, rule) => {
    const found = bannedIn(script(kind, text), text);
    expect(found.map((strike) => strike.rule)).toContain(rule);
    expect(found.every(({ struck, from, to }) => struck && to > from && to <= text.length)).toBe(true);
  });
  test.each([
    'I have been fascinated by AI for ten years and I love it.',
    'It is the future, and I want a fresh start.',
  ])('“%s” leaves continuity to be asked for', (text) =>
    expect(gaps(script('why-mle', text), 'text')).toEqual(['continuity', 'evidence', 'limit']),
  );
  test('a line of work that goes on, with its evidence and its limit, has no gap', () => {
    const text =
      'I have owned the labels of the returns queue for four years. I moved its cut-off twice. I cannot change the model that reads them.';
    expect(gaps(script('why-mle', text), 'text')).toEqual([]);
  });
  test('what is denied is not struck', () => {
    const denied = 'I do not see this as a new chapter, and nobody was excited about it.';
    expect(bannedIn(script('why-mle', denied), denied).map(({ rule }) => rule)).toEqual(['passion']);
  });
  test('a figure with its scope and band before it is no bare demand, and work said plainly is not struck', () => {
    const ask = 'The role owns the rollback, which I read as your senior band. I want 180k for that.';
    expect(bannedIn(script('compensation', ask), ask)).toEqual([]);
    const why = 'I already own the labels of the returns queue, and I could not change the model that reads them.';
    expect(bannedIn(script('why-mle', why), why)).toEqual([]);
  });
  test('the same words are marked once, and struck where a rule of this script says so', () => {
    const text = 'I am passionate about data.';
    const quote = { from: 0, to: text.length, text };
    const finding = {
      fault: 'passion' as const,
      quote,
      reason: 'r',
      better: 'b',
      confidence: 0.9,
      interrupts: true,
      slots: {},
    };
    const strikes = strikesIn(script('why-mle', text), text, [finding]);
    expect(strikes).toHaveLength(1);
    expect(strikes[0]).toMatchObject({ struck: true, rule: 'passion' });
  });
});

test('each item is asked by a question of its own kind and time', () => {
  expect(questionOf(emptyItem('transition'), 'short')).toMatchObject({ kind: 'transition', seconds: 60 });
  expect(questionOf(emptyItem('transition'), 'long')).toMatchObject({ kind: 'transition', seconds: 180 });
  expect(questionOf(emptyItem('rollout-risk'), 'long')).toMatchObject({ kind: 'story-rollout' });
  expect(questionOf(emptyItem('ranking'), 'text')).toMatchObject({ kind: 'design-ranking' });
  expect(questionOf(emptyItem('compensation'), 'text')).toMatchObject({ kind: 'comp' });
});
