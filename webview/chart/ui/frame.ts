import { type ChartSetup } from "../../../src/shared/chartApi";
import { type Format } from "../../../src/shared/format";
import { type TimeRange } from "../../../src/shared/times";
import { element, setText } from "../../lib/dom";
import { type Line } from "../data/line";
import { type LineStats } from "../data/stats";
import { createAnnouncer } from "../../lib/announcer";
import { createChartGrid, type GridEvents } from "./chartGrid";
import { createMoreNodes } from "./moreNodes";
import { createNoticeBar } from "./noticeBar";
import { createProgressBar } from "./progressBar";
import { createTimeRow } from "./timeRow";
import { createHeading, createToolbar, type ToolbarEvents } from "./toolbar";

export interface FrameEvents extends ToolbarEvents, GridEvents {
  readonly onCancel: () => void;
  readonly onAdd: (line: string) => void;
  readonly statsOf: (line: Line, range: TimeRange) => LineStats;
}

/** Everything on the page. Made again when `needsNewFrame` says so. */
export type Frame = ReturnType<typeof createFrame>;

export function createFrame(setup: ChartSetup, format: Format, events: FrameEvents) {
  const { kind, locale } = setup;
  const heading = createHeading();
  const toolbar = createToolbar(setup, format, events);
  const progress = createProgressBar(format, events.onCancel);
  const notices = createNoticeBar(format, events.now);
  const timeRow = createTimeRow(progress.text);
  const moreNodes = createMoreNodes(events.onAdd);
  const shared = { kind, locale, format, statsOf: events.statsOf };
  const grid = createChartGrid(shared, events, kind === "nodes" ? [moreNodes.element] : []);
  const announcer = createAnnouncer();
  const nothing = element("div", { class: "nothing", role: "status" });
  const header = element("header", {}, progress.bar, heading.element, toolbar.element);
  const main = element(
    "main",
    {},
    ...[notices.element, timeRow.element, nothing, grid.element, announcer.element],
  );
  const root = element("div", { class: `panel ${kind}` }, header, main);
  // The row of times sticks below the header, whose height is not known to the style sheet.
  const observer = new ResizeObserver(() => {
    root.style.setProperty("--header-height", `${header.offsetHeight}px`);
  });
  observer.observe(header);
  return {
    element: root,
    heading,
    toolbar,
    progress,
    notices,
    timeRow,
    moreNodes,
    grid,
    announcer,
    /** @param text in place of charts; "" while there are some. */
    setNothing: (text: string) => {
      nothing.hidden = text === "";
      setText(nothing, text);
    },
    dispose: () => {
      observer.disconnect();
      notices.dispose();
      grid.dispose();
      root.remove();
    },
  };
}
