import * as l10n from "@vscode/l10n";
import { type ChartHeight, type ChartLayout } from "../../../src/shared/chartApi";
import { type ChartId, charts } from "../../../src/shared/metrics";
import { reconcileChildren, button, element, newId } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { moveChart, setHeight, setPercent, showChart } from "../state/layoutEdit";
import { canBePercent } from "../state/sections";

type OnLayoutChange = (change: (layout: ChartLayout) => ChartLayout) => void;

export interface LayoutMenu {
  readonly element: HTMLElement;
  readonly update: (layout: ChartLayout, charts: ChartLayout["charts"]) => void;
}

function gestureHint(): string {
  return [
    l10n.t("Drag: zoom in."),
    l10n.t("Shift+drag: move."),
    l10n.t("Ctrl+wheel or pinch: zoom at the pointer."),
    l10n.t("Double-click: live."),
  ].join(" ");
}

type Row = ReturnType<typeof createRow>;

export function createLayoutMenu(onChange: OnLayoutChange): LayoutMenu {
  const rows = new Map<ChartId, Row>();
  const list = element("ul", { class: "layout-rows" });
  const smooth = checkbox(l10n.t("Smooth lines"), (checked) =>
    onChange((layout) => ({ ...layout, smooth: checked })),
  );
  const hint = element("p", { class: "hint" }, gestureHint());
  const root = element("div", { class: "layout-menu" }, list, smooth.element, hint);
  return {
    element: root,
    update: (layout, shown) => {
      smooth.input.checked = layout.smooth;
      const ordered = shown.map((chart, index) => {
        const row = rows.get(chart.id) ?? createRow(chart.id, onChange);
        rows.set(chart.id, row);
        row.update(chart, layout.percent.includes(chart.id), {
          first: index === 0,
          last: index === shown.length - 1,
        });
        return row.element;
      });
      const focused = document.activeElement;
      reconcileChildren(list, ordered);
      // A row that changes places loses the focus on the way.
      if (focused instanceof HTMLElement && list.contains(focused)) focused.focus();
    },
  };
}

function createRow(id: ChartId, onChange: OnLayoutChange) {
  const name = charts[id].label();
  const shown = checkbox(name, (checked) => onChange((layout) => showChart(layout, id, checked)));
  const up = moveButton("up", l10n.t("Move up: {0}", name), () =>
    onChange((layout) => moveChart(layout, id, -1)),
  );
  const down = moveButton("down", l10n.t("Move down: {0}", name), () =>
    onChange((layout) => moveChart(layout, id, 1)),
  );
  const height = heightSelect(name, (value) => onChange((layout) => setHeight(layout, id, value)));
  const percent = canBePercent(id)
    ? checkbox(
        l10n.t("in percent"),
        (checked) => onChange((layout) => setPercent(layout, id, checked)),
        l10n.t("{0} in percent", name),
      )
    : undefined;
  const root = element(
    "li",
    {},
    shown.element,
    percent?.element,
    element("span", { class: "layout-tools" }, height, up, down),
  );
  const update = (
    chart: ChartLayout["charts"][number],
    inPercent: boolean,
    place: { readonly first: boolean; readonly last: boolean },
  ) => {
    shown.input.checked = chart.shown;
    height.value = chart.height;
    if (percent) percent.input.checked = inPercent;
    // Not `disabled`: that would throw the focus away in the middle of moving.
    up.setAttribute("aria-disabled", String(place.first));
    down.setAttribute("aria-disabled", String(place.last));
  };
  return { element: root, update };
}

function moveButton(direction: "up" | "down", label: string, onClick: () => void) {
  return button({ icon: icon(direction), label, class: "tool icon-only", onClick });
}

function heightSelect(name: string, onChosen: (height: ChartHeight) => void): HTMLSelectElement {
  const heights: Readonly<Record<ChartHeight, string>> = {
    small: l10n.t("Small"),
    medium: l10n.t("Medium"),
    large: l10n.t("Large"),
  };
  const keys = ["small", "medium", "large"] as const satisfies readonly ChartHeight[];
  const label = l10n.t("Height of {0}", name);
  const select = element(
    "select",
    { "aria-label": label, title: label },
    ...keys.map((key) => element("option", { value: key }, heights[key])),
  );
  select.addEventListener("change", () => {
    const chosen = keys.find((key) => key === select.value);
    if (chosen !== undefined) onChosen(chosen);
  });
  return select;
}

function checkbox(text: string, onChange: (checked: boolean) => void, label?: string) {
  const id = newId();
  const input = element("input", { type: "checkbox", id, "aria-label": label });
  input.addEventListener("change", () => onChange(input.checked));
  return {
    input,
    element: element("span", { class: "check" }, input, element("label", { for: id }, text)),
  };
}
