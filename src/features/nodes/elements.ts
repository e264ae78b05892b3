import { type GroupKey } from "./arrange";

/**
 * What the tree shows. Elements carry ids only and are made once per id: VS Code remembers them,
 * so that the selection and open menus survive every refresh.
 */
export type NodesElement =
  ServerElement | GroupElement | NodeElement | MessageElement | NoticeElement;

export interface ServerElement {
  readonly kind: "server";
  readonly id: string;
  readonly serverId: string;
}

export interface GroupElement {
  readonly kind: "group";
  readonly id: string;
  readonly serverId: string;
  readonly key: GroupKey;
}

export interface NodeElement {
  readonly kind: "node";
  readonly id: string;
  readonly serverId: string;
  readonly uuid: string;
  /** The same node may stand in several groups. */
  readonly group: GroupElement | undefined;
}

/** A sentence in place of rows, or above them: the problem, and on click its remedy. */
export interface MessageElement {
  readonly kind: "message";
  readonly id: string;
  readonly serverId: string;
}

/** A row above all servers. */
export interface NoticeElement {
  readonly kind: "notice";
  readonly id: string;
  /** Empty: a notice belongs to no server. */
  readonly serverId: "";
  readonly notice: Notice;
}

/** What to do with the first nodes, or that the filter hides all. */
export type Notice = "openHint" | "noMatch";

export function noticeElement(notice: Notice): NoticeElement {
  return { kind: "notice", id: elementId("notice", notice), serverId: "", notice };
}

export function serverElement(serverId: string): ServerElement {
  return { kind: "server", id: elementId("server", serverId), serverId };
}

export function groupElement(serverId: string, key: GroupKey): GroupElement {
  return { kind: "group", id: elementId("group", serverId, groupId(key)), serverId, key };
}

export function nodeElement(
  serverId: string,
  uuid: string,
  group: GroupElement | undefined,
): NodeElement {
  const id = elementId("node", serverId, group === undefined ? "" : groupId(group.key), uuid);
  return { kind: "node", id, serverId, uuid, group };
}

export function messageElement(serverId: string): MessageElement {
  return { kind: "message", id: elementId("message", serverId), serverId };
}

/** The row above; undefined at the root, where a single server has no row of its own. */
export function parentOf(
  element: NodesElement,
  hasServerRows: boolean,
): ServerElement | GroupElement | undefined {
  if (element.kind === "node" && element.group !== undefined) return element.group;
  const isRoot = element.kind === "server" || !hasServerRows;
  return isRoot ? undefined : serverElement(element.serverId);
}

export function isNodeElement(value: unknown): value is NodeElement {
  return isElement(value) && value.kind === "node";
}

export function isElement(value: unknown): value is NodesElement {
  return typeof value === "object" && value !== null && "kind" in value && "serverId" in value;
}

function groupId(key: GroupKey): string {
  switch (key.kind) {
    case "favorites":
    case "rest":
      return key.kind;
    case "value":
      return `value=${key.value}`;
    case "region":
      return `region=${key.code}`;
    case "presence":
      return `presence=${key.presence}`;
    case "health":
      return `health=${key.health}`;
  }
}

/** Server text may hold any character, so parts are joined as JSON. */
function elementId(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
