import { type Row } from "./row";

/**
 * What a tree shows. Elements carry ids only and are made once per id: VS Code remembers them, so that the
 * selection and open menus survive every refresh.
 */
export type TreeElement<Key, Leaf extends LeafElement<Key>> =
  ServerElement | MessageElement | NoticeElement | RowElement<Key, Leaf>;

/** A row below a server. */
export type RowElement<Key, Leaf extends LeafElement<Key>> = GroupElement<Key> | Leaf;

export interface ServerElement {
  readonly kind: "server";
  readonly id: string;
  readonly serverId: string;
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

export interface Notice {
  readonly row: Row;
  /** The command that a click runs. */
  readonly command?: string;
}

export interface GroupElement<Key> {
  readonly kind: "group";
  readonly id: string;
  readonly serverId: string;
  readonly key: Key;
}

/** What a view is about: each has a kind of its own. */
export interface LeafElement<Key> {
  readonly kind: string;
  readonly id: string;
  readonly serverId: string;
  /** The same leaf may stand in several groups. Undefined: it stands directly below its server. */
  readonly group: GroupElement<Key> | undefined;
}

export function serverElement(serverId: string): ServerElement {
  return { kind: "server", id: elementId("server", serverId), serverId };
}

export function messageElement(serverId: string): MessageElement {
  return { kind: "message", id: elementId("message", serverId), serverId };
}

export function noticeElement(notice: Notice): NoticeElement {
  return { kind: "notice", id: elementId("notice", notice.row.label), serverId: "", notice };
}

export function groupElement<Key>(serverId: string, key: Key): GroupElement<Key> {
  return { kind: "group", id: elementId("group", serverId, key), serverId, key };
}

/** Server text may hold any character, so parts are joined as JSON. */
export function elementId(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}

export function isRow<Key, Leaf extends LeafElement<Key>>(
  element: TreeElement<Key, Leaf>,
): element is RowElement<Key, Leaf> {
  return element.kind !== "server" && element.kind !== "message" && element.kind !== "notice";
}

export function isGroup<Key, Leaf extends LeafElement<Key>>(
  element: RowElement<Key, Leaf>,
): element is GroupElement<Key> {
  return element.kind === "group";
}
