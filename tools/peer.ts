/** Runs scikit-learn on one thread, for benches. The data goes over as raw columns in a temporary folder. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LabelledTable } from './fraud-like-table.ts';

const PYTHON = process.env['PEER_PYTHON'] ?? '/usr/bin/python3';

export interface PeerFolder extends Disposable {
  readonly path: string;
  /** Writes <name>.f32 (columns, one after the other) and <name>.u8 (labels). */
  table(name: string, data: LabelledTable): void;
  /** Writes <name>.f64. */
  floats(name: string, values: Float64Array): void;
  /** Runs one task of tools/fixtures/peer.py; undefined where scikit-learn is not installed. */
  run(task: string): Record<string, number> | undefined;
}

/** A temporary folder shared with the peer; gone when disposed of. */
export function peerFolder(): PeerFolder {
  const path = mkdtempSync(join(tmpdir(), 'legible-peer-'));
  const bytes = (array: Float32Array | Float64Array | Uint8Array) =>
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  return {
    path,
    table(name, { table, labels }) {
      const all = new Float32Array(table.rows * table.columns.length);
      table.columns.forEach((column, c) => all.set(column, c * table.rows));
      writeFileSync(join(path, `${name}.f32`), bytes(all));
      writeFileSync(join(path, `${name}.u8`), bytes(labels));
    },
    floats(name, values) {
      writeFileSync(join(path, `${name}.f64`), bytes(values));
    },
    run(task) {
      const script = new URL('fixtures/peer.py', import.meta.url).pathname;
      const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
      const child = spawnSync(PYTHON, [script, task, path], { encoding: 'utf8', env });
      if (child.status === 0) return JSON.parse(child.stdout) as Record<string, number>;
      if (/No module named|ENOENT/.test(`${child.stderr}${child.error}`)) return undefined;
      throw new Error(`The peer failed at ${task}: ${child.stderr || child.error}`);
    },
    [Symbol.dispose]() {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
