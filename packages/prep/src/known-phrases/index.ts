export { ruleExamples } from './examples.ts';
export { type Lifted, type LiftedFrom, liftedPhrases, type OwnPhrases, ownPhrases, type OwnText } from './lifted.ts';
export { LIFTED_MEND, type LiftedStrike, liftedStrikes } from './strikes.ts';
