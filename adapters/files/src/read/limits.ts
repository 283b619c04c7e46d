/** What one file may take to be read. */
export interface Limits {
  /** Milliseconds of the worker's own work, its start included: on a busy machine a good file is not refused for waiting. */
  readonly cpuMilliseconds: number;
  /** Milliseconds from the call to the answer, however busy the machine is. */
  readonly wallMilliseconds: number;
  /** Memory of the worker's objects, in MB. */
  readonly heapMegabytes: number;
  /** Growth of the whole process, in MB, while the file is read: what is unpacked lies outside of the worker's heap. */
  readonly growthMegabytes: number;
}

export const LIMITS: Limits = {
  cpuMilliseconds: 1200,
  wallMilliseconds: 20_000,
  heapMegabytes: 192,
  growthMegabytes: 256,
};
