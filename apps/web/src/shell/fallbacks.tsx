import { Refusal } from '@legible/app/contract/index';
import { useRouter } from '@tanstack/react-router';
import { Link } from '@tanstack/react-router';
import { Page } from './page.tsx';

/** What went wrong, in the server's words where it gave a reason. */
export function Trouble({ error }: { readonly error: unknown }) {
  const unreachable = error instanceof TypeError;
  return (
    <div className="notice" role="alert">
      <p>
        <strong>
          {unreachable ? 'The server does not answer.' : error instanceof Error ? error.message : String(error)}
        </strong>
      </p>
      {unreachable && (
        <p>Start it again with npm start. What you have said so far is kept in this page until it is back.</p>
      )}
      {error instanceof Refusal && error.mend && <p>{error.mend}</p>}
    </div>
  );
}

export function BrokenPage({ error }: { readonly error: unknown }) {
  const router = useRouter();
  return (
    <Page title="This page broke">
      <div className="stack">
        <Trouble error={error} />
        <p>
          <button type="button" className="button" onClick={() => void router.invalidate()}>
            Try again
          </button>
        </p>
      </div>
    </Page>
  );
}

export function NoSuchPage() {
  return (
    <Page title="No such page">
      <p>
        The address is wrong, or what it named was deleted. <Link to="/">Go to today</Link>.
      </p>
    </Page>
  );
}

/** Shown only when loading takes long enough to notice. */
export function Waiting() {
  return (
    <p className="soft waiting" role="status">
      Fetching…
    </p>
  );
}
