export { AnswerTooLong, checkLength, MAX_ANSWER_LENGTH } from './limits.ts';
export { normalise, tokenize, type Token } from './tokens.ts';
export { readText, type Sentence } from './sentences.ts';
export { RunningText, type TextChange } from './running.ts';
export { expand, plainWords, type Word } from './words.ts';
