import * as l10n from "@vscode/l10n";

/** What a proxy, a CDN or a network says with a status of its own in place of the server. */
export function gatewayText(server: string, status: number): string {
  switch (status) {
    case 408:
      return l10n.t("A proxy in front of {0} gave up waiting (HTTP 408).", server);
    case 502:
      return l10n.t("A proxy in front of {0} cannot reach it (HTTP 502).", server);
    case 503:
      return l10n.t("A proxy in front of {0} reports it as unavailable (HTTP 503).", server);
    case 504:
      return l10n.t("A proxy in front of {0} got no response from it in time (HTTP 504).", server);
    case 511:
      return l10n.t("Your network requires a sign-in (HTTP 511). Open a web page in a browser.");
  }
  return isOfCdn(status)
    ? cdnText(server, status)
    : l10n.t("A proxy in front of {0} reports HTTP {1}.", server, status);
}

/** Cloudflare's, which others have taken over. */
function isOfCdn(status: number): boolean {
  return (status >= 520 && status <= 527) || status === 530;
}

function cdnText(server: string, status: number): string {
  switch (status) {
    case 520:
      return l10n.t("A CDN in front of {0} got an invalid response from it (HTTP 520).", server);
    case 521:
      return l10n.t("A CDN in front of {0} was refused a connection to it (HTTP 521).", server);
    case 522:
      return l10n.t("A CDN in front of {0} could not connect to it in time (HTTP 522).", server);
    case 523:
    case 530:
      return l10n.t("A CDN in front of {0} cannot find it (HTTP {1}).", server, status);
    case 524:
      return l10n.t("A CDN in front of {0} got no response from it in time (HTTP 524).", server);
    case 525:
    case 526:
      return l10n.t(
        "A CDN in front of {0} cannot connect to it securely (HTTP {1}).",
        server,
        status,
      );
    default:
      return l10n.t("A CDN in front of {0} reports HTTP {1}.", server, status);
  }
}
