import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { server } from '../../server/server.ts';
import { Trouble } from '../../shell/fallbacks.tsx';
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
    <AlertDialog.Root open={source !== null} onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title>Delete this source?</AlertDialog.Title>
          <AlertDialog.Description>
            {source?.title}: its lines, what you confirmed in it and your answers go for good. Stories that you made of
            it stay.
          </AlertDialog.Description>
          {remove.error && <Trouble error={remove.error} />}
          <div className="row">
            <button
              type="button"
              className="button primary"
              disabled={remove.isPending}
              onClick={() => source && remove.mutate(source.id)}
            >
              Delete it
            </button>
            <AlertDialog.Close className="button">Keep it</AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
