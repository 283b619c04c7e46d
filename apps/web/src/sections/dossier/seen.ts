import { todayHere } from '../../server/prep.ts';

/** On which day a draft was last looked at in this browser: what was seen today cannot be said cold today. */
const key = (id: string): string => `legible.seen.${id}`;

export const markSeen = (id: string): void => localStorage.setItem(key(id), todayHere());
export const seenToday = (id: string): boolean => localStorage.getItem(key(id)) === todayHere();
