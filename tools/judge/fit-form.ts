/** Fits the forms of reasoning. */
import { formScores, TARGETS, type FormModel } from '@legible/judge/scorer/model';
import { targetOf, type Example } from './examples.ts';
import { fitTarget, predictions, type OutOfFold } from './fit-target.ts';

const LAMBDA = 1000;

/** Keeps a feature only where its sign of influence is the same in every making, so that a habit of one making cannot count. */
function consistent(examples: readonly Example[], target: number, spread: Float64Array): boolean[] {
  const makings = [...new Set(examples.map((example) => example.answer.making))].filter(
    (making) => examples.filter((e) => e.answer.making === making && targetOf(e, target) !== undefined).length >= 30,
  );
  const width = examples[0]!.dense.length;
  const keep = Array.from({ length: width }, () => true);
  for (let k = 0; k < width; k++) {
    if (spread[k]! < 1e-6) {
      keep[k] = false;
      continue;
    }
    let sign = 0;
    for (const making of makings) {
      const own = examples.filter((e) => e.answer.making === making && targetOf(e, target) !== undefined);
      const my = own.reduce((s, e) => s + targetOf(e, target)!, 0) / own.length;
      const mx = own.reduce((s, e) => s + e.dense[k]!, 0) / own.length;
      let xy = 0,
        xx = 0,
        yy = 0;
      for (const e of own) {
        const dx = e.dense[k]! - mx,
          dy = targetOf(e, target)! - my;
        xy += dx * dy;
        xx += dx * dx;
        yy += dy * dy;
      }
      const t = xx === 0 || yy === 0 ? 0 : (xy / Math.sqrt(xx * yy)) * Math.sqrt(own.length);
      if (Math.abs(t) < 0.7 || (sign !== 0 && Math.sign(t) !== sign)) {
        keep[k] = false;
        break;
      }
      sign = Math.sign(t);
    }
  }
  return keep;
}

export function fitForm(examples: readonly Example[], groups: readonly string[]): { model: FormModel; out: OutOfFold } {
  const n = examples.length;
  const width = examples[0]!.dense.length;
  const center = new Float64Array(width);
  const spread = new Float64Array(width);
  for (let k = 0; k < width; k++) {
    for (const e of examples) center[k]! += e.dense[k]! / n;
    for (const e of examples) spread[k]! += (e.dense[k]! - center[k]!) ** 2 / n;
    spread[k] = Math.sqrt(spread[k]!);
  }
  const safe = spread.map((value) => Math.max(value, 1e-3));
  const z = examples.map((e) => e.dense.map((value, k) => (value - center[k]!) / safe[k]!));
  const weights = new Float64Array(TARGETS.length * width);
  const intercepts = new Float64Array(TARGETS.length);
  const scores = TARGETS.map((_, target) => {
    const keep = consistent(examples, target, spread).flatMap((ok, k) => (ok ? [k] : []));
    const kernel = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++) {
        let s = 0;
        for (const k of keep) s += z[i]![k]! * z[j]![k]!;
        kernel[i * n + j] = s;
        kernel[j * n + i] = s;
      }
    const { fit, rows } = fitTarget(examples, kernel, groups, target, LAMBDA);
    intercepts[target] = fit.intercept;
    rows.forEach((i, a) => {
      for (const k of keep) weights[target * width + k]! += fit.alpha[a]! * z[i]![k]!;
    });
    const model = { center, spread: safe, weights, intercepts };
    return predictions(examples, rows, fit, (i) => formScores(examples[i]!.dense, model)[target]!);
  });
  return { model: { center, spread: safe, weights, intercepts }, out: { scores } };
}
