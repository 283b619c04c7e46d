import { line } from '../../language/line.ts';

/** Declines to choose. */
export const itDepends = [
  line(
    'depends-on-what',
    [],
    (f) => `You said “${f.quote}”. On which one number does it depend, and at which value do you switch?`,
  ),
  line(
    'depends-choose',
    ['thing'],
    (f) => `“${f.quote}”. I have a meeting in five minutes and you are the only one who knows ${f.thing}. Which one?`,
    ['design'],
  ),
  line('depends-first', ['first', 'last'], (f) => `“${f.first}” or “${f.last}”: pick one, and tell me what we lose.`),
  line('depends-assume', [], (f) => `Assume whatever you like. After “${f.quote}”, what do you do on Monday?`),
  line('depends-regret', [], (f) => `“${f.quote}”. Which of the two would you regret more in a year?`),
  line('depends-condition', [], (f) => `Finish the sentence “${f.quote}” with the condition that decides it here.`),
  line(
    'depends-number',
    ['number'],
    (f) => `You have ${f.number} on the table. Is that enough to decide, and if not, what would be?`,
  ),
  line(
    'depends-metric',
    ['metric'],
    (f) => `If ${f.metric} had to decide alone, what would it say? Would you obey it?`,
  ),
  line('depends-past', [], (f) => `“${f.quote}”. When you had to, what did you choose, and what did it cost?`, [
    'story',
    'career',
  ]),
  line(
    'depends-offer',
    [],
    (f) => `“${f.quote}” lets me choose for you, and I will choose the cheap one. What do you want first?`,
    ['offer'],
  ),
];
