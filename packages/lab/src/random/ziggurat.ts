import { exp, log } from './elementary.ts';

/** Layers of the normal ziggurat; a power of two, so that a layer is picked by its low bits. */
export const NORMAL_LAYERS = 128;
/** Where the tail begins, and the area of each layer, for 128 layers (Marsaglia and Tsang 2000). */
export const NORMAL_TAIL = 3.442619855899;
const AREA = 9.91256303526217e-3;

/** Right edge of each layer, from the base (0) to the top (128). */
export const NORMAL_X = new Float64Array(NORMAL_LAYERS + 1);
/** Share of each layer that lies wholly under the density. */
export const NORMAL_RATIO = new Float64Array(NORMAL_LAYERS);

{
  let density = exp(-0.5 * NORMAL_TAIL * NORMAL_TAIL);
  NORMAL_X[0] = AREA / density;
  NORMAL_X[1] = NORMAL_TAIL;
  NORMAL_X[NORMAL_LAYERS] = 0;
  for (let i = 2; i < NORMAL_LAYERS; i++) {
    NORMAL_X[i] = Math.sqrt(-2 * log(AREA / NORMAL_X[i - 1]! + density));
    density = exp(-0.5 * NORMAL_X[i]! * NORMAL_X[i]!);
  }
  for (let i = 0; i < NORMAL_LAYERS; i++) NORMAL_RATIO[i] = NORMAL_X[i + 1]! / NORMAL_X[i]!;
}
