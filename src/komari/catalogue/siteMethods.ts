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
    reveals(l10n.t("Get all settings of the server"), {
      returns: "object",
      secretKeys: settingsSecrets,
    }),
  "admin:editSettings": () =>
    writes(
      l10n.t("Change settings of the server"),
      l10n.t("Changes the settings at once; a wrong one can lock everybody out."),
      {
        description: l10n.t("Only what is given is changed."),
        params: whole(
          param("settings", "{ [key]: any }", l10n.t("Settings by their keys."), {
            required: true,
            example: '{ "sitename": "Komari" }',
          }),
        ),
        returns: "null | { restart_required: true, guide_path: string }",
        secretKeys: settingsSecrets,
      },
    ),
  "admin:getXtermjsSettings": () =>
    reads(l10n.t("Get the settings of the terminal"), { returns: terminal }),
  "admin:setXtermjsSettings": () =>
    writes(
      l10n.t("Change the settings of the terminal"),
      l10n.t("Replaces the settings of the terminal; what is left out is set back."),
      { params: terminalParams(), returns: terminal },
    ),
  "admin:getSessions": () =>
    reveals(l10n.t("List who is signed in"), {
      returns: "{ current: string, data: Session[] }",
      secretKeys: ["current"],
    }),
  "admin:deleteSession": () =>
    destroys(l10n.t("Sign a session out"), l10n.t("Signs that session out."), {
      params: ordered(
        param("session", "string", l10n.t("The session, as admin:getSessions lists it."), {
          required: true,
          secret: true,
        }),
      ),
      returns: "null",
    }),
  "admin:deleteAllSessions": () =>
    destroys(
      l10n.t("Sign everybody out"),
      l10n.t("Signs everybody out, you too if you are signed in with a password."),
      { returns: "null" },
    ),
  "admin:getLogs": () =>
    reads(l10n.t("Get the log of the server"), {
      description: l10n.t("The newest first. The numbers have to be texts."),
      params: logParams(),
      returns: "{ logs: Log[], total: int }",
    }),
  "admin:testGeoip": () =>
    reads(l10n.t("See where an address is"), {
      params: ordered(
        param("ip", "string", l10n.t("The address; without it your own."), {
          example: "1.1.1.1",
        }),
      ),
      returns: "{ ISOCode: string, Name: string }",
    }),
};

function logParams(): ParamsSpec {
  return ordered(
    param("limit", "string", l10n.t("Rows of a page."), {
      fallback: "100",
      suggestions: ["20", "100", "1000"],
    }),
    param("page", "string", l10n.t("Which page, counted from 1."), { fallback: "1" }),
    param("msg_type", "string", l10n.t("Only rows of this kind."), {
      suggestions: ["info", "warn", "error", "login", "logout", "terminal", "visitor"],
    }),
  );
}

function terminalParams(): ParamsSpec {
  return ordered(
    param("terminalOptions", "object", l10n.t("Options of xterm.js."), {
      example: '{ "fontSize": 16, "scrollback": 5000, "cursorBlink": true }',
    }),
    param("terminalPadding", "int", l10n.t("Pixels around the terminal."), { fallback: "16" }),
    param("transparentBackground", "bool", l10n.t("Lets the page show through."), {
      fallback: "false",
    }),
    param("customCss", "string", l10n.t("Style sheet for the terminal."), { multiline: true }),
  );
}
