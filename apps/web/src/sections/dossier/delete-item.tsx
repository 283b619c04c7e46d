import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { forgetRecords } from '../../server/prep.ts';
import { server } from '../../server/server.ts';
import { Trouble } from '../../shell/fallbacks.tsx';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Asks once; then the document and all its versions are gone. */
export function DeleteItem({ id, title, open, onClose, onDeleted }: Props) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => server.deleteDocument({ params: { id } }),
    onSuccess: async () => {
      onDeleted();
      await forgetRecords(queries);
      await navigate({ to: '/dossier' });
    },
  });
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title>Delete “{title === '' ? 'Untitled' : title}”?</AlertDialog.Title>
          <AlertDialog.Description>Every version of it goes with it. This cannot be undone.</AlertDialog.Description>
          {remove.error && <Trouble error={remove.error} />}
          <div className="row">
            <button type="button" className="button" onClick={() => remove.mutate()}>
              Delete it
            </button>
            <AlertDialog.Close className="button quiet">Keep it</AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
