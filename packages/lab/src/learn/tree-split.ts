import { BIN_SLOTS, MISSING_BIN, type BinnedTable } from './binning.ts';

/** The best cut of one node. `gain` is the fall in the penalised loss; 0 or less means do not split. */
export interface NodeSplit {
  readonly gain: number;
  readonly feature: number;
  /** Bins up to this one go left. */
  readonly bin: number;
  readonly missingLeft: boolean;
  readonly leftGradient: number;
  readonly leftHessian: number;
}

/** What a split must satisfy. */
export interface SplitRules {
  readonly l2: number;
  readonly minChildWeight: number;
  readonly minGain: number;
}

/** No split worth taking. */
export const NO_SPLIT: NodeSplit = {
  gain: 0,
  feature: -1,
  bin: -1,
  missingLeft: false,
  leftGradient: 0,
  leftHessian: 0,
};

/**
 * Searches the histograms of one node for the cut with the greatest gain
 *   1/2 [ GL^2 / (HL + l2) + GR^2 / (HR + l2) - G^2 / (H + l2) ]   (Chen and Guestrin 2016, eq. 7)
 * over the allowed features, with missing values on either side where the feature has any. The first of equal gains
 * wins, so the result does not depend on anything but the data.
 */
export function bestSplit(
  table: BinnedTable,
  histogram: Float64Array,
  allowed: Uint8Array,
  gradient: number,
  hessian: number,
  rules: SplitRules,
): NodeSplit {
  const { l2, minChildWeight } = rules;
  const own = (gradient * gradient) / (hessian + l2);
  let most = own + 2 * rules.minGain + 1e-12 * Math.abs(own);
  let feature = -1;
  let bin = -1;
  let missingLeft = false;
  let leftGradient = 0;
  let leftHessian = 0;
  for (let f = 0; f < table.features; f++) {
    if (allowed[f] === 0) continue;
    const base = f * BIN_SLOTS * 2;
    const cuts = table.edges[f]!.length;
    const hasMissing = table.hasMissing[f] === 1;
    for (let side = 0; side < (hasMissing ? 2 : 1); side++) {
      let g = side === 1 ? histogram[base + 2 * MISSING_BIN]! : 0;
      let h = side === 1 ? histogram[base + 2 * MISSING_BIN + 1]! : 0;
      // With missing values on the right, "every value left" is a cut too: missing against present.
      const last = hasMissing && side === 0 ? cuts + 1 : cuts;
      for (let b = 0; b < last; b++) {
        g += histogram[base + 2 * b]!;
        h += histogram[base + 2 * b + 1]!;
        const rest = hessian - h;
        if (h < minChildWeight) continue;
        if (rest < minChildWeight) break;
        const other = gradient - g;
        const score = (g * g) / (h + l2) + (other * other) / (rest + l2);
        if (score > most) {
          most = score;
          feature = f;
          bin = b;
          missingLeft = hasMissing ? side === 1 : h > rest;
          leftGradient = g;
          leftHessian = h;
        }
      }
    }
  }
  if (feature < 0) return NO_SPLIT;
  return { gain: 0.5 * (most - own), feature, bin, missingLeft, leftGradient, leftHessian };
}
