import { type SortKey } from "../../../src/shared/fleet/fleetChoices";
import { type Format } from "../../../src/shared/format";
import { type FleetStore } from "../data/fleetStore";
import { type TableRow } from "../state/arrange";
import { type FittedColumns } from "../state/fitColumns";
import { type Selection } from "../state/selection";

/** All that the table is drawn from. */
export interface GridScene {
  readonly store: FleetStore;
  readonly format: Format;
  readonly rows: readonly TableRow[];
  readonly fitted: FittedColumns;
  readonly sort: readonly SortKey[];
  readonly selection: Selection;
  /** Slots of nodes whose agent is older than the newest. */
  readonly oldAgents: ReadonlySet<number>;
}
