import { line } from '../../language/line.ts';

/** Launches with no way back. */
export const noRollback = [
  line(
    'rollback-number',
    ['launch'],
    (f) => `You said “${f.launch}”. At which number, on which screen, do you turn it off, and who may?`,
  ),
  line(
    'rollback-night',
    ['launch', 'thing'],
    (f) =>
      `It is three in the morning, something is wrong with ${f.thing} and you asked nobody before “${f.launch}”. What does the on-call person press?`,
  ),
  line(
    'rollback-model',
    ['model'],
    (f) => `From your ${f.model} comes nothing but rubbish. What does the customer see in the next minute?`,
  ),
  line(
    'rollback-share',
    [],
    (f) => `“${f.quote}”: to everyone at once? If not, to how many first, and what has to hold before the next step?`,
  ),
  line(
    'rollback-late',
    ['labels'],
    (f) => `You find out from ${f.labels}. By then how many days of bad decisions are out, and which can be undone?`,
  ),
  line(
    'rollback-old',
    [],
    (f) => `You said “${f.quote}”. Where is the old version a week later? Could it still take the traffic?`,
  ),
  line(
    'rollback-fallback',
    [],
    (f) => `“${f.quote}”. The feature store is down. Does the product stop, guess, or fall back, and to what?`,
    ['design'],
  ),
  line(
    'rollback-cost',
    [],
    (f) => `“${f.quote}”. What is the most that one bad hour of this can cost? Now, what limits it to an hour?`,
  ),
  line('rollback-irreversible', [], (f) => `Which effect of “${f.quote}” cannot be rolled back at all?`),
];
