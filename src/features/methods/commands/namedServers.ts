import { parseAddress } from "../../../komari/address";
import { type ServerConfig } from "../../../platform/config";

/** The servers that a name or URL stands for. Names need not be unique; a URL is one server's. */
export function namedServers(
  servers: readonly ServerConfig[],
  wanted: string,
): readonly ServerConfig[] {
  const address = parseAddress(wanted);
  const byUrl = servers.filter(({ baseUrl }) => address.ok && baseUrl === address.baseUrl);
  return byUrl.length > 0 ? byUrl : servers.filter(({ name }) => name === wanted);
}
