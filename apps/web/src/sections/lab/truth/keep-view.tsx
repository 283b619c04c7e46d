import { writeRunFile } from '@legible/lab';
import type { RunFile, RunResult, World } from '@legible/lab';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ActionButton } from '../../../actions/action-button.tsx';
import { useActions } from '../../../actions/store.ts';
import { server } from '../../../server/server.ts';
import { Trouble } from '../../../shell/fallbacks.tsx';
import { storyOfRun } from './story-outline.ts';

export function downloadRun(file: RunFile): void {
  const url = URL.createObjectURL(new Blob([writeRunFile(file)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `legible-run-${file.world}-${file.seed}.json`;
  link.click();
  URL.revokeObjectURL(url);
}

interface Props {
  readonly file: RunFile;
  readonly result: RunResult;
  readonly world: World;
  readonly busy: boolean;
  readonly compared: string;
  readonly compare: () => void;
}

/** What can be done with a run that is over. */
export function KeepView({ file, result, world, busy, compared, compare }: Props) {
  const story = useMutation({
    mutationFn: async () => {
      const id = crypto.randomUUID();
      const body = storyOfRun(file, result, world, () => crypto.randomUUID());
      await server.saveDocument({
        params: { id },
        body: {
          type: 'story',
          title: `SIMULATED: ${world.title}, ${file.plan.name}`.slice(0, 300),
          body: JSON.parse(JSON.stringify(body)) as Parameters<typeof server.saveDocument>[0]['body']['body'],
          baseVersion: 0,
        },
      });
      return id;
    },
  });
  const actions = useActions([
    { id: 'lab.export', label: 'Share it as a file', key: 'x', group: 'Lab', handler: () => downloadRun(file) },
    {
      id: 'lab.story',
      label: 'Make this a story outline',
      key: 'o',
      group: 'Lab',
      enabled: !story.isPending && !story.isSuccess,
      handler: () => story.mutate(),
    },
    {
      id: 'lab.compare',
      label: 'Replay it and compare',
      key: 'c',
      group: 'Lab',
      enabled: !busy,
      handler: compare,
    },
  ]);
  const [share, outline, again] = actions;
  return (
    <div className="stack lab-prose">
      <p>
        The run is kept with its post-mortem and your replies. The file holds the world, the seed, the plan and what you
        did: whoever opens it gets the same weeks to the byte.
      </p>
      <div className="row">
        {share && <ActionButton action={share} />}
        {outline && <ActionButton action={outline} />}
        {again && <ActionButton action={again} look="quiet" />}
      </div>
      <div role="status">
        {compared && <p>{compared}</p>}
        {story.data && (
          <p>
            <strong className="lab-stamp">SIMULATED</strong> The outline is in your dossier, marked as a simulation in
            its title and in every fact. Told as work history it would end the interview.{' '}
            <Link to="/dossier/$id" params={{ id: story.data }}>
              Open the outline
            </Link>
          </p>
        )}
      </div>
      {story.error && <Trouble error={story.error} />}
    </div>
  );
}
