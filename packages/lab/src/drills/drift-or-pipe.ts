import { byLevel, fixed, mean, range, rounded, spanOf, type DrillKind } from './kind.ts';

const STORIES = ['The world drifts', 'A pipe broke', 'A campaign, now over', 'Nothing: chance'] as const;
const SOURCES = ['Web', 'Phone app', 'Partners'] as const;
const DAYS = 36;

/** Standard errors of the means of the first, the middle and the last twelve days against one another. */
function shifts(line: readonly number[]): { middle: number; end: number } {
  const parts = range(3).map((k) => line.slice(12 * k, 12 * k + 12));
  const first = mean(parts[0]!);
  const sd = Math.sqrt(mean(parts[0]!.map((x) => (x - first) * (x - first))) * (12 / 11));
  const error = sd * Math.sqrt(2 / 12);
  return { middle: (mean(parts[1]!) - first) / error, end: (mean(parts[2]!) - first) / error };
}

export const kind: DrillKind = {
  id: 'drift-or-pipe',
  title: 'Tell drift from a broken pipe',
  trains: 'reading a shift',
  make(stream, level) {
    const story = stream.below(STORIES.length);
    const broken = stream.below(SOURCES.length);
    const base = stream.between(40, 90);
    const sd = base * 0.04;
    const size = byLevel(level, [7, 4.5, 3.5]) * (stream.chance(0.5) ? 1 : -1);
    const breaks = 13 + stream.below(8);
    const lines = SOURCES.map((_, s) =>
      range(DAYS).map((day) => {
        const moved =
          story === 0
            ? Math.max(0, day - 8) / (DAYS - 8)
            : story === 1
              ? s === broken && day >= breaks
                ? 1
                : 0
              : story === 2
                ? day >= 13 && day < 22
                  ? 1
                  : 0
                : 0;
        return rounded(base * (1 + 0.1 * s) + sd * (stream.normal() + size * moved), 2);
      }),
    );
    const found = lines.map(shifts);
    const clear = ({ middle, end }: { middle: number; end: number }) =>
      [middle, end].every((z) => Math.abs(z) < 2 || Math.abs(z) > 4);
    const ended = found.filter(({ end }) => Math.abs(end) > 4).length;
    const passed = found.filter(({ middle, end }) => Math.abs(middle) > 4 && Math.abs(end) < 2).length;
    const told =
      ended === 3 ? 0 : ended === 1 ? 1 : ended === 0 && passed === 3 ? 2 : ended === 0 && passed === 0 ? 3 : null;
    const quiet = found.filter(({ middle, end }) => Math.abs(middle) < 2 && Math.abs(end) < 2).length;
    if (told !== story || (story === 1 && quiet !== 2) || (story !== 0 && !found.every(clear))) return null;
    const order = stream.shuffle(range(STORIES.length));
    return {
      asks: 'What happened to this feature?',
      given: [
        'Its daily mean, by where the request came from.',
        ...(level === 1 ? ['The dashed line is the mean of the first twelve days.'] : []),
      ],
      pictures: SOURCES.map((title, s) => ({
        title,
        mark: 'line',
        x: 'day',
        y: 'daily mean',
        points: lines[s]!.map((y, x) => ({ x, y })),
        span: spanOf(lines.flat()),
        ...(level === 1 ? { line: mean(lines[s]!.slice(0, 12)) } : {}),
      })),
      answer: { kind: 'choice', choices: order.map((i) => STORIES[i]!), right: order.indexOf(story) },
      why: [
        ...SOURCES.map(
          (name, s) =>
            `${name}: days 12 to 23 lie ${fixed(found[s]!.middle, 1)} standard errors from days 0 to 11, days 24 to 35 lie ${fixed(found[s]!.end, 1)}.`,
        ),
        'A pipe breaks in one source, on one day. The world moves in all of them. Retrain on the second; on the first, repair, or you teach the model the fault.',
      ],
      data: { order, ...Object.fromEntries(lines.map((line, s) => [`source${s}`, line])) },
    };
  },
};
