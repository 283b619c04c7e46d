import { cap, line } from '../../language/line.ts';

/** A result nobody could check. */
export const vagueClaim = [
  line('vague-from-to', ['praise'], (f) => `“${cap(f.praise)}”: from what to what, over which weeks?`),
  line(
    'vague-who-checked',
    ['praise'],
    (f) => `You said “${f.quote}”. Who measured “${f.praise}”, and would they say the same?`,
  ),
  line(
    'vague-cause',
    ['praise'],
    (f) => `Say “${f.praise}” is true. What else changed that month, and why was it not that?`,
  ),
  line(
    'vague-screen',
    [],
    (f) => `“${f.quote}”. Show me the chart in words: what is on the axes, and where did you come in?`,
  ),
  line('vague-unit', [], (f) => `You said “${f.quote}”. In which unit: minutes, money, complaints, errors?`),
  line('vague-worse', [], (f) => `“${f.quote}”. For whom did it get worse?`),
  line('vague-one-case', [], (f) => `Give me one case behind “${f.quote}”: one customer, one ticket, one row.`),
  line('vague-doubt', [], (f) => `“${f.quote}”. I doubt it. Which number would change my mind?`),
  line(
    'vague-team',
    ['team', 'praise'],
    (f) => `“${cap(f.team)}” got it “${f.praise}”. How much of it would be there without you?`,
  ),
  line(
    'vague-metric',
    ['metric', 'praise'],
    (f) => `${f.metric} got “${f.praise}”. Against which version, on which days, and was it more than noise?`,
  ),
];
