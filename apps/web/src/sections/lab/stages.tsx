/** The stages of a run, in order. */
export const STAGES = [
  ['plan', 'Plan'],
  ['offline', 'Offline report'],
  ['live', 'Live'],
  ['truth', 'Truth and bill'],
] as const;
export type Stage = (typeof STAGES)[number][0];

interface Props {
  readonly reached: Stage;
  readonly shown: Stage;
  readonly onShow: (stage: Stage) => void;
}

/** Where the run stands, and the way back to what was before. */
export function Stages({ reached, shown, onShow }: Props) {
  const last = STAGES.findIndex(([stage]) => stage === reached);
  return (
    <nav aria-label="Stages of the run">
      <ol className="lab-stages">
        {STAGES.map(([stage, title], i) => (
          <li key={stage}>
            <button
              type="button"
              className="lab-stage"
              disabled={i > last}
              aria-current={stage === shown ? 'step' : undefined}
              onClick={() => onShow(stage)}
            >
              <span className="lab-stage-number">{i + 1}</span> {title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
