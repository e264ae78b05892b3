import { type Buffer } from "node:buffer";
import * as l10n from "@vscode/l10n";
import { compactJson } from "../../json/text";
import { shownName } from "../../shared/shownName";
import { isRecord, parseJson } from "../../util/json";
import { type Question } from "./callQuestion";

const method = "admin:setPluginEnabled";
/** Results of this method are shorter. */
const maxBytes = 1024;

/**
 * A notice for a result that is not a success: the server did not enable a plugin that requests more
 * permissions than were granted. Undefined for all other results.
 * @param result raw JSON.
 */
export function approvalNotice(calledMethod: string, result: Buffer | string): string | undefined {
  if (calledMethod !== method || result.length > maxBytes) return undefined;
  const value = parseJson(result.toString());
  const isRefused = isRecord(value) && value.requires_approval === true;
  return isRefused
    ? l10n.t("The plugin was not enabled: it requests permissions that have not been granted.")
    : undefined;
}

/** Raw params by name that grant the requested permissions: of two members with the same name the last one counts. */
export function withApproval(params: string | undefined): string {
  const written = params === undefined ? "{}" : compactJson(params);
  const member = '"approved":true';
  return written === "{}" ? `{${member}}` : `${written.slice(0, -1)},${member}}`;
}

/**
 * @param params of the call that was not carried out.
 * @param plugins result of admin:listPlugins; undefined if that failed.
 */
export function approvalQuestion(
  server: string,
  params: string | undefined,
  plugins: Buffer | undefined,
): Question {
  const parsed = parseJson(params ?? "");
  const short = isRecord(parsed) && typeof parsed.short === "string" ? parsed.short : "";
  const permissions = permissionsOf(short, parseJson(plugins?.toString() ?? ""));
  return {
    text: l10n.t("Grant {0} the permissions it requests on {1}?", shownName(short), server),
    detail:
      permissions.length === 0
        ? l10n.t("The requested permissions could not be read.")
        : permissions.map((text) => `• ${text}`).join("\n"),
    yes: l10n.t("Grant and Enable"),
  };
}

/** In words; unknown permissions by their name. */
function permissionsOf(short: string, plugins: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(plugins) ? plugins : [];
  const plugin = list.filter(isRecord).find((each) => each.short === short);
  const permissions = isRecord(plugin?.permissions) ? plugin.permissions : {};
  return Object.entries(permissions).flatMap(([name, value]) =>
    value === true && name !== harmless ? [permissionText(name)] : [],
  );
}

/** Servers grant it without approval. */
const harmless = "node";

function permissionText(name: string): string {
  switch (name) {
    case "allowSystemRPC":
      return l10n.t("Call every method of the server as an administrator");
    case "allowRoutes":
      return l10n.t("Serve its own pages and HTTP routes");
    case "allowHooks":
      return l10n.t("Read and change HTTP requests, responses and WebSocket messages");
    case "allowHTMLInject":
      return l10n.t("Add CSS and JavaScript to every page");
    case "allowExec":
      return l10n.t("Run programs on the server");
    case "allowListen":
      return l10n.t("Listen on ports of the server");
    case "allowAllFileAccess":
      return l10n.t("Read and change all files of the server");
    default:
      return shownName(name);
  }
}
