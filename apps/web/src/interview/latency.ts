/**
 * How long an interruption takes, on the page's own clock: from the input event that ended the sentence until the card
 * is painted. Each is a `performance.measure` named "legible:interruption", so that a browser test and the browser's
 * own profiler see the same figure; its `detail.inDocument` is when the card entered the document.
 */
const MEASURE = 'legible:interruption';

let lastInput = 0;

/** Call in the input event itself. */
export function noteInput(at: number): void {
  lastInput = at;
}

/** Call when the card has entered the document. */
export function noteInterruption(id: string): void {
  const start = lastInput;
  if (start === 0) return;
  const inDocument = performance.now();
  requestAnimationFrame(() => {
    // A message posted in the last callback before painting is handled after it.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      performance.measure(MEASURE, { start, end: performance.now(), detail: { id, inDocument: inDocument - start } });
      port1.close();
    });
    port1.start();
    port2.postMessage(null);
  });
}
