import { type Carried, carriedBy, type Claim, missingHalves, type SourceLine } from '@legible/prep/evidence/index';
import { useId } from 'react';

const CARRIES: Record<Carried, string> = {
  ownership: 'ownership',
  production: 'production',
  data: 'data reasoning',
  evaluation: 'evaluation judgment',
};

interface Props {
  readonly claim: Claim;
  readonly line: SourceLine | undefined;
  readonly current: boolean;
  readonly onShow: () => void;
  readonly onChange: (claim: Claim) => void;
  readonly onDecide: (state: Claim['state']) => void;
}

/** One claim: where it stands, the user's wording of it, what it could carry, and the halves that are missing. */
export function ClaimCard({ claim, line, current, onShow, onChange, onDecide }: Props) {
  const id = useId();
  const rejected = claim.state === 'rejected';
  const carries = carriedBy(claim.text);
  return (
    <li
      className={`claim ${claim.state} ${current ? 'current' : ''}`}
      data-claim={claim.id}
      tabIndex={-1}
      onFocus={onShow}
      aria-label={`Claim: ${claim.text.slice(0, 80)}`}
    >
      <div className="claim-source">
        {line ? (
          <>
            <span className="tiny soft">{line.where}</span>
            <p className="theirs soft">
              <SourceWords line={line.text} claim={claim.text} />
            </p>
          </>
        ) : (
          <span className="tiny soft">Added by you</span>
        )}
      </div>
      <div className="claim-body">
        <label className="visually-hidden" htmlFor={`${id}-text`}>
          The claim in your words
        </label>
        <textarea
          id={`${id}-text`}
          className="textarea theirs claim-text"
          rows={2}
          value={claim.text}
          disabled={rejected}
          onChange={(event) => onChange({ ...claim, text: event.target.value })}
        />
        {!rejected && (
          <p className="tiny soft claim-carries">
            {carries.length === 0
              ? 'As it is worded, it carries nothing that a panel listens for.'
              : `Could carry ${list(carries.map((one) => CARRIES[one]))}.`}
          </p>
        )}
        {!rejected &&
          missingHalves(claim.text).map(({ id: ask, question }) => (
            <label className="claim-ask" key={ask}>
              <span>{question}</span>
              <textarea
                className="textarea theirs"
                rows={1}
                value={claim.answers[ask] ?? ''}
                onChange={(event) => onChange({ ...claim, answers: { ...claim.answers, [ask]: event.target.value } })}
              />
            </label>
          ))}
        <div className="row">
          {claim.state === 'open' ? (
            <>
              <button type="button" className="button primary" onClick={() => onDecide('confirmed')}>
                Confirm{current && <kbd aria-hidden="true">C</kbd>}
              </button>
              <button type="button" className="button" onClick={() => onDecide('rejected')}>
                Reject{current && <kbd aria-hidden="true">X</kbd>}
              </button>
            </>
          ) : (
            <>
              <span className={rejected ? 'soft' : 'claim-stands'}>{rejected ? 'Rejected' : 'Confirmed'}</span>
              <button type="button" className="button quiet" onClick={() => onDecide('open')}>
                {rejected ? 'Take it back up' : 'Open it again'}
              </button>
            </>
          )}
        </div>
      </div>
    </li>
  );
}

/** The line as the file has it, the claim's own words underlined where they still stand in it. */
function SourceWords({ line, claim }: { readonly line: string; readonly claim: string }) {
  const at = line.indexOf(claim);
  if (at === -1 || claim === line) return line;
  return (
    <>
      {line.slice(0, at)}
      <u>{claim}</u>
      {line.slice(at + claim.length)}
    </>
  );
}

function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
