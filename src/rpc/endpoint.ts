import { constants } from "node:buffer";

/** Where a server is and how to be let in. */
export interface Endpoint {
  /** Base URL of the Komari site: http(s), the user's path kept, no trailing slash, no query. */
  readonly baseUrl: string;
  /** Cookie, Authorization and the like. Read for every request and upgrade; sent to this origin only. */
  readonly headers: () => Readonly<Record<string, string>>;
  readonly tls: {
    /** PEM text; trusted in place of the system's authorities. */
    readonly ca?: string | undefined;
    readonly acceptAnyCertificate?: boolean | undefined;
  };
  readonly maxResponseBytes: number;
  /** Shown in the server's list of sessions. */
  readonly userAgent?: string | undefined;
}

/** Of every request and upgrade. */
export function headersOf({ headers, userAgent }: Endpoint): Record<string, string> {
  return { ...(userAgent !== undefined && { "User-Agent": userAgent }), ...headers() };
}

export const rpcPath = "/api/rpc2";

/** The absolute URL of `path` (with a leading slash) below the endpoint's base path. */
export function urlOf(endpoint: Endpoint, path: string): URL {
  return new URL(endpoint.baseUrl + path);
}

/** `baseUrl` with HTTPS, at `port`; empty: its own. */
export function httpsUrlOf(baseUrl: string, port: string): string {
  const url = new URL(baseUrl);
  url.protocol = "https:";
  url.port = port;
  return url.href.replace(/\/$/, "");
}

/**
 * The Origin headers worth trying on a socket, best first. Komari wants the host of Origin to equal
 * the Host it sees, and the documented nginx configuration drops a port on the way to it.
 */
export function originsOf(endpoint: Endpoint): readonly string[] {
  const url = new URL(endpoint.baseUrl);
  const withPort = `${url.protocol}//${url.host}`;
  return url.port === "" ? [withPort] : [withPort, `${url.protocol}//${url.hostname}`];
}

/**
 * TLS options of a request. Empty unless the user set something: then VS Code's own handling of
 * system certificates stays in force.
 */
export function tlsOptionsOf({ tls }: Endpoint): { ca?: string; rejectUnauthorized?: false } {
  return {
    ...(tls.ca === undefined ? {} : { ca: tls.ca }),
    ...(tls.acceptAnyCertificate === true ? { rejectUnauthorized: false } : {}),
  };
}

/** Text beyond what a JavaScript string can hold could be received, but not read. */
export function responseLimitOf({ maxResponseBytes }: Endpoint): number {
  return Math.min(maxResponseBytes, constants.MAX_STRING_LENGTH);
}
