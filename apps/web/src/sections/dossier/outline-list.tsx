import type { OutlinePart } from '@legible/prep';

interface Props {
  readonly outline: readonly OutlinePart[];
  /** Which telling it is of, for those who hear the list by itself. */
  readonly heading: string;
  readonly onShow: (from: number, to: number) => void;
}

/** The parts, in order: those that are there, and the gaps with what to ask oneself. No score. */
export function OutlineList({ outline, heading, onShow }: Props) {
  return (
    <div>
      <h3>
        Outline<span className="visually-hidden"> of: {heading}</span>
      </h3>
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
                {before !== null && <span className="soft">: told before “{before}”. Turn them round.</span>}
              </>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
