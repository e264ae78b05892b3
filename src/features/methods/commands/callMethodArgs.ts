import * as l10n from "@vscode/l10n";
import { isRecord } from "../../../util/json";
import { isNodeRow } from "../../common/nodeRef";
import { selectedRows } from "../../tree/selectedRows";
import { isMethodElement } from "../view/methodElements";

/** Arguments of `komari.callMethod`; the user is prompted for what they omit. */
export interface CallMethodArgs {
  readonly kind: "args";
  /** The server of the row that the command was run on. */
  readonly serverId?: string;
  /** A name or URL, as typed in a keybinding or a task. */
  readonly server?: string;
  /** Full name. */
  readonly method?: string;
  /** Raw JSON. */
  readonly params?: string;
  /** The nodes that the command was run on. */
  readonly uuids: readonly string[];
  readonly send: boolean;
}

/** Arguments of any other shape; `text` is a sentence that says what is expected. */
export interface InvalidArgs {
  readonly kind: "invalid";
  readonly text: string;
}

const noArgs = { kind: "args", uuids: [], send: false } as const;

/**
 * @param argument nothing, a row of one of our views, or the object of a keybinding or a task.
 * @param all every selected row, if the command was run on several.
 */
export function parseCallMethodArgs(argument: unknown, all: unknown): CallMethodArgs | InvalidArgs {
  if (argument === undefined || argument === null) return noArgs;
  if (isMethodElement(argument)) {
    return { ...noArgs, serverId: argument.serverId, method: argument.method };
  }
  if (isRecord(argument) && typeof argument.serverId === "string") {
    const { serverId } = argument;
    return { ...noArgs, serverId, uuids: uuidsOf(serverId, argument, all) };
  }
  return isRecord(argument)
    ? parseArgsObject(argument)
    : invalidArgs(
        l10n.t("komari.callMethod takes one object with server, method, params and send."),
      );
}

/** The selected nodes of this server. */
function uuidsOf(serverId: string, clicked: unknown, all: unknown): readonly string[] {
  const rows = selectedRows(clicked, all).filter(isNodeRow);
  const nodes = rows.filter((node) => node.serverId === serverId);
  const uuids = nodes.map(({ uuid }) => uuid);
  // The clicked row comes first: a method that takes one node is called with that one.
  return [...new Set(isNodeRow(clicked) ? [clicked.uuid, ...uuids] : uuids)];
}

function parseArgsObject(
  argument: Readonly<Record<string, unknown>>,
): CallMethodArgs | InvalidArgs {
  const { server, method, params, send } = argument;
  if (!isName(server))
    return invalidArgs(l10n.t("In komari.callMethod, server must be a name or a URL."));
  if (!isName(method)) {
    return invalidArgs(l10n.t("In komari.callMethod, method must be the full name of a method."));
  }
  const json = params === undefined ? undefined : paramsJson(params);
  if (params !== undefined && json === undefined) {
    return invalidArgs(l10n.t("In komari.callMethod, params must be an object or an array."));
  }
  if (send !== undefined && typeof send !== "boolean") {
    return invalidArgs(l10n.t("In komari.callMethod, send must be true or false."));
  }
  return {
    ...noArgs,
    ...(server !== undefined && { server: server.trim() }),
    ...(method !== undefined && { method: method.trim() }),
    ...(json !== undefined && { params: json }),
    send: send ?? false,
  };
}

/** A name, or undefined: the user is prompted for it. */
function isName(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === "string" && value.trim() !== "");
}

/** Undefined for values that JSON-RPC does not accept as params or that JSON cannot represent. */
function paramsJson(params: unknown): string | undefined {
  if (typeof params !== "object" || params === null) return undefined;
  try {
    return JSON.stringify(params);
  } catch {
    return undefined;
  }
}

function invalidArgs(text: string): InvalidArgs {
  return { kind: "invalid", text };
}
