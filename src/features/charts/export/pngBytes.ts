const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** More than any screen full of charts comes to. */
const maxBytes = 64 * 1024 * 1024;

/** Whether a webview's word for it can be taken that these bytes are a picture. */
export function isPng(bytes: unknown): bytes is Uint8Array {
  return (
    bytes instanceof Uint8Array &&
    bytes.length > signature.length &&
    bytes.length <= maxBytes &&
    signature.every((byte, index) => bytes[index] === byte)
  );
}
