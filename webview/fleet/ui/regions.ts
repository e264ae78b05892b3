import * as l10n from "@vscode/l10n";
import {
  type FleetChoices,
  type FleetColumn,
  type FleetView,
} from "../../../src/shared/fleet/fleetChoices";
import { type NodeAction } from "../../../src/shared/fleet/fleetApi";
import { element } from "../../lib/dom";
import { type Selection } from "../state/selection";
import { AttentionStrip } from "./attentionStrip";
import { ChipBar } from "./chipBar";
import { EmptyNote } from "./emptyNote";
import { Foot } from "./foot";
import { Grid } from "./grid";
import { MapView } from "./mapView";
import { ServerMessages } from "./serverMessages";
import { Toolbar } from "./toolbar";

/** What the user does in the regions of the page. */
export interface RegionActions {
  readonly choose: (changed: Partial<FleetChoices>) => void;
  readonly chooseView: (view: FleetView, name: string) => void;
  readonly saveView: () => void;
  readonly deleteViews: () => void;
  readonly sort: (column: FleetColumn, upload: boolean, add: boolean) => void;
  readonly resize: (column: FleetColumn, width: number) => void;
  readonly keepWidths: () => void;
  readonly moveColumn: (dropped: FleetColumn, target: FleetColumn) => void;
  /** Which agents are older than the newest. */
  readonly showAgents: () => void;
  readonly fold: (key: string) => void;
  readonly select: (selection: Selection) => void;
  /** With the selected nodes, unless others are named. */
  readonly act: (action: NodeAction, slots?: readonly number[]) => void;
  readonly export: (format: "csv" | "json", target: "file" | "clipboard") => void;
  readonly actOnServer: (serverId: string) => void;
  readonly addServer: () => void;
  readonly setVisible: (slots: readonly number[]) => void;
}

/** The regions of the page, from top to bottom. */
export function createRegions(actions: RegionActions) {
  const { choose } = actions;
  const toolbar = new Toolbar({
    onChange: choose,
    onView: actions.chooseView,
    onSaveView: actions.saveView,
    onDeleteViews: actions.deleteViews,
    onExport: actions.export,
  });
  const chips = new ChipBar({
    onState: (state) => choose({ state }),
    onNarrow: (narrowedTo) => choose({ narrowedTo }),
  });
  const messages = new ServerMessages(actions.actOnServer);
  const attention = new AttentionStrip({
    onToggle: (unfolded) => choose({ attention: unfolded }),
    onOpen: (slot) => actions.act("openCharts", [slot]),
    onShowAll: () => choose({ state: "attention" }),
    onShowAgents: actions.showAgents,
  });
  const ofNodes = {
    onSelect: actions.select,
    onOpen: (slots: readonly number[], beside: boolean) =>
      actions.act(beside ? "openChartsBeside" : "openCharts", slots),
    onFold: actions.fold,
    onVisible: actions.setVisible,
  };
  const grid = new Grid({
    ...ofNodes,
    onSort: actions.sort,
    onResize: actions.resize,
    onResized: actions.keepWidths,
    onMove: actions.moveColumn,
    onMore: () => toolbar.openColumns(),
  });
  const map = new MapView(ofNodes);
  const empty = new EmptyNote({
    onClear: () => choose({ filter: "", state: "all", narrowedTo: [] }),
    onAddServer: actions.addServer,
  });
  const foot = new Foot({
    onAct: (action) => actions.act(action),
    onExport: () => actions.export("csv", "file"),
  });
  const body = element("div", { class: "fleet-body" }, grid.element, map.element, empty.element);
  const above = [toolbar, chips, messages, attention].map((region) => region.element);
  const below = [map.legend.element, foot.element];
  const heading = element("h1", { class: "unseen" }, l10n.t("Fleet"));
  const root = element("main", { class: "fleet" }, heading, ...above, body, ...below);
  return { root, body, toolbar, chips, messages, attention, grid, map, empty, foot };
}
