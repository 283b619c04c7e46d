import type { Quote, SignalId } from '@legible/judge';

/** Ink on the transcript: why some words are marked. */
export interface Mark {
  /** Unique in one transcript; ties words to their note. */
  readonly id: string;
  readonly kind: 'fault' | 'evidence' | 'deciding' | 'dispute';
  readonly from: number;
  readonly to: number;
  readonly signal?: SignalId;
  /** Number of the note in the margin. */
  readonly note?: number;
}

/** A stretch of the text under the same marks. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Marks whose last character is the last of this run. */
  readonly ending: readonly Mark[];
}

/** Cuts `text` between `from` and `to` wherever a mark begins or ends. Marks may overlap. */
export function runsOf(text: string, marks: readonly Mark[], from = 0, to = text.length): Run[] {
  const touching = marks.filter((mark) => mark.from < to && mark.to > from);
  const cuts = new Set([from, to]);
  for (const mark of touching) {
    cuts.add(Math.max(from, mark.from));
    cuts.add(Math.min(to, mark.to));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? to;
    return {
      from: start,
      to: end,
      text: text.slice(start, end),
      marks: touching.filter((mark) => mark.from < end && mark.to > start),
      ending: touching.filter((mark) => mark.to === end),
    };
  });
}

/** A half-open range of offsets. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text with trailing blanks left out. */
export function sentencesOf(text: string): Range[] {
  return [...segmenter.segment(text)]
    .map(({ index, segment }) => ({ from: index, to: index + segment.trimEnd().length }))
    .filter(({ from, to }) => to > from);
}

/**
 * Paragraphs to set beside their notes: the writer's own, and where one runs past `longest` words it is broken at the
 * next sentence end (or, in speech without full stops, at the next word), so that a note never sits far from its words.
 */
export function paragraphsOf(text: string, longest = 55): Range[] {
  const paragraphs: Range[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    let start = line.index;
    let words = 0;
    const close = (end: number) => {
      if (text.slice(start, end).trim() !== '') paragraphs.push({ from: start, to: end });
      start = end;
      words = 0;
    };
    for (const { index, segment } of segmenter.segment(line[0])) {
      let at = line.index + index;
      for (const word of segment.match(/\s*\S+\s*/g) ?? [segment]) {
        at += word.length;
        words += 1;
        if (words >= longest * 2) close(at);
      }
      if (words >= longest) close(line.index + index + segment.length);
    }
    if (start < line.index + line[0].length) close(line.index + line[0].length);
  }
  return paragraphs;
}

export const isEmpty = (quote: Quote): boolean => quote.to <= quote.from;
