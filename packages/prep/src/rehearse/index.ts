export { compareWithDraft, type Comparison } from './compare.ts';
export { fillersIn, type Filler } from './fillers.ts';
export { held, isPasted, OVERTIME, parseRehearsal, type Rehearsal, type SignalHeard } from './types.ts';
