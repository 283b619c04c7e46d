import { line } from '../../language/line.ts';

/** Enthusiasm as a reason: ask for the thing they did because of it. */
export const passion = [
  line('passion-evidence', [], (f) => `You said “${f.quote}”. What did you build because of that, and who used it?`),
  line(
    'passion-everyone',
    [],
    (f) => `Everyone I see this week says “${f.quote}”. What is in your work history that says it without the word?`,
  ),
  line(
    'passion-worst-week',
    [],
    (f) =>
      `“${f.quote}”. Most of this job is wrong labels and late tables. Which week of yours looked like that, and what did you do with it?`,
  ),
  line(
    'passion-constraint',
    [],
    (f) => `Leave the feeling out of “${f.quote}”. What could you not do in your last role that this one allows?`,
    ['career', 'offer'],
  ),
  line(
    'passion-decision',
    [],
    (f) =>
      `“${f.quote}” is about you. Which decision close to a model have you made, and what did it cost when it was wrong?`,
    ['career', 'story'],
  ),
  line('passion-gave-up', [], (f) => `You said “${f.quote}”. What did you give up for it, so far?`, [
    'career',
    'offer',
  ]),
  line(
    'passion-model',
    ['model'],
    (f) => `“${f.quote}”: fine. You also named ${f.model}. What broke the last time you ran it on real data?`,
  ),
  line('passion-team', ['team'], (f) => `“${f.quote}”, and then “${f.team}”. What in it was your decision alone?`),
  line(
    'passion-design',
    ['thing'],
    (f) => `I believe “${f.quote}”. It does not choose a metric. For ${f.thing}, what are you trying to move?`,
    ['design'],
  ),
  line(
    'passion-check',
    [],
    (f) => `Suppose I cross out “${f.quote}”. What in your answer is still a reason to hire you?`,
  ),
];
