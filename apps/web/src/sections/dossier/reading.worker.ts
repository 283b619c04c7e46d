import { ourPhrases } from '@legible/app/own-phrases';
import { AnswerTooLong, RunningJudge } from '@legible/judge';
import { itemOutline, questionOf, strikesIn, textOf, type Telling } from '@legible/prep';
import { liftedStrikes } from '@legible/prep/known-phrases/index';
import type { ReadReply, ReadRequest } from './protocol.ts';

/** Reads drafts beside the page. Of requests that pile up while one is read, only the newest of each telling counts. */
const judges = new Map<Telling, RunningJudge>();
const waiting = new Map<Telling, ReadRequest>();
const settled = new Map<Telling, ReturnType<typeof setTimeout>>();
/** Keys come faster than marks are needed: a reading waits this long for the next. */
const TOGETHER_MS = 50;
/** A pause this long is the end of a thought: the levels are worked out. */
const PAUSE_MS = 350;

function judgeFor({ item, telling }: ReadRequest): RunningJudge {
  const question = questionOf(item, telling);
  const known = judges.get(telling);
  if (known?.question.id === question.id) return known;
  const fresh = new RunningJudge(question);
  judges.set(telling, fresh);
  return fresh;
}

function read(request: ReadRequest, whole: boolean): ReadReply {
  const { item, telling } = request;
  const text = textOf(item, telling);
  const running = judgeFor(request);
  try {
    const early = running.update(text);
    const judgment = whole && text.trim() !== '' ? running.judgment() : null;
    return {
      telling,
      text,
      strikes: strikesIn(item, text, judgment?.findings ?? early, liftedStrikes(text, ourPhrases())),
      outline: itemOutline(item, telling),
      judgment,
      fresh: judgment !== null,
      trouble: '',
    };
  } catch (error) {
    if (!(error instanceof AnswerTooLong)) throw error;
    return { telling, text, strikes: [], outline: [], judgment: null, fresh: false, trouble: error.message };
  }
}

const tell = (reply: ReadReply): void => postMessage(reply);

function next(telling: Telling): void {
  const request = waiting.get(telling);
  if (request === undefined) return;
  waiting.delete(telling);
  tell(read(request, false));
  clearTimeout(settled.get(telling));
  settled.set(
    telling,
    setTimeout(() => tell(read(request, true)), PAUSE_MS),
  );
}

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  const idle = !waiting.has(data.telling);
  waiting.set(data.telling, data);
  if (idle) setTimeout(() => next(data.telling), TOGETHER_MS);
});
