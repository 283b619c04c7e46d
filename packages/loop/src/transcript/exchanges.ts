import { TranscriptError, type Utterance } from './types.ts';

export interface SpeakerSummary {
  readonly speaker: string;
  readonly words: number;
  /** Share of their turns that end in a question. */
  readonly asks: number;
}

/** The speakers with what tells an interviewer from a candidate, the likeliest candidate first. */
export function speakersOf(utterances: readonly Utterance[]): readonly SpeakerSummary[] {
  const by = Map.groupBy(utterances, ({ speaker }) => speaker);
  const summaries = [...by].map(([speaker, turns]) => ({
    speaker,
    words: turns.reduce((sum, { text }) => sum + wordCount(text), 0),
    asks: turns.filter(({ text }) => text.includes('?')).length / turns.length,
  }));
  const likely = ({ speaker, words, asks }: SpeakerSummary) =>
    words *
    (1 - 0.7 * asks) *
    (/\b(?:candidate|me|applicant|interviewee|self)\b/i.test(speaker) ? 100 : 1) *
    (/\binterviewer|recruiter|host\b/i.test(speaker) ? 0.01 : 1);
  return summaries.toSorted((a, b) => likely(b) - likely(a));
}

/** A question as it was put, and all that the candidate said before the next one. */
export interface Exchange {
  readonly interviewer: string;
  readonly asked: string;
  readonly answer: string;
  /** Milliseconds, null where the file has no times. */
  readonly from: number | null;
  readonly to: number | null;
}

/** At most so many words without a question mark are a nod ("right", "mm-hm, go on"), not a question. */
const NOD = 5;

/** Questions with their answers, nods left out. Throws TranscriptError where that speaker answers nothing. */
export function exchangesOf(utterances: readonly Utterance[], candidate: string): readonly Exchange[] {
  const found: { interviewer: string; asked: string; answer: string; from: number | null; to: number | null }[] = [];
  let asked: Utterance[] = [];
  for (const one of utterances) {
    if (one.speaker !== candidate) {
      const nod = wordCount(one.text) <= NOD && !one.text.includes('?');
      if (!nod || found.length === 0) asked.push(one);
      continue;
    }
    const last = found.at(-1);
    if (asked.length === 0) {
      if (last !== undefined) {
        last.answer = `${last.answer} ${one.text}`;
        last.to = one.to ?? last.to;
      }
      continue;
    }
    found.push({
      interviewer: asked.at(-1)?.speaker ?? '',
      asked: asked.map(({ text }) => text).join(' '),
      answer: one.text,
      from: one.from,
      to: one.to,
    });
    asked = [];
  }
  if (found.length === 0)
    throw new TranscriptError(
      'speaker',
      `${candidate} answers no question in this transcript.`,
      'Choose the speaker who was interviewed.',
    );
  return found;
}

function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
