import assert from "node:assert/strict";
import { viewDescription } from "../../../../src/features/nodes/viewDescription";
import { buildIdentity } from "../../../builders/identity";
import { buildServerView, failedState, readyState } from "../../../builders/serverView";

describe("viewDescription", () => {
  it("names a single server and our role", () => {
    const guest = readyState({ identity: buildIdentity({ role: "guest" }) });
    assert.equal(viewDescription([buildServerView()], false), "Home · administrator");
    assert.equal(viewDescription([buildServerView({ state: guest })], false), "Home · guest");
  });

  it("names a server whose role is unknown alone", () => {
    const lost = buildServerView({ state: failedState("unreachable") });
    assert.equal(viewDescription([lost], false), "Home");
  });

  it("is empty where each server has a row, and where there is none", () => {
    assert.equal(viewDescription([buildServerView(), buildServerView()], false), "");
    assert.equal(viewDescription([], false), "");
  });

  it("says that the demo's data is simulated", () => {
    assert.equal(viewDescription([buildServerView()], true), "Demo data");
  });
});
