export * from './types.ts';
export { BodyError } from './fields.ts';
export { MAX_TEXT, parseItem, parseNarrative, parseScript, parseStory } from './parse.ts';
export { emptyItem, SLOT_ABOUT, SLOTS, slotsOf, type Slot } from './slots.ts';
export { questionKindsOf, questionOf } from './asked.ts';
