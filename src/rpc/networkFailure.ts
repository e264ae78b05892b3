import { errorCode } from "../util/errorCode";
import { httpsUrlOf } from "./endpoint";
import { type LocalErrorCode } from "./errors";
import { type Failure } from "./failure";

/** Certificate and TLS trouble as OpenSSL and Node name it; CERT_HAS_EXPIRED is one of many. */
const certificatePrefixes = ["CERT_", "ERR_TLS_", "ERR_SSL_", "ERR_OSSL_", "UNABLE_TO_"];
const certificateCodes: ReadonlySet<string> = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "HOSTNAME_MISMATCH",
  "INVALID_CA",
  "INVALID_PURPOSE",
  "PATH_LENGTH_EXCEEDED",
  // The peer speaks another TLS, or none at all.
  "EPROTO",
]);

/** The peer went away in the middle; the request may have been carried out. */
const lostCodes: ReadonlySet<string> = new Set(["ECONNRESET", "ECONNABORTED", "EPIPE"]);

/** What an error of Node's net, tls or http means. Decides on its code, and on bytes that are no HTTP. */
export function networkFailure(error: unknown): Failure {
  const code = codeOf(error);
  const failure = { code: localCode(code), detail: code ?? "the connection failed", cause: error };
  return isTlsAlert(error) ? { ...failure, fate: "refused" } : failure;
}

function localCode(code: string | undefined): LocalErrorCode {
  if (code === undefined) return "unreachable";
  if (isCertificateCode(code)) return "certificate";
  if (lostCodes.has(code)) return "connectionLost";
  // A credential that does not fit a header is one that no server accepts.
  if (code === "ERR_INVALID_CHAR") return "unauthorized";
  // llhttp: more headers than Node takes, or something that is not HTTP.
  if (code === "HPE_HEADER_OVERFLOW") return "malformed";
  if (code.startsWith("HPE_")) return "notRpcEndpoint";
  return "unreachable";
}

/** llhttp hands over what it could not read. */
function isTlsAlert(error: unknown): boolean {
  if (!(error instanceof Error) || !("rawPacket" in error)) return false;
  const { rawPacket } = error;
  return Buffer.isBuffer(rawPacket) && rawPacket[0] === 0x15 && rawPacket[1] === 3;
}

function isCertificateCode(code: string): boolean {
  return (
    certificateCodes.has(code) || certificatePrefixes.some((prefix) => code.startsWith(prefix))
  );
}

/** With the URL of HTTPS if what came over HTTP was an alert of TLS. */
export function withHttpsUrl(failure: Failure, baseUrl: string): Failure {
  const { protocol, port } = new URL(baseUrl);
  if (protocol !== "http:" || !isTlsAlert(failure.cause)) return failure;
  return { ...failure, httpsUrl: httpsUrlOf(baseUrl, port || "80") };
}

/** The error's code; of a failed "happy eyeballs" connection, the code of the first address tried. */
function codeOf(error: unknown): string | undefined {
  return (
    errorCode(error) ?? (error instanceof AggregateError ? codeOf(error.errors[0]) : undefined)
  );
}
