import {
  emptyInventory,
  FAILURE_MODES,
  parseInventory,
  roleFit,
  ROLE_LABELS,
  type FailureMode,
  type Inventory,
  type Owned,
} from '@legible/prep';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { forgetRecords, recordsQuery, toJson, type Records } from '../../server/prep.ts';
import { server } from '../../server/server.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import './dossier.css';

const MODE_ABOUT: Record<FailureMode, { readonly label: string; readonly ask: string }> = {
  data: { label: 'Data', ask: 'Wrong, late, missing or leaking data.' },
  evaluation: { label: 'Evaluation', ask: 'A number that said yes when the answer was no.' },
  serving: { label: 'Serving', ask: 'Latency, stale features, a fallback that was not there.' },
  rollout: { label: 'Rollout', ask: 'A launch, a migration, a way back.' },
  monitoring: { label: 'Monitoring', ask: 'Something broke and nobody was told, or everybody was.' },
  infrastructure: { label: 'Infrastructure', ask: 'A platform, a pipeline or a cluster that others stood on.' },
  research: { label: 'Research', ask: 'A method that did not work, and how you found out.' },
};
const OWNED_WORDS: Record<Owned, string> = {
  0: 'never met it',
  1: 'met it, somebody else’s',
  2: 'owned the fix',
  3: 'owned the decision and its cost',
};
const OWNED: readonly Owned[] = [0, 1, 2, 3];

/** What was filled in and not kept yet survives a lost page. */
const UNSENT = 'legible.inventory';
function unsentInventory(): Inventory | null {
  const stored = localStorage.getItem(UNSENT);
  return stored === null ? null : parseInventory(JSON.parse(stored));
}

/** Which failures one has owned, and which role that speaks for. */
export function RoleFitPage() {
  const { data, error } = useQuery(recordsQuery);
  return (
    <Page
      title="Which role fits"
      intro="A panel hires for failures you have already paid for. Say which, with one line each that a colleague could confirm."
    >
      {error && <Trouble error={error} />}
      {!data && !error && <Waiting />}
      {data && <RoleFit kept={data.inventory} />}
    </Page>
  );
}

function RoleFit({ kept }: { readonly kept: Records['inventory'] }) {
  const queries = useQueryClient();
  const [unsent] = useState(unsentInventory);
  const [inventory, setInventory] = useState<Inventory>(unsent ?? kept?.body ?? emptyInventory());
  const [changed, setChanged] = useState(unsent !== null);
  const save = useMutation({
    mutationFn: () =>
      server.saveDocument({
        params: { id: kept?.id ?? crypto.randomUUID() },
        body: {
          type: 'inventory',
          title: 'Failures owned',
          body: toJson(inventory),
          baseVersion: kept?.version ?? 0,
        },
      }),
    onSuccess: async () => {
      localStorage.removeItem(UNSENT);
      setChanged(false);
      await forgetRecords(queries);
    },
  });
  const [keep] = useActions([
    {
      id: 'role.keep',
      label: 'Keep it',
      key: 'Mod+Enter',
      group: 'Role fit',
      enabled: changed && !save.isPending,
      handler: () => save.mutate(),
    },
  ]);
  const put = (mode: FailureMode, part: { owned?: Owned; evidence?: string }) => {
    setChanged(true);
    const next = {
      entries: inventory.entries.map((entry) => (entry.mode === mode ? { ...entry, ...part } : entry)),
    };
    setInventory(next);
    localStorage.setItem(UNSENT, JSON.stringify(next));
  };
  const fits = roleFit(inventory);
  const said = inventory.entries.some(({ owned }) => owned > 0);
  return (
    <div className="role-fit">
      <div className="inventory">
        {FAILURE_MODES.map((mode) => {
          const entry = inventory.entries.find((one) => one.mode === mode);
          if (!entry) return null;
          return (
            <fieldset key={mode} className="inventory-row">
              <legend>
                <strong>{MODE_ABOUT[mode].label}</strong> <span className="small soft">{MODE_ABOUT[mode].ask}</span>
              </legend>
              <select
                className="input"
                aria-label={`${MODE_ABOUT[mode].label}: what you owned`}
                value={entry.owned}
                onChange={(event) => put(mode, { owned: OWNED.find((one) => String(one) === event.target.value) ?? 0 })}
              >
                {OWNED.map((owned) => (
                  <option key={owned} value={owned}>
                    {OWNED_WORDS[owned]}
                  </option>
                ))}
              </select>
              {entry.owned > 0 && (
                <input
                  className="input theirs"
                  aria-label={`${MODE_ABOUT[mode].label}: what shows it`}
                  placeholder="What happened, in one line"
                  maxLength={2000}
                  value={entry.evidence}
                  onChange={(event) => put(mode, { evidence: event.target.value })}
                />
              )}
              {entry.owned > 1 && entry.evidence.trim() === '' && (
                <p className="tiny">With no line to show, it counts as met and no more.</p>
              )}
            </fieldset>
          );
        })}
        {save.error && <Trouble error={save.error} />}
        {keep && <ActionButton action={keep} look="primary" />}
      </div>
      <section aria-labelledby="role-order">
        <h2 id="role-order">The order</h2>
        {!said && <p>Say at least one failure you have met. Without any, no order means anything.</p>}
        {said && (
          <ol className="role-list">
            {fits.map(({ role, fit, evidence, doubt, first }, index) => (
              <li key={role} className="role">
                <h3>
                  {index + 1}. {ROLE_LABELS[role]}{' '}
                  <span className="small soft">{Math.round(fit * 100)} of 100 of what its panel asks about</span>
                </h3>
                <p className="small">
                  {evidence.length === 0 ? (
                    'Nothing you can show speaks for it.'
                  ) : (
                    <>
                      Speaks for it:{' '}
                      {evidence.map(({ mode, evidence: line }, at) => (
                        <span key={mode}>
                          {at > 0 && '; '}
                          {MODE_ABOUT[mode].label.toLowerCase()} (<span className="theirs">{line}</span>)
                        </span>
                      ))}
                      .
                    </>
                  )}
                </p>
                <p className="small">
                  <strong>The likeliest doubt:</strong> {doubt.line}
                </p>
                {index > 0 && (
                  <p className="small soft">
                    {first === null
                      ? 'No single change would put it first.'
                      : `It would come first if, in ${MODE_ABOUT[first.mode].label.toLowerCase()}, you had ${OWNED_WORDS[first.to]}, with a line to show.`}
                  </p>
                )}
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}
