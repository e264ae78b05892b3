import * as l10n from "@vscode/l10n";
import { isRecord } from "../../../util/json";
import { isNodeElement } from "../../nodes/elements";
import { isMethodElement } from "../elements";

/** What `komari.callMethod` was asked for; what it leaves open is asked of the user. */
export interface CallWish {
  readonly kind: "wish";
  /** The server of the row that it was called on. */
  readonly serverId?: string;
  /** A name or URL, as typed in a keybinding or a task. */
  readonly server?: string;
  /** Full name. */
  readonly method?: string;
  /** Raw JSON. */
  readonly params?: string;
  /** Nodes that it was called on. */
  readonly uuids: readonly string[];
  readonly send: boolean;
}

/** It was called with something else; a sentence says what is expected. */
export interface WrongWish {
  readonly kind: "wrong";
  readonly text: string;
}

const nothing = { kind: "wish", uuids: [], send: false } as const;

/**
 * @param argument nothing, a row of a view of ours, or what a keybinding or a task passes.
 * @param all every selected row, if it was called on several.
 */
export function callWish(argument: unknown, all: unknown): CallWish | WrongWish {
  if (argument === undefined || argument === null) return nothing;
  if (isMethodElement(argument)) {
    return { ...nothing, serverId: argument.serverId, method: argument.method };
  }
  if (isRecord(argument) && typeof argument.serverId === "string") {
    const { serverId } = argument;
    return { ...nothing, serverId, uuids: uuidsOf(serverId, argument, all) };
  }
  return isRecord(argument)
    ? wishIn(argument)
    : wrong(l10n.t("komari.callMethod takes one object with server, method, params and send."));
}

/** Nodes of other servers are none to this one. */
function uuidsOf(serverId: string, clicked: unknown, all: unknown): readonly string[] {
  const rows: readonly unknown[] = Array.isArray(all) && all.length > 0 ? all : [clicked];
  const nodes = rows.filter(isNodeElement).filter((node) => node.serverId === serverId);
  const uuids = nodes.map(({ uuid }) => uuid);
  // The row that was clicked is meant where only one can be.
  return [...new Set(isNodeElement(clicked) ? [clicked.uuid, ...uuids] : uuids)];
}

function wishIn(argument: Readonly<Record<string, unknown>>): CallWish | WrongWish {
  const { server, method, params, send } = argument;
  if (!isName(server))
    return wrong(l10n.t("In komari.callMethod, server must be a name or a URL."));
  if (!isName(method)) {
    return wrong(l10n.t("In komari.callMethod, method must be the full name of a method."));
  }
  const json = params === undefined ? undefined : paramsJson(params);
  if (params !== undefined && json === undefined) {
    return wrong(l10n.t("In komari.callMethod, params must be an object or an array."));
  }
  if (send !== undefined && typeof send !== "boolean") {
    return wrong(l10n.t("In komari.callMethod, send must be true or false."));
  }
  return {
    ...nothing,
    ...(server !== undefined && { server: server.trim() }),
    ...(method !== undefined && { method: method.trim() }),
    ...(json !== undefined && { params: json }),
    send: send ?? false,
  };
}

/** Undefined is none, which the user is asked for. */
function isName(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === "string" && value.trim() !== "");
}

/** Undefined for what JSON-RPC does not take, and for what no JSON can say. */
function paramsJson(params: unknown): string | undefined {
  if (typeof params !== "object" || params === null) return undefined;
  try {
    return JSON.stringify(params);
  } catch {
    return undefined;
  }
}

function wrong(text: string): WrongWish {
  return { kind: "wrong", text };
}
