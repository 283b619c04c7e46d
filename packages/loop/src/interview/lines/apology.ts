import { line } from '../../language/line.ts';

/** Talking oneself down: give the floor back to the facts. */
export const apology = [
  line(
    'apology-fact',
    [],
    (f) => `Stop. “${f.quote}” is a verdict on yourself and I did not ask for one. What did you do, exactly?`,
    ['story', 'career', 'design'],
  ),
  line('apology-boundary', [], (f) => `You said “${f.quote}”. Say it as a boundary: what was yours, what was not.`, [
    'story',
    'career',
    'design',
  ]),
  line(
    'apology-pager',
    [],
    (f) => `“${f.quote}”: and yet somebody let you near production. What were you trusted with?`,
    ['story', 'career'],
  ),
  line(
    'apology-price',
    [],
    (f) => `You asked and then took it back with “${f.quote}”. What work is the ask based on?`,
    ['offer'],
  ),
  line(
    'apology-number',
    ['number'],
    (f) => `You apologised for ${f.number}. Is it the number or not? Tell me what scope it pays for.`,
    ['offer'],
  ),
  line(
    'apology-decision',
    [],
    (f) => `Leave out “${f.quote}”. Which call did you make that a modeller on your team had to live with?`,
    ['story', 'career'],
  ),
  line(
    'apology-answer',
    [],
    (f) => `“${f.quote}” uses up your ${f.seconds} seconds. What is the first thing you would do?`,
    ['design', 'story'],
  ),
  line(
    'apology-write-down',
    [],
    (f) => `If I write down “${f.quote}”, that is your level. Do you want to give me something else to write?`,
  ),
  line(
    'apology-model',
    ['model'],
    (f) => `“${f.quote}”, then ${f.model}. Either you have run one or you have not: which, and what did you see?`,
  ),
  line(
    'apology-system',
    [],
    (f) => `You said “${f.quote}”. What failed in a system you owned, and how did you know before anyone told you?`,
    ['career', 'story'],
  ),
];
