import { byLevel, clearBest, fixed, mean, range, rounded, sum, type DrillKind } from './kind.ts';

const MONITORS = [
  { name: 'Empty values in a feature', base: 0.02, sd: 0.004 },
  { name: 'Stability index of the score', base: 0.04, sd: 0.012 },
  { name: 'Length of the review queue', base: 60, sd: 6 },
  { name: 'Share of payments declined', base: 0.015, sd: 0.002 },
  { name: 'Chargebacks for each thousand', base: 1.1, sd: 0.15 },
] as const;
const DAYS = 42;
const QUIET = 14;

export const kind: DrillKind = {
  id: 'first-monitor',
  title: 'Which monitor fires first',
  trains: 'monitors and their delay',
  make(stream, level) {
    const monitors = stream.shuffle([...MONITORS]).slice(0, byLevel(level, [3, 4, 5]));
    const inARow = byLevel(level, [1, 2, 2]);
    const from = QUIET + 2 + stream.below(5);
    const series = monitors.map(({ name, base, sd }) => {
      // Chargebacks come weeks after the payment that they are about.
      const start =
        from + (name.startsWith('Chargebacks') ? 12 + stream.below(6) : stream.below(byLevel(level, [10, 8, 6])));
      const climb = byLevel(level, [2.5, 1.2, 0.8]) * stream.between(0.6, 1.4);
      const blip = level > 1 ? from - 1 - stream.below(2) : -1;
      return range(DAYS).map((day) => {
        const spike = day === blip && stream.chance(0.5) ? 5 : 0;
        return rounded(
          Math.max(0, base + sd * (stream.normal() + spike + Math.min(9, climb * Math.max(0, day - start)))),
          4,
        );
      });
    });
    const limits = (divisor: number) => series.map((line) => limitOf(line.slice(0, QUIET), divisor));
    const thresholds = limits(QUIET);
    const fires = series.map((line, m) => firstRun(line, thresholds[m]!, inARow));
    // The answer must not hang on whether a deviation is divided by the days or by one less.
    const other = limits(QUIET - 1).map((limit, m) => firstRun(series[m]!, limit, inARow));
    if (fires.some((day, m) => day === null || day !== other[m])) return null;
    const days = fires.map((day) => day ?? DAYS);
    const right = clearBest(
      days.map((day) => -day),
      byLevel(level, [4, 2, 1]),
    );
    if (right === null || days[right]! < QUIET) return null;
    const names = monitors.map(({ name }) => name);
    return {
      asks: 'Which monitor fires first?',
      given: [
        `A monitor fires on the ${inARow === 1 ? 'first day' : 'second day in a row'} above its limit: the mean of days 0 to 13 plus three of their standard deviations.`,
        level < 3 ? 'The dashed line is the limit.' : 'The limit is not drawn: judge it from the quiet days.',
      ],
      pictures: names.map((title, m) => ({
        title,
        mark: 'line',
        x: 'day',
        y: '',
        points: series[m]!.map((y, x) => ({ x, y })),
        ...(level < 3 ? { line: thresholds[m]! } : {}),
      })),
      answer: { kind: 'choice', choices: names, right },
      why: [
        ...names.map((name, m) => `${name}: limit ${fixed(thresholds[m]!, 3)}, fires on day ${days[m]}.`),
        inARow === 1
          ? 'What waits for an outcome fires last. A limit that asks for one day alone is crossed by chance sooner or later.'
          : 'What waits for an outcome fires last. One high day is noise; that is why a limit asks for two.',
      ],
      data: { inARow: [inARow], ...Object.fromEntries(series.map((line, m) => [`series${m}`, line])) },
    };
  },
};

/** Mean and three standard deviations of the quiet days. */
function limitOf(quiet: readonly number[], divisor: number): number {
  const m = mean(quiet);
  return m + 3 * Math.sqrt(sum(quiet.map((x) => (x - m) * (x - m))) / divisor);
}

function firstRun(line: readonly number[], limit: number, inARow: number): number | null {
  let above = 0;
  for (const [day, value] of line.entries()) {
    above = value > limit ? above + 1 : 0;
    if (above >= inARow) return day;
  }
  return null;
}
