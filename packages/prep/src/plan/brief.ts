import { SLOT_ABOUT, type Slot } from '../dossier/slots.ts';
import { itemOutline, textOf, type OutlinePart } from '../outline/index.ts';
import type { SlotReadiness } from '../readiness/index.ts';
import { tellingOfSlot } from '../readiness/index.ts';

/** One thing on the page for the morning: the candidate's own opening words, and the parts to pass through. */
export interface BriefItem {
  readonly slot: Slot;
  readonly label: string;
  readonly state: SlotReadiness['state'];
  /** First sentence of the draft; '' where nothing is written. */
  readonly opening: string;
  /** The sentence that carries each part, in the candidate's words, cut to a reminder. */
  readonly points: readonly { readonly label: string; readonly words: string }[];
}

const LONGEST = 110;

/** The page for the morning of the interview: what is written, shortened to what the eye can take in; nothing is added. */
export function briefOf(slots: readonly SlotReadiness[]): BriefItem[] {
  return slots.flatMap(({ slot, state, item }): BriefItem[] => {
    if (item === null) return [];
    const wanted = tellingOfSlot(slot);
    const written = textOf(item.item, wanted).trim() !== '' || item.item.type !== 'story';
    const telling = written ? wanted : wanted === 'short' ? 'long' : 'short';
    const text = textOf(item.item, telling);
    if (text.trim() === '') return [];
    const outline = itemOutline(item.item, telling);
    return [
      {
        slot,
        label: SLOT_ABOUT[slot].label,
        state,
        opening: cut(/^[\s\S]*?[.!?](?=\s|$)/.exec(text.trim())?.[0] ?? text.trim()),
        points: pointsOf(outline, text),
      },
    ];
  });
}

function pointsOf(outline: readonly OutlinePart[], text: string): BriefItem['points'] {
  const said = new Set<string>();
  return outline.flatMap(({ label, at }) => {
    if (at === null) return [];
    const words = cut(text.slice(at.from, at.to));
    if (said.has(words)) return [];
    said.add(words);
    return [{ label, words }];
  });
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return line;
  return `${line.slice(0, line.lastIndexOf(' ', LONGEST))} …`;
}
