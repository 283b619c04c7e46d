/** How well passages of real people are judged by fits that had not seen their documents. */
import { SIGNALS } from '@legible/judge';
import { passageScore, passed, readingAt, TARGETS, type Blend } from '@legible/judge/scorer/model';
import { kappa } from './agreement.ts';
import { bootstrap, type Interval } from './bootstrap.ts';
import { VERDICT } from './examples.ts';
import { unseenReadings } from './fit-passages.ts';
import { levelOf, type MeasuredPassage } from './passages.ts';

export interface PassageFigures {
  readonly target: string;
  readonly n: number;
  readonly agreement: Interval;
}

/**
 * Agreement on the passages, each read as far as a passage, and else as an answer, as unseen `shares` say. What is refused as
 * no answer, and what is capped for want of evidence, needs their words and is left out.
 */
export function passageFigures(
  passages: readonly MeasuredPassage[],
  shares: readonly number[],
  blends: readonly Blend[],
): PassageFigures[] {
  const unseen = unseenReadings(passages);
  return TARGETS.flatMap((name, target): PassageFigures[] => {
    if (!blends[target]!.passage.own) return [];
    const lowest = target === VERDICT ? 1 : 0;
    const rows = passages.flatMap((passage, i) => {
      if (levelOf(passage, target) === undefined) return [];
      const share = shares[i]!;
      const { readings, blends: own } = unseen[i]!;
      const read = passageScore(
        target,
        readings,
        passage.signals,
        own.map((one) => ({ passage: one })),
      );
      const score = (1 - share) * passage.answer[target]! + share * read;
      return [
        {
          document: passage.document,
          given: lowest + passed(score, readingAt(blends[target]!.readings, share).cuts),
          grades: passage.grades.flatMap((grade) =>
            target === VERDICT ? grade.verdict : (grade.signals[SIGNALS[target]!] ?? []),
          ),
        },
      ];
    });
    const agreement = (of: readonly (typeof rows)[number][]): number => {
      const pairs = of.flatMap(({ given, grades }) => grades.map((grade) => [given, grade] as const));
      return kappa(
        pairs.map(([given]) => given),
        pairs.map(([, grade]) => grade),
      );
    };
    return [{ target: name, n: rows.length, agreement: bootstrap(rows, ({ document }) => document, agreement) }];
  });
}
