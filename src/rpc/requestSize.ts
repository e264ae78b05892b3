import { type Params } from "./message";
import { RawJson } from "../json/rawJson";

/** Just below the 1 MiB at which some servers drop the whole socket, whereas POST returns an error. */
export const maxSocketRequestBytes = 1_000_000;

/** Whether a call with these parameters is too large for a socket. Values that are not JSON are not. */
export function isTooLargeForSocket(params: Params | undefined): boolean {
  const text = textOf(params);
  // UTF-8 takes at most three bytes per UTF-16 code unit.
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
