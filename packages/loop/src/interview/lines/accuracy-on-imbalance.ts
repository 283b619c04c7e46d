import { cap, line } from '../../language/line.ts';

/** Accuracy for a rare class: put the constant guess beside it. */
export const accuracyOnImbalance = [
  line(
    'accuracy-constant',
    ['value', 'metric', 'prevalence', 'thing'],
    (f) =>
      `You said ${f.value} ${f.metric}. ${cap(f.prevalence)} is ${f.thing}. What does a model that always says no score?`,
  ),
  line(
    'accuracy-margin',
    ['value', 'constant', 'margin'],
    (f) =>
      `Saying no to everything scores ${f.constant} here. Yours is ${f.value}, ${f.margin} behind a constant. What has it learned?`,
  ),
  line(
    'accuracy-missed',
    ['metric', 'prevalence', 'missed', 'constant'],
    (f) =>
      `Take 10,000 cases at ${f.prevalence}: about ${f.missed} of them are positive. I miss every one and still report ${f.constant} ${f.metric}. Which number would catch me?`,
  ),
  line(
    'accuracy-errors',
    ['value', 'errors', 'positives'],
    (f) =>
      `In a million cases ${f.value} leaves ${f.errors} mistakes, and there are only ${f.positives} positives to find. Which kind are your mistakes?`,
  ),
  line(
    'accuracy-only-constant',
    ['prevalence', 'constant'],
    (f) =>
      `At ${f.prevalence}, a rule that never fires is right ${f.constant} of the time. You said “${f.quote}”. What would tell the two apart?`,
  ),
  line(
    'accuracy-rate-first',
    ['metric', 'thing'],
    (f) =>
      `You said “${f.quote}”. How rare is the case you are after, ${f.thing}, and what ${f.metric} does a constant no get?`,
  ),
  line(
    'accuracy-value-rate',
    ['value', 'thing'],
    (f) =>
      `${cap(f.value)} of what? If the share of ${f.thing} is below what is left over, I beat you by doing nothing. How rare is it?`,
  ),
  line(
    'accuracy-two-errors',
    ['thing'],
    (f) => `“${f.quote}” counts a missed case of ${f.thing} the same as a false alarm. Do they cost the same?`,
  ),
  line(
    'accuracy-balanced',
    ['thing'],
    (f) =>
      `You said “${f.quote}”. The world will not be balanced for you. What does that number become at the real rate of ${f.thing}?`,
  ),
  line(
    'accuracy-act',
    ['thing'],
    (f) =>
      `“${f.quote}”. Someone acts on the flagged ones only. Of a hundred flagged for ${f.thing}, how many rightly?`,
  ),
  line(
    'accuracy-dumbest',
    [],
    (f) => `“${f.quote}”. What does the dumbest rule that looks at nothing score on the same cases?`,
  ),
  line(
    'accuracy-cases',
    [],
    (f) => `You said “${f.quote}”. How many of the cases that mattered were inside that, and how many did it miss?`,
  ),
  line(
    'accuracy-both-ways',
    [],
    (f) =>
      `“${f.quote}” puts both kinds of mistake in one number. Split it: which kind cost more, and how many were there?`,
  ),
];
