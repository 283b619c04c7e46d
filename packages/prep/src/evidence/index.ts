export { carriedBy, findClaims, linesOfNotes, openEvidence } from './find-claims.ts';
export { FIXED_ASKS, missingHalves } from './missing-halves.ts';
export * from './outline.ts';
export { parseEvidence } from './parse.ts';
export { storyOf } from './to-story.ts';
export * from './types.ts';
