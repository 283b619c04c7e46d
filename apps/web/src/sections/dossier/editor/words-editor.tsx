import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { EditorState, Transaction } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderOf } from '@codemirror/view';
import { useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import { marksField, setMarks, type EditorMark } from './marks.ts';
import { paperTheme } from './theme.ts';

export interface WordsEditorHandle {
  /** Puts the caret at these words and brings them into view. */
  readonly show: (from: number, to: number) => void;
  readonly focus: () => void;
}

interface Props {
  readonly handle?: Ref<WordsEditorHandle>;
  readonly label: string;
  readonly placeholder?: string;
  /** The text; when it is not what was last typed here, it replaces what stands, as one step that can be undone. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Marks with the text that they were read from; they are drawn only while that is the text. */
  readonly marks: readonly EditorMark[];
  readonly marksOf: string;
}

/**
 * CodeMirror in a shadow root, where it puts its styles into adopted style sheets: those the content policy allows,
 * style elements it refuses.
 */
export function WordsEditor({ handle, label, placeholder = '', value, onChange, marks, marksOf }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const changed = useEffectEvent(onChange);
  const create = useEffectEvent((parent: ShadowRoot) => {
    const state = EditorState.create({
      doc: value,
      extensions: [
        history(),
        keymap.of([...standardKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        placeholderOf(placeholder),
        EditorView.contentAttributes.of({
          'aria-label': label,
          spellcheck: 'true',
          autocapitalize: 'sentences',
          autocorrect: 'on',
        }),
        paperTheme,
        marksField,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString());
        }),
      ],
    });
    return new EditorView({ state, parent, root: parent });
  });
  useEffect(() => {
    const node = host.current;
    if (!node) return;
    const made = create(node.shadowRoot ?? node.attachShadow({ mode: 'open' }));
    view.current = made;
    return () => {
      made.destroy();
      view.current = null;
    };
  }, []);
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === value) return;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: value },
      annotations: Transaction.userEvent.of('input.replace'),
    });
  }, [value]);
  useEffect(() => {
    const editor = view.current;
    if (editor && editor.state.doc.toString() === marksOf) editor.dispatch({ effects: setMarks.of(marks) });
  }, [marks, marksOf]);
  useImperativeHandle(handle, () => ({
    focus: () => view.current?.focus(),
    show: (from, to) => {
      const editor = view.current;
      if (!editor) return;
      const length = editor.state.doc.length;
      editor.dispatch({
        selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
        effects: EditorView.scrollIntoView(Math.min(from, length), { y: 'center' }),
      });
      editor.focus();
    },
  }));
  return <div ref={host} className="words-editor" />;
}
