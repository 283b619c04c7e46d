import { EditorView } from '@codemirror/view';

/** The editor on paper: the page's own colours and serif reach into the shadow root as custom properties. */
export const paperTheme = EditorView.theme({
  '&': { fontSize: '1.125rem', color: 'var(--ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--theirs)', lineHeight: '1.6', overflow: 'visible' },
  '.cm-content': { padding: '0.5rem 0', caretColor: 'var(--ink)', minHeight: '9rem' },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--ink-faint)', fontStyle: 'italic' },
  '.cm-struck': {
    textDecoration: 'line-through var(--red)',
    textDecorationThickness: '2px',
    color: 'var(--red)',
  },
  '.cm-questioned': {
    textDecoration: 'underline wavy var(--red)',
    textDecorationThickness: '1.5px',
    textUnderlineOffset: '0.22em',
    textDecorationSkipInk: 'none',
  },
  '.cm-earned': { boxShadow: 'inset 0 -0.09em var(--green)' },
  '.cm-lit': { backgroundColor: 'var(--red-wash)' },
});
