import { parseAddress } from "../komari/address";

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
  wanted: string,
): readonly Server[] {
  const text = wanted.trim();
  const address = parseAddress(text);
  const byUrl = servers.filter(({ baseUrl }) => address.ok && baseUrl === address.baseUrl);
  const byName = servers.filter(({ name }) => name === text);
  const byHost = servers.filter(({ baseUrl }) => hostsOf(baseUrl).includes(text.toLowerCase()));
  // What says nothing of a scheme may be a name that looks like an address.
  const inOrder = text.includes("://") ? [byUrl, byName] : [byName, byUrl, byHost];
  return inOrder.find((found) => found.length > 0) ?? [];
}

/** With and without the port. */
function hostsOf(baseUrl: string): readonly string[] {
  if (!URL.canParse(baseUrl)) return [];
  const { host, hostname } = new URL(baseUrl);
  return [host, hostname];
}
