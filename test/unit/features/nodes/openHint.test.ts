import assert from "node:assert/strict";
import { OpenHint } from "../../../../src/features/nodes/openHint";
import { Emitter } from "../../../../src/util/emitter";

/** A hint over as many servers as are set. */
function createHint(shownBefore = false) {
  const changed = new Emitter<undefined>();
  const fleet = { servers: [] as readonly string[], onDidChangeServers: changed.event };
  let shown = shownBefore;
  const hint = new OpenHint(fleet, {
    get: () => shown,
    set: (value) => {
      shown = value;
      return Promise.resolve();
    },
  });
  const setServers = (count: number) => {
    fleet.servers = Array.from({ length: count }, (_, index) => `server ${index}`);
    changed.fire(undefined);
  };
  return { hint, setServers, wasShown: () => shown };
}

describe("OpenHint", () => {
  it("shows when the first server is added, until it is dismissed", () => {
    const { hint, setServers, wasShown } = createHint();
    setServers(0);
    assert.equal(hint.visible, false);
    setServers(1);
    assert.deepEqual([hint.visible, wasShown()], [true, true]);
    hint.dismiss();
    assert.equal(hint.visible, false);
  });

  it("does not show where servers were configured before", () => {
    const { hint, setServers } = createHint();
    setServers(1);
    setServers(2);
    assert.equal(hint.visible, false);
  });

  it("shows once ever", () => {
    const { hint, setServers } = createHint(true);
    setServers(0);
    setServers(1);
    assert.equal(hint.visible, false);
  });

  it("goes with the last server", () => {
    const { hint, setServers } = createHint();
    setServers(0);
    setServers(1);
    setServers(0);
    assert.equal(hint.visible, false);
  });
});
