/** Bytes as base64 text, in the page and on the server alike. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // In steps, since each step passes its bytes as arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** The bytes of base64 text; null for text that is not base64. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return null; // The caller says what is wrong with it.
  }
}
