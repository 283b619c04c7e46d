export * from './types.ts';
export { BodyError } from './fields.ts';
export { parseItem, parseNarrative, parseScript, parseStory } from './parse.ts';
