import { line } from '../../language/line.ts';

/** A supervised model whose labels nobody makes. */
export const labelFromNowhere = [
  line(
    'label-who',
    ['model', 'thing'],
    (f) => `You train ${f.model}. On whose word is a row counted under ${f.thing}?`,
  ),
  line(
    'label-when',
    [],
    (f) =>
      `“${f.quote}”. How many days after the event do you know the truth, and what do you do with the rows that are still open?`,
    ['design'],
  ),
  line(
    'label-wrong',
    [],
    (f) => `“${f.quote}”. One label in ten is wrong. Which ones, and does that hurt more in training or in the test?`,
  ),
  line(
    'label-missing',
    [],
    (f) => `You said “${f.quote}”. For which cases will you never see an outcome, because of what we did to them?`,
  ),
  line(
    'label-one-row',
    ['thing'],
    (f) =>
      `Write me one training row for ${f.thing}: features, label, and where each came from. “${f.quote}” skips that.`,
  ),
  line(
    'label-disagree',
    [],
    (f) => `Two people look at the same case and differ. After “${f.quote}”, which of them does your model believe?`,
  ),
  line('label-metric', ['metric'], (f) => `${f.metric} against what? Somebody has to decide what is true. Who?`),
  line('label-cost', [], (f) => `“${f.quote}”. You get a thousand labels and no more. Which thousand?`),
  line(
    'label-rate',
    ['prevalence'],
    (f) => `At ${f.prevalence}, you need a lot of cases to see a hundred positives. Who labels them?`,
  ),
];
