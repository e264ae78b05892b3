import { type PartKind } from "../polling/pollPolicy";

/** The statuses that one request asks for. */
export interface StatusPart {
  readonly kind: PartKind;
  readonly uuids: readonly string[];
  /** These are all nodes: the request names none, which also finds nodes that getNodes does not list. */
  readonly isWhole: boolean;
  readonly source: PartSource;
}

/** Statuses bring pings along, which some servers take long to work out, unless they can leave them out. */
export type PartSource = "statuses" | "statusesWithoutPings" | "reports";

/** `tooLarge`: the server would do it for fewer nodes. `lost`: the request or its response did not get through. */
export type PartOutcome = "answered" | "tooLarge" | "failed" | "lost";
