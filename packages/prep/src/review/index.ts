export { reviewOfDrill, type DrillTry } from './drills.ts';
export { meanLevel, ratingOf, scheduleOf, type Due, type Review, type ReviewKey } from './schedule.ts';
