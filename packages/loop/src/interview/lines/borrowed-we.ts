import { line } from '../../language/line.ts';

/** A story without an I: find the decision that was theirs. */
export const borrowedWe = [
  line(
    'we-who-decided',
    ['team'],
    (f) => `“${f.quote}”. Who is “${f.team}”? Name the one decision that would not have happened without you.`,
  ),
  line('we-meeting', [], (f) => `You said “${f.quote}”. I was not in that meeting. What did you say in it?`, [
    'story',
    'career',
  ]),
  line('we-against', [], (f) => `“${f.quote}”: was anybody against it? Were you?`, ['story', 'career']),
  line(
    'we-remove',
    ['team'],
    (f) => `Take yourself out of “${f.quote}”. What would “${f.team}” have done differently?`,
  ),
  line(
    'we-number',
    ['number'],
    (f) => `“${f.quote}”. How much of that ${f.number} was your change, and how do you know?`,
  ),
  line(
    'we-launch',
    ['launch'],
    (f) => `Somebody said yes to “${f.launch}”. Was it you, and what would have made you say no?`,
  ),
  line('we-cost', [], (f) => `“${f.quote}”. If it had gone wrong, whose name was on it?`),
  line('we-boundary', [], (f) => `In “${f.quote}”, draw me the line: yours on this side, theirs on that side.`),
  line(
    'we-model',
    ['model'],
    (f) =>
      `You said “${f.quote}”, and ${f.model} came into it. Which part of that did you write, and which part did you only call?`,
  ),
  line(
    'we-passive',
    [],
    (f) => `Say “${f.quote}” again with “I” as the subject. If you cannot, say what your part was.`,
  ),
];
