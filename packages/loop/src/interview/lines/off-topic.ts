import { line } from '../../language/line.ts';

/** Not an answer to the question. */
export const offTopic = [
  line(
    'topic-asked',
    [],
    (f) => `You are at “${f.quote}”. That is not what I asked. What is your answer in one sentence?`,
  ),
  line('topic-design', ['thing'], (f) => `“${f.quote}” could be said about any product. What about ${f.thing}?`, [
    'design',
  ]),
  line('topic-story', [], (f) => `“${f.quote}”: when did that happen, and where were you?`, ['story', 'career']),
  line(
    'topic-recited',
    [],
    (f) => `“${f.quote}” sounds rehearsed. Put it away and say what you would do on the first day.`,
  ),
  line('topic-offer', [], (f) => `I hear “${f.quote}”. I asked about level and pay. What do you want, for what work?`, [
    'offer',
  ]),
  line(
    'topic-clock',
    [],
    (f) =>
      `You have ${f.seconds} seconds for this question and “${f.quote}” spends them on something else. Start with the decision.`,
  ),
  line('topic-link', [], (f) => `What does “${f.quote}” have to do with my question? If there is a link, say it now.`),
  line(
    'topic-grader',
    [],
    (f) => `“${f.quote}” is for whoever keeps score. I am only asking what you would do. What is it?`,
  ),
  line(
    'topic-smaller',
    [],
    (f) => `Leave “${f.quote}”. Smaller: which one fact about this problem do you know already?`,
  ),
];
