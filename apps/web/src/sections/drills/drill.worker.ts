import { makeDrill, type Drill } from '@legible/lab/drills/index';

export interface Wanted {
  readonly kind: string;
  readonly level: number;
  readonly seed: number;
}
export type Made = { readonly drill: Drill } | { readonly failed: string };

addEventListener('message', ({ data }: MessageEvent<Wanted>) => {
  let made: Made;
  try {
    made = { drill: makeDrill(data.kind, data.level, data.seed) };
  } catch (error) {
    made = { failed: error instanceof Error ? error.message : String(error) };
  }
  postMessage(made);
});
