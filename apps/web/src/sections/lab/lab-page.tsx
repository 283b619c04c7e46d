import { WORLDS } from '@legible/lab';
import type { WorldEntry } from '@legible/lab';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { day } from '../../paper/names.ts';
import { forgetRecords } from '../../server/prep.ts';
import { Confirm } from '../../shell/confirm.tsx';
import { Trouble } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { titled } from './charts/scale.ts';
import { guideOf } from './guide/guide.ts';
import { dollars, forgetRun, keep, keptQuery, newRun, readFile, readFileText } from './kept.ts';
import type { Kept, KeptRun } from './kept.ts';
import { whoMakes } from './references.ts';
import './lab.css';

type Start =
  | { readonly how: 'guide' }
  | { readonly how: 'free'; readonly reference: string }
  | { readonly how: 'file'; readonly chosen: File };

function guidedRun(entry: WorldEntry): KeptRun {
  const { world, references } = entry;
  const guide = guideOf(world.id);
  if (!guide) throw new Error(`There is no guided run of ${world.title} yet.`);
  const plan = guide.plan(references);
  const file = readFile({
    version: 1,
    world: world.id,
    seed: guide.seed,
    volume: world.defaultVolume,
    plan,
    actions: [],
  });
  return newRun(file, { guide: { plan: 0, offline: 0, truth: 0 } });
}

async function startOf(start: Start, entry: WorldEntry): Promise<KeptRun> {
  if (start.how === 'guide') return guidedRun(entry);
  if (start.how === 'file') return newRun(readFileText(await start.chosen.text()), { brought: true });
  const { world, references } = entry;
  const [seed = 0] = crypto.getRandomValues(new Uint16Array(1));
  const plan = references[start.reference];
  return newRun(readFile({ version: 1, world: world.id, seed, volume: world.defaultVolume, plan, actions: [] }));
}

export function LabPage() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const chooser = useRef<HTMLInputElement>(null);
  const entries = Object.values(WORLDS);
  const [picked, setWorldId] = useState('');
  const kept = useQuery(keptQuery);
  const runs = kept.data?.runs ?? [];
  const waiting = runs.filter(({ run }) => run.guide !== null && run.resultId === null);
  const worldId = picked || (waiting[0]?.run.file.world ?? entries[0]?.world.id ?? '');
  const entry = WORLDS[worldId] ?? entries[0];
  const names = Object.keys(entry?.references ?? {});
  const [from, setFrom] = useState('');
  const reference = names.includes(from) ? from : (names.find((name) => name === 'textbook') ?? names[0] ?? '');
  const guidedOpen = waiting.find(({ run }) => run.file.world === entry?.world.id);
  const guideHere = guideOf(entry?.world.id ?? '');
  const hasGuide = guideHere !== undefined;
  const begin = useMutation({
    mutationFn: async (start: Start) => {
      if (!entry) throw new Error('There is no world to run.');
      const id = crypto.randomUUID();
      const run = await startOf(start, entry);
      await keep(id, run.file.plan.name, run, 0);
      return id;
    },
    onSuccess: async (id) => {
      await queries.invalidateQueries({ queryKey: keptQuery.queryKey });
      await navigate({ to: '/lab/$runId', params: { runId: id } });
    },
  });
  const first = runs.length === 0;
  const actions = useActions([
    {
      id: 'lab.guide',
      label: guidedOpen ? 'Go on with the guided run' : first ? 'Start the guided run' : 'Take the guided run',
      key: 'g g',
      group: 'Lab',
      enabled: hasGuide && !begin.isPending && !kept.isPending,
      handler: () =>
        guidedOpen
          ? void navigate({ to: '/lab/$runId', params: { runId: guidedOpen.id } })
          : begin.mutate({ how: 'guide' }),
    },
    {
      id: 'lab.start',
      label: 'Start from this plan',
      key: 'n',
      group: 'Lab',
      enabled: !begin.isPending,
      handler: () => begin.mutate({ how: 'free', reference }),
    },
    {
      id: 'lab.import',
      label: 'Open a run from a file',
      key: 'i',
      group: 'Lab',
      enabled: !begin.isPending,
      handler: () => chooser.current?.click(),
    },
  ]);
  const [guide, start, bring] = actions;
  const error = begin.error ?? kept.error;
  return (
    <Page
      title="Lab"
      intro="You run a simulated product for twelve weeks. Its logs lie the way real logs lie. Afterwards you see the truth, and what each of your decisions cost."
    >
      <div className="stack lab-home">
        {error && <Trouble error={error} />}
        {hasGuide && (first || guidedOpen) && kept.data && (
          <section className="lab-card stack">
            <h2>{guidedOpen ? 'Your guided run waits for you' : 'Begin here: ten minutes, one decision at a time'}</h2>
            <p className="lab-prose">
              {guidedOpen
                ? 'It is kept where you left it.'
                : `You make ${guideHere.decisions.length} decisions about ${guideHere.about}, say what you expect, launch it, live with it, and get the bill. No code, nothing to know beforehand. You can leave at any time and go on later.`}
            </p>
            <div>{guide && <ActionButton action={guide} look="primary large" />}</div>
          </section>
        )}
        {runs.length > 0 && <RunsTable runs={runs} />}
        {(kept.data?.unreadable ?? []).map(({ id, title, reason }) => (
          <p key={id} className="small">
            “{title}” cannot be read by this build: {reason}
          </p>
        ))}
        <section className="stack">
          <h2>{first ? 'Or start by yourself, from a plan' : 'A new run, from a plan'}</h2>
          {entries.length > 1 && (
            <label className="row small">
              World
              <select className="input" value={worldId} onChange={(event) => setWorldId(event.target.value)}>
                {entries.map(({ world }) => (
                  <option key={world.id} value={world.id}>
                    {world.title}
                  </option>
                ))}
              </select>
            </label>
          )}
          <p className="soft lab-prose">{entry?.world.says}</p>
          {entry && <Plans entry={entry} chosen={reference} onChoose={setFrom} />}
          <div className="row">
            {start && <ActionButton action={start} {...(!first && { look: 'primary' })} />}
            {bring && <ActionButton action={bring} look="quiet" />}
            {!first && !guidedOpen && hasGuide && guide && <ActionButton action={guide} look="quiet" />}
          </div>
        </section>
        <p className="small">
          <Link to="/lab/honesty">Which tools lie, and when</Link>: each estimator and monitor of the lab against the
          truth. <Link to="/lab/standings">Does judgment pay?</Link>: careful, naive and random plans over the same
          seeds.
        </p>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          aria-label="A run file"
          hidden
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            if (chosen) begin.mutate({ how: 'file', chosen });
          }}
        />
      </div>
    </Page>
  );
}

interface PlansProps {
  readonly entry: WorldEntry;
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

/** The plans to start from: who makes such a plan, and what it risks. */
function Plans({ entry, chosen, onChoose }: PlansProps) {
  return (
    <fieldset className="lab-options">
      <legend className="label">Every decision of it can be changed before launch</legend>
      {Object.entries(entry.references).map(([name, plan]) => {
        const words = whoMakes(name);
        return (
          <label key={name} className="lab-option">
            <input type="radio" name="plan" checked={name === chosen} onChange={() => onChoose(name)} />
            <span>
              <strong>{titled(name)}</strong>
              <span>{words?.who ?? plan.name}</span>
              {words && <span className="small soft">Risk: {words.risks}</span>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function stands({ run }: Kept): string {
  const days = WORLDS[run.file.world]?.world.liveDays ?? 0;
  if (run.resultId !== null) return 'over';
  if (run.brought) return 'from a file, not lived yet';
  if (run.day >= days) return 'over, the bill is not made yet';
  if (run.day > 0) return `day ${run.day} of ${days}`;
  return run.opened ? 'trained, not launched' : 'being planned';
}

function RunsTable({ runs }: { readonly runs: readonly Kept[] }) {
  const queries = useQueryClient();
  const [doomed, setDoomed] = useState<Kept | null>(null);
  const remove = useMutation({
    mutationFn: forgetRun,
    onSuccess: async () => {
      setDoomed(null);
      await Promise.all([queries.invalidateQueries({ queryKey: keptQuery.queryKey }), forgetRecords(queries)]);
    },
  });
  return (
    <section className="stack">
      <h2>Your runs</h2>
      <div className="lab-scroll" tabIndex={0} role="region" aria-label="Your runs">
        <table>
          <thead>
            <tr>
              <th scope="col">Plan</th>
              <th scope="col">Stands at</th>
              <th scope="col" className="number">
                Saved
              </th>
              <th scope="col">
                <span className="visually-hidden">Delete</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map((kept) => (
              <tr key={kept.id}>
                <td>
                  <Link to="/lab/$runId" params={{ runId: kept.id }}>
                    {kept.title}
                  </Link>
                  <span className="lab-cause small soft">
                    {WORLDS[kept.run.file.world]?.world.title}, seed {kept.run.file.seed}, {day(kept.savedAt)}
                  </span>
                </td>
                <td>{stands(kept)}</td>
                <td className="number">{kept.run.saved === null ? '' : dollars(kept.run.saved)}</td>
                <td className="number">
                  <button
                    type="button"
                    className="button quiet"
                    aria-label={`Delete ${kept.title}`}
                    onClick={() => setDoomed(kept)}
                  >
                    Delete
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Confirm
        open={doomed !== null}
        title="Delete this run?"
        busy={remove.isPending}
        error={remove.error}
        onYes={() => doomed && remove.mutate(doomed)}
        onClose={() => setDoomed(null)}
      >
        {doomed?.title}. Its days, its bill and your replies go for good; a story outline made from it stays.
      </Confirm>
    </section>
  );
}
