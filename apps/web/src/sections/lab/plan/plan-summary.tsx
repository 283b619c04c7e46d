import type { PlanBase, World } from '@legible/lab';
import { gist, groupsOf } from './groups.ts';
import type { Json } from './groups.ts';

/** The plan as it was launched, a line for each part. */
export function PlanSummary({ plan, world }: { readonly plan: PlanBase; readonly world: World }) {
  const document = plan as unknown as Json;
  return (
    <section className="stack">
      <h2>The plan</h2>
      <dl className="lab-summary">
        {groupsOf(world.fields, document).map((group) => (
          <div key={group.id}>
            <dt>{group.title}</dt>
            <dd>{gist(group, document)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
