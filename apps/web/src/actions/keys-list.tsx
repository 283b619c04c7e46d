import { Fragment } from 'react';
import { keyLabel } from './action.ts';
import { useAllActions } from './store.ts';

/** Every action that has a key, by group. */
export function KeysList() {
  const groups = Map.groupBy(
    useAllActions().filter(({ key }) => key),
    ({ group }) => group,
  );
  return (
    <div className="keys-list">
      {[...groups].map(([group, actions]) => (
        <section key={group}>
          <h3>{group}</h3>
          <dl>
            {actions.map((action) => (
              <Fragment key={action.id}>
                <dt>{action.label}</dt>
                <dd>
                  <kbd>{keyLabel(action.key ?? '')}</kbd>
                </dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
