import { WORLDS } from '@legible/lab';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { Trouble } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { dollars, keep, keptQuery, readFile } from './kept.ts';
import './lab.css';

const [WORLD_ID = 'fraud', ENTRY] = Object.entries(WORLDS)[0] ?? [];

export function LabPage() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const chooser = useRef<HTMLInputElement>(null);
  const names = Object.keys(ENTRY?.references ?? {});
  const [from, setFrom] = useState(names[0] ?? '');
  const kept = useQuery(keptQuery);

  const begin = useMutation({
    mutationFn: async (chosen: File | null) => {
      const id = crypto.randomUUID();
      const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
      const file = chosen
        ? readFile(JSON.parse(await chosen.text()))
        : readFile({
            version: 1,
            world: WORLD_ID,
            seed,
            volume: ENTRY?.world.defaultVolume,
            plan: ENTRY?.references[from],
            actions: [],
          });
      const lastDay = file.actions.at(-1)?.day ?? -1;
      await keep(id, file.plan.name, { file, day: lastDay + 1, saved: null }, 0);
      return id;
    },
    onSuccess: async (id) => {
      await queries.invalidateQueries({ queryKey: keptQuery.queryKey });
      await navigate({ to: '/lab/$runId', params: { runId: id } });
    },
  });
  const [start, bring] = useActions([
    { id: 'lab.start', label: 'Start a run', key: 'n', group: 'Lab', handler: () => begin.mutate(null) },
    { id: 'lab.import', label: 'Import a run', key: 'i', group: 'Lab', handler: () => chooser.current?.click() },
  ]);
  return (
    <Page
      title="Lab"
      intro="You run a simulated product for twelve weeks; its logs lie the way real logs lie. Afterwards you see the truth and what each of your decisions cost."
    >
      <div className="stack">
        <label className="stack lab-from">
          <span className="label">Start from the plan</span>
          <select className="input" value={from} onChange={(event) => setFrom(event.target.value)}>
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <div className="row">
          {start && <ActionButton action={start} look="primary" />}
          {bring && <ActionButton action={bring} />}
          <input
            ref={chooser}
            type="file"
            accept=".json,application/json"
            hidden
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              event.target.value = '';
              if (chosen) begin.mutate(chosen);
            }}
          />
        </div>
        {(begin.error ?? kept.error) && <Trouble error={begin.error ?? kept.error} />}
        <h2>Runs you kept</h2>
        {kept.data?.length === 0 && <p>None yet. Start one: you can change every decision before launch.</p>}
        {kept.data && kept.data.length > 0 && (
          <table>
            <thead>
              <tr>
                <th>Plan</th>
                <th>Seed</th>
                <th>Day</th>
                <th className="number">Saved</th>
              </tr>
            </thead>
            <tbody>
              {kept.data.map(({ id, title, run }) => (
                <tr key={id}>
                  <td>
                    <Link to="/lab/$runId" params={{ runId: id }}>
                      {title}
                    </Link>
                  </td>
                  <td>{run.file.seed}</td>
                  <td>{run.day}</td>
                  <td className="number">{run.saved === null ? 'not known yet' : dollars(run.saved)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Page>
  );
}
