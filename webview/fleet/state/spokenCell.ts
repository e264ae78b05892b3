import * as l10n from "@vscode/l10n";
import { type FleetColumn } from "../../../src/shared/fleet/fleetChoices";
import { type Format } from "../../../src/shared/format";
import { joinList } from "../../../src/shared/joinList";
import { presenceText } from "../../../src/shared/nodes/presenceText";
import { reasonText } from "../../../src/shared/nodes/reasonText";
import { type FleetStore } from "../data/fleetStore";
import { cellText, columnOf } from "./columnTable";
import { isOver } from "./overThreshold";

/** A cell as a screen reader says it: "web-02, Disk 97%, over the threshold". */
export function spokenCell(
  store: FleetStore,
  slot: number,
  id: FleetColumn,
  format: Format,
): string {
  const name = store.node(slot)?.name ?? "";
  if (id === "name") {
    const reasons = store.troubles(slot).map((trouble) => reasonText(trouble, format));
    return joinList([name, presenceText(store.presence(slot)), ...reasons]);
  }
  const text = cellText(store, id, slot, format);
  const value = text === undefined || text === "" ? l10n.t("unknown") : text;
  const over = isOver(store.troubles(slot), id) ? [l10n.t("over the threshold")] : [];
  return joinList([name, `${columnOf(id).label()} ${value}`, ...over]);
}
