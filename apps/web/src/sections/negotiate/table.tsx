import { ISSUE_LABELS, ISSUES, sayIssue, type State, type Terms } from '@legible/offers/negotiation/index';
import type { Currency } from '@legible/offers';

interface Props {
  readonly columns: readonly { readonly label: string; readonly terms: Partial<Terms> }[];
  readonly currency: Currency;
  readonly caption: string;
}

/** Packages side by side, issue by issue. */
export function TermsTable({ columns, currency, caption }: Props) {
  return (
    <table className="terms">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          {columns.map(({ label }) => (
            <th key={label} scope="col" className="terms-value">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ISSUES.map((issue) => (
          <tr key={issue}>
            <th scope="row">{ISSUE_LABELS[issue]}</th>
            {columns.map(({ label, terms }) => (
              <td key={label} className="terms-value">
                {terms[issue] === undefined ? '' : sayIssue(terms as Terms, issue, currency)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const opening = (state: State): Terms => state.turns[0]?.table ?? state.table;
