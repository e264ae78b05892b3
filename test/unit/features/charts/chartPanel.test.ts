import assert from "node:assert/strict";
import { WriteError } from "../../../../src/util/writeError";
import { defaultLayout } from "../../../../src/features/charts/chartLayout";
import { subjectKey } from "../../../../src/features/common/chartSubject";
import { type ChartLayout, type NodeHead } from "../../../../src/shared/chartApi";
import { isRecord } from "../../../../src/util/json";
import { getRecords, home } from "../../../builders/chartHarness";
import { pollIntervals } from "../../../builders/serverFleet";
import { settle } from "../../../builders/settle";
import { createPanelHarness } from "./panelHarness";

describe("ChartPanel: the setup", () => {
  it("has the pings of an old server, whose reports have none, once they are loaded", async () => {
    const { open, setups } = createPanelHarness({ serverId: home, uuid: "b" });
    await open();
    const choices = setups().map(({ metrics, tasks }) => [metrics.includes("ping"), tasks]);
    assert.deepEqual(choices.flat(), [false, [], true, [{ id: 1, name: "Lan" }]]);
  });

  it("is sent to a page that is ready, with all that it needs", async () => {
    const { open, setups, subject } = createPanelHarness();
    await open();
    const [setup, ...others] = setups();
    assert.deepEqual(setup, {
      key: subjectKey(subject),
      kind: "node",
      preview: true,
      title: "a",
      serverName: "Home",
      translations: { Load: "Last" },
      locale: "de",
      thresholds: {},
      layout: defaultLayout,
      hours: [1, 4, 12, 24, 72, 168, 720],
      keptHours: 720,
      pingKeptHours: undefined,
      metrics: [],
      tasks: [],
    });
    assert.deepEqual(others, []);
  });

  it("is not sent before nodes and tasks are known", async () => {
    const { connect, say, setups } = createPanelHarness();
    await say("ready");
    assert.deepEqual(setups(), []);
    await connect();
    assert.equal(setups().length, 1);
  });

  it("does not wait for a server that cannot be reached", async () => {
    const { say, setups, fleet, server, spec } = createPanelHarness();
    server.holding.add("common:getVersion");
    fleet.setServers([spec]);
    await say("ready");
    assert.deepEqual(setups(), []);
    server.lose();
    await settle();
    assert.equal(setups().length, 1);
  });

  it("is sent again only when it has changed", async () => {
    const { open, setups, thresholds, fleet, spec, advance, titles } = createPanelHarness();
    await open();
    setups();
    await advance(60_000);
    assert.deepEqual(setups(), []);
    thresholds.value = { lines: { cpu: [80] }, loadPerCore: undefined };
    thresholds.changed.fire(thresholds.value);
    assert.deepEqual(
      setups().map((setup) => setup.thresholds),
      [{ cpu: [80] }],
    );
    fleet.setServers([{ ...spec, name: "Lab" }]);
    assert.deepEqual(
      setups().map(({ serverName }) => serverName),
      ["Lab"],
    );
    assert.equal(titles.at(-1), "a — Lab");
  });

  it("carries the layout to the other panels, not back to the page that chose it", async () => {
    const [one, other] = [createPanelHarness(), createPanelHarness()];
    const layout: ChartLayout = { ...defaultLayout, smooth: true };
    await one.open();
    one.setups();
    await one.say("rememberLayout", layout, 1);
    assert.deepEqual(one.setups(), []);
    assert.deepEqual(one.layout.value, layout);
    await other.open();
    other.setups();
    await other.layout.set(layout);
    assert.deepEqual(
      other.setups().map((setup) => setup.layout.smooth),
      [true],
    );
  });

  it("sends the page why its layout could not be stored", async () => {
    const { open, say, failLayout, posted } = createPanelHarness();
    await open();
    failLayout(new WriteError("state", new Error("disk full")));
    await say("rememberLayout", defaultLayout, 4);
    const message = "The choice could not be saved: disk full";
    assert.deepEqual(posted.at(-1), { id: 4, ok: false, message });
  });

  it("ignores an invalid layout", async () => {
    const { open, say, layout } = createPanelHarness();
    await open();
    await say("rememberLayout", { charts: "all" }, 1);
    assert.deepEqual(layout.value, defaultLayout);
  });
});

describe("ChartPanel: requests of the page", () => {
  it("sends data for a valid query", async () => {
    const { open, say, take, query } = createPanelHarness();
    await open();
    await say("show", query);
    assert.equal(take("data").length, 1);
  });

  it("ignores an invalid query", async () => {
    const { open, say, posted, server } = createPanelHarness();
    await open();
    posted.splice(0);
    const senseless = [undefined, {}, { id: "1", span: { kind: "live" } }, { id: 1, span: {} }];
    for (const query of senseless) await say("show", query);
    assert.deepEqual([posted, server.count(getRecords)], [[], 0]);
  });

  it("retries by itself, and runs commands of VS Code for other actions on its server", async () => {
    const { open, say, acted } = createPanelHarness();
    await open();
    for (const action of ["retry", "reconnect", "signIn", "showLog"]) await say("act", action, 1);
    assert.deepEqual(acted, [
      ["reconnect", home],
      ["signIn", home],
      ["showLog", home],
    ]);
  });

  it("copies exactly what is visible", async () => {
    const { open, say, query, copied, posted } = createPanelHarness();
    await open();
    await say("show", query);
    const to = Date.UTC(2026, 0, 1, 12);
    const wanted = { format: "csv", target: "clipboard", from: to - 60_000, to, lines: ["cpu"] };
    posted.splice(0);
    await say("export", wanted, 9);
    assert.deepEqual(posted, [{ id: 9, ok: true, result: true }]);
    assert.deepEqual(copied, [
      ["time,CPU (%)", "2026-01-01T11:59:00.000Z,59", "2026-01-01T12:00:00.000Z,0", ""].join(
        "\r\n",
      ),
    ]);
  });

  it("has false as result of an export whose dialog was dismissed", async () => {
    const { open, say, query, saved, posted } = createPanelHarness();
    await open();
    await say("show", query);
    posted.splice(0);
    await say("export", { format: "json", target: "file", from: 0, to: 1, lines: [] }, 1);
    await say("saveImage", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1), 2);
    assert.deepEqual(
      posted.map(({ id, result }) => [id, result]),
      [
        [1, false],
        [2, false],
      ],
    );
    assert.deepEqual(
      saved.map(({ name }) => name),
      ["a 1970-01-01.json", "a 2026-01-01.png"],
    );
  });

  it("sends the page why an export failed", async () => {
    const { open, say, posted, saved } = createPanelHarness();
    await open();
    posted.splice(0);
    await say("export", { format: "exe" }, 1);
    await say("saveImage", Uint8Array.of(1, 2, 3), 2);
    assert.deepEqual(
      posted.map(({ id, ok }) => [id, ok]),
      [
        [1, false],
        [2, false],
      ],
    );
    assert.deepEqual(saved, []);
  });
});

describe("ChartPanel: visibility", () => {
  it("sends no request while it is hidden, and starts again with the reloaded page", async () => {
    const { open, say, see, query, advance, server, take, posted } = createPanelHarness();
    await open();
    await say("show", query);
    await see(false);
    server.requested.splice(0);
    posted.splice(0);
    await advance(600_000);
    assert.deepEqual([server.count(getRecords), posted], [0, []]);
    await see(true);
    assert.deepEqual(posted, [], "there is no page yet");
    await say("ready");
    await say("show", query);
    const methods = posted.map(({ method }) => method);
    assert.deepEqual(methods, ["setup", "head", "data"]);
    assert.equal(take("data").length, 1);
  });

  it("sends no request while polling is paused, and catches up afterwards", async () => {
    const { open, say, query, advance, server, fleet, take } = createPanelHarness();
    await open();
    await say("show", query);
    fleet.configure({ attention: "paused", intervals: pollIntervals });
    server.requested.splice(0);
    take("data");
    await advance(300_000);
    assert.equal(server.count(getRecords), 0);
    fleet.configure({ attention: "visible", intervals: pollIntervals });
    await settle();
    assert.equal(take("append").length, 1);
  });

  it("sends nothing after it was closed", async () => {
    const { open, say, query, panel, advance, posted, thresholds } = createPanelHarness();
    await open();
    await say("show", query);
    panel.dispose();
    posted.splice(0);
    thresholds.changed.fire({ lines: {}, loadPerCore: undefined });
    await advance(120_000);
    assert.deepEqual(posted, []);
  });

  it("forwards a request to export", async () => {
    const { open, panel, take } = createPanelHarness();
    await open();
    panel.requestExport("png", "clipboard");
    const [message] = take("requestExport");
    assert.ok(message !== undefined && isRecord(message.params));
    assert.deepEqual({ ...message.params }, { format: "png", target: "clipboard" });
  });
});

describe("ChartPanel: head", () => {
  it("says how the node is, and only when that is another thing", async () => {
    const { open, take, advance } = createPanelHarness();
    await open();
    const [head] = take("head").map(({ params }) => params as NodeHead);
    assert.equal(head?.name, "a");
    assert.deepEqual(head.place, { index: 0, count: 2 });
    assert.equal(head.health, "calm");
    await advance(100);
    assert.deepEqual(take("head"), []);
  });

  it("acts on its node, and leads to the next one", async () => {
    const { open, say, acted, subject } = createPanelHarness();
    await open();
    await say("actOnNode", "addFavorite", 1);
    await say("stepNode", 1, 2);
    await say("stepNode", -1, 3);
    await say("actOnNode", "delete", 4);
    assert.deepEqual(acted, [
      ["addFavorite", { serverId: home, uuid: "a" }],
      [subject, { ...subject, uuid: "b" }],
    ]);
  });
});
