import { type PartSource } from "../nodes/statusResponse";
import { type PartKind } from "./pollPolicy";

/** The statuses of one request. */
export interface StatusPart {
  readonly kind: PartKind;
  readonly uuids: readonly string[];
  /** These are all nodes: the request names none, which also finds nodes that getNodes does not list. */
  readonly isWhole: boolean;
  readonly source: PartSource;
}

/** `tooLarge`: the server would do it for fewer nodes. `lost`: the request or its response did not get through. */
export type PartOutcome = "received" | "tooLarge" | "failed" | "lost";
