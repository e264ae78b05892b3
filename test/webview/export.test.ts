import assert from "node:assert/strict";
import { eventually } from "../e2e/harness/eventually";
import { end, hour } from "./harness/chartData";
import { type ChartPage, openChartPage } from "./harness/chartPage";
import { checkPages } from "./harness/webviewPage";

describe("Chart page export", () => {
  let panel: ChartPage;
  checkPages();

  const choose = async (entry: string) => {
    await panel.button("Export").click();
    await panel.button(entry).click();
  };

  it("requests an export of the visible lines in their range", async () => {
    panel = await openChartPage();
    await panel.line("Network", "Upload").click();
    await panel.line("Ping", "Quad9").click({ modifiers: ["Alt"] });
    await choose("Save as CSV…");
    await eventually(() => assert.equal(panel.paramsOf("export").length, 1));
    const [wanted] = panel.paramsOf("export");
    assert.deepEqual(wanted && { ...wanted, lines: [] }, {
      format: "csv",
      target: "file",
      from: end - 4 * hour,
      to: end,
      lines: [],
    });
    assert.deepEqual(wanted?.lines, [
      ...["cpu", "load", "memory", "swap", "networkIn", "disk", "ping:2", "totalDown", "totalUp"],
      ...["tcpConnections", "udpConnections", "processes"],
    ]);
  });

  it("exports on a command of VS Code", async () => {
    panel = await openChartPage();
    await panel.notify("requestExport", { format: "json", target: "clipboard" });
    await eventually(() => {
      const [wanted] = panel.paramsOf("export");
      assert.deepEqual([wanted?.format, wanted?.target], ["json", "clipboard"]);
    });
    await eventually(async () => {
      assert.equal(await panel.page.locator("[aria-live=polite]").last().textContent(), "Copied.");
    });
  });

  const isPng = (bytes: readonly number[]) =>
    assert.deepEqual(bytes.slice(0, 8), [137, 80, 78, 71, 13, 10, 26, 10]);

  it("gives the host a picture of all charts", async () => {
    panel = await openChartPage();
    await choose("Save as Picture…");
    await eventually(() => assert.equal(panel.paramsOf("saveImage").length, 1));
    const bytes = Buffer.from(panel.paramsOf("saveImage")[0] ?? []);
    isPng([...bytes]);
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    assert.ok(width > 800 && height > 1200 && height < 2000, `${width} × ${height}`);
    await panel.keep("picture", bytes);
  });

  it("copies a picture", async () => {
    panel = await openChartPage();
    await choose("Copy as Picture");
    await eventually(async () => {
      const bytes = await panel.page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const blob = await item?.getType("image/png");
        return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))];
      });
      isPng(bytes);
    });
  });

  it("shows an error until it is closed", async () => {
    panel = await openChartPage({
      onRequest: () => {
        throw new Error("The disk is full.");
      },
    });
    await choose("Save as JSON…");
    await panel.page.getByText("Export failed: The disk is full.").waitFor();
    await panel.button("Close").click();
    await panel.page.getByText("The disk is full.").waitFor({ state: "detached" });
  });

  it("shows nothing if the user cancels", async () => {
    panel = await openChartPage({ onRequest: () => false });
    await choose("Save as JSON…");
    await eventually(() => assert.equal(panel.paramsOf("export").length, 1));
    await panel.settled();
    assert.equal(await panel.page.locator(".notice").count(), 0);
  });
});
