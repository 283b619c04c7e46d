import { clockTime } from './time.ts';
import { spokenBy } from './label.ts';
import { TranscriptError, type Utterance } from './types.ts';

const TIMING = /^\s*([\d:.,]+)\s+-->\s+([\d:.,]+)/;

/**
 * Utterances of a WebVTT or SubRip file. The speaker comes from a voice tag (`<v Dana>`), a label ("Dana: …", "[Dana] …", ">> Dana: …"),
 * or else is the last one named. Notes, styles, cue ids and markup are left out. Throws TranscriptError where there is no cue.
 */
export function readCues(source: string): readonly Utterance[] {
  const found: Utterance[] = [];
  let speaker = '';
  for (const block of source.split(/\r?\n(?:[ \t]*\r?\n)+/)) {
    const lines = block.split(/\r?\n/);
    const at = lines.findIndex((line) => TIMING.test(line));
    if (at < 0) continue;
    const timing = TIMING.exec(lines[at] ?? '');
    const from = clockTime(timing?.[1] ?? '');
    const to = clockTime(timing?.[2] ?? '');
    for (const line of lines.slice(at + 1)) {
      for (const { speaker: named, text } of voices(line)) {
        if (named !== null) speaker = named;
        if (text !== '') found.push({ speaker, from, to, text });
      }
    }
  }
  if (found.length === 0)
    throw new TranscriptError(
      'file',
      'has no cue with a time line such as 00:00:01.000 --> 00:00:04.000.',
      'Export it again as VTT or SRT, or import it as TXT.',
    );
  return withoutRolling(found);
}

/** The pieces of one line by voice tag, each with its label if it has one. */
function voices(line: string): readonly { readonly speaker: string | null; readonly text: string }[] {
  const pieces = line.split(/(?=<v(?:\.[^\s>]*)?\s+[^>]+>)/);
  return pieces.map((piece) => {
    const tag = /^<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(piece);
    const text = entities(piece.replace(/<[^>]*>/g, ''))
      .replace(/\s+/g, ' ')
      .trim();
    if (tag !== null) return { speaker: entities(tag[1] ?? '').trim(), text };
    return spokenBy(text) ?? { speaker: null, text };
  });
}

function entities(text: string): string {
  return text
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** Live captions repeat the line before with words added; only what is new is kept. */
function withoutRolling(cues: readonly Utterance[]): readonly Utterance[] {
  const kept: Utterance[] = [];
  for (const cue of cues) {
    const last = kept.at(-1);
    if (last !== undefined && last.speaker === cue.speaker && cue.text.startsWith(last.text)) {
      const rest = cue.text.slice(last.text.length).trim();
      if (rest !== '') kept.push({ ...cue, text: rest });
    } else kept.push(cue);
  }
  return kept;
}
