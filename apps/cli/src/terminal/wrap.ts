/** Columns to fill: the terminal's, within what is pleasant to read. */
export const columns = (stream: { readonly columns?: number }) => Math.min(Math.max(stream.columns ?? 80, 50), 100);

/** Lines of whole words of at most `width` characters; a longer word has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}
