import assert from "node:assert/strict";
import { compareAgents } from "../../../../../webview/fleet/state/agentVersions";
import { fleetSource } from "./fleetSource";

const versions = (...given: readonly (string | undefined)[]) => {
  const { newest, older } = compareAgents(
    fleetSource(given.map((agentVersion) => ({ agentVersion }))),
  );
  return [newest, [...older]];
};

describe("compareAgents", () => {
  it("compares numbers as numbers", () => {
    assert.deepEqual(versions("1.2.9", "v1.2.10", "1.2.10", "0.9"), ["1.2.10", [0, 3]]);
  });

  it("says nothing of other words, and of none", () => {
    assert.deepEqual(versions("dev", undefined, "1.2.3-rc1", "1.2"), ["1.2", []]);
    assert.deepEqual(versions("dev", undefined), [undefined, []]);
  });
});
