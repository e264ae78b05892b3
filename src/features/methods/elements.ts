import { isRecord } from "../../util/json";
import { type MessageElement, type ServerElement } from "../nodes/elements";
import { type GroupKey } from "./arrangeMethods";

/** What the tree shows: ids only, each made once, as in the Nodes view. */
export type MethodsElement = ServerElement | MessageElement | NamespaceElement | MethodElement;

export interface NamespaceElement {
  readonly kind: "namespace";
  readonly id: string;
  readonly serverId: string;
  readonly key: GroupKey;
}

export interface MethodElement {
  readonly kind: "method";
  readonly id: string;
  readonly serverId: string;
  /** Full name. */
  readonly method: string;
  /** A favorite stands in two groups. */
  readonly group: NamespaceElement;
}

/** @param filtered what is open then has nothing to do with what is open without a filter. */
export function namespaceElement(
  serverId: string,
  key: GroupKey,
  filtered: boolean,
): NamespaceElement {
  const mode = filtered ? ["filtered"] : [];
  const id = JSON.stringify(["namespace", serverId, key, ...mode]);
  return { kind: "namespace", id, serverId, key };
}

export function methodElement(group: NamespaceElement, method: string): MethodElement {
  const id = JSON.stringify(["method", group.id, method]);
  return { kind: "method", id, serverId: group.serverId, method, group };
}

export function isMethodElement(value: unknown): value is MethodElement {
  return (
    isRecord(value) &&
    value.kind === "method" &&
    typeof value.serverId === "string" &&
    typeof value.method === "string"
  );
}
