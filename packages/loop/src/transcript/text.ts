import { recurringLabels, spokenBy } from './label.ts';
import { clockTime } from './time.ts';
import { TranscriptError, type Utterance } from './types.ts';

/** "Dana Wolf  0:03", "[Dana Wolf] 10:01:22", "Dana Wolf | 00:03": a heading of its own over the words. */
const HEADING =
  /^\[?([\p{L}][\p{L}\p{N}\p{M} .'’_-]{0,40}?)\]?\s*(?:[|,–-]\s*|\s{1,})[([]?(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?)[)\]]?\s*:?$/u;
/** A time before the label: "[00:01:02] Dana: …", "00:01 Dana: …". */
const STAMP = /^[([]?(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?)[)\]]?\s*[-–]?\s*(.*)$/;

/**
 * Utterances of a plain text: lines that start with a label ("Dana: …", also after a time), or headings with a name and a time over
 * the words. Lines without a label go on with the last speaker. Throws TranscriptError where nobody is named.
 */
export function readText(source: string): readonly Utterance[] {
  const found: { speaker: string; from: number | null; to: null; text: string }[] = [];
  let open: { speaker: string; from: number | null; to: null; text: string } | null = null;
  const lines = source.split(/\r?\n/).map((line) => line.trim());
  const known = recurringLabels(lines.map((line) => STAMP.exec(line)?.[2] ?? line));
  for (const line of lines) {
    if (line === '') continue;
    const heading = HEADING.exec(line);
    if (heading !== null) {
      open = { speaker: (heading[1] ?? '').trim(), from: clockTime(heading[2] ?? ''), to: null, text: '' };
      found.push(open);
      continue;
    }
    const stamp = STAMP.exec(line);
    const said = spokenBy(stamp?.[2] ?? line, known) ?? spokenBy(line, known);
    if (said !== null) {
      const inLine = /\(?(\d{1,2}:\d{2}(?::\d{2})?)\)?\s*:/.exec(
        line.slice(said.speaker.length, said.speaker.length + 16),
      );
      open = { speaker: said.speaker, from: clockTime(stamp?.[1] ?? inLine?.[1] ?? ''), to: null, text: said.text };
      found.push(open);
    } else if (open !== null) open.text = `${open.text} ${stamp?.[2] ?? line}`.trim();
  }
  if (new Set(found.map(({ speaker }) => speaker)).size < 2)
    throw new TranscriptError(
      'file',
      'names fewer than two speakers.',
      'Put a name and a colon before each turn, as in "Interviewer: …" and "Me: …".',
    );
  return found.filter(({ text }) => text !== '');
}
