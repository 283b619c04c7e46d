import { inflateRawSync } from 'node:zlib';
import { FileRefused } from '../refused.ts';

/** Most bytes that one part, and all parts together, may unpack to. */
const MAX_PART = 30_000_000;
const MAX_WHOLE = 60_000_000;
const MAX_PARTS = 2000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

const damaged = (what: string) =>
  new FileRefused('damaged', `The document is damaged: ${what}.`, 'Save it again from the word processor.');

/**
 * Unpacks the parts of a zip file, by name. What the file says about its own sizes is not believed: unpacking stops at the limit.
 * Throws `FileRefused` for one that is damaged, locked, or unpacks to too much.
 */
export function unpack(bytes: Uint8Array): Map<string, Buffer> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  if (count > MAX_PARTS) throw tooMuch(`it has ${count} parts`);
  const parts = new Map<string, Buffer>();
  let at = file.readUInt32LE(end + 16);
  let whole = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw damaged('its table of contents is broken');
    const flags = file.readUInt16LE(at + 8);
    const method = file.readUInt16LE(at + 10);
    const packed = file.readUInt32LE(at + 20);
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const shown = name.replace(/[^\w/.[\] -]/g, '?').slice(0, 60);
    if ((flags & 1) === 1)
      throw new FileRefused('locked', 'The document is locked with a password.', 'Save it without one.');
    const local = file.readUInt32LE(at + 42);
    if (local + 30 > file.length || file.readUInt32LE(local) !== LOCAL) throw damaged(`part "${shown}" is missing`);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    if (from + packed > file.length) throw damaged(`part "${shown}" is cut off`);
    const part = inflate(file.subarray(from, from + packed), method, shown);
    whole += part.length;
    if (whole > MAX_WHOLE) throw tooMuch(`it unpacks to more than ${MAX_WHOLE / 1_000_000} MB`);
    if (parts.has(name)) throw damaged(`part "${shown}" is there twice`);
    parts.set(name, part);
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

function endOf(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 65_535); at -= 1)
    if (file.readUInt32LE(at) === END) return at;
  throw damaged('its end is missing');
}

function inflate(packed: Buffer, method: number, name: string): Buffer {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw damaged(`part "${name}" is packed in a way that Word does not use`);
  try {
    return inflateRawSync(packed, { maxOutputLength: MAX_PART });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw tooMuch(`part "${name}" unpacks to more than ${MAX_PART / 1_000_000} MB`);
    throw damaged(`part "${name}" cannot be unpacked`);
  }
}

const tooMuch = (what: string) =>
  new FileRefused('too-large', `The document is not what a resume is: ${what}.`, 'Save the text alone, or paste it.');
