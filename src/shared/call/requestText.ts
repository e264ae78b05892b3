/** The body of a call as the client writes it. @param params raw JSON; undefined: without. */
export function requestText(method: string, params: string | undefined, id = 1): string {
  const last = params === undefined ? "" : `,"params":${params}`;
  return `{"jsonrpc":"2.0","id":${id},"method":${JSON.stringify(method)}${last}}`;
}
