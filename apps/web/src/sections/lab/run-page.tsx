import { WORLDS, writeRunFile } from '@legible/lab';
import type { Plan } from '@legible/lab';
import { useQuery } from '@tanstack/react-query';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { usePathParam } from '../../shell/path-param.ts';
import { keptRun } from './kept.ts';
import type { Kept } from './kept.ts';
import { LiveView } from './live-view.tsx';
import { OfflineView } from './offline-view.tsx';
import { PlanForm } from './plan-form.tsx';
import { PostMortemView } from './post-mortem-view.tsx';
import { useRun } from './use-run.ts';
import './lab.css';

export function RunPage() {
  const id = usePathParam('runId');
  const kept = useQuery({ queryKey: ['lab-run', id], queryFn: () => keptRun(id), staleTime: Infinity, gcTime: 0 });
  return (
    <Page title={kept.data?.title ?? 'Run'} kicker="Lab">
      {kept.error && <Trouble error={kept.error} />}
      {kept.isPending && <Waiting />}
      {kept.data && <Run key={id} kept={kept.data} />}
    </Page>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

function Run({ kept }: { readonly kept: Kept }) {
  const { state, open, change, advance, reveal } = useRun(kept);
  const { file, progress, offline, result, busy, failed } = state;
  const world = WORLDS[file.world]?.world;
  const begun = kept.run.day > 0;
  const actions = useActions([
    {
      id: 'lab.export',
      label: 'Export this run',
      key: 'x',
      group: 'Lab',
      handler: () => download(`legible-run-${file.world}-${file.seed}.json`, writeRunFile(file)),
    },
    {
      id: 'lab.resume',
      label: 'Live it again up to here',
      key: 'r',
      group: 'Lab',
      enabled: begun && !busy && offline === null,
      handler: () => void open(file),
    },
    {
      id: 'lab.change',
      label: 'Change the plan',
      key: 'e',
      group: 'Lab',
      enabled: offline !== null && state.day === 0 && !busy,
      handler: change,
    },
  ]);
  return (
    <div className="stack">
      <div className="row">
        {actions
          .filter(({ id, enabled }) => id === 'lab.export' || enabled)
          .map((action) => (
            <ActionButton key={action.id} action={action} />
          ))}
        <span className="soft">
          Seed {file.seed}. Day {state.day} of 84.
        </span>
      </div>
      <p role="status" className="soft">
        {busy && progress ? `${progress.says}: ${Math.round(100 * progress.share)}%` : ''}
      </p>
      {failed && <Trouble error={new Error(failed)} />}
      {!begun && !offline && !busy && world && (
        <PlanForm
          plan={file.plan as Plan}
          seed={file.seed}
          world={world}
          onLaunch={(plan, seed) => void open({ ...file, plan, seed })}
        />
      )}
      {result && <PostMortemView result={result} />}
      {offline && !result && <LiveView state={state} advance={advance} reveal={reveal} />}
      {offline && <OfflineView report={offline} />}
    </div>
  );
}
