import assert from "node:assert/strict";
import { type Span } from "../../src/shared/chartApi";
import { eventually } from "../e2e/harness/eventually";
import { pixelsOf, plotArea } from "./harness/canvas";
import { dataOf, end, hour, minute, nodeData } from "./harness/chartData";
import { type ChartPage, openChartPage } from "./harness/chartPage";
import { pageThemes } from "./harness/themes";
import { checkPages } from "./harness/webviewPage";

declare global {
  interface Window {
    turned?: number;
  }
}

/** Runs in the page: how far the wheel has been turned, once the page has received it. */
function countTurns(): void {
  window.turned = 0;
  window.addEventListener("wheel", ({ deltaY }) => {
    window.turned = (window.turned ?? 0) + deltaY;
  });
}

const blue = pageThemes.dark.variables["charts-blue"];

describe("Chart page zoom", () => {
  let panel: ChartPage;
  beforeEach(async () => (panel = await openChartPage()));
  checkPages();

  const asksFor = (check: (span: Span) => void) => eventually(() => check(panel.lastQuery.span));
  const asksForHours = (hours: number) =>
    asksFor((span) => assert.deepEqual(span, { kind: "last", hours }));
  const betweenOf = (span: Span) => {
    assert.ok(span.kind === "between");
    return span;
  };

  const drag = async (from: number, to: number) => {
    const { left, width, middle } = await plotArea(panel.plot("Load"));
    await panel.page.mouse.move(left + from * width, middle);
    await panel.page.mouse.down();
    await panel.page.mouse.move(left + to * width, middle, { steps: 4 });
    await panel.page.mouse.up();
  };

  it("by dragging queries the selected range, and back returns", async () => {
    await drag(0.25, 0.5);
    await asksFor((span) => {
      const { from, to } = betweenOf(span);
      assert.ok(Math.abs(from - (end - 3 * hour)) < 2 * minute, new Date(from).toISOString());
      assert.ok(Math.abs(to - (end - 2 * hour)) < 2 * minute, new Date(to).toISOString());
    });
    await panel.button("Previous range").click();
    await asksForHours(4);
    await panel.button("Next range").click();
    await asksFor((span) => assert.equal(span.kind, "between"));
    await panel.button("Reset zoom").click();
    await asksForHours(4);
  });

  it("by wheel sends one query, debounced", async () => {
    const { left, width, middle } = await plotArea(panel.plot("CPU"));
    await panel.page.mouse.move(left + width / 2, middle);
    const requested = () => panel.paramsOf("show").length;
    const before = requested();
    await panel.page.evaluate(countTurns);
    await panel.stopTime();
    await panel.page.keyboard.down("Control");
    for (let turn = 1; turn <= 5; turn++) {
      await panel.page.mouse.wheel(0, -100);
      await eventually(async () =>
        assert.equal(await panel.page.evaluate(() => window.turned), -100 * turn),
      );
      await panel.pass(100);
    }
    await panel.page.keyboard.up("Control");
    assert.equal(requested(), before);
    await panel.pass(100);
    await asksFor((span) => {
      const { from, to } = betweenOf(span);
      assert.ok(to - from < 3 * hour);
    });
    assert.equal(requested(), before + 1);
    await panel.button("Previous range").click();
    await asksForHours(4);
  });

  it("by double click returns to live", async () => {
    await panel.plot("CPU").locator(".u-over").dblclick();
    await asksFor((span) => assert.deepEqual(span, { kind: "live" }));
    const live = panel.button(/^Live/);
    await eventually(async () => assert.equal(await live.getAttribute("aria-pressed"), "true"));
  });

  it("by the buttons queries their spans", async () => {
    await panel.button("3 d").click();
    await asksForHours(72);
    await panel.button("All").click();
    await asksFor((span) => assert.deepEqual(span, { kind: "all" }));
  });

  it("by the keyboard: cursor, zoom, pan, escape, back", async () => {
    const plot = panel.plot("CPU");
    await plot.focus();
    const cursor = panel.page.locator(".cursor-time");
    const cursorIs = (text: RegExp) =>
      eventually(async () => assert.match(await cursor.innerText(), text));
    await plot.press("End");
    await cursorIs(/6:00\sPM UTC$/);
    await plot.press("ArrowLeft");
    await cursorIs(/5:59\sPM UTC$/);
    await plot.press("Shift+ArrowLeft");
    await cursorIs(/5:49\sPM UTC$/);
    const spoken = panel.page.locator("[aria-live=polite]");
    await eventually(async () => {
      assert.match((await spoken.textContent()) ?? "", /5:49\sPM UTC: CPU \d+(\.\d)?%$/);
    });
    await plot.press("+");
    await asksFor((span) => assert.equal(betweenOf(span).to - betweenOf(span).from, 2 * hour));
    const zoomed = betweenOf(panel.lastQuery.span);
    await plot.press("PageUp");
    await asksFor((span) => assert.equal(betweenOf(span).to, zoomed.to - hour));
    await plot.press("Escape");
    await cursorIs(/^$/);
    await plot.press("Escape");
    await asksForHours(4);
    await plot.press("Backspace");
    await asksFor((span) => assert.equal(span.kind, "between"));
  });

  it("shows the values of all charts at one cursor", async () => {
    const { left, width, middle } = await plotArea(panel.plot("Load"));
    await panel.page.mouse.move(left + width / 4, middle);
    await eventually(async () => {
      assert.match(await panel.page.locator(".cursor-time").innerText(), /(2:59|3:00)\sPM UTC/);
      const heads = panel.chart("Ping").locator("thead");
      assert.match(await heads.innerText(), /At cursor/);
    });
    await panel.page.mouse.move(1, 1);
    await eventually(async () => {
      assert.match(await panel.chart("Ping").locator("thead").innerText(), /Latest/);
    });
  });

  /** The spans that the page asks for while `act` runs, up to a question of its own that follows. */
  const asksDuring = async (act: () => Promise<void>) => {
    const before = panel.paramsOf("show").length;
    await act();
    await panel.button("12 h").click();
    await asksForHours(12);
    return panel
      .paramsOf("show")
      .slice(before, -1)
      .map(({ span }) => span);
  };

  for (const [what, open] of [
    ["hours", () => Promise.resolve()],
    ["live", () => panel.button("Live").click()],
    ["all data", () => panel.button("All").click()],
    ["a part that was zoomed into", () => drag(0.2513, 0.4987)],
  ] as const) {
    it(`sends no other query when a custom span is applied unchanged, of ${what}`, async () => {
      const first = panel.lastQuery.id;
      await open();
      if (what !== "hours") await eventually(() => assert.notEqual(panel.lastQuery.id, first));
      await panel.settled();
      const { span } = panel.lastQuery;
      const requested = await asksDuring(async () => {
        await panel.button("Custom…").click();
        await panel.button("Show").click();
      });
      for (const each of requested) assert.deepEqual(each, span);
    });
  }

  it("accepts a custom span, and shows errors of its fields", async () => {
    await panel.button("Custom…").click();
    const [start, stop] = [panel.page.getByLabel("Start"), panel.page.getByLabel("End")];
    assert.match(await stop.inputValue(), /^2026-11-22T18:00/);
    const error = panel.page.locator(".field-error");
    await stop.fill("2026-11-22T13:00:00");
    await panel.button("Show").click();
    await eventually(async () => {
      assert.match(await error.innerText(), /later than the start/);
      assert.equal(await stop.getAttribute("aria-invalid"), "true");
    });
    await start.fill("2026-11-22T12:00:00");
    await panel.button("Show").click();
    await asksFor((span) => {
      const [from, to] = [Date.UTC(2026, 10, 22, 12), Date.UTC(2026, 10, 22, 13)];
      assert.deepEqual(span, { kind: "between", from, to });
    });
  });

  it("is restored when the page is loaded again", async () => {
    await drag(0.25, 0.5);
    await asksFor((span) => assert.equal(span.kind, "between"));
    const { span } = panel.lastQuery;
    await panel.reload();
    assert.deepEqual(panel.lastQuery.span, span);
    assert.equal(panel.lastQuery.id > 0, true);
    await panel.button("Previous range").click();
    await asksForHours(4);
  });

  it("into a range without data shows a message, and keeps the charts", async () => {
    await drag(0.25, 0.5);
    await asksFor((span) => assert.equal(span.kind, "between"));
    await panel.notify("data", dataOf(panel.lastQuery, []));
    await eventually(async () => {
      const nothing = panel.page.getByText("No data in this time range.");
      assert.equal(await nothing.filter({ visible: true }).count(), 1);
    });
    await panel.plot("CPU").press("Backspace");
    await asksForHours(4);
  });

  it("keeps the previous charts, dimmed, until the new data are loaded", async () => {
    await panel.close();
    let responses = 1;
    panel = await openChartPage({
      respond: (query) => (responses-- > 0 ? nodeData(query) : undefined),
    });
    const bright = () => pixelsOf(panel.plot("CPU"), blue);
    const before = await bright();
    await drag(0.1, 0.4);
    await panel.page.getByRole("progressbar").waitFor();
    await eventually(async () => assert.ok((await bright()) < before / 8));
    await panel.notify("data", nodeData(panel.lastQuery));
    await eventually(async () => assert.ok((await bright()) > before / 4));
  });

  it("ignores a response to an older query", async () => {
    const older = panel.lastQuery;
    await panel.button("1 h").click();
    await asksForHours(1);
    await panel.settled();
    const shown = await panel.page.locator(".range").innerText();
    await panel.notify("data", nodeData(older));
    await panel.settled();
    assert.equal(await panel.page.locator(".range").innerText(), shown);
  });
});
