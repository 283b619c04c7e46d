/** A figure short enough to stand beside a line. */
export function brief(x: number): string {
  const size = Math.abs(x);
  if (!Number.isFinite(x)) return 'none';
  if (size >= 1e6) return `${Number((x / 1e6).toPrecision(3))}M`;
  if (size >= 1e4) return `${Number((x / 1e3).toPrecision(3))}k`;
  if (size >= 100) return String(Math.round(x));
  return String(Number(x.toPrecision(3)));
}

/** "cardTx1h" or "card_tx_1h" as words. */
export function spaced(name: string): string {
  return name
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

export const titled = (name: string): string => {
  const plain = spaced(name);
  return plain.slice(0, 1).toUpperCase() + plain.slice(1);
};

/**
 * Places for labels that stand one above another: each as near to its wish as the others allow, in units of the wishes.
 * `gap` is the least distance between two.
 */
export function apart(wishes: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wishes.map((wish, i) => ({ wish, i })).toSorted((a, b) => a.wish - b.wish);
  const places = wishes.map(() => 0);
  let floor = low;
  for (const { wish, i } of order) {
    places[i] = Math.max(wish, floor);
    floor = places[i] + gap;
  }
  let ceiling = high;
  for (const { i } of order.toReversed()) {
    places[i] = Math.min(places[i] ?? 0, ceiling);
    ceiling = places[i] - gap;
  }
  return places;
}
