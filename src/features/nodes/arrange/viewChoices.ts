import { isRecord } from "../../../util/json";
import { type ViewState } from "../../tree/viewState";

/** How the user wants the nodes arranged. */
export interface ViewChoices {
  readonly groupBy: GroupBy;
  readonly sortBy: SortBy;
  /** Words that all must occur in a node; empty: no filter. */
  readonly filter: string;
}

export type NodesState = ViewState<ViewChoices>;

export const groupings = ["group", "region", "tag", "trouble", "status", "none"] as const;
export type GroupBy = (typeof groupings)[number];

/** `server`: as the server's own web page sorts. `trouble`: what needs attention first. */
export const sortOrders = [
  "server",
  "trouble",
  "name",
  "cpu",
  "memory",
  "disk",
  "traffic",
  "expiry",
] as const;
export type SortBy = (typeof sortOrders)[number];

export const defaultChoices: ViewChoices = { groupBy: "group", sortBy: "server", filter: "" };

/** What was stored may come from another version. */
export function isViewChoices(value: unknown): value is ViewChoices {
  if (!isRecord(value)) return false;
  const { groupBy, sortBy, filter } = value;
  return (
    groupings.some((name) => name === groupBy) &&
    sortOrders.some((name) => name === sortBy) &&
    typeof filter === "string"
  );
}
