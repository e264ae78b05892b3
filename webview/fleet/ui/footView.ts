import { type Format } from "../../../src/shared/format";
import { type FleetStore } from "../data/fleetStore";
import { type NodeGroup } from "../state/groupNodes";

/** What the foot sums up: the selected nodes if there are several, else all that are shown. */
export interface FootView {
  readonly store: FleetStore;
  readonly format: Format;
  readonly shown: readonly number[];
  readonly selected: readonly number[];
  readonly groups: readonly NodeGroup[] | undefined;
}
