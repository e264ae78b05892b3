import assert from "node:assert/strict";
import { isRecord } from "../../../../src/util/json";
import { getRecords } from "../../../builders/chartHarness";
import { minute } from "../../../builders/history";
import { createPanelHarness } from "./panelHarness";

describe("ChartPanel: a preview", () => {
  it("is no longer a preview once it is kept open, and informs the page", async () => {
    const { open, panel, setups } = createPanelHarness();
    await open();
    setups();
    panel.keepOpen();
    assert.equal(panel.isPreview, false);
    assert.deepEqual(
      setups().map(({ preview }) => preview),
      [false],
    );
  });

  it("takes over the page of the previous subject, which is no longer loaded", async () => {
    const { open, say, query, switchOver, setups, titles, server, take, advance } =
      createPanelHarness();
    await open();
    await say("show", query);
    setups();
    const requested = new Set<unknown>();
    const answer = server.answers.get(getRecords);
    server.answers.set(getRecords, (params) => {
      requested.add(isRecord(params) && params.uuid);
      return answer?.(params);
    });
    assert.equal(switchOver().takeOver(), true);
    assert.deepEqual(
      setups().map(({ title }) => title),
      ["b"],
    );
    assert.equal(titles.at(-1), "b — Home");
    await say("show", { ...query, id: 2 });
    await advance(10 * minute);
    assert.deepEqual([...requested], ["b"]);
    const queries = take("data").map(({ params }) => isRecord(params) && params.query);
    assert.deepEqual(queries, [2]);
  });

  it("sends a page nothing while its server is connecting, and ignores its queries", async () => {
    const { switchOver, say, query, take } = createPanelHarness();
    const next = switchOver();
    assert.equal(next.takeOver(), false);
    await say("show", query);
    assert.deepEqual(take("data"), []);
    assert.deepEqual(take("notice"), []);
  });
});
