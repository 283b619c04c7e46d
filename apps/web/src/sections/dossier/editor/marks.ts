import { StateEffect, StateField, type Range } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** Ink in the editor. Offsets are into the text that was read; what is typed meanwhile carries the marks along. */
export interface EditorMark {
  readonly from: number;
  readonly to: number;
  readonly look: 'struck' | 'questioned' | 'earned' | 'lit';
}

export const setMarks = StateEffect.define<readonly EditorMark[]>();

const LOOKS = {
  struck: Decoration.mark({ class: 'cm-struck', tagName: 's' }),
  questioned: Decoration.mark({ class: 'cm-questioned' }),
  earned: Decoration.mark({ class: 'cm-earned' }),
  lit: Decoration.mark({ class: 'cm-lit' }),
} as const;

/** The marks that stand now. A reading of an older text comes with the text it read, and is left out by the editor. */
export const marksField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let now = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setMarks)) continue;
      const length = transaction.newDoc.length;
      const ranges: Range<Decoration>[] = effect.value
        .filter(({ from, to }) => from < to && to <= length)
        .map(({ from, to, look }) => LOOKS[look].range(from, to));
      now = Decoration.set(ranges, true);
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});
