import { type Endpoint } from "../../src/rpc/endpoint";

export function anEndpoint(baseUrl: string, changes: Partial<Endpoint> = {}): Endpoint {
  return { baseUrl, headers: () => ({}), tls: {}, maxResponseBytes: 1024 * 1024, ...changes };
}
