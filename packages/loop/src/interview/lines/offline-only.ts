import { line } from '../../language/line.ts';

/** Would ship on an offline number. */
export const offlineOnly = [
  line(
    'offline-metric',
    ['metric', 'thing'],
    (f) => `${f.metric} is measured on the past. Who tells you that ${f.thing} went the right way after launch?`,
  ),
  line(
    'offline-flat',
    ['metric'],
    (f) => `Your ${f.metric} is up and the experiment is flat. Which do you believe, and what do you look at first?`,
  ),
  line(
    'offline-value',
    ['value'],
    (f) => `${f.value} offline. Half of offline wins vanish live. What experiment, on whom, for how long?`,
  ),
  line('offline-guard', [], (f) => `“${f.quote}”. Which number must not get worse while yours gets better?`),
  line(
    'offline-policy',
    [],
    (f) =>
      `You said “${f.quote}”. Your logs were made by the old system. What do they say about cases that only the new one would choose?`,
  ),
  line(
    'offline-feedback',
    ['model'],
    (f) => `Once your ${f.model} acts, it changes what you observe. What in your plan would notice?`,
  ),
  line(
    'offline-signoff',
    [],
    (f) => `I have to sign this launch. “${f.quote}” is all I have. What else do you put on my desk?`,
  ),
  line('offline-harm', [], (f) => `“${f.quote}”. A customer is harmed on day two. Which online number moved first?`, [
    'design',
  ]),
  line(
    'offline-holdout',
    ['labels'],
    (f) =>
      `You have ${f.labels} after the fact. Which slice of traffic stays untouched so that you can tell what you caused?`,
  ),
];
