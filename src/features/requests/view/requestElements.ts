import { isRecord } from "../../../util/json";
import { elementId, groupElement, type GroupElement, type RowElement } from "../../tree/elements";
import { type Scope } from "../store/savedRequests";

export type RequestsElement = RowElement<SectionKey, RequestElement>;
/** What can be opened, run and deleted. */
export type RequestElement = SavedElement | PastElement;

/** The kind of the requests in a section; menus look for it. */
export type SectionKey = "savedSection" | "pastSection";

interface BelowSection {
  readonly id: string;
  /** Empty: the view is about all servers. */
  readonly serverId: "";
  readonly group: GroupElement<SectionKey>;
}

export interface SavedElement extends BelowSection {
  readonly kind: "saved";
  readonly scope: Scope;
  readonly name: string;
}

export interface PastElement extends BelowSection {
  readonly kind: "past";
  readonly callId: string;
}

const savedSection = groupElement<SectionKey>("", "savedSection");
const pastSection = groupElement<SectionKey>("", "pastSection");

export function savedElement(scope: Scope, name: string): SavedElement {
  const id = elementId("saved", scope, name);
  return { kind: "saved", id, serverId: "", group: savedSection, scope, name };
}

export function pastElement(callId: string): PastElement {
  const id = elementId("past", callId);
  return { kind: "past", id, serverId: "", group: pastSection, callId };
}

export function isRequestElement(value: unknown): value is RequestElement {
  if (!isRecord(value)) return false;
  return (
    (value.kind === "saved" && "scope" in value && "name" in value) ||
    (value.kind === "past" && "callId" in value)
  );
}
