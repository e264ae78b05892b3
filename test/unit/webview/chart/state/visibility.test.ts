import assert from "node:assert/strict";
import { firstState } from "../../../../../webview/chart/state/panelState";
import {
  isolateLine,
  toggleLine,
  visibleLines,
} from "../../../../../webview/chart/state/visibility";
import { setupOf } from "./setup";

const first = firstState(setupOf());
const pings = ["ping:1", "ping:2", "ping:3"];
const network = ["networkIn", "networkOut"];

describe("visible lines", () => {
  it("are all at first", () => assert.deepEqual(visibleLines(first, pings), pings));

  it("are hidden and shown again one by one", () => {
    const without = toggleLine(first, pings, "ping:2");
    assert.deepEqual(visibleLines(without, pings), ["ping:1", "ping:3"]);
    assert.deepEqual(visibleLines(toggleLine(without, pings, "ping:2"), pings), pings);
  });

  it("are one alone when isolated, and all when it is isolated again", () => {
    const alone = isolateLine(first, pings, "ping:2");
    assert.deepEqual(visibleLines(alone, pings), ["ping:2"]);
    assert.deepEqual(visibleLines(isolateLine(alone, pings, "ping:2"), pings), pings);
  });

  it("show hidden ones too when isolation ends", () => {
    const hidden = toggleLine(first, pings, "ping:1");
    const again = isolateLine(isolateLine(hidden, pings, "ping:2"), pings, "ping:2");
    assert.deepEqual(visibleLines(again, pings), pings);
  });

  it("change the one that is alone", () => {
    const other = isolateLine(isolateLine(first, pings, "ping:2"), pings, "ping:3");
    assert.deepEqual(visibleLines(other, pings), ["ping:3"]);
  });

  it("join the one that is alone", () => {
    const joined = toggleLine(isolateLine(first, pings, "ping:2"), pings, "ping:3");
    assert.deepEqual(visibleLines(joined, pings), ["ping:2", "ping:3"]);
  });

  it("are all again when the one that is alone is clicked", () => {
    const ended = toggleLine(isolateLine(first, pings, "ping:2"), pings, "ping:2");
    assert.deepEqual(visibleLines(ended, pings), pings);
  });

  it("of one chart do not mind those of another", () => {
    const hidden = toggleLine(first, network, "networkIn");
    const both = toggleLine(isolateLine(hidden, pings, "ping:1"), pings, "ping:3");
    assert.deepEqual(visibleLines(both, network), ["networkOut"]);
    assert.deepEqual(visibleLines(isolateLine(both, network, "networkIn"), pings), [
      "ping:1",
      "ping:3",
    ]);
  });

  it("are visible again when the isolated one was removed", () => {
    const alone = isolateLine(first, pings, "ping:2");
    assert.deepEqual(visibleLines(alone, ["ping:1", "ping:3"]), ["ping:1", "ping:3"]);
  });
});
