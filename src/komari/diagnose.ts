import { type Endpoint, httpsUrlOf } from "../rpc/endpoint";
import { type HttpResponse, httpRequest } from "../rpc/httpRequest";
import { parseJson } from "../util/json";
import { type Credential } from "./credential";
import { decodeRestVersion } from "./decode/version";
import { type Problem, problemOf } from "./problem";

const timeoutMs = 10_000;

/**
 * What is wrong with a server whose RPC failed with `error`. Where no RPC answers it asks what
 * Komari had before RPC2, to tell a server that is too old from one that is not Komari at all; where
 * HTTP is cut off, whether the port speaks TLS.
 */
export async function diagnose(
  endpoint: Endpoint,
  credential: Credential,
  error: unknown,
  signal?: AbortSignal,
): Promise<Problem> {
  const problem = problemOf(error, credential);
  if (problem.code === "connectionLost") return withHttps(problem, endpoint, signal);
  if (problem.code !== "notRpcEndpoint") return problem;
  const get = async (path: string): Promise<HttpResponse | undefined> => {
    return httpRequest(endpoint, { method: "GET", path, timeoutMs, signal }).catch(() => undefined);
  };
  const response = await get("/api/version");
  const version = response === undefined ? undefined : decodeRestVersion(parseJson(response.body));
  if (version !== undefined) {
    const detail = `Komari ${version.version} without RPC2`;
    return { ...problem, code: "tooOld", detail, data: { version: version.version } };
  }
  const isKomari = (await get("/ping"))?.body.trim() === "pong";
  // The response was about the RPC alone.
  return isKomari
    ? { ...problem, code: "tooOld", detail: "Komari without RPC2", data: {} }
    : problem;
}

/** Some servers close connections of HTTP at a port for HTTPS without a word. */
async function withHttps(
  problem: Problem,
  endpoint: Endpoint,
  signal: AbortSignal | undefined,
): Promise<Problem> {
  const { protocol, port } = new URL(endpoint.baseUrl);
  if (protocol !== "http:") return problem;
  const baseUrl = httpsUrlOf(endpoint.baseUrl, port || "80");
  // Only whether TLS is spoken counts: nothing secret is sent.
  const secure: Endpoint = {
    ...endpoint,
    baseUrl,
    headers: () => ({}),
    tls: { acceptAnyCertificate: true },
  };
  try {
    await httpRequest(secure, { method: "GET", path: "/ping", timeoutMs, signal });
  } catch {
    return problem;
  }
  return { ...problem, code: "notRpcEndpoint", data: { ...problem.data, httpsUrl: baseUrl } };
}
