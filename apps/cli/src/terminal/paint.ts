import type { WriteStream } from 'node:tty';

/** Colours for a terminal, and plain text for anything else. */
export interface Pen {
  readonly fault: (text: string) => string;
  readonly evidence: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** Colour on a terminal only; NO_COLOR turns it off. */
export function paint(stream: NodeJS.WriteStream & Partial<Pick<WriteStream, 'hasColors'>>): Pen {
  const coloured = stream.isTTY === true && !process.env['NO_COLOR'] && (stream.hasColors?.() ?? false);
  const style = (open: string, close: string) => (text: string) =>
    coloured && text !== '' ? `\u001B[${open}m${text}\u001B[${close}m` : text;
  return {
    fault: style('31;4', '39;24'),
    evidence: style('32', '39'),
    strong: style('1', '22'),
    faint: style('2', '22'),
  };
}
