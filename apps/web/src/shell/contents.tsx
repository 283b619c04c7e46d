import { Link } from '@tanstack/react-router';
import { keyLabel } from '../actions/action.ts';
import { navigation } from '../sections/registry.ts';

/** The navigation, as a table of contents. */
export function Contents({ onNavigate }: { readonly onNavigate?: () => void }) {
  return (
    <nav className="contents" aria-label="Sections">
      {navigation.map(({ group, sections }) => (
        <div key={group}>
          <h2>{group}</h2>
          {sections.map((section) => (
            <Link
              key={section.id}
              to={section.path}
              activeOptions={{ exact: section.path === '/' }}
              activeProps={{ 'aria-current': 'page' }}
              onClick={() => onNavigate?.()}
            >
              <span>{section.label}</span>
              <kbd aria-hidden="true">{keyLabel(section.key)}</kbd>
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}
