export { meanLevel, ratingOf, scheduleOf, type Due, type Review, type ReviewKey } from './schedule.ts';
