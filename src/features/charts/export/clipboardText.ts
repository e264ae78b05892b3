/** Characters: with what VS Code makes of it on its way to the clipboard, a longer text may be none any more. */
const maxLength = 128 * 1024 * 1024;

export class TooLongForClipboardError extends Error {
  override readonly name = "TooLongForClipboardError";
}

/** The chunks as one text, in steps; throws TooLongForClipboardError. */
export function* clipboardText(
  chunks: Iterable<string>,
  limit = maxLength,
): Generator<undefined, string, undefined> {
  let text = "";
  for (const chunk of chunks) {
    text += chunk;
    if (text.length > limit) throw new TooLongForClipboardError();
    yield;
  }
  return text;
}
