import type { DefenceStart } from '@legible/app/contract/index';
import type { Progress } from '@legible/lab';
import { STYLES } from '@legible/loop/loop/types';
import type { RunResult } from '@legible/lab';
import type { StyleId } from '@legible/loop';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { day, time } from '../../paper/names.ts';
import { server } from '../../server/server.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { STYLE_ABOUT, STYLE_LABELS } from './names.ts';
import { useStartLoop } from './queries.ts';
import { QuickRun } from './quick-run.tsx';
import { keepRun, ownRunsQuery, readRun } from './runs.ts';
import type { OwnRun } from './runs.ts';
import './loop.css';

/** A round about one of your own runs; where there is none, a quick one first. */
export function DefendPage() {
  const queries = useQueryClient();
  const runs = useQuery(ownRunsQuery);
  const [style, setStyle] = useState<StyleId>('skeptic');
  const [progress, setProgress] = useState<Progress | null>(null);
  const sit = useStartLoop();
  const start = (defence: DefenceStart) =>
    sit.mutateAsync({ preset: 'applied-ml', pace: 'sitting', rounds: [{ kind: 'defend-run', style }], defence });

  const defend = useMutation({
    mutationFn: async ({ id, title, file, resultId }: Omit<OwnRun, 'savedAt' | 'over'>) => {
      const kept = resultId === null ? null : await server.getDocument({ params: { id: resultId } });
      const about = { runId: id, title };
      const read = await readRun(
        kept === null ? { ...about, file } : { ...about, result: kept.body as unknown as RunResult },
        setProgress,
      );
      await start(read.defence);
    },
    onSettled: () => setProgress(null),
  });
  const quick = useMutation({
    mutationFn: async (file: OwnRun['file']) => {
      const id = crypto.randomUUID();
      const { defence, days, saved } = await readRun({ runId: id, title: file.plan.name, file }, setProgress);
      await keepRun(id, file, days, saved);
      await queries.invalidateQueries({ queryKey: ['lab-runs'] });
      await queries.invalidateQueries({ queryKey: ownRunsQuery.queryKey });
      await start(defence);
    },
    onSettled: () => setProgress(null),
  });
  const busy = defend.isPending || quick.isPending;
  const over = runs.data?.filter((run) => run.over) ?? [];
  const running = runs.data?.filter((run) => !run.over) ?? [];
  const error = runs.error ?? defend.error ?? quick.error;

  return (
    <Page
      title="Defend your run"
      intro="Somebody with the ledger open asks why the offline number and the live one differed, what your monitors missed, and which decision cost most. The simulator knows; you are marked against it."
    >
      <div className="loop-page">
        {error && <Trouble error={error} />}
        {runs.isPending && <Waiting />}
        <label className="row small">
          Interviewer
          <select
            className="input"
            value={style}
            title={STYLE_ABOUT[style]}
            onChange={(event) => {
              const chosen = STYLES.find((id) => id === event.target.value);
              if (chosen !== undefined) setStyle(chosen);
            }}
          >
            {STYLES.map((id) => (
              <option key={id} value={id}>
                {STYLE_LABELS[id]}
              </option>
            ))}
          </select>
        </label>
        {over.length > 0 && (
          <section aria-labelledby="own-runs">
            <h2 id="own-runs">Your runs</h2>
            <ul className="loop-list">
              {over.map((run) => (
                <li key={run.id} className="loop-run">
                  <span>
                    <span className="loop-choice-name">{run.title}</span>
                    <span className="small soft">
                      {run.file.world}, kept {day(run.savedAt)} {time(run.savedAt)}
                    </span>
                  </span>
                  <button
                    type="button"
                    className="button"
                    disabled={busy}
                    aria-label={`Defend it: ${run.title}, kept ${day(run.savedAt)} ${time(run.savedAt)}`}
                    onClick={() => defend.mutate(run)}
                  >
                    Defend it
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        {running.length > 0 && (
          <p className="soft">
            {running.length === 1 ? 'One run is' : `${running.length} runs are`} not over yet.{' '}
            <Link to="/lab">Finish it in the lab</Link>, and it can be defended here.
          </p>
        )}
        {runs.data && <QuickRun none={over.length === 0} busy={busy} onRun={(file) => quick.mutate(file)} />}
        {busy && (
          <p role="status" className="soft">
            {progress === null
              ? 'Reading the run…'
              : `${progress.says}, ${Math.round(progress.share * 100)} in 100 of this part.`}
          </p>
        )}
      </div>
    </Page>
  );
}
