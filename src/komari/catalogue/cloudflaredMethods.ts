import * as l10n from "@vscode/l10n";
import { destroys, type MethodFamily, ordered, param, reads, writes } from "./methodEntry";

const status =
  "{ installed: bool, running: bool, message: string, errorMessage: string, logs: string[], tokenStored: bool, envTokenPresent: bool }";

/** Of 1.2.5 alone. */
export const cloudflaredMethods: MethodFamily = {
  "admin:getCloudflaredStatus": () =>
    reads(l10n.t("See whether the Cloudflare tunnel runs"), { returns: status }),
  "admin:startCloudflared": () =>
    writes(
      l10n.t("Start the Cloudflare tunnel"),
      l10n.t("Makes the server reachable through the tunnel."),
      {
        params: ordered(
          param("token", "string", l10n.t("The token of the tunnel; without it the stored one."), {
            secret: true,
          }),
        ),
        returns: status,
      },
    ),
  "admin:stopCloudflared": () =>
    destroys(
      l10n.t("Stop the Cloudflare tunnel"),
      l10n.t("Stops the tunnel; who came through it cannot reach the server any more."),
      {
        params: ordered(
          param("current_password", "string", l10n.t("Your password."), { secret: true }),
          param("confirm_text", "string", l10n.t("Needed where signing in by password is off."), {
            example: "STOP CLOUDFLARED",
          }),
        ),
        returns: status,
      },
    ),
  "admin:removeCloudflaredToken": () =>
    destroys(
      l10n.t("Delete the token of the Cloudflare tunnel"),
      l10n.t("Deletes the token; the tunnel cannot be started without a new one."),
      { returns: status },
    ),
};
