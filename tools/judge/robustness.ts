/** Runs the batteries through the committed judge. */
import { judge } from '@legible/judge';
import { BATTERIES, draws, type Battery } from './batteries.ts';
import type { GradedAnswer } from './data.ts';

export interface BatteryResult {
  readonly battery: Battery;
  readonly n: number;
  /** Mean change of the verdict (`rise`), mean absolute change (`move`), or mean excess over 1 (`floor`). */
  readonly change: number;
  /** The same for the unrounded score. */
  readonly score: number;
  readonly holds: boolean;
}

/** `answers` are changed; `all` serves good answers to other questions. Deterministic. */
export function runBatteries(
  answers: readonly GradedAnswer[],
  all: readonly GradedAnswer[],
  only?: readonly string[],
): BatteryResult[] {
  const before = answers.map((answer) => judge(answer.text, answer.question));
  const good = all.filter((answer) => answer.verdict >= 3.5);
  return BATTERIES.filter((battery) => only === undefined || only.includes(battery.id)).map(
    (battery): BatteryResult => {
      const draw = draws(7);
      let n = 0;
      let change = 0;
      let score = 0;
      answers.forEach((answer, i) => {
        const others = good.filter((other) => other.question.id !== answer.question.id).map((other) => other.text);
        const text = battery.change(answer.text, answer.question, draw, others);
        if (text === null || text.length > 20_000) return;
        const after = judge(text, answer.question);
        const old = before[i]!;
        n++;
        const [dv, ds] =
          battery.law === 'floor'
            ? [after.verdict - 1, after.score - 1]
            : [after.verdict - old.verdict, after.score - old.score];
        change += battery.law === 'move' ? Math.abs(dv) : dv;
        score += battery.law === 'move' ? Math.abs(ds) : ds;
      });
      const mean = change / Math.max(1, n);
      return { battery, n, change: mean, score: score / Math.max(1, n), holds: mean <= battery.allowed + 1e-9 };
    },
  );
}
