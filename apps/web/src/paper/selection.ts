import type { Range } from './marks.ts';

/** What the user has selected within the transcript of this id, as offsets into its text; null where nothing is. */
export function selectionIn(transcriptId: string, text: string): Range | null {
  const selection = getSelection();
  const root = document.getElementById(transcriptId);
  if (!selection || !root || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  let [from, to] = [Math.min(start, end), Math.min(Math.max(start, end), text.length)];
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return to > from ? { from, to } : null;
}

/** Offset into the answer of a place in the page; the small note numbers are not part of the answer. */
function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const said = element?.closest<HTMLElement>('.said');
  if (!said) return null;
  const range = document.createRange();
  range.selectNodeContents(said);
  range.setEnd(node, offset);
  const before = range.cloneContents();
  for (const reference of before.querySelectorAll('sup, .bracket')) reference.remove();
  return Number(said.dataset['from']) + (before.textContent?.length ?? 0);
}
