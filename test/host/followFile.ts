import fs from "node:fs";

/** Copies what is appended to a file to a stream, until stopped; the last part is copied then. */
export function followFile(file: string, target: NodeJS.WritableStream): () => void {
  const descriptor = fs.openSync(file, "a+");
  const buffer = Buffer.alloc(64 * 1024);
  let position = 0;
  const copy = (): void => {
    for (;;) {
      const length = fs.readSync(descriptor, buffer, 0, buffer.length, position);
      if (length === 0) return;
      position += length;
      target.write(Buffer.from(buffer.subarray(0, length)));
    }
  };
  const timer = setInterval(copy, 50);
  return () => {
    clearInterval(timer);
    copy();
    fs.closeSync(descriptor);
  };
}
