import { cap, line } from '../../language/line.ts';

/** A list with nothing between its items. */
export const buzzwordList = [
  line(
    'list-one',
    ['terms', 'first', 'last', 'thing'],
    (f) =>
      `That was ${f.terms} terms. Keep one, from “${f.first}” to “${f.last}”, and tell me what breaks in ${f.thing} without it.`,
  ),
  line(
    'list-drop',
    ['first', 'last'],
    (f) => `You named “${f.first}” and “${f.last}”. I pay for one of them. Which, and why not the other?`,
  ),
  line(
    'list-connect',
    ['first', 'last'],
    (f) => `What does “${f.first}” change about “${f.last}”? If nothing, why are they in one sentence?`,
  ),
  line(
    'list-last',
    ['last'],
    (f) => `“${f.last}”: what did you see the last time you used it that the documentation does not say?`,
  ),
  line('list-first', ['first'], (f) => `Start at “${f.first}”. What problem do you have that makes you reach for it?`),
  line('list-quote', [], (f) => `“${f.quote}” is a shelf. Which of those did you reach for last, and what for?`),
  line(
    'list-junior',
    [],
    (f) => `A junior could read me “${f.quote}”. What do you know about one of them that they do not?`,
  ),
  line(
    'list-order',
    [],
    (f) => `Put “${f.quote}” in order of what you would do first with two weeks, and tell me what never gets done.`,
  ),
  line(
    'list-cost',
    ['terms', 'last'],
    (f) =>
      `“${cap(f.last)}” and the rest, ${f.terms} of them, have to be run by somebody. Which one would you refuse to be on call for?`,
  ),
];
