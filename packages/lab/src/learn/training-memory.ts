import { histogramKernel, type HistogramKernel } from './histogram-kernel.ts';

const PAGE = 65_536;
/** The most that one WebAssembly memory may hold. */
const MOST_PAGES = 65_536;
/** Memory up to this size is kept for the next training, so that many small ones do not each ask for their own. */
const KEPT_PAGES = 4096;

interface Kept {
  readonly memory: WebAssembly.Memory;
  readonly kernel: HistogramKernel;
}

let kept: Kept | undefined;

function withKernel(bytes: number): Kept | undefined {
  const pages = Math.ceil(bytes / PAGE);
  if (pages > MOST_PAGES || typeof WebAssembly === 'undefined') return undefined;
  try {
    if (kept !== undefined && pages <= KEPT_PAGES) {
      const missing = pages - kept.memory.buffer.byteLength / PAGE;
      if (missing > 0) kept.memory.grow(missing);
      return kept;
    }
    const memory = new WebAssembly.Memory({ initial: pages });
    const kernel = histogramKernel(memory);
    if (kernel === undefined) return undefined;
    const made = { memory, kernel };
    if (pages <= KEPT_PAGES) kept = made;
    return made;
  } catch {
    // No room for one block of this size: the arrays are allocated apart, and JavaScript sums them to the same bytes.
    return undefined;
  }
}

/**
 * The arrays of one training, carved from one block that the histogram kernel can read, or allocated singly where there
 * is no kernel. One training at a time: the next one takes the block over, so no array of it may be kept.
 */
export class TrainingMemory {
  readonly kernel: HistogramKernel | undefined;
  readonly #block: ArrayBuffer | undefined;
  #used = 0;

  /** `bytes` is the sum of all arrays that will be asked for, each rounded up to 16; `javascript` forgoes the kernel. */
  constructor(bytes: number, javascript = false) {
    const made = javascript ? undefined : withKernel(bytes);
    this.kernel = made?.kernel;
    this.#block = made?.memory.buffer;
  }

  #carve(bytes: number): { block: ArrayBuffer; at: number } {
    if (this.#block === undefined) return { block: new ArrayBuffer(bytes), at: 0 };
    const at = this.#used;
    this.#used += roomFor(bytes);
    return { block: this.#block, at };
  }

  /** Zeroed. */
  uint32(length: number): Uint32Array<ArrayBuffer> {
    const { block, at } = this.#carve(4 * length);
    return new Uint32Array(block, at, length).fill(0);
  }

  /** Not zeroed. */
  float32(length: number): Float32Array<ArrayBuffer> {
    const { block, at } = this.#carve(4 * length);
    return new Float32Array(block, at, length);
  }

  /** Not zeroed. */
  float64(length: number): Float64Array<ArrayBuffer> {
    const { block, at } = this.#carve(8 * length);
    return new Float64Array(block, at, length);
  }
}

/** Bytes that an array takes in the block. */
export function roomFor(bytes: number): number {
  return Math.ceil(bytes / 16) * 16;
}
