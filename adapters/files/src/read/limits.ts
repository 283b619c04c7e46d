/** What one file may take to be read. */
export interface Limits {
  /** Milliseconds from the call to the answer. */
  readonly milliseconds: number;
  /** Memory of the worker's objects, in MB. */
  readonly heapMegabytes: number;
  /** Growth of the whole process, in MB, while the file is read: what is unpacked lies outside of the worker's heap. */
  readonly growthMegabytes: number;
}

export const LIMITS: Limits = { milliseconds: 1800, heapMegabytes: 192, growthMegabytes: 400 };
