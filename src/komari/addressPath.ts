/** Segments that begin what Komari itself serves, wherever they stand. */
const ownAnywhere: ReadonlySet<string> = new Set(["admin", "instance", "terminal"]);

/** Segments that do so only at the end: in the middle a site may be hosted below them. */
const ownAtEnd: ReadonlySet<string> = new Set(["api", "login", "logout", "install", "ping"]);

/** What may follow `api` in an address pasted from somewhere. */
const ownBelowApi: ReadonlySet<string> = new Set([
  ...["rpc2", "clients", "login", "logout", "me", "nodes", "public", "version", "admin", "recent"],
]);

/**
 * The path a site lives under: no trailing or doubled slashes, dots resolved, and without the page
 * or API of Komari that the address was copied from. `/komari/admin/settings` → `/komari`.
 */
export function sitePath(path: string): { readonly path: string; readonly cut: boolean } {
  let segments = new URL(`http://host/${path}`).pathname.split("/").filter((part) => part !== "");
  const all = segments.length;
  for (let own = ownPart(segments); own >= 0; own = ownPart(segments)) {
    segments = segments.slice(0, own);
  }
  return { path: segments.map((part) => `/${part}`).join(""), cut: segments.length < all };
}

/** The index of the first segment of Komari's own, -1 for none. */
function ownPart(segments: readonly string[]): number {
  return segments.findIndex((part, index) => {
    const next = segments[index + 1];
    if (ownAnywhere.has(part)) return true;
    if (next === undefined) return ownAtEnd.has(part);
    return part === "api" && ownBelowApi.has(next);
  });
}
