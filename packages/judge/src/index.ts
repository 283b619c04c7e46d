export * from './rubric.ts';
export * from './judgment.ts';
