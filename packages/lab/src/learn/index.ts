export * from './calibration.ts';
export { predictLogistic, trainLogistic, type LogisticModel, type LogisticOptions } from './logistic.ts';
export * from './model.ts';
export * from './split.ts';
export { LearnInputError, take, takeColumns, takeRows, tableOf, type Table } from './table.ts';
export * from './threshold.ts';
export { predictTrees, treeMargins, type TreesModel } from './tree-model.ts';
export { trainTrees, type TreesOptions } from './trees.ts';
