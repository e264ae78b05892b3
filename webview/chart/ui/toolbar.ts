import * as l10n from "@vscode/l10n";
import { type TimeRange } from "../../../src/shared/times";
import { maxKept } from "../state/shownRange";
import { type ChartLayout, type ChartSetup, type Span } from "../../../src/shared/chartApi";
import { type Format } from "../../../src/shared/format";
import { button, element, setText } from "../../lib/dom";
import { icon, type IconName } from "../../lib/icons";
import { canGoBack, canGoForward, isZoomed } from "../state/history";
import { allCharts } from "../state/layoutEdit";
import { type PanelState, viewOf } from "../state/panelState";
import { createExportMenu, type ExportRequest } from "./exporting";
import { createLayoutMenu } from "./layoutMenu";
import { createPopover } from "../../lib/popover";
import { createSpanPicker } from "./spanPicker";

export interface ToolbarEvents {
  readonly onSpan: (span: Span) => void;
  readonly onBack: () => void;
  readonly onForward: () => void;
  readonly onReset: () => void;
  readonly onLayout: (change: (layout: ChartLayout) => ChartLayout) => void;
  readonly onExport: (request: ExportRequest) => void;
  /** What is shown now, or would be. */
  readonly range: () => TimeRange;
  /** By the server's clock. */
  readonly now: () => number;
}

export interface Toolbar {
  readonly element: HTMLElement;
  readonly update: (state: PanelState, layout: ChartLayout) => void;
}

/**
 * One row: which time is shown, in words too, and what can be done with the charts. Made again when `needsNewFrame`
 * says so.
 */
export function createToolbar(
  setup: ChartSetup,
  format: Format,
  events: ToolbarEvents,
  timeRow: HTMLElement,
): Toolbar {
  let zone: ChartLayout["timeZone"] = setup.layout.timeZone;
  const spans = createSpanPicker({
    hours: setup.hours,
    keptHours: maxKept(setup),
    shown: () => ({ range: events.range(), zone }),
    now: events.now,
    format,
    onChosen: events.onSpan,
  });
  const zoom = createZoomButtons(events);
  const utc = createZoneButton(events);
  const layoutMenu = createLayoutMenu(events.onLayout);
  const layoutButton = createPopover({
    ...(setup.kind === "node"
      ? { text: l10n.t("Charts"), title: l10n.t("Choose charts, their order and height") }
      : { text: l10n.t("Options"), title: l10n.t("Smooth lines, and how to zoom") }),
    icon: "layout",
    content: layoutMenu.element,
  });
  const root = element(
    "div",
    { class: "range-bar" },
    ...spans.elements,
    zoom.element,
    timeRow,
    utc,
    layoutButton.element,
    createExportMenu(events.onExport),
  );
  return {
    element: root,
    update: (state, layout) => {
      zone = layout.timeZone;
      spans.update(viewOf(state).base, isZoomed(state));
      zoom.update(state);
      utc.setAttribute("aria-pressed", String(zone === "utc"));
      // Of several nodes the charts are those of what is compared.
      layoutMenu.update(layout, setup.kind === "node" ? allCharts(layout) : []);
    },
  };
}

function createZoneButton({ onLayout }: ToolbarEvents): HTMLButtonElement {
  return button({
    text: "UTC",
    label: l10n.t("Show times in UTC"),
    class: "tool",
    onClick: () =>
      onLayout((layout) => ({
        ...layout,
        timeZone: layout.timeZone === "utc" ? "local" : "utc",
      })),
  });
}

function createZoomButtons({ onBack, onForward, onReset }: ToolbarEvents) {
  const tool = (name: IconName, label: string, onClick: () => void) =>
    button({ icon: icon(name), label, class: "tool icon-only", onClick });
  const back = tool("back", l10n.t("Previous range"), onBack);
  const forward = tool("forward", l10n.t("Next range"), onForward);
  const reset = tool("reset", l10n.t("Reset zoom"), onReset);
  const group = element(
    "div",
    { class: "tools", role: "group", "aria-label": l10n.t("Zoom") },
    ...[back, forward, reset],
  );
  const enable = (target: HTMLButtonElement, enabled: boolean) => {
    // A button that is disabled while it has the focus would throw it away.
    target.setAttribute("aria-disabled", String(!enabled));
  };
  return {
    element: group,
    update: (state: PanelState) => {
      enable(back, canGoBack(state));
      enable(forward, canGoForward(state));
      enable(reset, isZoomed(state));
      // It takes room; but the focus must not be thrown away.
      reset.hidden = !isZoomed(state) && document.activeElement !== reset;
    },
  };
}

export interface Heading {
  readonly element: HTMLElement;
  readonly update: (setup: Pick<ChartSetup, "title" | "serverName">) => void;
}

export function createHeading(): Heading {
  const title = element("h1");
  const server = element("span", { class: "server" });
  return {
    element: element("div", { class: "heading" }, title, server),
    update: (setup) => {
      setText(title, setup.title);
      setText(server, setup.serverName);
      title.title = setup.title;
      server.title = setup.serverName;
    },
  };
}
