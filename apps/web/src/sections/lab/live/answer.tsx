import { spaced } from '../charts/scale.ts';

interface Props {
  readonly day: number;
  readonly what: string;
  readonly answer: unknown;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'number')
    return Number.isFinite(value) ? String(Number.isInteger(value) ? value : Number(value.toPrecision(3))) : 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.map(shown).join(', ') : String(value);
}

/** What a paid look brought back: one row for each group, or one for the whole. */
export function Answer({ day, what, answer }: Props) {
  const rows = (Array.isArray(answer) ? answer : [answer]) as readonly Readonly<Record<string, unknown>>[];
  const keys = Object.keys(rows[0] ?? {});
  const title = `Day ${day}: ${what}`;
  return (
    <div className="lab-scroll" tabIndex={0} role="region" aria-label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {keys.map((key) => (
              <th key={key} scope="col">
                {spaced(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              {keys.map((key) => (
                <td key={key}>{shown(row[key])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
