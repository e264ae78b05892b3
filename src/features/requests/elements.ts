import { isRecord } from "../../util/json";
import { type Scope } from "./savedRequests";

/** What the view shows: ids only, as in the Nodes view. */
export type RequestsElement = SectionElement | RequestElement;
/** What can be opened, run and deleted. */
export type RequestElement = SavedElement | PastElement;

export interface SectionElement {
  readonly kind: "savedSection" | "pastSection";
  readonly id: string;
}

export interface SavedElement {
  readonly kind: "saved";
  readonly id: string;
  readonly scope: Scope;
  readonly name: string;
}

export interface PastElement {
  readonly kind: "past";
  readonly id: string;
  readonly callId: string;
}

/** Created once: change events pass these objects to VS Code. */
export const savedSection: SectionElement = { kind: "savedSection", id: "saved" };
export const pastSection: SectionElement = { kind: "pastSection", id: "past" };

export function savedElement(scope: Scope, name: string): SavedElement {
  return { kind: "saved", id: JSON.stringify(["saved", scope, name]), scope, name };
}

export function pastElement(callId: string): PastElement {
  return { kind: "past", id: JSON.stringify(["past", callId]), callId };
}

export function isRequestElement(value: unknown): value is RequestElement {
  if (!isRecord(value)) return false;
  return (
    (value.kind === "saved" && "scope" in value && "name" in value) ||
    (value.kind === "past" && "callId" in value)
  );
}
