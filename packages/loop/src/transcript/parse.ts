import { readCues } from './cues.ts';
import { readJson } from './json.ts';
import { readText } from './text.ts';
import { MAX_TRANSCRIPT, TranscriptError, type TranscriptFormat, type Utterance } from './types.ts';

/** The format of a transcript by its name, else by its first characters. */
export function formatOf(source: string, name = ''): TranscriptFormat {
  const ending = /\.(vtt|srt|txt|json)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === 'vtt' || ending === 'srt' || ending === 'txt' || ending === 'json') return ending;
  const start = source.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('WEBVTT')) return 'vtt';
  if (/^[[{]\s*[{"[]/.test(start)) return 'json';
  return /^\d+\s*\r?\n\s*\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}\s+-->/.test(start) ? 'srt' : 'txt';
}

/**
 * Who said what, neighbouring pieces of one speaker joined. Speakers without a label are "Unknown". Throws TranscriptError with the
 * field, the reason and the mend.
 */
export function parseTranscript(source: string, name = ''): readonly Utterance[] {
  if (source.length > MAX_TRANSCRIPT)
    throw new TranscriptError(
      'file',
      `has ${source.length} characters, more than ${MAX_TRANSCRIPT}.`,
      'Split the recording.',
    );
  const text = source.replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new TranscriptError('file', 'is empty.', 'Choose another file.');
  const read = { vtt: readCues, srt: readCues, txt: readText, json: readJson }[formatOf(text, name)];
  const found = joined(read(text).map((one) => ({ ...one, speaker: one.speaker === '' ? 'Unknown' : one.speaker })));
  if (new Set(found.map(({ speaker }) => speaker)).size < 2)
    throw new TranscriptError(
      'speaker',
      `is ${found[0]?.speaker ?? 'nobody'} throughout.`,
      'Export with speaker labels, or put a name and a colon before each turn.',
    );
  return found;
}

function joined(pieces: readonly Utterance[]): readonly Utterance[] {
  const found: Utterance[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last !== undefined && last.speaker === piece.speaker)
      found[found.length - 1] = { ...last, to: piece.to ?? last.to, text: `${last.text} ${piece.text}` };
    else found.push(piece);
  }
  return found;
}
