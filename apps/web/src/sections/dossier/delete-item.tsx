import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { forgetRecords } from '../../server/prep.ts';
import { server } from '../../server/server.ts';
import { Confirm } from '../../shell/confirm.tsx';

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
    <Confirm
      open={open}
      title={`Delete “${title === '' ? 'Untitled' : title}”?`}
      busy={remove.isPending}
      error={remove.error}
      onYes={() => remove.mutate()}
      onClose={onClose}
    >
      Every version of it goes with it. This cannot be undone.
    </Confirm>
  );
}
