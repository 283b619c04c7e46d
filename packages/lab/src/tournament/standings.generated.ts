// Written by `legible lab tournament --standings`.
import type { WorldStandings } from './place.ts';

export const STANDINGS: readonly WorldStandings[] = [
];
