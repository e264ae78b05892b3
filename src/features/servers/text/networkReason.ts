import * as l10n from "@vscode/l10n";
import { errorCode } from "../../../util/errorCode";

/** What the code of a network or TLS error means, as the end of a sentence; undefined: nothing to add. */
export function networkReason(cause: unknown): string | undefined {
  const code = networkCode(cause);
  if (code === undefined) return undefined;
  if (speaksNoTls(code)) {
    return l10n.t("it does not speak TLS at this port (should the URL begin with http:// ?)");
  }
  if (code.startsWith("UNABLE_TO_")) return l10n.t("its certificate is from an unknown authority");
  switch (code) {
    case "ENOTFOUND":
      return l10n.t("its host name is not known");
    case "EAI_AGAIN":
      return l10n.t("its host name cannot be looked up at the moment");
    case "ECONNREFUSED":
      return l10n.t("nothing listens at this address and port");
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "ENETDOWN":
      return l10n.t("there is no network path to it");
    case "ETIMEDOUT":
      return l10n.t("it does not answer");
    case "CERT_HAS_EXPIRED":
      return l10n.t("its certificate has expired");
    case "CERT_NOT_YET_VALID":
      return l10n.t("its certificate is not valid yet");
    case "ERR_TLS_CERT_ALTNAME_INVALID":
    case "HOSTNAME_MISMATCH":
      return l10n.t("its certificate is for another host name");
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
    case "SELF_SIGNED_CERT_IN_CHAIN":
      return l10n.t("its certificate is self-signed");
    default:
      return undefined;
  }
}

/** A broken handshake, which no choice about certificates mends. */
export function isHandshakeBroken(cause: unknown): boolean {
  const code = networkCode(cause);
  return code !== undefined && speaksNoTls(code);
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
