/** A line of a stream: its text, or null where it is longer than `most` characters. */
export interface Line {
  readonly number: number;
  readonly text: string | null;
}

/** Cuts a stream of text into lines, holding at most one line of `most` characters in memory. */
export async function* linesOf(chunks: AsyncIterable<string>, most: number): AsyncGenerator<Line> {
  let number = 0;
  let held = '';
  let long = false;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      const text = held + chunk.slice(from, end);
      number += 1;
      yield { number, text: long || text.length > most ? null : text };
      held = '';
      long = false;
      from = end + 1;
    }
    held += chunk.slice(from);
    if (held.length > most) {
      held = '';
      long = true;
    }
  }
  if (long || held !== '') yield { number: number + 1, text: long ? null : held };
}
