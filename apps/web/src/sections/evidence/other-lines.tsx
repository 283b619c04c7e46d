import type { Evidence } from '@legible/prep/evidence/index';
import { plural } from '../../paper/names.ts';

interface Props {
  readonly evidence: Evidence;
  readonly onAdd: (line: number, text: string) => void;
}

/** The lines that no claim was found in, so that the user can see that nothing was lost, and use one. */
export function OtherLines({ evidence, onAdd }: Props) {
  const claimed = new Set(evidence.claims.map(({ line }) => line));
  const others = evidence.lines.filter(({ number }) => !claimed.has(number));
  if (others.length === 0) return null;
  return (
    <details className="other-lines">
      <summary>{plural(others.length, 'other line')} of the file</summary>
      <p className="small soft">
        Names, titles, tools, schools. If one of them is something you did, use it: it counts as confirmed.
      </p>
      <ul className="other-list">
        {others.map(({ number, where, text }) => (
          <li key={number}>
            <span className="tiny soft">{where}</span>
            <span className="theirs">{text}</span>
            <button
              type="button"
              className="button quiet"
              onClick={() => onAdd(number, text)}
              aria-label={`Use: ${text.slice(0, 60)}`}
            >
              Use it
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
