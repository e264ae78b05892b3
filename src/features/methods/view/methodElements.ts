import { isRecord } from "../../../util/json";
import { elementId, type GroupElement, type TreeElement } from "../../tree/elements";
import { type GroupKey } from "./arrangeMethods";

export type MethodsElement = TreeElement<GroupKey, MethodElement>;

export interface MethodElement {
  readonly kind: "method";
  readonly id: string;
  readonly serverId: string;
  /** Full name. */
  readonly method: string;
  /** A favorite stands in two groups. */
  readonly group: GroupElement<GroupKey> | undefined;
}

export function methodElement(
  serverId: string,
  method: string,
  group: GroupElement<GroupKey> | undefined,
): MethodElement {
  const id = elementId("method", serverId, group?.key, method);
  return { kind: "method", id, serverId, method, group };
}

export function isMethodElement(value: unknown): value is MethodElement {
  return (
    isRecord(value) &&
    value.kind === "method" &&
    typeof value.serverId === "string" &&
    typeof value.method === "string"
  );
}
