/** The constraint that dominates a world, as its bill shows it. */
export interface Constraint {
  readonly name: string;
  readonly says: string;
  /** Our dollars that hang on it. */
  readonly dollars: number;
}
