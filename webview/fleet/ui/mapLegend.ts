import * as l10n from "@vscode/l10n";
import { type FleetColumn } from "../../../src/shared/fleet/fleetChoices";
import { type Format } from "../../../src/shared/format";
import { element } from "../../lib/dom";
import { healthMark } from "../../lib/healthIcon";
import { columnOf } from "../state/columnTable";
import { type FillScale, fillShares, stepStarts } from "../state/mapFill";

/** What the fills of the map stand for. */
export class MapLegend {
  readonly element = element("div", { class: "map-legend" });

  update(fill: FleetColumn, scale: FillScale, format: Format): void {
    const { label, text, troubles } = columnOf(fill);
    const starts = stepStarts(scale).map((value) => text?.(value, format) ?? "");
    const steps = fillShares.map((_, step) => sample(`step-${step}`, starts[step] ?? ""));
    this.element.replaceChildren(
      element("span", { class: "dim" }, label()),
      ...steps,
      ...(troubles === undefined ? [] : [sample("over", l10n.t("Over the threshold"))]),
      sample("offline", l10n.t("Offline"), healthMark("offline")),
      sample("neverReported none", l10n.t("Never reported")),
    );
  }
}

function sample(kind: string, text: string, mark?: HTMLElement): HTMLElement {
  const cell = element("span", { class: `map-cell ${kind}`, "aria-hidden": "true" }, mark);
  return element("span", { class: "legend-item" }, cell, text);
}
