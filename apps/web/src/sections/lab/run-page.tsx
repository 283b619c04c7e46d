import { WORLDS } from '@legible/lab';
import type { RunFile } from '@legible/lab';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { usePathParam } from '../../shell/path-param.ts';
import { GuidePlan } from './guide/guide-plan.tsx';
import { guideOf } from './guide/guide.ts';
import { keptRun } from './kept.ts';
import type { LabRun, RunState } from './lab-run.ts';
import type { GuideAt, Kept } from './kept.ts';
import { LiveView } from './live/live-view.tsx';
import { OfflineView } from './offline/offline-view.tsx';
import { PlanForm } from './plan/plan-form.tsx';
import { PlanSummary } from './plan/plan-summary.tsx';
import { Stages } from './stages.tsx';
import type { Stage } from './stages.tsx';
import { downloadRun } from './truth/keep-view.tsx';
import { TruthView } from './truth/truth-view.tsx';
import { useRun } from './use-run.ts';
import './lab.css';

export function RunPage() {
  const id = usePathParam('runId');
  const kept = useQuery({ queryKey: ['lab-run', id], queryFn: () => keptRun(id), staleTime: Infinity, gcTime: 0 });
  return (
    <Page title={kept.data?.title ?? 'Run'} kicker={<Link to="/lab">Lab</Link>}>
      {kept.error && <Trouble error={kept.error} />}
      {kept.isPending && <Waiting />}
      {kept.data && <Run key={id} kept={kept.data} />}
    </Page>
  );
}

const reachedBy = ({ result, run, offline }: RunState): Stage =>
  result ? 'truth' : run.day > 0 && offline ? 'live' : offline ? 'offline' : 'plan';

function Run({ kept }: { readonly kept: Kept }) {
  const { run: used, state } = useRun(kept);
  const { save } = used;
  const { run, offline, result, busy, progress, failed } = state;
  const { file, guide: guideAt } = run;
  const world = WORLDS[file.world]?.world;
  const reached = reachedBy(state);
  /** A stage that was asked for; it holds until the run goes on. */
  const [asked, setAsked] = useState<{ readonly from: Stage; readonly shown: Stage }>({
    from: reached,
    shown: reached,
  });
  const shown = asked.from === reached ? asked.shown : reached;
  const show = (stage: Stage) => setAsked({ from: reached, shown: stage });
  const stage = useRef<HTMLDivElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current !== shown) {
      stage.current?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    }
    before.current = shown;
  }, [shown]);

  const guide = guideOf(file.world);
  const guided = guideAt !== null && guide !== undefined;
  const idle = busy === '';
  const actions = useActions([
    {
      id: 'lab.change',
      label: 'Change the plan',
      key: 'e',
      group: 'Lab',
      enabled: reached === 'offline' && run.day === 0 && idle,
      handler: used.change,
    },
    {
      id: 'lab.launch',
      label: 'Go live with it',
      key: 'l',
      group: 'Lab',
      enabled: reached === 'offline' && shown === 'offline' && idle && !guided,
      handler: () => show('live'),
    },
    {
      id: 'lab.free',
      label: 'Leave the guide',
      group: 'Lab',
      enabled: guided && idle,
      handler: () => void save({ guide: null }),
    },
    { id: 'lab.export', label: 'Share this run as a file', key: 'x', group: 'Lab', handler: () => downloadRun(file) },
  ]);
  const [change, launch, leave] = actions;
  const move = (part: keyof GuideAt) => (by: 1 | -1) => {
    // The newest place: a key may be pressed again before the page is drawn.
    const { guide: now } = used.view().run;
    if (now) void save({ guide: { ...now, [part]: Math.max(0, now[part] + by) } });
  };
  if (!world) return null;
  const waitsForPlan = reached === 'plan' && idle && !run.brought && run.resultId === null;
  return (
    <div className="stack">
      <Stages reached={reached} shown={shown} onShow={show} />
      <div className="row spread">
        <span className="small soft">
          {world.title}, seed {file.seed}
          {guided ? ', guided' : ''}
        </span>
        {guided && leave && reached !== 'truth' && <ActionButton action={leave} look="quiet" />}
      </div>
      {!idle && shown !== 'live' && (
        <div className="lab-progress">
          <p role="status">{progress?.says ?? busy}</p>
          <progress aria-label={busy} max={1} value={progress?.share ?? 0} />
        </div>
      )}
      {!idle && shown === 'live' && progress?.stage === 'post-mortem' && (
        <div className="lab-progress">
          <p role="status">{progress.says}</p>
          <progress aria-label={busy} max={1} value={progress.share} />
        </div>
      )}
      {failed && <Trouble error={new Error(failed)} />}
      <div ref={stage} tabIndex={-1} className="lab-stage-body" aria-label="Stage" role="group">
        {run.brought && reached === 'plan' && idle && <Brought run={used} file={file} />}
        {shown === 'plan' &&
          (waitsForPlan ? (
            guided ? (
              <GuidePlan
                guide={guide}
                plan={file.plan}
                world={world}
                at={guideAt.plan}
                onMove={move('plan')}
                onPlan={(plan) => void save({ file: { ...file, plan } })}
                train={(plan) => void used.open({ ...file, plan })}
              />
            ) : (
              <section className="stack">
                <h2>The plan</h2>
                <PlanForm
                  plan={file.plan}
                  seed={file.seed}
                  world={world}
                  onLaunch={(plan, seed) => void used.open({ ...file, plan, seed })}
                />
              </section>
            )
          ) : (
            (reached !== 'plan' || run.brought) && <PlanSummary plan={file.plan} world={world} />
          ))}
        {shown === 'offline' && offline && (
          <section className="stack">
            <h2>The offline report, which may lie</h2>
            {!guided && reached === 'offline' && (
              <div className="row">
                {launch && <ActionButton action={launch} look="primary" />}
                {change && <ActionButton action={change} />}
              </div>
            )}
            <OfflineView
              report={offline}
              plan={file.plan}
              world={world}
              at={guided && reached === 'offline' ? guideAt.offline : null}
              onMove={move('offline')}
              {...(guided && { after: { label: 'Go live with it', go: () => show('live') } })}
            />
          </section>
        )}
        {shown === 'live' && offline && (
          <LiveView
            state={state}
            world={world}
            advance={used.advance}
            reveal={() => void used.reveal()}
            guided={guided}
            over={result !== null}
          />
        )}
        {shown === 'truth' && result && (
          <TruthView
            run={used}
            state={state}
            result={result}
            world={world}
            at={guided ? guideAt.truth : null}
            onMove={move('truth')}
            {...(guided && {
              after: { label: 'Show it all on one page', go: () => void save({ guide: null }) },
              aboutDecisions: guide.weakness(file.plan),
            })}
          />
        )}
      </div>
    </div>
  );
}

/** A run that came from a file: to be seen as it went, or to be lived by oneself. */
function Brought({ run, file }: { readonly run: LabRun; readonly file: RunFile }) {
  const many = file.actions.length;
  const actions = useActions([
    {
      id: 'lab.replay',
      label: 'See how it went',
      key: 'r',
      group: 'Lab',
      handler: () => void run.replayBrought(),
    },
    {
      id: 'lab.take-over',
      label: 'Live it myself, from the plan',
      key: 'm',
      group: 'Lab',
      handler: () => void run.takeOver(),
    },
  ]);
  const [replay, take] = actions;
  return (
    <section className="stack lab-card">
      <h2>A run from a file</h2>
      <p className="lab-prose">
        Plan “{file.plan.name}”, seed {file.seed},{' '}
        {many === 0 ? 'nothing' : many === 1 ? 'one thing' : `${many} things`} done by hand while it ran. It can be
        lived again to the same byte, or you can take its plan and seed and decide for yourself.
      </p>
      <div className="row">
        {replay && <ActionButton action={replay} look="primary" />}
        {take && <ActionButton action={take} />}
      </div>
    </section>
  );
}
