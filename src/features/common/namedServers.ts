import { parseAddress } from "../../komari/address";

interface NamedServer {
  readonly name: string;
  readonly baseUrl: string;
}

/**
 * The servers that a URL, a name or a host stands for, the first of these that fits. Only a URL is one server's
 * for certain.
 */
export function namedServers<Server extends NamedServer>(
  servers: readonly Server[],
  input: string,
): readonly Server[] {
  const text = input.trim();
  const address = parseAddress(text);
  const byUrl = servers.filter(({ baseUrl }) => address.ok && baseUrl === address.baseUrl);
  const byName = servers.filter(({ name }) => name === text);
  const place = address.ok ? placeIn(text, address.baseUrl) : undefined;
  const byHost = servers.filter(({ baseUrl }) => place !== undefined && isAt(baseUrl, place));
  // What says nothing of a scheme may be a name that looks like an address.
  const inOrder = text.includes("://") ? [byUrl, byName] : [byName, byUrl, byHost];
  return inOrder.find((found) => found.length > 0) ?? [];
}

interface Place {
  readonly hostname: string;
  /** Undefined: any. */
  readonly port: string | undefined;
}

const typedPort = /^(?:\[[^\]]*\]|[^:/]*):(\d+)\/*$/;

/** Undefined: more than a host is given. @param baseUrl what `text` reads as, the host as URLs write it. */
function placeIn(text: string, baseUrl: string): Place | undefined {
  const { hostname, pathname } = new URL(baseUrl);
  const port = typedPort.exec(text)?.[1];
  return pathname === "/" ? { hostname, port: port && String(Number(port)) } : undefined;
}

function isAt(baseUrl: string, { hostname, port }: Place): boolean {
  if (!URL.canParse(baseUrl)) return false;
  const url = new URL(baseUrl);
  const ownPort = url.port || (url.protocol === "https:" ? "443" : "80");
  return url.hostname === hostname && (port === undefined || port === ownPort);
}
