export { type OutlinePart, outlineOf, type PartRule } from './part.ts';
export { alsoFits, gapsIn, itemOutline, tellingsOf, textOf, withText, type Telling } from './item-outline.ts';
export { USUALLY_DOMINANT } from './narratives.ts';
