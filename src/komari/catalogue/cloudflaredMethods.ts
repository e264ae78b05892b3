import * as l10n from "@vscode/l10n";
import { destroys, type MethodFamily, ordered, param, reads, writes } from "./methodEntry";

const status =
  "{ installed: bool, running: bool, message: string, errorMessage: string, logs: string[], tokenStored: bool, envTokenPresent: bool }";

/** Of 1.2.5 alone. */
export const cloudflaredMethods: MethodFamily = {
  "admin:getCloudflaredStatus": () =>
    reads(l10n.t("Get the Cloudflare Tunnel status"), { returns: status }),
  "admin:startCloudflared": () =>
    writes(
      l10n.t("Start the Cloudflare Tunnel"),
      l10n.t("Makes the server reachable through the tunnel."),
      {
        params: ordered(
          param("token", "string", l10n.t("Tunnel token. Omit to use the stored one."), {
            secret: true,
          }),
        ),
        returns: status,
      },
    ),
  "admin:stopCloudflared": () =>
    destroys(
      l10n.t("Stop the Cloudflare Tunnel"),
      l10n.t("Stops the tunnel. Anyone connected through it loses access to the server."),
      {
        params: ordered(
          param("current_password", "string", l10n.t("Your password."), { secret: true }),
          param("confirm_text", "string", l10n.t("Required if password sign-in is disabled."), {
            example: "STOP CLOUDFLARED",
          }),
        ),
        returns: status,
      },
    ),
  "admin:removeCloudflaredToken": () =>
    destroys(
      l10n.t("Delete the Cloudflare Tunnel token"),
      l10n.t("Deletes the token. The tunnel cannot be started without a new one."),
      { returns: status },
    ),
};
