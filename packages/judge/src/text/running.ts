import { checkLength } from './limits.ts';
import { readFrom, type ReadSentence, type Sentence } from './sentences.ts';

/**
 * What an update changed, as one splice: `removed` old sentences starting at index `at` were replaced by `added`.
 * The `moved` sentences after them have the same words at other offsets (0 unless the edit was not at the end).
 */
export interface TextChange {
  readonly at: number;
  readonly removed: readonly Sentence[];
  readonly added: readonly Sentence[];
  readonly moved: number;
}

/** The sentences of a text that grows or is edited; each update reads only from the first sentence that could have changed. */
export class RunningText {
  #text = '';
  #read: ReadSentence[] = [];

  get text(): string {
    return this.#text;
  }

  get sentences(): readonly Sentence[] {
    return this.#read.map((read) => read.sentence);
  }

  /** Takes the whole text as it is now. Equal to reading it afresh. Throws AnswerTooLong and then keeps the old text. */
  update(text: string): TextChange {
    checkLength(text);
    const same = sharedPrefix(this.#text, text);
    if (same === text.length && same === this.#text.length)
      return { at: this.#read.length, removed: [], added: [], moved: 0 };
    let keep = this.#read.length;
    while (keep > 0 && !stays(this.#read[keep - 1] as ReadSentence, same)) keep--;
    const last = this.#read[keep - 1];
    const fresh =
      last === undefined ? readFrom(text, 0, 'unknown') : readFrom(text, last.sentence.to, last.habit, last.lineStart);
    const removed = this.#read.slice(keep).map((read) => read.sentence);
    const added = fresh.map((read) => read.sentence);
    this.#read.length = keep;
    for (const read of fresh) this.#read.push(read);
    this.#text = text;
    let moved = 0;
    while (
      moved < removed.length &&
      moved < added.length &&
      sameWords(removed[removed.length - 1 - moved], added[added.length - 1 - moved])
    )
      moved++;
    return {
      at: keep,
      removed: removed.slice(0, removed.length - moved),
      added: added.slice(0, added.length - moved),
      moved,
    };
  }
}

function stays(read: ReadSentence, same: number): boolean {
  return read.sentence.closed && read.decidedAt <= same;
}

function sameWords(a: Sentence | undefined, b: Sentence | undefined): boolean {
  return a !== undefined && b !== undefined && a.text === b.text && a.closed === b.closed;
}

function sharedPrefix(a: string, b: string): number {
  if (b.startsWith(a)) return a.length;
  const limit = Math.min(a.length, b.length);
  let at = 0;
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}
