import { useMutation, useQueryClient } from '@tanstack/react-query';
import { server } from '../../server/server.ts';
import { Confirm } from '../../shell/confirm.tsx';
import { evidenceQuery } from './kept-evidence.ts';

interface Props {
  readonly source: { readonly id: string; readonly title: string } | null;
  readonly onClose: () => void;
}

/** Asks before a source and what was confirmed in it go for good. */
export function DeleteSource({ source, onClose }: Props) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: (id: string) => server.deleteDocument({ params: { id } }),
    onSuccess: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: evidenceQuery.queryKey });
    },
  });
  return (
    <Confirm
      open={source !== null}
      title="Delete this source?"
      busy={remove.isPending}
      error={remove.error}
      onYes={() => source && remove.mutate(source.id)}
      onClose={onClose}
    >
      {source?.title}: its lines, what you confirmed in it and your answers go for good. Stories that you made of it
      stay.
    </Confirm>
  );
}
