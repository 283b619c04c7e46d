import { percent } from '../../language/numbers.ts';
import { line, type Line } from '../../language/line.ts';

/** Constraints that the interviewer changes in the middle of a design, each from what was said. */
export const CONSTRAINT_LINES: readonly Line[] = [
  line(
    'change-late-label',
    ['labels'],
    (f) => `I change one thing: ${f.labels} now take 45 days to arrive. What in your design is no longer true?`,
  ),
  line(
    'change-search',
    ['thing'],
    (f) =>
      `The product is search, not ${f.thing}, and everything else you said stays. Which constraint dominates now, and which of your choices falls?`,
  ),
  line(
    'change-rate',
    ['rate', 'prevalence'],
    (f) =>
      `You reckoned with ${f.prevalence}. Make it ${percent(f.rate / 10)}. Which part of the plan do you cut first?`,
  ),
  line('change-latency', ['model'], (f) => `You get 20 milliseconds a request, all in. What is left of ${f.model}?`),
  line(
    'change-law',
    [],
    (f) =>
      `From Monday the law lets you keep nothing about a person for longer than a day. What happens to “${f.quote}”?`,
  ),
  line(
    'change-half-budget',
    [],
    (f) => `Traffic triples and the budget is halved. You said “${f.quote}”. What goes, and who feels it?`,
  ),
  line(
    'change-old-policy',
    ['labels'],
    (f) =>
      `You learn that most of the ${f.labels} were caused by the system you are replacing. Which numbers do you stop trusting?`,
  ),
  line(
    'change-new-market',
    [],
    (f) =>
      `A country with no history is switched on in two weeks. Does “${f.quote}” work there on the first day? If not, what does?`,
  ),
  line(
    'change-adversary',
    ['thing'],
    (f) =>
      `Somebody outside can now see your score on ${f.thing}. What do they do within a week, and what do you change?`,
  ),
  line(
    'change-one-person',
    [],
    (f) => `The team is you, alone, for a year. What do you take out of “${f.quote}” so that you can sleep?`,
  ),
  line(
    'change-metric-owner',
    ['metric'],
    (f) => `The director forbids ${f.metric} in any report, for good reasons. What do you steer by?`,
  ),
  line(
    'change-no-experiment',
    [],
    (f) => `No experiments: everybody must be treated alike. How do you still find out whether “${f.quote}” helps?`,
  ),
];

/** Where nothing was said that could be changed. */
export const BARE_CONSTRAINTS: readonly { readonly id: string; say(design: string): string }[] = [
  {
    id: 'change-bare-label',
    say: (design) =>
      `One change to the task: the true outcome is known only after 45 days. The task was: ${design} What do you do first?`,
  },
  {
    id: 'change-bare-budget',
    say: (design) =>
      `One change: no more than 20 milliseconds and one engineer. Still: ${design} What is the version that fits?`,
  },
];
