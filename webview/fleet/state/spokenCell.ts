import * as l10n from "@vscode/l10n";
import { type FleetColumn } from "../../../src/shared/fleet/fleetChoices";
import { type Format } from "../../../src/shared/format";
import { joinList } from "../../../src/shared/joinList";
import { presenceText } from "../../../src/shared/nodes/presenceText";
import { reasonText } from "../../../src/shared/nodes/reasonText";
import { type FleetStore } from "../data/fleetStore";
import { cellText, columnOf, type ColumnSource, numberAt } from "./columnTable";
import { isOver } from "./overThreshold";

/** A cell as a screen reader says it: "web-02, Disk 97%, over the threshold". */
export function spokenCell(
  store: ColumnSource & Pick<FleetStore, "troubles">,
  slot: number,
  id: FleetColumn,
  format: Format,
): string {
  const name = store.node(slot)?.name ?? "";
  if (id === "name") {
    const reasons = store.troubles(slot).map((trouble) => reasonText(trouble, format));
    return joinList([name, presenceText(store.presence(slot)), ...reasons]);
  }
  const value = spokenValue(store, slot, id, format) ?? l10n.t("unknown");
  const over = isOver(store.troubles(slot), id) ? [l10n.t("over the threshold")] : [];
  return joinList([name, `${columnOf(id).label()} ${value}`, ...over]);
}

function spokenValue(
  store: ColumnSource,
  slot: number,
  id: FleetColumn,
  format: Format,
): string | undefined {
  const text = cellText(store, id, slot, format);
  if (text === undefined || text === "") return undefined;
  const upload = id === "network" ? numberAt(store, id, slot, true) : NaN;
  if (Number.isNaN(upload)) return text;
  return joinList([l10n.t("download {0}", text), l10n.t("upload {0}", format.shortRate(upload))]);
}
