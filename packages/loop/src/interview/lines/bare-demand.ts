import { line } from '../../language/line.ts';

/** A number or a level with no work behind it. */
export const bareDemand = [
  line('demand-scope', ['number'], (f) => `${f.number} for which work? Tell me what you would own in the first year.`),
  line(
    'demand-band',
    [],
    (f) => `You said “${f.quote}”. What does this band pay for, and which part of it have you done?`,
  ),
  line(
    'demand-level',
    [],
    (f) => `“${f.quote}”. What does that level decide alone that the one below does not? When did you last decide it?`,
  ),
  line('demand-no', [], (f) => `I say no to “${f.quote}”. What do you ask me next?`),
  line(
    'demand-why-you',
    ['value'],
    (f) => `${f.value} more. What have you carried that the person at the old figure did not?`,
  ),
  line(
    'demand-hiring-manager',
    [],
    (f) => `I have to defend “${f.quote}” to someone who never met you. Give me the sentence.`,
  ),
  line(
    'demand-trade',
    ['number'],
    (f) => `If ${f.number} is fixed, what scope would you hand back? If scope is fixed, what moves?`,
  ),
  line(
    'demand-kind',
    [],
    (f) =>
      `“${f.quote}”: for a role that serves models, builds them, or answers for what they do? They are paid differently.`,
  ),
  line(
    'demand-evidence',
    [],
    (f) => `Before “${f.quote}”, name one system that pages you at night and what it is worth to the company.`,
  ),
];
