export { findFaults, INTERRUPTS_AT, REPORTS_AT, RunningFaults, WHOLE_REPORTS_AT } from './find-faults.ts';
export { RULES } from './registry.generated.ts';
export { CLAIMS, type Claim } from './claims/index.ts';
export type { Cue, Example, Rule } from './rule.ts';
