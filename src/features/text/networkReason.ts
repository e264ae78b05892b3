import * as l10n from "@vscode/l10n";
import { errorCode } from "../../util/errorCode";

/** What the code of a network or TLS error means, as the end of a sentence; undefined: nothing to add. */
export function networkReason(cause: unknown): string | undefined {
  const code = networkCode(cause);
  if (code === undefined) return undefined;
  if (speaksNoTls(code)) {
    return l10n.t("this port does not use TLS (did you mean http://?)");
  }
  if (code.startsWith("UNABLE_TO_")) return l10n.t("the certificate is from an unknown authority");
  switch (code) {
    case "ENOTFOUND":
      return l10n.t("host name not found");
    case "EAI_AGAIN":
      return l10n.t("the host name cannot be resolved right now");
    case "ECONNREFUSED":
      return l10n.t("connection refused");
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "ENETDOWN":
      return l10n.t("no route to the host");
    case "ETIMEDOUT":
      return l10n.t("connection timed out");
    case "CERT_HAS_EXPIRED":
      return l10n.t("the certificate has expired");
    case "CERT_NOT_YET_VALID":
      return l10n.t("the certificate is not valid yet");
    case "ERR_TLS_CERT_ALTNAME_INVALID":
    case "HOSTNAME_MISMATCH":
      return l10n.t("the certificate is for another host name");
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
    case "SELF_SIGNED_CERT_IN_CHAIN":
      return l10n.t("the certificate is self-signed");
    default:
      return undefined;
  }
}

/** A broken handshake, which no certificate setting can fix. */
export function isHandshakeBroken(cause: unknown): boolean {
  const code = networkCode(cause);
  return code !== undefined && speaksNoTls(code);
}

/** What the parser of HTTP did not understand. */
export function speaksNoHttp(cause: unknown): boolean {
  return networkCode(cause)?.startsWith("HPE_") === true;
}

function speaksNoTls(code: string): boolean {
  return code === "EPROTO" || code.startsWith("ERR_SSL_");
}

/** The innermost code: our own errors wrap that of Node, and that may gather one per address tried. */
function networkCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  return networkCode(inner) ?? errorCode(error);
}
