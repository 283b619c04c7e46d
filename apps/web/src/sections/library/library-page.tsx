import { VERDICT_NAMES } from '@legible/judge/rubric';
import { LIBRARY_GAPS, library, type LibraryGap } from '@legible/prep/library/index';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useActions } from '../../actions/store.ts';
import { KIND_LABELS } from '../../paper/names.ts';
import { Page } from '../../shell/page.tsx';
import { GAP_LABELS, gapOf } from './gaps.ts';
import './library.css';

/** Answers with what the panel heard and the one change that moved the vote, by the gap that cost them. */
export function LibraryPage() {
  const navigate = useNavigate();
  const gap = useRouterState({ select: (state) => gapOf(state.location.searchStr) });
  const shown = library.filter((entry) => gap === null || entry.gap === gap);
  const choose = (next: LibraryGap | null) =>
    void navigate({ to: '/library', search: next === null ? {} : { gap: next }, replace: true });
  useActions([
    {
      id: 'library.all',
      label: 'All gaps',
      key: '0',
      group: 'Library',
      handler: () => choose(null),
    },
    ...LIBRARY_GAPS.map((one, index) => ({
      id: `library.${one}`,
      label: `Only ${GAP_LABELS[one].toLowerCase()}`,
      key: String(index + 1),
      group: 'Library',
      handler: () => choose(one),
    })),
    {
      id: 'library.read',
      label: 'Read the first',
      key: 'n',
      group: 'Library',
      handler: () => shown[0] && void navigate({ to: `/library/${shown[0].id}`, search: gap === null ? {} : { gap } }),
    },
  ]);
  return (
    <Page
      title="Debrief library"
      intro="Answers as they were given, what two graders heard in them, and the one change that would have moved the vote. Two minutes each."
    >
      <div className="row gap-choice" role="group" aria-label="Which gap">
        {([null, ...LIBRARY_GAPS] as const).map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            className="button"
            aria-pressed={gap === one}
            onClick={() => choose(one)}
          >
            {one === null ? 'All' : GAP_LABELS[one]}{' '}
            <span className="soft">{library.filter((entry) => one === null || entry.gap === one).length}</span>
          </button>
        ))}
      </div>
      <ul className="library-list">
        {shown.map(({ id, question, gap: own, heard, moved }) => (
          <li key={id}>
            <Link to={`/library/${id}`} search={gap === null ? {} : { gap }} className="library-question">
              {question.text}
            </Link>
            <p className="small soft">
              {KIND_LABELS[question.kind]}. {gap === null && `${GAP_LABELS[own]}. `}
              The panel’s vote: {votes(heard.map(({ verdict }) => VERDICT_NAMES[verdict]))}.
            </p>
            <p className="small">{moved}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}

const votes = (names: readonly string[]): string => [...new Set(names)].join(' and ');
