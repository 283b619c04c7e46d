import type { OutlinePart } from '@legible/prep';

interface Props {
  readonly outline: readonly OutlinePart[];
  readonly onShow: (from: number, to: number) => void;
}

/** The parts, in order: those that are there, and the gaps with what to ask oneself. No score. */
export function OutlineList({ outline, onShow }: Props) {
  return (
    <section aria-label="Outline">
      <h3>Outline</h3>
      <ol className="outline">
        {outline.map(({ id, label, ask, at, before }) => (
          <li key={id} className={at === null ? 'gap' : before === null ? 'there' : 'early'} data-part={id}>
            {at === null ? (
              <>
                <strong>{label}: not there.</strong> <span className="soft">{ask}</span>
              </>
            ) : (
              <>
                <button type="button" className="link" onClick={() => onShow(at.from, at.to)}>
                  {label}
                </button>
                {before !== null && (
                  <span className="soft"> comes before {before.toLowerCase()}. Turn them round.</span>
                )}
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
