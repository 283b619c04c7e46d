import { line } from '../../language/line.ts';

/** The future, or the same entity, on both sides: make them find it. */
export const leakySplit = [
  line(
    'leak-same-entity',
    ['split'],
    (f) => `You said ${f.split}. The same customer can now sit on both sides. What is your test set testing?`,
  ),
  line(
    'leak-tomorrow',
    ['split'],
    (f) => `With ${f.split}, you train on Thursday and test on Tuesday. In production, which Thursday will you have?`,
  ),
  line(
    'leak-known-when',
    [],
    (f) => `“${f.quote}”. At the moment you score, is that already known? Walk me through the clock for one row.`,
  ),
  line(
    'leak-drop',
    [],
    (f) =>
      `You said “${f.quote}”. Split by time instead: does your number go up or down, and by how much would worry you?`,
  ),
  line(
    'leak-value',
    ['value', 'thing'],
    (f) => `${f.value} on a split like that. How much of it do you expect to keep on next month's ${f.thing}?`,
  ),
  line(
    'leak-copies',
    [],
    (f) => `“${f.quote}”. Can a copy of a training row, or its twin, end up in the test set? How would you check?`,
  ),
  line(
    'leak-label-time',
    ['labels'],
    (f) =>
      `Your labels are ${f.labels}. They arrive later. In “${f.quote}”, which features were written after the label was?`,
  ),
  line(
    'leak-model',
    ['model', 'split'],
    (f) => `With ${f.split}, your ${f.model} can learn who the person is and skip the problem. What stops that?`,
  ),
  line(
    'leak-today',
    [],
    (f) => `“${f.quote}”: is that the value as it is today, or as it was on the day of the decision?`,
  ),
  line(
    'leak-boss',
    [],
    (f) =>
      `Next month the live number is far below the offline one. You said “${f.quote}”. What do you tell the person who signed the launch?`,
  ),
];
