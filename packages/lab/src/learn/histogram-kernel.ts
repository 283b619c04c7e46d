/**
 * The inner loop of histogram building as a WebAssembly module of some 200 bytes, assembled here. It adds gradient and
 * hessian of a row to a bin with one 128-bit load, add and store, where JavaScript needs two of each and checks bounds.
 * The sums are the same IEEE additions in the same order as `histogram.ts` does, so the bytes are the same.
 */

/** Both take byte addresses in the module's memory, and a range of places. */
export interface HistogramKernel {
  /** Rows `indices[start..end)`, whose pairs lie in that order. */
  rows(words: number, indices: number, pairs: number, histogram: number, start: number, end: number): void;
  /** Rows `start..end` themselves; `indices` is not read. */
  all(words: number, indices: number, pairs: number, histogram: number, start: number, end: number): void;
}

const I32 = 0x7f;
const V128 = 0x7b;
const WORDS = 0;
const INDICES = 1;
const PAIRS = 2;
const HISTOGRAM = 3;
const START = 4;
const END = 5;
const WORD = 6;
const PAIR = 7;
const CELL = 8;

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
const constant = (value: number) => [0x41, ...signed(value)];
const SHIFT_LEFT = [0x74];
const SHIFT_RIGHT = [0x76];
const AND = [0x71];
const ADD = [0x6a];
const DROP = [0x1a];
const LESS = [0x49];
const GREATER_OR_EQUAL = [0x4f];
const IF_RETURN = [0x04, 0x40, 0x0f, 0x0b];
const LOOP = [0x03, 0x40];
const REPEAT_IF = [0x0d, 0];
const BLOCK_END = [0x0b];
const loadWord = [0x28, 2, 0];
const loadPair = [0xfd, 0x5d, 3, 0, 0xfd, 0x5f];
const loadCell = (offset: number) => [0xfd, 0x00, 4, ...unsigned(offset)];
const addCells = [0xfd, 0xf0, 0x01];
const storeCell = (offset: number) => [0xfd, 0x0b, 4, ...unsigned(offset)];

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const more = rest > 127;
    bytes.push((rest & 127) | (more ? 128 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const byte = rest & 127;
    rest >>= 7;
    if ((rest === 0 && (byte & 64) === 0) || (rest === -1 && (byte & 64) !== 0)) return [...bytes, byte];
    bytes.push(byte | 128);
  }
}

/** local = base + (index << shift) */
const address = (local: number, base: number, index: number, shift: number) => [
  ...get(base),
  ...get(index),
  ...constant(shift),
  ...SHIFT_LEFT,
  ...ADD,
  ...set(local),
];

/** Adds the pair to the bin that byte `feature` of the word names; a feature's bins take 4096 bytes. */
function addToBin(feature: number): number[] {
  const scaled = feature === 0 ? [...constant(4), ...SHIFT_LEFT] : [...constant(8 * feature - 4), ...SHIFT_RIGHT];
  const offset = feature * 4096;
  return [
    ...get(HISTOGRAM),
    ...get(WORD),
    ...scaled,
    ...constant(4080),
    ...AND,
    ...ADD,
    ...tee(CELL),
    ...get(CELL),
    ...loadCell(offset),
    ...get(PAIR),
    ...addCells,
    ...storeCell(offset),
  ];
}

function kernelBody(gathered: boolean): number[] {
  const rowAddress = gathered
    ? [...get(WORDS), ...get(INDICES), ...loadWord, ...constant(2), ...SHIFT_LEFT, ...ADD]
    : get(INDICES);
  // INDICES walks from its start to END; without gathering it walks over the words themselves.
  const from = gathered ? INDICES : WORDS;
  const nothingToDo = [...get(START), ...get(END), ...GREATER_OR_EQUAL, ...IF_RETURN];
  const advance = (local: number, bytes: number) => [...get(local), ...constant(bytes), ...ADD, ...tee(local)];
  const code = [
    nothingToDo,
    address(END, from, END, 2),
    address(INDICES, from, START, 2),
    address(PAIRS, PAIRS, START, 3),
    LOOP,
    rowAddress,
    loadWord,
    set(WORD),
    get(PAIRS),
    loadPair,
    set(PAIR),
    [0, 1, 2, 3].flatMap(addToBin),
    advance(PAIRS, 8),
    DROP,
    advance(INDICES, 4),
    get(END),
    LESS,
    REPEAT_IF,
    BLOCK_END,
    BLOCK_END,
  ].flat();
  const locals = [3, 1, I32, 1, V128, 1, I32];
  return [...unsigned(locals.length + code.length), ...locals, ...code];
}

function section(id: number, content: number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

const text = (value: string) => [value.length, ...Array.from(value, (letter) => letter.charCodeAt(0))];

const HEADER = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

function moduleBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...HEADER,
    ...section(1, [1, 0x60, 6, I32, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...text('host'), ...text('memory'), 0x02, 0x00, 1]),
    ...section(3, [2, 0, 0]),
    ...section(7, [2, ...text('rows'), 0, 0, ...text('all'), 0, 1]),
    ...section(10, [2, ...kernelBody(true), ...kernelBody(false)]),
  ]);
}

/**
 * The kernel on this memory, or undefined where the engine has no WebAssembly with SIMD or forbids compiling it, as a
 * page's security policy may. The caller then uses JavaScript, which gives the same bytes at some two thirds the speed.
 */
export function histogramKernel(memory: WebAssembly.Memory): HistogramKernel | undefined {
  const bytes = moduleBytes();
  try {
    if (!WebAssembly.validate(bytes)) return undefined;
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { host: { memory } });
    return exports as unknown as HistogramKernel;
  } catch {
    return undefined;
  }
}
