import type { BaseAction, World } from '@legible/lab';
import { useState } from 'react';
import { ActionButton } from '../../../actions/action-button.tsx';
import { useActions } from '../../../actions/store.ts';
import { spaced } from '../charts/scale.ts';
import { priceOf } from './day-figures.ts';

interface Props {
  readonly world: World;
  readonly enabled: boolean;
  readonly act: (action: BaseAction) => void;
}

/** Everything that can be done on a day, with what it costs. */
export function ActionDesk({ world, enabled, act }: Props) {
  const [kind, setKind] = useState(world.actions[0]?.kind ?? '');
  const [choice, setChoice] = useState('');
  const [value, setValue] = useState(0.5);
  const card = world.actions.find((one) => one.kind === kind);
  const takes = card?.takes;
  const choices = takes?.kind === 'choice' ? takes.choices : [];
  const chosen = choices.includes(choice) ? choice : (choices[0] ?? '');
  const wrong =
    takes?.kind === 'number' && !(value >= takes.min && value <= takes.max)
      ? `Give a ${takes.unit} from ${takes.min} to ${takes.max}.`
      : '';
  const [go] = useActions([
    {
      id: 'lab.act',
      label: 'Do it, and live the day',
      key: 'a',
      group: 'Lab',
      enabled: enabled && card !== undefined && wrong === '',
      handler: () =>
        act({
          day: 0,
          kind,
          ...(takes && { [takes.name]: takes.kind === 'choice' ? chosen : value }),
        } as BaseAction),
    },
  ]);
  const title = (name: string): string =>
    world.features.find((feature) => feature.name === name)?.title ?? spaced(name);
  return (
    <div className="stack lab-desk">
      <div className="row">
        <select className="input" aria-label="Action" value={kind} onChange={(event) => setKind(event.target.value)}>
          {world.actions.map((one) => (
            <option key={one.kind} value={one.kind}>
              {one.title} ({priceOf(one.kind, world)})
            </option>
          ))}
        </select>
        {takes?.kind === 'choice' && (
          <select
            className="input"
            aria-label="Of what"
            value={chosen}
            onChange={(event) => setChoice(event.target.value)}
          >
            {choices.map((name) => (
              <option key={name} value={name}>
                {title(name)}
              </option>
            ))}
          </select>
        )}
        {takes?.kind === 'number' && (
          <input
            className="input lab-narrow"
            aria-label={`New ${spaced(kind)}, ${takes.unit}`}
            aria-invalid={wrong !== ''}
            aria-describedby="action-says"
            type="number"
            min={takes.min}
            max={takes.max}
            step="any"
            value={Number.isNaN(value) ? '' : value}
            onChange={(event) => setValue(event.target.valueAsNumber)}
          />
        )}
        {go && <ActionButton action={go} />}
      </div>
      <p className="small soft" id="action-says">
        {card?.says} {wrong && <strong className="lab-problem">{wrong}</strong>}
      </p>
    </div>
  );
}
