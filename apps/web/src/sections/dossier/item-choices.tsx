import {
  alsoFits,
  AREAS,
  FAILURE_KINDS,
  SLOT_ABOUT,
  USUALLY_DOMINANT,
  type Area,
  type FailureKind,
  type Item,
} from '@legible/prep';

const AREA_LABELS: Record<Area, string> = {
  search: 'Search',
  recommendations: 'Recommendations',
  fraud: 'Fraud',
  other: 'Something else',
};

interface Props {
  readonly item: Item;
  readonly onChange: (item: Item) => void;
}

/** What the item is told of: kinds of failure, whether it happened in the lab, the product's area. */
export function ItemChoices({ item, onChange }: Props) {
  if (item.type === 'narrative') {
    const { body } = item;
    return (
      <div className="choices">
        <label>
          <span className="label">Area</span>
          <select
            className="input"
            value={body.area}
            onChange={(event) => {
              const area = AREAS.find((known) => known === event.target.value);
              if (area) onChange({ type: 'narrative', body: { ...body, area } });
            }}
          >
            {AREAS.map((area) => (
              <option key={area} value={area}>
                {AREA_LABELS[area]}
              </option>
            ))}
          </select>
        </label>
        <p className="small soft">{USUALLY_DOMINANT[body.area]}</p>
      </div>
    );
  }
  if (item.type !== 'story') return null;
  const { body } = item;
  const also = alsoFits(item);
  const toggle = (kind: FailureKind, on: boolean) => {
    const failures = FAILURE_KINDS.filter((known) => (known === kind ? on : body.failures.includes(known)));
    if (failures.length > 0) onChange({ type: 'story', body: { ...body, failures } });
  };
  return (
    <div className="choices">
      {body.kind === 'failure' && (
        <fieldset className="choice-row">
          <legend className="label">It is a story of</legend>
          {FAILURE_KINDS.map((kind) => {
            const on = body.failures.includes(kind);
            return (
              <label key={kind}>
                <input
                  type="checkbox"
                  checked={on}
                  // A failure story is of one kind at least.
                  disabled={on && body.failures.length === 1}
                  onChange={(event) => toggle(kind, event.target.checked)}
                />{' '}
                {SLOT_ABOUT[kind].label.replace('Failure from ', '')}
              </label>
            );
          })}
        </fieldset>
      )}
      {also.map((kind) => (
        <p className="small" key={kind}>
          It would also answer for {SLOT_ABOUT[kind].label.toLowerCase().replace('failure from ', 'a failure from ')}.{' '}
          <button type="button" className="link" onClick={() => toggle(kind, true)}>
            Use it for both
          </button>
        </p>
      ))}
      <label className="small">
        <input
          type="checkbox"
          checked={body.simulated}
          onChange={(event) => onChange({ type: 'story', body: { ...body, simulated: event.target.checked } })}
        />{' '}
        It happened in the lab, not at work
      </label>
    </div>
  );
}
