import type { BaseReport, Point } from '@legible/lab';
import { Figure, Rows } from '../charts/figure.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { brief, spaced, titled } from '../charts/scale.ts';

type Flat = Readonly<Record<string, string | number | boolean | null>>;

const isFlat = (value: unknown): value is Flat =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((one) => one === null || ['string', 'number', 'boolean'].includes(typeof one));
const isFlatList = (value: unknown): value is readonly Flat[] =>
  Array.isArray(value) && value.length > 0 && value.every(isFlat);
const isCurve = (value: unknown): value is readonly Point[] =>
  isFlatList(value) &&
  value.every((one) => typeof one['x'] === 'number' && 'y' in one && Object.keys(one).length === 2);

const shown = (value: Flat[string] | undefined): string =>
  typeof value === 'number'
    ? brief(value)
    : typeof value === 'string'
      ? value
      : value === true
        ? 'yes'
        : value === false
          ? 'no'
          : 'none';

/** What is in the report, with the parts of parts taken out: "firstPlace" holds "estimates". */
function entriesOf(report: BaseReport, known: ReadonlySet<string>): readonly (readonly [string, unknown])[] {
  return Object.entries(report)
    .filter(([name]) => !known.has(name))
    .flatMap(([name, value]): readonly (readonly [string, unknown])[] => {
      if (typeof value !== 'object' || value === null || Array.isArray(value) || isFlat(value)) return [[name, value]];
      return Object.entries(value).map(([inner, part]) => [
        `${name} ${inner}`,
        typeof part === 'object' ? part : { [inner]: part },
      ]);
    })
    .filter(([, value]) => isFlat(value) || isFlatList(value));
}

/** True where a world reports more than the page knows by name, and it can be drawn. */
export const hasOthers = (report: BaseReport, known: ReadonlySet<string>): boolean =>
  entriesOf(report, known).length > 0;

/** Curves and tables of a world of which the page knows no more than their names. */
export function OtherFigures({ report, known }: { readonly report: BaseReport; readonly known: ReadonlySet<string> }) {
  const values = entriesOf(report, known);
  const curves = values.flatMap(([name, value]) => (isCurve(value) ? [[name, value] as const] : []));
  return (
    <>
      {curves.length > 0 && (
        <div className="lab-multiples">
          {curves.map(([name, points]) => (
            <Figure key={name} title={titled(name)}>
              <LineChart points={points} label={`${titled(name)}, ${points.length} points.`} zero={false} />
            </Figure>
          ))}
        </div>
      )}
      {values.map(([name, value]) => {
        if (isCurve(value)) return null;
        const rows = isFlatList(value)
          ? value
          : isFlat(value)
            ? Object.entries(value).map(([key, one]) => ({ what: spaced(key), value: one }))
            : [];
        const keys = Object.keys(rows[0] ?? {});
        return (
          <Rows
            key={name}
            title={titled(name)}
            heads={keys.map(titled)}
            rows={rows.map((row) => keys.map((key) => shown((row as Flat)[key])))}
          />
        );
      })}
    </>
  );
}
