import { Regions } from "../../src/features/nodes/regions";
import { ServerRows } from "../../src/features/nodes/serverRows";
import { defaultChoices } from "../../src/features/nodes/viewChoices";
import { type NodeStore } from "../../src/fleet/nodes/nodeStore";
import { defaultNodesDescription } from "../../src/settings/config";
import { createFormat } from "../../src/shared/format";
import { type FakeClock } from "../builders/fakeClock";
import { allOnScreen, rowsSource } from "../builders/serverRows";

export const format = createFormat("en");

/** The rows of a server as the Nodes view has them by default. */
export function createRows(store: NodeStore, clock: FakeClock): ServerRows {
  return new ServerRows(rowsSource(store, clock), {
    state: { choices: defaultChoices, favorites: new Set<string>() },
    format,
    collator: new Intl.Collator("en", { numeric: true }),
    regions: new Regions("en"),
    clock,
    template: { value: defaultNodesDescription },
    visibleRows: allOnScreen,
  });
}
