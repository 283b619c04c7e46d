import { line } from '../../language/line.ts';

/** Nothing simpler to beat. */
export const noBaseline = [
  line(
    'baseline-today',
    ['model', 'thing'],
    (f) =>
      `What does the product do about ${f.thing} today, and by how much must your ${f.model} beat it to be worth running?`,
  ),
  line(
    'baseline-rule',
    ['model'],
    (f) => `I write one if-statement on the strongest feature. How far behind your ${f.model} am I?`,
  ),
  line(
    'baseline-constant',
    ['constant'],
    (f) => `Always saying no already gets ${f.constant} right. What is the next dumbest thing, and what does it get?`,
  ),
  line('baseline-kill', [], (f) => `“${f.quote}”. At which result would you not ship this at all?`),
  line('baseline-better-than', [], (f) => `You said “${f.quote}”. Better than what?`),
  line(
    'baseline-last-week',
    ['thing'],
    (f) => `“${f.quote}”. If I predict that tomorrow looks like last week, how wrong am I on ${f.thing}?`,
    ['design'],
  ),
  line(
    'baseline-metric',
    ['metric'],
    (f) =>
      `Give me the ${f.metric} of something a junior could write by lunch. Then yours. Is the gap worth an on-call rotation?`,
  ),
  line(
    'baseline-human',
    ['thing'],
    (f) => `The people who handle ${f.thing} now have a rule of thumb. Before “${f.quote}”, did you measure it?`,
    ['design'],
  ),
  line(
    'baseline-cost',
    ['model'],
    (f) => `Your ${f.model} will cost training, serving and someone's nights. What would the version without it cost?`,
  ),
];
