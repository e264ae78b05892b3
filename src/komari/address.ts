import { isIPv4, isIPv6 } from "node:net";
import { sitePath } from "./addressPath";

export const addressProblems = [
  /** Nothing was typed. */
  "empty",
  /** Another scheme than http and https (ws and wss are taken as these). */
  "scheme",
  /** A user name or password in the address: neither is ever sent, so it would only be lost. */
  "credentials",
  /** No host, or one that cannot be. */
  "host",
  /** Not a number from 1 to 65535. */
  "port",
  /** A query: a server's address has none. */
  "query",
] as const;
export type AddressProblem = (typeof addressProblems)[number];

type AddressWarning =
  /** There was no scheme: https or http was chosen by the rule below. */
  | "schemeAssumed"
  /** A page or API path of Komari was cut off. */
  | "pathCut"
  /** What is sent, secrets too, can be read on the way: http to another machine. */
  | "plainHttp";

type ParsedAddress =
  | { readonly ok: true; readonly baseUrl: string; readonly warnings: readonly AddressWarning[] }
  | { readonly ok: false; readonly problem: AddressProblem };

const schemes: Readonly<Record<string, "http" | "https">> = {
  http: "http",
  https: "https",
  ws: "http",
  wss: "https",
};

/** Scheme, authority, path, query; the fragment is of no interest. */
const addressPattern = /^(?:([a-z][a-z0-9+.-]*):\/\/|\/\/)?([^/?#]*)([^?#]*)(\?[^#]*)?(?:#.*)?$/is;

/** What URL would quietly drop, decode or turn into slashes. */
const forbiddenInHost = /[\s\\%\p{Cc}]/u;

/** Ends of names that only exist in private networks, where certificates are rare. */
const privateName = /^(?:[^.]+|.*\.(?:localhost|local|lan|home|internal|home\.arpa))$/;

/**
 * What people type or paste as the address of a Komari site, made a base URL: scheme, lower-case
 * host, port unless it is the scheme's own, the path the site lives under, no trailing slash.
 * Parsing a base URL gives the same base URL; another host than the typed one never comes out.
 *
 * Without a scheme it is https for names as the world knows them, and http where https would
 * surely be wrong: IP addresses, names of private networks, and a port that is not one of https
 * (Komari itself, on 25774, speaks http only). Ports ending in 443 are https by custom.
 */
export function parseAddress(text: string): ParsedAddress {
  const typed = text.trim();
  if (typed === "") return failed("empty");
  const match = addressPattern.exec(typed);
  if (match === null) return failed("host");
  const [, typedScheme, authority = "", path = "", query = ""] = match;
  const known = typedScheme === undefined ? undefined : schemeOf(typedScheme);
  if (typedScheme !== undefined && known === undefined) return failed("scheme");
  if (authority.includes("@")) return failed("credentials");
  if (forbiddenInHost.test(authority)) return failed("host");
  const place = splitAuthority(authority);
  if (place.host === undefined) return failed("host");
  if (!isPort(place.port)) return failed("port");
  if (query.length > 1) return failed("query");
  const scheme = known ?? assumedScheme(place.host, place.port);
  const port = place.port === "" ? "" : `:${Number(place.port)}`;
  const url = new URL(`${scheme}://${place.host}${port}`);
  const site = sitePath(path);
  return {
    ok: true,
    baseUrl: url.origin + site.path,
    warnings: warningsOf(typedScheme === undefined, site.cut, url),
  };
}

function failed(problem: AddressProblem): ParsedAddress {
  return { ok: false, problem };
}

function schemeOf(typed: string): "http" | "https" | undefined {
  const name = typed.toLowerCase();
  return Object.hasOwn(schemes, name) ? schemes[name] : undefined;
}

/** The host as URL writes it, undefined when it is none; the port as typed. */
function splitAuthority(authority: string): { host: string | undefined; port: string } {
  const colons = authority.split(":").length - 1;
  if (colons > 1 && isIPv6(authority)) return { host: hostOf(`[${authority}]`), port: "" };
  const match = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(authority);
  if (match === null) return { host: undefined, port: "" };
  const [, host = "", port = ""] = match;
  return { host: hostOf(host), port };
}

/** URL reads `1` and `0x7f.1` as IPv4 addresses, which is never meant: only dotted quads are. */
function hostOf(typed: string): string | undefined {
  const url =
    typed !== "" && URL.canParse(`http://${typed}`) ? new URL(`http://${typed}`) : undefined;
  if (url === undefined || url.hostname === "" || url.pathname !== "/") return undefined;
  return isIPv4(url.hostname) && url.hostname !== typed ? undefined : url.hostname;
}

function isPort(typed: string): boolean {
  return typed === "" || (/^\d{1,5}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 65_535);
}

function assumedScheme(host: string, port: string): "http" | "https" {
  if (port !== "") return port.endsWith("443") ? "https" : "http";
  return isAddress(host) || privateName.test(host) ? "http" : "https";
}

function isAddress(host: string): boolean {
  return isIPv4(host) || host.startsWith("[");
}

function warningsOf(assumed: boolean, cut: boolean, url: URL): readonly AddressWarning[] {
  const warnings: AddressWarning[] = [];
  if (assumed) warnings.push("schemeAssumed");
  if (cut) warnings.push("pathCut");
  if (url.protocol === "http:" && !isLoopback(url.hostname)) warnings.push("plainHttp");
  return warnings;
}

function isLoopback(host: string): boolean {
  return (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    host === "[::1]" ||
    host.startsWith("127.")
  );
}
