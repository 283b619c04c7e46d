import { TranscriptError, type Utterance } from './types.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Where common tools keep the list of what was said, the finest with whole sentences first. */
const LISTS: readonly (readonly string[])[] = [
  ['utterances'],
  ['results', 'utterances'],
  ['monologues'],
  ['results', 'audio_segments'],
  ['segments'],
  ['results', 'segments'],
  ['transcript'],
  ['transcript', 'segments'],
  ['transcription'],
  ['cues'],
  ['captions'],
  ['turns'],
  ['messages'],
  ['entries'],
  ['sentences'],
  ['words'],
];
const SPEAKER = [
  'speaker',
  'speaker_label',
  'speakerLabel',
  'speaker_name',
  'speakerName',
  'speaker_id',
  'speakerId',
  'name',
  'role',
  'channel',
  'participant',
];
const TEXT = ['text', 'transcript', 'content', 'words', 'sentence', 'value', 'punctuated_word', 'word', 'body'];
const START = ['start', 'start_time', 'startTime', 'begin', 'from', 'offset', 'ts', 'timestamp'];
const END = ['end', 'end_time', 'endTime', 'to', 'end_ts'];

/**
 * Utterances of a JSON transcript: a list of objects with a speaker and a text, at the top or where common tools put it (segments,
 * utterances, monologues of elements, words). Seconds and milliseconds are told apart by the pace of speech they would mean.
 * Throws TranscriptError for text that is no JSON, has no such list or no speakers.
 */
export function readJson(source: string): readonly Utterance[] {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new TranscriptError(
      'file',
      `is not valid JSON (${error instanceof Error ? error.message : 'unknown'}).`,
      'Export it again, or import it as TXT.',
    );
  }
  const list = Array.isArray(value) ? value : listIn(value);
  if (list === null)
    throw new TranscriptError(
      'file',
      'has no list of what was said.',
      'Give a list of {"speaker", "text"}, or an export with segments, utterances or monologues.',
    );
  const found = list.filter(isFields).map((item) => ({
    speaker: speakerOf(item),
    from: numberOf(item, START),
    to: numberOf(item, END),
    text: textOf(item),
  }));
  const said = found.filter(({ text }) => text !== '');
  if (said.length === 0)
    throw new TranscriptError(
      'text',
      'is missing in every entry.',
      'Each entry needs "text" (or "transcript", "content").',
    );
  if (new Set(said.map(({ speaker }) => speaker)).size < 2)
    throw new TranscriptError(
      'speaker',
      'names fewer than two people.',
      'Export with speaker labels (diarisation) switched on.',
    );
  const unit = unitOf(said);
  return said.map((one) => ({ ...one, from: scaled(one.from, unit), to: scaled(one.to, unit) }));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listIn(value: unknown): readonly unknown[] | null {
  for (const path of LISTS) {
    let at: unknown = value;
    for (const key of path) at = isFields(at) ? at[key] : undefined;
    if (Array.isArray(at) && at.some((item) => isFields(item) && textOf(item) !== '')) return at;
  }
  return null;
}

function speakerOf(item: Fields): string {
  for (const key of SPEAKER) {
    const value = item[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return `Speaker ${value}`;
    if (isFields(value) && typeof value.name === 'string') return value.name.trim();
  }
  return '';
}

function textOf(item: Fields): string {
  for (const key of TEXT) {
    const value = item[key];
    if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  }
  const { elements } = item;
  if (!Array.isArray(elements)) return '';
  return elements
    .map((element) => (isFields(element) && typeof element.value === 'string' ? element.value : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function numberOf(item: Fields, keys: readonly string[]): number | null {
  for (const key of keys) {
    const value = item[key];
    const number = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
  }
  const { elements } = item;
  return Array.isArray(elements) && isFields(elements[0]) && keys.includes('ts') ? numberOf(elements[0], ['ts']) : null;
}

/** Milliseconds in one unit of the file's times: people say between half a word and eight words a second. */
function unitOf(said: readonly Utterance[]): number {
  const starts = said.flatMap(({ from }) => (from === null ? [] : [from]));
  const span = Math.max(0, ...starts) - Math.min(...starts);
  const words = said.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  return span > 0 && words / span < 0.1 ? 1 : 1000;
}

function scaled(value: number | null, unit: number): number | null {
  return value === null ? null : Math.round(value * unit);
}
