export { briefOf, type BriefItem } from './brief.ts';
export { buildPlan, HORIZON_DAYS } from './build.ts';
export { calendarOf } from './calendar.ts';
export { addDays, dayNumber, daysBetween, weekday } from './days.ts';
export { nextOf, type Circumstances, type Next } from './next.ts';
export { FATAL_GAPS, parseWishes, WISHES } from './types.ts';
export type { Done, FatalGap, Plan, PlanDay, PlanWishes, Standing, Task, TaskKind } from './types.ts';
export { NAMED, SIGNAL_WORDS } from './words.ts';
