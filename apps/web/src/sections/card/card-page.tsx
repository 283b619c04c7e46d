import { useQuery } from '@tanstack/react-query';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { CardFigure } from './card-figure.tsx';
import { loadCard } from './card-format.ts';
import type { CardSection } from './card-format.ts';
import './card.css';

/** The judge's own measured agreement, and what fools it. */
export function CardPage() {
  const { data, error, isPending } = useQuery({ queryKey: ['card'], queryFn: loadCard, staleTime: Infinity });
  return (
    <Page
      title="How good is this judge?"
      intro="It is a program, and it is wrong at times. These are its figures against people’s grades, on answers its training never saw; beside them, what a trivial judge would reach, and how far the graders agree with each other."
    >
      {error && <Trouble error={error} />}
      {isPending && <Waiting />}
      {data === null && (
        <div className="notice">
          <p>
            <strong>This build has no measured card.</strong>
          </p>
          <p>
            Run <code>npm run evaluate:judge</code> in the checkout and build again. Until then, trust no figure of it.
          </p>
        </div>
      )}
      {data && (
        <>
          {data.sections.length > 3 && (
            <nav className="card-contents" aria-label="On this page">
              <ol>
                {data.sections.map(({ id, title }) => (
                  <li key={id}>
                    <a href={`#card-${id}`}>{title}</a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          {data.sections.map((section) => (
            <Part key={section.id} section={section} />
          ))}
          <p className="small soft">Measured for {data.generatedFor}.</p>
        </>
      )}
    </Page>
  );
}

function Part({ section: { id, title, intro, table, plot } }: { readonly section: CardSection }) {
  const numeric = table?.columns.map((_, column) =>
    table.rows.every(
      (row) => typeof row[column] === 'number' || row[column] === null || /^[-+]?[\d.]/.test(String(row[column])),
    ),
  );
  return (
    <section className="card-part" id={`card-${id}`} aria-labelledby={`card-${id}-title`}>
      <h2 id={`card-${id}-title`}>{title}</h2>
      {intro.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph} className="card-intro">
          {paragraph}
        </p>
      ))}
      {plot && <CardFigure plot={plot} title={title} />}
      {table && (
        <div className="table-scroll" role="region" aria-label={`Table: ${title}`} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {table.columns.map((column, index) => (
                  <th key={index} scope="col" className={numeric?.[index] ? 'number' : ''}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, line) => (
                <tr key={`${line}-${row[0]}`}>
                  {row.map((cell, index) => (
                    <td key={index} className={numeric?.[index] ? 'number' : ''}>
                      {cell === null ? '–' : typeof cell === 'number' ? figure(cell) : cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** Counts whole, everything else to two places. */
const figure = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(2));
