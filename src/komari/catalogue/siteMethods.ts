import * as l10n from "@vscode/l10n";
import { type ParamsSpec } from "../../shared/call/methodSpec";
import {
  destroys,
  type MethodFamily,
  ordered,
  param,
  reads,
  reveals,
  whole,
  writes,
} from "./methodEntry";

const terminal =
  "{ terminalOptions: object, terminalPadding: int, transparentBackground: bool, customCss: string }";

/** The DSN that the history was moved to last, with its password. */
const settingsSecrets = ["metric_migration_target"];

/** Settings, sessions and the log of the server. */
export const siteMethods: MethodFamily = {
  "admin:getSettings": () =>
    reveals(l10n.t("Get all server settings"), {
      returns: "object",
      secretKeys: settingsSecrets,
    }),
  "admin:editSettings": () =>
    writes(
      l10n.t("Change server settings"),
      l10n.t("Changes the settings immediately. A wrong setting can lock everyone out."),
      {
        description: l10n.t("Only the given fields are changed."),
        params: whole(
          param("settings", "{ [key]: any }", l10n.t("Settings by key."), {
            required: true,
            example: '{ "sitename": "Komari" }',
          }),
        ),
        returns: "null | { restart_required: true, guide_path: string }",
        secretKeys: settingsSecrets,
      },
    ),
  "admin:getXtermjsSettings": () =>
    reads(l10n.t("Get the terminal settings"), { returns: terminal }),
  "admin:setXtermjsSettings": () =>
    writes(
      l10n.t("Change the terminal settings"),
      l10n.t("Replaces the terminal settings. Omitted settings are reset."),
      { params: terminalParams(), returns: terminal },
    ),
  "admin:getSessions": () =>
    reveals(l10n.t("List sessions"), {
      returns: "{ current: string, data: Session[] }",
      secretKeys: ["current"],
    }),
  "admin:deleteSession": () =>
    destroys(l10n.t("Delete a session"), l10n.t("Deletes the session and signs it out."), {
      params: ordered(
        param("session", "string", l10n.t("Session ID from admin:getSessions."), {
          required: true,
          secret: true,
        }),
      ),
      returns: "null",
    }),
  "admin:deleteAllSessions": () =>
    destroys(
      l10n.t("Delete all sessions"),
      l10n.t("Signs everyone out, including you if you signed in with a password."),
      { returns: "null" },
    ),
  "admin:getLogs": () =>
    reads(l10n.t("Get the server log"), {
      description: l10n.t("Newest entries first. Numbers must be sent as strings."),
      params: logParams(),
      returns: "{ logs: Log[], total: int }",
    }),
  "admin:testGeoip": () =>
    reads(l10n.t("Look up an IP address"), {
      params: ordered(
        param("ip", "string", l10n.t("IP address. Omit for your own."), {
          example: "1.1.1.1",
        }),
      ),
      returns: "{ ISOCode: string, Name: string }",
    }),
};

function logParams(): ParamsSpec {
  return ordered(
    param("limit", "string", l10n.t("Rows per page."), {
      fallback: "100",
      suggestions: ["20", "100", "1000"],
    }),
    param("page", "string", l10n.t("Page number, starting at 1."), { fallback: "1" }),
    param("msg_type", "string", l10n.t("Return only entries of this type."), {
      suggestions: ["info", "warn", "error", "login", "logout", "terminal", "visitor"],
    }),
  );
}

function terminalParams(): ParamsSpec {
  return ordered(
    param("terminalOptions", "object", l10n.t("xterm.js options."), {
      ifEmpty: l10n.t("No options are given: they are reset to their defaults."),
      example: '{ "fontSize": 16, "scrollback": 5000, "cursorBlink": true }',
    }),
    param("terminalPadding", "int", l10n.t("Padding around the terminal, in pixels."), {
      fallback: "16",
    }),
    param("transparentBackground", "bool", l10n.t("Transparent background."), {
      fallback: "false",
    }),
    param("customCss", "string", l10n.t("Custom CSS of the terminal."), { multiline: true }),
  );
}
