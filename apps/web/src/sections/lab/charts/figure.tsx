import type { ReactNode } from 'react';

interface Props {
  readonly title: ReactNode;
  /** What the newest or the decisive figure is, beside the title. */
  readonly now?: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** One of the small multiples: its title and its figure stand over it, so that no legend is needed. */
export function Figure({ title, now, note, children }: Props) {
  return (
    <figure className="lab-figure">
      <figcaption>
        {title}
        {now !== undefined && <span className="lab-now">{now}</span>}
      </figcaption>
      {children}
      {note !== undefined && <p className="tiny soft">{note}</p>}
    </figure>
  );
}

interface RowsProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Title that the eye has already from a heading. */
  readonly hidden?: boolean;
}

/** A table that scrolls by itself where the page is narrow. */
export function Rows({ title, heads, rows, hidden = false }: RowsProps) {
  return (
    <div className="lab-scroll" tabIndex={0} role="region" aria-label={title}>
      <table>
        {!hidden && <caption>{title}</caption>}
        <thead>
          <tr>
            {heads.map((head, i) => (
              <th key={head} scope="col" className={i === 0 ? undefined : 'number'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head = '', ...cells]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {cells.map((cell, i) => (
                <td key={heads[i + 1]} className="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
