import { Regions } from "../../src/features/nodes/arrange/regions";
import { defaultChoices } from "../../src/features/nodes/arrange/viewChoices";
import { type NodeStore } from "../../src/fleet/nodes/nodeStore";
import { defaultNodesDescription } from "../../src/settings/config";
import { createFormat } from "../../src/shared/format";
import { type FakeClock } from "../builders/fakeClock";
import { allOnScreen, nodeRows, rowsSource, type ServerRows } from "../builders/serverRows";

export const format = createFormat("en");

/** The rows of a server as the Nodes view has them by default. */
export function createRows(store: NodeStore, clock: FakeClock): ServerRows {
  return nodeRows(rowsSource(store, clock), {
    state: { choices: defaultChoices, favorites: new Set<string>() },
    format,
    collator: new Intl.Collator("en", { numeric: true }),
    regions: new Regions("en"),
    clock,
    template: { value: defaultNodesDescription },
    visibleRows: allOnScreen,
  });
}
