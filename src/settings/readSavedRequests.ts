import { isRecord, parseJson } from "../util/json";

/** One usable entry of `komari.requests`. */
export interface SavedRequest {
  readonly name: string;
  /** Full name. */
  readonly method: string;
  /** A URL, a name or a host, as it was written, be there such a server or not; undefined: of any server. */
  readonly server?: string;
  /**
   * Raw JSON. In the settings a value, or its JSON as a string, for a value there would be rounded
   * where numbers are larger than 2^53.
   */
  readonly params?: string;
}

/** The usable entries of a value of `komari.requests`; of entries with equal names the first. */
export function readSavedRequests(value: unknown): readonly SavedRequest[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const requests = new Map<string, SavedRequest>();
  for (const request of list.map(readSavedRequest)) {
    if (request !== undefined && !requests.has(request.name)) requests.set(request.name, request);
  }
  return [...requests.values()];
}

/** Without its parameters a request may do something else: where they are broken, it cannot be used. */
function readSavedRequest(entry: unknown): SavedRequest | undefined {
  if (!isRecord(entry)) return undefined;
  const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");
  const [name, method] = [text(entry.name), text(entry.method)];
  const params = savedParams(entry.params);
  if (name === "" || method === "" || params === "broken") return undefined;
  const server = savedServer(entry.server);
  return { name, method, ...(params && { params: params.json }), ...(server !== "" && { server }) };
}

/** What is no text is no server's name: the request is for none, and not for any. */
function savedServer(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value.trim() : JSON.stringify(value);
}

function savedParams(value: unknown): { readonly json: string } | "broken" | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "object") return { json: JSON.stringify(value) };
  const isJson = typeof value === "string" && parseJson(value) !== undefined;
  return isJson ? { json: value } : "broken";
}
