import { stem } from './stem.ts';

interface Node {
  next: Map<string, Node> | null;
  ids: number[] | null;
}

/** Many phrases compiled into one trie over word stems: matching costs the length of the sentence. */
export class Phrases<Id extends string> {
  readonly ids: readonly Id[];
  readonly #root: Node = { next: null, ids: null };

  /** `lexicon` maps an id to comma-separated phrases. */
  constructor(lexicon: Readonly<Record<Id, string>>) {
    this.ids = Object.keys(lexicon) as Id[];
    this.ids.forEach((id, index) => {
      for (const phrase of lexicon[id].split(',')) {
        const words = phrase.trim().toLowerCase().split(/\s+/);
        if (words[0] !== '') this.#add(words.map(stem), index);
      }
    });
  }

  #add(stems: readonly string[], index: number): void {
    let node = this.#root;
    for (const word of stems) {
      node.next ??= new Map();
      let next = node.next.get(word);
      if (next === undefined) {
        next = { next: null, ids: null };
        node.next.set(word, next);
      }
      node = next;
    }
    node.ids ??= [];
    if (!node.ids.includes(index)) node.ids.push(index);
  }

  /** How often each id occurs among `stems`, by index of `ids`. */
  count(stems: readonly string[]): Uint8Array {
    const counts = new Uint8Array(this.ids.length);
    for (let start = 0; start < stems.length; start++) {
      let node: Node | undefined = this.#root;
      for (let at = start; at < stems.length; at++) {
        node = node.next?.get(stems[at] as string);
        if (node === undefined) break;
        if (node.ids !== null)
          for (const id of node.ids) if ((counts[id] as number) < 255) counts[id] = (counts[id] as number) + 1;
      }
    }
    return counts;
  }
}
