/** Characters of a chunk at least, but for the last one: made in a few milliseconds, and worth a write. */
const chunkLength = 64 * 1024;

/** The texts of a generator, joined to chunks of about one length; it starts over each time that it is read. */
export function chunksOf(texts: () => Iterable<string>): Iterable<string> {
  return { [Symbol.iterator]: () => joined(texts()) };
}

function* joined(texts: Iterable<string>): Generator<string, void> {
  let chunk = "";
  for (const text of texts) {
    chunk += text;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}
