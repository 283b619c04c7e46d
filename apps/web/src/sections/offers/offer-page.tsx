import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../actions/action-button.tsx';
import { useActions } from '../../actions/store.ts';
import { Trouble, Waiting } from '../../shell/fallbacks.tsx';
import { Page } from '../../shell/page.tsx';
import { usePathParam } from '../../shell/path-param.ts';
import { keepOffer, offersQuery, read, type KeptOffer } from './kept.ts';
import { draftOf, FIRST, FOLDED, labelIn, writtenOf, type OfferField, type Written } from './offer-fields.ts';
import './offers.css';

/** One offer, as the letter states it. */
export function OfferPage() {
  const id = usePathParam('offerId');
  const { data, error } = useQuery(offersQuery);
  return (
    <Page title="An offer" intro="Company and base are enough. Open the rest when you have the letter beside you.">
      {error && <Trouble error={error} />}
      {!data && !error && <Waiting />}
      {data && <OfferForm key={id} id={id} kept={data.find((each) => each.id === id)} />}
    </Page>
  );
}

function OfferForm({ id, kept }: { readonly id: string; readonly kept: KeptOffer | undefined }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [written, setWritten] = useState<Written>(() => writtenOf(kept?.draft ?? { currency: 'USD' }));
  const [trouble, setTrouble] = useState<string | null>(null);
  const [version] = useState(kept?.version ?? 0);
  const save = useMutation({
    mutationFn: () => keepOffer(id, draftOf(written), version),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: offersQuery.queryKey });
      await navigate({ to: '/offers' });
    },
  });
  const submit = (): void => {
    const found = read(draftOf(written)).trouble;
    setTrouble(found);
    if (found === null) save.mutate();
  };
  const [keep] = useActions([
    {
      id: 'offers.keep',
      label: 'Keep this offer',
      key: 'Mod+Enter',
      group: 'Offers',
      enabled: !save.isPending,
      handler: submit,
    },
  ]);
  const set = (path: string, words: string): void => setWritten({ ...written, [path]: words });
  return (
    <form
      className="offer-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Fields fields={FIRST} written={written} onWrite={set} />
      {FOLDED.map(({ title, fields }) => (
        <details key={title} open={fields.some(({ path }) => (kept ? writtenOf(kept.draft) : {})[path] !== undefined)}>
          <summary>{title}</summary>
          <Fields fields={fields} written={written} onWrite={set} />
        </details>
      ))}
      {save.error && <Trouble error={save.error} />}
      {trouble !== null && (
        <div className="notice" role="alert">
          <p>
            {labelIn(trouble) !== null && <strong>{labelIn(trouble)}: </strong>}
            {trouble}
          </p>
          <p>
            <button type="button" className="link" onClick={() => save.mutate()}>
              Keep it unfinished; it is not compared until this is mended
            </button>
          </p>
        </div>
      )}
      <p className="row">
        {keep && <ActionButton action={keep} look="primary" />}
        <Link className="link" to="/offers">
          Back without keeping
        </Link>
      </p>
    </form>
  );
}

interface FieldsProps {
  readonly fields: readonly OfferField[];
  readonly written: Written;
  readonly onWrite: (path: string, words: string) => void;
}

function Fields({ fields, written, onWrite }: FieldsProps) {
  return (
    <div className="fields">
      {fields.map(({ path, label, unit, as, choices }) => (
        <label key={path}>
          <span>
            {label} {unit && <span className="soft tiny">{unit}</span>}
          </span>
          {choices ? (
            <select
              className="input"
              value={written[path] ?? ''}
              onChange={(event) => onWrite(path, event.target.value)}
            >
              {choices.map((choice) => (
                <option key={choice} value={choice}>
                  {choice === '' ? 'not stated' : choice}
                </option>
              ))}
            </select>
          ) : (
            <input
              className={as === 'number' ? 'input number' : 'input'}
              type={as === 'date' ? 'date' : 'text'}
              inputMode={as === 'number' ? 'decimal' : undefined}
              value={written[path] ?? ''}
              onChange={(event) => onWrite(path, event.target.value)}
            />
          )}
        </label>
      ))}
    </div>
  );
}
