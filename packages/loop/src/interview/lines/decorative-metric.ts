import { line } from '../../language/line.ts';

/** A metric with no reason: tie it to a decision and a cost. */
export const decorativeMetric = [
  line(
    'metric-why',
    ['metric', 'thing'],
    (f) =>
      `You said ${f.metric}. Which mistake does ${f.metric} punish most, and is that the one that costs us most on ${f.thing}?`,
  ),
  line(
    'metric-moves',
    ['metric'],
    (f) => `Say ${f.metric} goes up two points. What does someone do differently on Monday because of it?`,
  ),
  line(
    'metric-lies',
    ['metric', 'thing'],
    (f) => `Give me a case where ${f.metric} improves and the customer is worse off on ${f.thing}.`,
  ),
  line(
    'metric-instead',
    ['metric'],
    (f) => `“${f.quote}”. What did you consider in place of ${f.metric}, and why not that one?`,
  ),
  line(
    'metric-value',
    ['metric', 'value'],
    (f) => `${f.metric} of ${f.value}: against what? What does the dumbest rule you can think of get?`,
  ),
  line(
    'metric-threshold',
    ['metric', 'thing'],
    (f) =>
      `${f.metric} is fine for a slide. You act at one cut-off on ${f.thing}. Which, and what happens on each side of it?`,
  ),
  line(
    'metric-goal',
    [],
    (f) => `“${f.quote}”. What is the business goal behind that, in a sentence with money or people in it?`,
  ),
  line(
    'metric-quote',
    ['thing'],
    (f) => `You said “${f.quote}”. Why that one and not another? One reason, about ${f.thing}.`,
  ),
  line('metric-trade', [], (f) => `With “${f.quote}” you win somewhere and lose somewhere. Where do you lose?`),
  line(
    'metric-rare',
    ['metric', 'prevalence'],
    (f) => `At ${f.prevalence}, what does a good-looking ${f.metric} still hide about the few cases that matter?`,
  ),
];
