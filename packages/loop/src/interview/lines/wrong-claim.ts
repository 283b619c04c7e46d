import { line } from '../../language/line.ts';

/** A false statement: give them a small case on which it fails. */
export const wrongClaim = [
  line('wrong-small-case', [], (f) => `You said “${f.quote}”. Take the smallest case you can, ten rows. Does it hold?`),
  line('wrong-sure', [], (f) => `“${f.quote}”. Are you sure? Talk me through why that would be so.`),
  line(
    'wrong-opposite',
    [],
    (f) => `A colleague says the opposite of “${f.quote}”. What experiment settles it by tonight?`,
  ),
  line('wrong-act', [], (f) => `If I act on “${f.quote}” and it is false, what do I break first?`),
  line('wrong-seen', [], (f) => `“${f.quote}”: did you read that or see it? What exactly did you see?`),
  line('wrong-number', ['number'], (f) => `Where does ${f.number} come from in “${f.quote}”? Derive it for me.`),
  line(
    'wrong-value',
    ['value', 'thing'],
    (f) => `${f.value}: work that out in front of me, with 1,000 cases of ${f.thing} on the table.`,
  ),
  line(
    'wrong-metric',
    ['metric'],
    (f) => `What does ${f.metric} count, word for word? Then say “${f.quote}” again, if you still would.`,
  ),
  line(
    'wrong-model',
    ['model'],
    (f) => `Before I write “${f.quote}” into my notes: what about your ${f.model} makes that true?`,
  ),
  line('wrong-exception', [], (f) => `“${f.quote}”. Name one situation in which that is wrong. There is one.`),
];
