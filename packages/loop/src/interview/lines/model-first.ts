import { line } from '../../language/line.ts';

/** An architecture before a problem: go back to what is predicted. */
export const modelFirst = [
  line(
    'model-what-for',
    ['model'],
    (f) => `You said ${f.model} before you said what is predicted. What is one row, and what is its label?`,
  ),
  line(
    'model-decision',
    ['model'],
    (f) => `Stop at ${f.model}. Who acts on its output, and what do they do at a high score?`,
  ),
  line(
    'model-labels',
    ['model', 'thing'],
    (f) => `Your ${f.model} will need labels. For ${f.thing}, who makes them, and how long after the fact?`,
  ),
  line(
    'model-swap',
    ['model'],
    (f) => `I swap your ${f.model} for a table of averages. What in your answer so far would have to change?`,
  ),
  line(
    'model-simpler',
    ['model', 'thing'],
    (f) => `Why ${f.model} and not twenty lines of rules? Answer with something about ${f.thing}, not about the tool.`,
  ),
  line('model-goal', [], (f) => `“${f.quote}” is a choice of tool. What is the goal, and which error costs more?`),
  line(
    'model-fail',
    ['model', 'thing'],
    (f) =>
      `Suppose the fit of your ${f.model} is perfect and nothing changes on ${f.thing}. What did you get wrong before you opened the editor?`,
  ),
  line(
    'model-serve',
    ['model'],
    (f) =>
      `${f.model}: how many milliseconds and how many requests does this product give you? If you do not know, why is it chosen?`,
  ),
  line(
    'model-first-quote',
    [],
    (f) => `You began with “${f.quote}”. Begin again with the sentence that a product manager would sign.`,
  ),
  line(
    'model-week',
    [],
    (f) => `“${f.quote}”. What would you look at in the data for one week that could talk you out of it?`,
  ),
];
