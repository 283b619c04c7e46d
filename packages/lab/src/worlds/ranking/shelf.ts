/** What was made so far, by the parts of a plan that made it; shared by every life of one seed. */
export type Shelf = Map<string, unknown>;

/** What `make` gave the first time under this key. */
export function shelved<T>(shelf: Shelf, key: string, make: () => T): T {
  if (!shelf.has(key)) shelf.set(key, make());
  return shelf.get(key) as T;
}
