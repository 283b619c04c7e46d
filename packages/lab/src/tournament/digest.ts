/**
 * Sixteen hex digits that stand for a document: two FNV-1a sums of 32 bits (Fowler, Noll and Vo) over its JSON text, from
 * different starts. Tells one plan from another; no protection against somebody who wants two to look alike.
 */
export function digestOf(document: unknown): string {
  const text = JSON.stringify(document);
  return [0x811c9dc5, 0x01000193]
    .map((start) => {
      let sum = start;
      for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
      return (sum >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
