import { line } from '../../language/line.ts';

/** For a strong answer: one turn harder, where it was strongest. */
export const TIGHTEN_LINES = [
  line('tight-wrong', [], (f) => `Good. Now argue that “${f.quote}” was the wrong call, as well as you can.`),
  line(
    'tight-tenfold',
    [],
    (f) => `“${f.quote}” holds today. At ten times the traffic, which half of it breaks first?`,
    ['design'],
  ),
  line(
    'tight-labels-gone',
    ['labels'],
    (f) => `I take ${f.labels} away for a quarter. What do you run on, and what do you refuse to decide?`,
  ),
  line('tight-price', [], (f) => `What would you pay, in money or weeks, to be sure of “${f.quote}”?`),
  line(
    'tight-junior',
    [],
    (f) => `You go on leave and a junior owns “${f.quote}”. What do they get wrong in the first week?`,
  ),
  line(
    'tight-metric-gamed',
    ['metric'],
    (f) => `A team is paid by ${f.metric}. How do they raise it by Friday without helping a single customer?`,
  ),
  line(
    'tight-rate',
    ['prevalence', 'rate'],
    (f) => `You reckon with ${f.prevalence}. It turns out a tenth of that. Which of your numbers dies first?`,
  ),
  line(
    'tight-model-loses',
    ['model'],
    (f) => `Your ${f.model} loses to the baseline on the newest month only. Ship, wait or look, and at what?`,
  ),
  line(
    'tight-threshold',
    ['thing'],
    (f) =>
      `The head of support wants half the alerts on ${f.thing} by tomorrow. What do you give up, and do you tell them?`,
  ),
  line('tight-review', [], (f) => `I put “${f.quote}” before a hostile reviewer. Their first sentence?`),
  line('tight-cause', [], (f) => `“${f.quote}”. How much of that was you and how much was luck? Put a number on it.`, [
    'story',
    'career',
  ]),
  line('tight-disagree', [], (f) => `Somebody you respect says no to “${f.quote}”. What do they know?`),
  line('tight-later', [], (f) => `It is two years later and “${f.quote}” is the thing everyone curses. Why?`),
  line('tight-offer', [], (f) => `Say I accept “${f.quote}” as it stands. What have you just left on the table?`, [
    'offer',
  ]),
  line(
    'tight-launch',
    ['launch'],
    (f) => `You said “${f.launch}”. The result is good and one large customer is worse off. Who decides, by what rule?`,
  ),
  line(
    'tight-half-data',
    [],
    (f) => `Half the data behind “${f.quote}” turns out to be the same day copied twice. What still stands?`,
  ),
];

/** For a candidate who is lost, once in a loop: a smaller question inside the same one. */
export const RESCUE_LINES: readonly { readonly id: string; say(question: string, quote: string): string }[] = [
  {
    id: 'rescue-user',
    say: (question, quote) =>
      `Let me help once. ${lead(quote)}Forget the model. In “${question}”, who is the one person better off if this works, and what do they see?`,
  },
  {
    id: 'rescue-today',
    say: (question, quote) =>
      `I will make it smaller, once. ${lead(quote)}For “${question}”: what is done about it today, by hand, and where does that go wrong?`,
  },
  {
    id: 'rescue-row',
    say: (question, quote) =>
      `A hand, and I note that I gave it. ${lead(quote)}One row of a table for “${question}”: which columns, and who fills in the last one?`,
  },
  {
    id: 'rescue-own',
    say: (question, quote) =>
      `Let us start nearer to you. ${lead(quote)}When did you last own something like “${question}”, of any size?`,
  },
];

function lead(quote: string): string {
  return quote === '' ? '' : `You got as far as “${quote}”. `;
}
