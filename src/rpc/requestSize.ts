import { type Params } from "./message";
import { RawJson } from "./rawJson";

/** Just below the 1 MiB with which some servers drop the whole socket; POST tells that it is too much. */
export const maxSocketRequestBytes = 1_000_000;

/** Whether a call with these parameters is too large for a socket. Those that are no JSON are not. */
export function isTooLargeForSocket(params: Params | undefined): boolean {
  const text = textOf(params);
  // UTF-8 takes three bytes at most for what is one character of a JavaScript string.
  if (text === undefined || text.length * 3 <= maxSocketRequestBytes) return false;
  return Buffer.byteLength(text) > maxSocketRequestBytes;
}

function textOf(params: Params | undefined): string | undefined {
  if (params === undefined || params instanceof RawJson) return params?.text;
  try {
    return JSON.stringify(params);
  } catch {
    return undefined;
  }
}
