export * from './rubric.ts';
export * from './judgment.ts';
export { judge, RunningJudge } from './judge.ts';
export { AnswerTooLong, MAX_ANSWER_LENGTH, readText, type Sentence } from './text/index.ts';
export { reconsider } from './reconsider.ts';
